import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { dirname, join } from 'node:path';
import { until } from '../../../practice/waiting.ts';
import { managedBy } from '../../../src/nginx/label.ts';
import { parseNginx } from '../../../src/nginx/parse.ts';
import { proofAddressIn } from '../../../src/nginx/proof-address.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { servesPages } from '../../../src/nginx/render-static.ts';
import { portsOf, type Site, type StaticSite, staticUrl } from '../../../src/nginx/site.ts';
import { freePorts, type RealNginx, realNginx } from './real-nginx.ts';
import { nginx, site } from './site.ts';

const domain = 'api.example.com';
const root = `/docker/app/MCCM-server/static/${'a'.repeat(64)}/files`;
const pages: StaticSite = { root, path: '/admin/', fallback: true };
const rendered = (staticSite: StaticSite, changes: Partial<Site> = {}) =>
  renderSite({ ...site, staticSite, ...changes }, nginx(1, 22, 1));

describe('rendered', () => {
  test('443 and 80 are the site’s ports, and its URL is told', () => {
    expect(portsOf({ ...site, staticSite: pages })).toEqual([8014, 443, 80]);
    expect(staticUrl({ domain, staticSite: pages })).toBe('https://api.example.com/admin/');
    expect(staticUrl(site)).toBeUndefined();
  });

  test('three servers, the API’s first: where it is read from, that one is looked at', () => {
    const text = rendered(pages, { ipv6: true });
    const servers = parseNginx(text, 'f').filter(({ name }) => name === 'server');
    const listens = servers.map(({ block = [] }) =>
      block.filter(({ name }) => name === 'listen').map(({ args }) => args[0]),
    );
    expect(listens).toEqual([
      ['8014', '[::]:8014'],
      ['443', '[::]:443'],
      ['80', '[::]:80'],
    ]);
    expect(proofAddressIn(text)).toMatchObject({ port: 8014, path: site.proof.path });
    expect(servesPages(text)).toBe(true);
    expect(servesPages(renderSite(site, nginx(1, 22, 1)))).toBe(false);
  });

  test('its files are part of the configuration’s hash', () => {
    const other = { ...pages, root: root.replace('aa', 'bb') };
    expect(managedBy(rendered(other))?.configuration).not.toBe(managedBy(rendered(pages))?.configuration);
  });

  test.each<[string, StaticSite, Partial<Site>]>([
    ['the API on 443', pages, { httpsPort: 443 }],
    ['the application on 80', pages, { publishedAppPort: 80 }],
    ['a path that would close the block', { ...pages, path: '/a;}/' }, {}],
    ['a path without a slash at its end', { ...pages, path: '/admin' }, {}],
    ['a relative folder', { ...pages, root: 'static' }, {}],
    ['a variable in the folder', { ...pages, root: '/$a' }, {}],
  ])('never rendered: %s', (_, staticSite, changes) => {
    expect(() => rendered(staticSite, changes)).toThrow();
  });
});

