import fc from 'fast-check';
import { configurationHash, isUntouched, managedBy } from '../../../src/nginx/label.ts';
import { parseNginx } from '../../../src/nginx/parse.ts';
import { identifierOf, renderSite } from '../../../src/nginx/render-site.ts';
import type { Site } from '../../../src/nginx/site.ts';
import { parseSnippet } from '../../../src/nginx/snippet.ts';
import { codes } from '../settings/inputs.ts';
import { type RealNginx, realNginx } from './real-nginx.ts';
import { nginx, site } from './site.ts';

let real: RealNginx;
beforeAll(() => {
  real = realNginx('api.example.com');
});
afterAll(() => real?.end());

/** `site` as the installed nginx would serve it, with changes. */
function rendered(changes: Partial<Site> = {}): string {
  return renderSite(
    { ...site, certificate: { chainPath: real.chainPath, keyPath: real.keyPath }, ...changes },
    real.version,
  );
}

test.each<[string, Partial<Site>]>([
  ['the least', {}],
  ['port 443', { httpsPort: 443 }],
  ['IPv6 and plain http', { ipv6: true, publishedAppPort: 8004 }],
  ['a snippet', { snippet: 'location /x { return 200 "}"; }\nadd_header X-Frame-Options DENY;' }],
  ['a snippet that ends with a comment', { snippet: 'add_header A b; # }' }],
  [
    'a snippet with what the site sets too',
    {
      snippet: `client_max_body_size 1g; proxy_read_timeout 1h; ssl_protocols TLSv1.3; server_tokens on; ssl_session_tickets on;
      proxy_set_header X-More 1; error_page 502 /502.html; ssl_session_cache none; proxy_http_version 1.0;`,
    },
  ],
  [
    'odd but good values',
    { app: 'a.b_c', image: 'a.b_c', maxBodySize: '0', proof: { path: '/p', target: '/a/b?c=d&e=(%20);x' } },
  ],
])('nginx takes %s', (_, changes) => {
  expect(real.judge(rendered(changes))).toBeUndefined();
});

test('a header to the application that the snippet sets is sent once', () => {
  const snippet = 'proxy_set_header host api.internal.example;';
  expect(rendered({ snippet })).not.toContain('proxy_set_header Host');
  expect(rendered({ snippet })).toContain('proxy_set_header X-Real-IP');
  expect(real.judge(rendered({ snippet }))).toBeUndefined();
});

test('a permission that the snippet asks for does not keep the proof out', () => {
  const snippet = 'auth_request /check;\nlocation = /check { internal; return 204; }';
  expect(real.judge(rendered({ snippet }))).toBeUndefined();
  expect(rendered({ snippet })).toMatch(/location = \S+deploy-proof\S* \{[^}]*auth_request off;[^}]*proxy_pass/);
  expect(rendered()).not.toContain('auth_request');
});

test('nginx takes two applications beside each other, of names that differ in a sign only', () => {
  const two = rendered({ app: 'a-b', image: 'a-b' }) + rendered({ app: 'a_b', image: 'a_b', httpsPort: 8015 });
  expect(real.judge(two)).toBeUndefined();
  expect(new Set(['a-b', 'a_b', 'a.b', 'a__b', 'x'.repeat(99), 'x'.repeat(100)].map(identifierOf)).size).toBe(6);
});

