import { parseDump } from '../../../src/nginx/configuration.ts';
import { lostDirectives, type Successor } from '../../../src/nginx/lost-directives.ts';
import { parseNginx } from '../../../src/nginx/parse.ts';

const configuration = parseDump(`# configuration file /etc/nginx/nginx.conf:
http {
  include /etc/nginx/conf.d/*.conf;
  upstream shop { server 127.0.0.1:8004; }
  upstream two { server 127.0.0.1:8004; server unix:/run/b.sock; }
}

# configuration file /etc/nginx/enable-php.conf:
location ~ \\.php$ { fastcgi_pass unix:/tmp/php.sock; }

# configuration file /etc/nginx/empty.conf:
# nothing but a comment
`);
const api: Successor = { kind: 'api', maxBodySize: '20m', sitePath: undefined };
const site: Successor = { kind: 'static', maxBodySize: '20m', sitePath: '/mccm-admin/' };

const left = (block: string, successor = api) =>
  lostDirectives(parseNginx(block, 'x'), successor, configuration).map(({ name, args }) => [name, ...args].join(' '));

test('the guide’s API server has nothing that ours lacks', () => {
  expect(
    left(`listen 8014 ssl; server_name api.example.com; ssl_certificate a; ssl_certificate_key b;
location / {
  proxy_pass http://203.0.113.10:8004;
  proxy_set_header Host $host; proxy_set_header X-Real-IP $remote_addr;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme;
}
if ($scheme = http) { rewrite ^ https://$host$request_uri permanent; }`),
  ).toEqual([]);
});

test('nor have the guide’s two servers of the admin site', () => {
  expect(
    left(
      `listen 443 ssl; listen [::]:443 ssl; server_name api.example.com; ssl_session_cache shared:SSL:1m;
include /etc/nginx/default.d/*.conf; location ~ /mccm-admin/ { root /home/mccm-admin; index index.html; }`,
      site,
    ),
  ).toEqual([]);
  expect(
    left(
      `listen 80; server_name api.example.com; root /usr/share/nginx/html; include /etc/nginx/default.d/*.conf;
error_page 404 /404.html; location = /404.html { } error_page 500 502 503 504 /50x.html; location = /50x.html { }`,
      site,
    ),
  ).toEqual([]);
});

test.each([
  ['proxy_read_timeout 600s;', 'proxy_read_timeout 600s'],
  ['client_max_body_size 100m;', 'client_max_body_size 100m'],
  ['client_max_body_size 0;', 'client_max_body_size 0'],
  ['add_header Access-Control-Allow-Origin *;', 'add_header Access-Control-Allow-Origin *'],
  ['location /files/ { root /data; }', 'location /files/'],
  ['location / { proxy_pass http://127.0.0.1:8004/api/; }', 'location /'],
  ['location /api/ { proxy_pass http://127.0.0.1:8004/; }', 'location /api/'],
  ['location / { proxy_pass http://a; add_header X y; }', 'location /'],
  ['location / { proxy_pass http://a; proxy_set_header Host backend; }', 'location /'],
  ['if ($request_method = OPTIONS) { return 204; }', 'if ($request_method = OPTIONS)'],
  ['include enable-php.conf;', 'include enable-php.conf'],
])('%s would be lost', (directive, named) => {
  expect(left(directive)).toEqual([named]);
});

test.each([
  'proxy_read_timeout 60s;',
  'client_max_body_size 8m;',
  'location /api/ { proxy_pass http://127.0.0.1:8004; }',
  'location / { proxy_pass http://a/; proxy_redirect off; proxy_http_version 1.1; }',
  'include empty.conf;',
  'include default.d/*.conf;',
])('%s would not', (directive) => {
  expect(left(directive)).toEqual([]);
});

const root = 'location / { proxy_pass http://127.0.0.1:8004; }';

test.each([
  ['another port', `${root} location /files/ { proxy_pass http://127.0.0.1:9000; }`, ['location /files/']],
  ['another host', `location /files/ { proxy_pass http://10.0.0.5:8004; } ${root}`, ['location /files/']],
  [
    'the same in other words',
    `${root} location /a { proxy_pass http://localhost:8004; } location /b { proxy_pass http://shop; }`,
    [],
  ],
  ['more than the same', `${root} location /a { proxy_pass http://two; }`, ['location /a']],
  [
    'a socket',
    `location / { proxy_pass http://unix:/run/a.sock; } location /a { proxy_pass http://unix:/run/b.sock; }`,
    ['location /', 'location /a'],
  ],
  [
    'two, and none of them is said to be the application',
    'location /a { proxy_pass http://a; } location /b { proxy_pass http://b; }',
    ['location /a', 'location /b'],
  ],
  ['one, by all locations', 'location /a { proxy_pass http://a; } location ~ ^/b { proxy_pass http://a; }', []],
])('locations that lead to %s', (_, block, named) => {
  expect(left(block)).toEqual(named);
});

test.each([
  ['location / { root /home/other; }', ['location /']],
  ['location /api/ { proxy_pass http://127.0.0.1:8004; }', ['location /api/']],
  ['root /data/www;', ['root /data/www']],
  ['return 301 https://$host$request_uri;', []],
  ['location / { return 301 https://$host$request_uri; }', []],
  ['location /mccm-admin { alias /home/mccm-admin; try_files $uri /mccm-admin/index.html; }', []],
])('beside the admin site: %s', (directive, named) => {
  expect(left(directive, site)).toEqual(named);
});