describe.each<[string, Omit<StaticSite, 'root'>]>([
  ['below a path, with fallback', { path: '/admin/', fallback: true }],
  ['below a longer path, without fallback', { path: '/a/b/', fallback: false }],
  ['at the root, with fallback', { path: '/', fallback: true }],
])('served by nginx: %s', (_, { path, fallback }) => {
  let real: RealNginx;
  let ports: readonly number[];
  let text: string;

  beforeAll(async () => {
    real = realNginx(domain);
    ports = await freePorts(3);
    const folder = join(real.folder, 'site');
    const files: Readonly<Record<string, string>> = {
      'index.html': '<title>index</title>',
      'about.html': 'about',
      'assets/index-Bq3kX9fA.js': `// ${'a'.repeat(2000)}`,
      'assets/main.3f2a9c1b.chunk.css': 'main',
      'assets/main.3f2a9c1b.js.map': '{}',
      'report.3f2a9c1b.html': 'document',
      'jquery-3.6.0.min.js': 'jquery',
      'report-template1.js': 'template',
      'report-Overview2024.js': 'overview',
      'app-20240101.js': 'date',
      'my-New-Plan-2.js': 'words',
      'worker.mjs': 'worker',
      'docs/index.html': 'docs',
      '文件.txt': 'named in Chinese',
      LICENSE: 'license',
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path, name)), { recursive: true });
      writeFileSync(join(folder, path, name), content);
    }
    text = renderSite(
      {
        ...site,
        httpsPort: ports[0] ?? 0,
        certificate: { chainPath: real.chainPath, keyPath: real.keyPath },
        staticSite: { root: folder, path, fallback },
      },
      real.version,
    );
    expect(real.judge(text)).toBeUndefined();
    // Ports that any user may bind, in the place of those that the site has.
    await real.start(text.replace('listen 443 ', `listen ${ports[1]} `).replace('listen 80;', `listen ${ports[2]};`));
    await until('nginx', 10, () => ask('/'));
  });
  afterAll(() => real?.end());

  interface Answer {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }

  function ask(url: string, { plain = false, headers = {} } = {}): Promise<Answer> {
    const where = { host: '127.0.0.1', port: ports[plain ? 2 : 1], path: encodeURI(url), agent: false } as const;
    const more = { ...where, headers: { host: domain, ...headers } };
    return new Promise((resolve, reject) => {
      const sent = plain
        ? plainRequest(more)
        : tlsRequest({ ...more, servername: domain, ca: readFileSync(real.chainPath) });
      sent.once('response', async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part as Buffer);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() });
      });
      sent.on('error', reject).end();
    });
  }

  const at = (name: string): string => `${path}${name}`;
  const kept = async (name: string) => {
    const { status, headers } = await ask(at(name));
    return `${status} ${headers['cache-control']}`;
  };

  test('the document, which is asked for each time', async () => {
    const { status, headers, body } = await ask(path);
    expect([status, body]).toEqual([200, '<title>index</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      server: 'nginx',
    });
    expect(headers['x-deploy-release']).toBeUndefined();
  });

  test('the bare name, and the path without its last slash, lead to the document', async () => {
    if (path === '/') return expect((await ask('/')).status).toBe(200);
    for (const url of ['/', path.slice(0, -1)]) {
      const { status, headers } = await ask(`${url}?code=1`);
      expect([status, headers.location]).toEqual([302, `https://${domain}${path}?code=1`]);
    }
    expect((await ask('/elsewhere')).status).toBe(404);
  });

  test.each([
    ['assets/index-Bq3kX9fA.js', 'public, max-age=31536000, immutable'],
    ['assets/main.3f2a9c1b.chunk.css', 'public, max-age=31536000, immutable'],
    ['assets/main.3f2a9c1b.js.map', 'public, max-age=31536000, immutable'],
    ['about.html', 'no-store'],
    ['report.3f2a9c1b.html', 'no-store'],
    ['jquery-3.6.0.min.js', 'no-cache'],
    ['report-template1.js', 'no-cache'],
    ['report-Overview2024.js', 'no-cache'],
    ['app-20240101.js', 'no-cache'],
    ['my-New-Plan-2.js', 'no-cache'],
    ['文件.txt', 'no-cache'],
    ['LICENSE', 'no-cache'],
  ])('%s: %s', async (name, expected) => {
    expect(await kept(name)).toBe(`200 ${expected}`);
  });

  test('a file that is missing is missing, and nothing keeps that', async () => {
    for (const name of ['assets/index-Aq3kX9fA.js', 'missing.png', 'missing.webmanifest', 'a/b/missing.css']) {
      expect(await kept(name)).toBe('404 undefined');
    }
  });

  test('unknown paths are routes of the page, where that is wanted', async () => {
    for (const name of ['users/42', 'users/42/', 'release/1.2', 'assets', 'missing.html']) {
      const { status, body, headers } = await ask(at(name));
      if (fallback)
        expect([name, status, body, headers['cache-control']]).toEqual([name, 200, '<title>index</title>', 'no-store']);
      else expect([name, [301, 404].includes(status)]).toEqual([name, true]);
    }
    expect((await ask(at('docs/'))).body).toBe('docs');
  });

  test('what has not changed is answered by 304, and text is compressed', async () => {
    const { headers } = await ask(at('report-template1.js'));
    expect((await ask(at('report-template1.js'), { headers: { 'if-none-match': headers.etag ?? '-' } })).status).toBe(
      304,
    );
    const packed = await ask(at('assets/index-Bq3kX9fA.js'), { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect((await ask(at('worker.mjs'))).headers['content-type']).toBe('text/javascript');
  });

  test('80 leads to https and does nothing else', async () => {
    for (const url of ['/', '/admin/users/42?a=b', '/missing.png']) {
      const { status, headers } = await ask(url, { plain: true });
      expect([status, headers.location]).toEqual([301, `https://${domain}${url}`]);
    }
  });

  test('on both ports the proof location reads the document, and says what is served', async () => {
    for (const plain of [false, true]) {
      const { status, headers, body } = await ask(site.proof.path, { plain });
      expect([status, body]).toEqual([200, '<title>index</title>']);
      expect(headers['x-deploy-release']).toBe(site.release);
      expect(headers['x-deploy-configuration']).toBe(managedBy(text)?.configuration);
    }
    expect(text.match(/allow 127\.0\.0\.1;\s+allow ::1;\s+deny all;/g)).toHaveLength(3);
  });

  test('nothing above the site can be read', async () => {
    for (const url of ['/../../chain.pem', `${path}..%2f..%2fchain.pem`, `${path}../../../key.pem`]) {
      expect((await ask(url)).body).not.toContain('BEGIN');
    }
  });
});
