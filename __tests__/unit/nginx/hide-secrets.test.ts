import fc from 'fast-check';
import { hideSecrets } from '../../../src/nginx/hide-secrets.ts';
import { quoteNginx } from '../../../src/nginx/quote.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { hideInComplaint } from '../../../src/redaction/complaint.ts';
import { nginx, site } from './site.ts';

const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };

test.each([
  ['as it is', site, nginx(1, 22, 1)],
  ['with HTTP/2 as a directive', site, nginx(1, 26, 0)],
  ['with the port of the application', { ...site, publishedAppPort: 8004, ipv6: true }, nginx(1, 22, 1)],
  ['with a static site', { ...site, staticSite }, nginx(1, 22, 1)],
  ['with a static site at the root', { ...site, staticSite: { ...staticSite, path: '/' } }, nginx(1, 22, 1)],
])('of what we render nothing is hidden: %s', (_, what, version) => {
  const text = renderSite(what, version);
  expect(hideSecrets(text)).toBe(text);
});

test.each([
  ['proxy_set_header Authorization "Basic hunter2";', 'proxy_set_header Authorization …;'],
  ['add_header A hunter2; add_header B hunter2;', 'add_header A …; add_header B …;'],
  [
    'location /a { proxy_set_header X-Key hunter2; proxy_pass http://u:hunter2@10.0.0.1:80/x; }',
    'location /a { proxy_set_header X-Key …; proxy_pass http://…@10.0.0.1:80/x; }',
  ],
  ["proxy_set_header X-Api-Key\n  'hunter2\nhunter2';", 'proxy_set_header X-Api-Key\n  …;'],
  ['map $a $b { default "hunter2"; "hunter2" 1; \'\' 0; }', "map $a $b { default …; … 1; '' 0; }"],
  ['set $token "hunter2";', 'set $token …;'],
  ['set $token "$1hunter2";', 'set $token …;'],
  ['set $a "${host}:$server_port";', 'set $a "${host}:$server_port";'],
  ['auth_basic_user_file /etc/nginx/users;', 'auth_basic_user_file /etc/nginx/users;'],
  ['ssl_password_file /etc/nginx/ssl/pw;', 'ssl_password_file /etc/nginx/ssl/pw;'],
  ['ssl_certificate_key data:hunter2;', 'ssl_certificate_key …;'],
  ['if ($http_x_key != "hunter2") { return 403; }', 'if ($http_x_key != …) { return 403; }'],
  ['if ($request_method = OPTIONS) { return 204; }', 'if ($request_method = OPTIONS) { return 204; }'],
  ['secure_link_md5 "$secure_link_expires$uri hunter2";', 'secure_link_md5 …;'],
  ['proxy_pass http://backend/a?key=hunter2;', 'proxy_pass http://backend/a?…;'],
  ['return 200 "hunter2";', 'return 200 …;'],
  ['return 301 https://$host:8014$request_uri;', 'return 301 https://$host:8014$request_uri;'],
  ['rewrite ^/a/(.*)$ /b/$1?token=hunter2 last;', 'rewrite ^/a/(.*)$ /b/$1?… last;'],
  ['# proxy_set_header Authorization "Basic hunter2";\na b;', '# …\na …;'],
  ['root /srv; # hunter2', 'root /srv; # …'],
  ['env TOKEN=hunter2;', 'env …;'],
  ['content_by_lua_block { ngx.say("hunter2 }") }\nroot /a;', 'content_by_lua_block { … }\nroot /a;'],
  ['set_by_lua_block $x { return "hunter2" }', 'set_by_lua_block … { … }'],
  ["access_by_lua 'hunter2';", 'access_by_lua …;'],
  ['auth_jwt_key_hunter "hunter2" {', '…'],
  [
    'upstream a { server 10.0.0.1:8080 weight=5; keepalive 8; }',
    'upstream a { server 10.0.0.1:8080 weight=5; keepalive 8; }',
  ],
  ['fastcgi_param SECRET hunter2;', 'fastcgi_param SECRET …;'],
  ['types { text/html html; }', 'types { text/html html; }'],
  ['a "hunter2', '…'],
  // Modules that are not known, and text that cannot be read.
  ['api_keys { hunter2 1; location x { hunter3; } }', 'api_keys { … 1; … … { …; } }'],
  ['other { hunter2 } bar { x "y" z } }', '…'],
])('%s', (text, shown) => {
  expect(hideSecrets(text)).toBe(shown);
});

test('a value of a directive that is not known is never shown, in whatever layout', () => {
  const blank = fc.constantFrom(' ', '\n  ', '\t');
  const name = fc.constantFrom(
    'proxy_set_header X-Key',
    'set $key',
    'lookup',
    'add_header X-Key',
    'secure_link_secret',
  );
  const layout = fc.constantFrom('%', 'location / { % }', 'server { root /a; % root /b; }', '# x\n%', 'map $a $b { %}');
  const secret = fc.stringMatching(/^[A-Za-z0-9 {};#"'\\]{6,20}$/).map((one) => `hunter2${one}`);
  fc.assert(
    fc.property(name, blank, secret, layout, (directive, gap, value, around) => {
      const shown = hideSecrets(around.replace('%', () => `${directive}${gap}${quoteNginx(value)};`));
      expect(shown).not.toContain('hunter2');
    }),
  );
});

test('a file of a hundred thousand lines takes no more time than its length', () => {
  const begun = Date.now();
  const lines = Array.from({ length: 100_000 }, (_, at) => `  "hunter${at}" b;\n`).join('');
  expect(hideSecrets(`map $a $b {\n${lines}}\n`)).not.toContain('hunter');
  expect(Date.now() - begun).toBeLessThan(10_000);
});

test.each([
  ['nginx: [emerg] unknown directive "add_headr" in /etc/nginx/conf.d/a.conf:3', undefined],
  ['nginx: [emerg] invalid number of arguments in "proxy_pass" directive in /a:1', undefined],
  ['nginx: [emerg] cannot load certificate "/etc/nginx/a.pem": BIO_new_file() failed', undefined],
  ['nginx: [emerg] host not found in upstream "db.internal" in /a:1', undefined],
  ['nginx: [emerg] unexpected "}" in /a:1', undefined],
  ['nginx: [emerg] invalid value "hunter2" in /a:1', 'nginx: [emerg] invalid value "…" in /a:1'],
  [
    'nginx: [emerg] host not found in upstream "u:hunter2@db" in /a:1',
    'nginx: [emerg] host not found in upstream "…" in /a:1',
  ],
  ['[info] 7#7: closed, request: "GET /api?token=hunter2"', '[info] 7#7: closed, request: "…"'],
  ['[notice] 7#7: "hunter2" does not match', '[notice] 7#7: "…" does not match'],
  ['no "hunter2" of nginx', undefined],
])('what nginx complains of: %s', (said, shown) => {
  expect(hideInComplaint(said)).toBe(shown ?? said);
});