test('nginx takes whatever the checks let pass', () => {
  const port = fc.integer({ min: 1, max: 65535 }).filter((one) => one !== 80 && one !== 443);
  const changes = fc.record({
    app: fc
      .stringMatching(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+){0,2}$/)
      .filter((name) => name.length >= 2 && name.length <= 100),
    domain: fc
      .domain()
      .map((name) => name.toLowerCase())
      .filter((name) => name.length < 60),
    ports: fc.uniqueArray(port, { minLength: 3, maxLength: 3 }),
    maxBodySize: fc.stringMatching(/^\d{1,9}[kmgKMG]?$/),
    target: fc.stringMatching(/^\/([A-Za-z0-9._~!&()*+,;=:@/?-]|%[0-9A-F]{2}){0,60}$/),
    ipv6: fc.boolean(),
    staticSite: fc.option(
      fc.record({
        root: fc.constant(`/docker/app/a/static/${'a'.repeat(64)}`),
        path: fc.stringMatching(/^\/([A-Za-z0-9_~-][A-Za-z0-9._~-]{0,10}\/){0,3}$/),
        fallback: fc.boolean(),
      }),
      { nil: undefined },
    ),
    snippet: fc.option(fc.constantFrom('add_header A b;', 'location /x { return 204; }'), { nil: undefined }),
  });
  fc.assert(
    fc.property(changes, ({ app, ports, target, ...rest }) => {
      const [httpsPort = 1, upstreamPort = 2, publishedAppPort = 3] = ports;
      const text = rendered({
        ...rest,
        app,
        image: app.toLowerCase(),
        httpsPort,
        upstreamPort,
        publishedAppPort,
        proof: { path: '/deploy-proof/0f', target },
      });
      expect(real.judge(text)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('a snippet is let pass only where nginx finds the end of its block where it is', () => {
  const sign = fc.constantFrom(...'a;{}"\'\\$# \n)'.split(''), 'add_header A ', '${', 'b;');
  let passed = 0;
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 6 }), fc.boolean(), (signs, ended) => {
      const snippet = `add_header A ${signs.join('')}${ended ? ';' : ''}`;
      const refused = codes(() => parseSnippet(snippet)).length > 0;
      const complaint = real.judge(
        `server {\nlisten 127.0.0.1:8014;\n${refused ? snippet : parseSnippet(snippet)}\n}\nwhat_follows;\n`,
      );
      // nginx may not know what passes, but it never misses or runs into the end of a block or a quote.
      const torn = /unexpected|unterminated|too long/.test(complaint ?? '');
      if (!refused) {
        passed += 1;
        expect([snippet, complaint, torn]).toEqual([snippet, complaint, false]);
      } else expect(complaint).toBeDefined();
    }),
    { numRuns: 300 },
  );
  expect(passed).toBeGreaterThan(10);
});

describe('by version', () => {
  const has = (version: Parameters<typeof renderSite>[1], line: string) =>
    renderSite(site, version).includes(`\n    ${line}\n`);

  const chaCha = 'ssl_conf_command Options PrioritizeChaCha;';
  test.each([
    ['1.18.0', nginx(1, 18, 0), ['listen 8014 ssl http2;', 'ssl_session_tickets off;'], ['http2 on;', chaCha]],
    ['1.25.0', nginx(1, 25, 0), ['listen 8014 ssl http2;'], ['http2 on;', 'ssl_session_tickets off;']],
    ['1.25.1', nginx(1, 25, 1), ['listen 8014 ssl;', 'http2 on;'], ['ssl_session_tickets off;']],
    ['no http2', { ...nginx(1, 28, 0), http2: false }, ['listen 8014 ssl;'], ['http2 on;']],
    ['OpenSSL 1.0', { ...nginx(1, 20, 1), openssl: '1.0.2k' }, ['ssl_ecdh_curve prime256v1:secp384r1;'], [chaCha]],
    ['OpenSSL 3', nginx(1, 22, 1), ['ssl_ecdh_curve X25519:prime256v1:secp384r1;', chaCha], []],
    ['another library', { ...nginx(1, 28, 0), openssl: undefined }, ['ssl_prefer_server_ciphers on;'], [chaCha]],
  ] as const)('%s', (_, version, present, absent) => {
    expect(present.filter((line) => !has(version, line))).toEqual([]);
    expect(absent.filter((line) => has(version, line))).toEqual([]);
  });
});

test('no HSTS, and the redirect names the port but where it is the default one', () => {
  const text = renderSite(site, nginx(1, 22, 1));
  expect(text).not.toContain('Strict-Transport-Security');
  expect(text).toContain('error_page 497 =308 https://api.example.com:8014$request_uri;');
  expect(renderSite({ ...site, httpsPort: 443 }, nginx(1, 22, 1))).toContain(
    '=308 https://api.example.com$request_uri;',
  );
});

test('what the snippet sets, the site does not', () => {
  const text = renderSite({ ...site, snippet: 'proxy_read_timeout 1h;' }, nginx(1, 22, 1));
  expect(text.match(/proxy_read_timeout/g)).toHaveLength(1);
  expect(text).toContain('proxy_send_timeout 300s;');
});

describe('label', () => {
  const text = renderSite(site, nginx(1, 22, 1));

  test('the first line tells whose the file is', () => {
    const label = managedBy(text);
    expect(label).toEqual({
      app: 'MCCM-server',
      release: site.release,
      configuration: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(managedBy('# my own file\nserver {}')).toBeUndefined();
    expect(managedBy(`# first\n${text}`)).toBeUndefined();
  });

  test('the hash is that of the text without it, and changes with every value', () => {
    expect(isUntouched(text)).toBe(true);
    expect(isUntouched(text.replace('300s', '301s'))).toBe(false);
    expect(managedBy(text)?.configuration).toBe(
      configurationHash(text.replaceAll(managedBy(text)?.configuration ?? 'x', '')),
    );
    expect(renderSite(site, nginx(1, 22, 1))).toBe(text);
    const other = renderSite({ ...site, upstreamPort: 18005 }, nginx(1, 22, 1));
    expect(managedBy(other)?.configuration).not.toBe(managedBy(text)?.configuration);
  });
});

test.each<[string, Partial<Site>]>([
  ['name', { app: 'a b', image: 'a b' }],
  ['image', { image: 'MCCM-server' }],
  ['release', { release: 'x\nevil' }],
  ['port', { upstreamPort: 0 }],
  ['one port twice', { publishedAppPort: 8014 }],
  ['relative certificate', { certificate: { chainPath: 'a', keyPath: '/b' } }],
  ['variable in a path', { certificate: { chainPath: '/$a', keyPath: '/b' } }],
  ['proof path', { proof: { path: '/a"b', target: '/' } }],
  ['variable in the target', { proof: { path: '/a', target: '/$host' } }],
  ['domain', { domain: 'a.com; }' }],
  ['upper-case domain', { domain: 'API.example.com' }],
  ['size', { maxBodySize: '1m; }' }],
  ['snippet', { snippet: '}' }],
])('a bad value is never rendered: %s', (_, changes) => {
  expect(() => renderSite({ ...site, ...changes }, nginx(1, 22, 1))).toThrow();
});

test('the tree has one server, or two with a published port', () => {
  const count = (text: string) => parseNginx(text, 'f').filter(({ name }) => name === 'server').length;
  expect(count(renderSite(site, nginx(1, 22, 1)))).toBe(1);
  expect(count(renderSite({ ...site, publishedAppPort: 8004 }, nginx(1, 22, 1)))).toBe(2);
});
