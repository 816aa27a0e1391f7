import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, openBrowser } from '../../practice/chromium.ts';
import { dropPort } from '../../practice/faults.ts';
import { projectRoot } from '../../practice/home.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

// A small but real front end: a module with a hash in its name that draws the page for the path, and goes on by the
// History API without a request.

const statics = '/docker/app/MCCM-server/static';
const url = `https://${domain}/admin/`;

let scene: Scene;
let browser: Browser;
let first: RunResult;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  build('one', 'Bq3kX9fA');
  first = await deploy();
  expectSuccess(first);
  browser = await openBrowser({ hosts: { [domain]: scene.server.address }, rootPath: scene.world.authority.rootPath });
}, 420_000);
afterAll(async () => {
  await browser?.close();
  await scene?.close();
}, 60_000);

/** Builds the front end anew in the workspace, as a bundler would: another hash, another name. */
function build(version: string, hash: string): void {
  const dist = join(scene.workspace, 'web/dist');
  rmSync(dist, { recursive: true, force: true });
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  };
  put(
    'index.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Admin</title>
<link rel="stylesheet" href="/admin/assets/style-${hash}.css"><link rel="icon" href="/admin/icon.svg">
<h1>MCCM</h1><p id="page">the script has not run</p>
<script type="module" src="/admin/assets/index-${hash}.js"></script>`,
  );
  put(
    `assets/index-${hash}.js`,
    `const draw = () => { document.querySelector('#page').textContent = '${version}: ' + location.pathname; };
window.go = (path) => { history.pushState(null, '', path); draw(); };
addEventListener('popstate', draw);
draw();`,
  );
  put(`assets/style-${hash}.css`, 'body { font: 20px sans-serif; background: rgb(7, 193, 96); color: white; }');
  put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>');
  put('.env', 'SECRET=never published');
}

const deploy = (more: Readonly<Record<string, string | undefined>> = {}): Promise<RunResult> =>
  deployStandIn(scene, '1', { 'static-site': 'web/dist', ...more });

const shown = (): Promise<string> => browser.evaluate<string>(`document.querySelector('#page').textContent`);
const folders = (): Promise<string> => scene.server.sh(`ls -A ${statics}`);
const container = (): Promise<string> =>
  scene.server.sh(`docker inspect --format '{{.Id}} {{.State.StartedAt}}' mccm-server`);
/** Requests that reached nginx since this was asked last: port, path, status. */
const requests = async (): Promise<readonly string[]> => {
  const lines = await scene.server.sh('cat /var/log/nginx/access.log; : >/var/log/nginx/access.log');
  return [...lines.matchAll(/"GET (\S+) [^"]*" (\d+)/g)].map(([, path, status]) => `${status} ${path}`);
};

/** As `requests`, up to one that must have come: nginx notes a request after it was answered. */
const requestsWith = async (last: string): Promise<readonly string[]> => {
  const asked: string[] = [];
  while (!asked.includes(last)) asked.push(...(await requests()));
  return asked;
};

test('a browser that is given the bare name ends at the page, whose script runs', async () => {
  await requests();
  await browser.open(`http://${domain}/`);
  expect(await browser.evaluate('location.href')).toBe(url);
  expect(await shown()).toBe('one: /admin/');
  expect(await browser.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(7, 193, 96)');
  const asked = await requestsWith('200 /admin/assets/index-Bq3kX9fA.js');
  expect(asked.slice(0, 3)).toEqual(['301 /', '302 /', '200 /admin/']);
  expect(asked).toContain('200 /admin/assets/index-Bq3kX9fA.js');
  await browser.picture(join(projectRoot, 'test-artifacts/admin-site.png'));
}, 120_000);

test('a route within the page, then its reload and its deep link: index.html anew, the hashed files out of the cache', async () => {
  await browser.evaluate(`go('/admin/users/42')`);
  expect(await shown()).toBe('one: /admin/users/42');
  await requests();
  browser.answered();
  await browser.reload();
  expect(await shown()).toBe('one: /admin/users/42');
  const asked = await requestsWith('200 /admin/users/42');
  expect(asked.filter((line) => line.includes('/assets/'))).toEqual([]);
  const cached = browser.answered().filter(({ from }) => from === 'cache');
  expect(cached.map(({ path }) => path).toSorted()).toEqual([
    '/admin/assets/index-Bq3kX9fA.js',
    '/admin/assets/style-Bq3kX9fA.css',
  ]);

  await browser.open(`${url}users/43`);
  expect(await shown()).toBe('one: /admin/users/43');
  await browser.open(`${url}assets/index-Missing1.js`);
  await requestsWith('404 /admin/assets/index-Missing1.js');
}, 120_000);

test('the run tells the site’s URL, and the server holds one copy that nginx can read and no more', async () => {
  expect(first.log).toContain(`Static site: ${url}`);
  expect(first.summary).toContain(url);
  const files = await scene.server.sh(`cd ${statics}/*/files && find . -type f -printf '%m %P\\n' | sort`);
  expect(files).toBe(
    [
      '644 admin/assets/index-Bq3kX9fA.js',
      '644 admin/assets/style-Bq3kX9fA.css',
      '644 admin/icon.svg',
      '644 admin/index.html',
    ].join('\n'),
  );
  // What tells that the folder is ours is beside them, and no path brings it.
  const marker = await scene.server.sh(`cat ${statics}/*/.deploy-miniprogram-backend`);
  for (const path of ['/', '/admin/', '/admin/../', '/admin/..%2f', '/admin/%2e%2e/%2e%2e/']) {
    const asked = `https://${domain}${path}.deploy-miniprogram-backend`;
    const curl = `curl -sk --path-as-is --resolve ${domain}:443:127.0.0.1 ${asked}`;
    expect(await scene.server.sh(curl)).not.toContain(marker);
  }
}, 60_000);

test('the same again changes nothing; a port that is shut on the way is red, and named', async () => {
  const again = await deploy();
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
  const open = await dropPort(scene.server, 443);
  const shut = await deploy();
  await open();
  expectRed(shut, 'SITE_UNREACHABLE');
  expect(shut.log).toMatch(/TCP port 443 \(ETIMEDOUT\), though port 8014 does[\s\S]*filed/);
  expect(shut.outputs['rolled-back']).toBe('false');
}, 180_000);

test('files that nginx cannot read fail the proof: the page of before is served, and nothing is left', async () => {
  const [before, runs] = [await folders(), await container()];
  build('two', 'Cw7mZ2pD');
  // As a umask or a security module on the server may have it, from the moment the files are there.
  await scene.server.sh(
    `nohup bash -c 'for _ in $(seq 6000); do for folder in ${statics}/*; do
[ "\${folder##*/}" = ${before} ] || { chmod 700 "$folder" && exit; }; done; sleep 0.01; done' >/dev/null 2>&1 &`,
  );
  const result = await deploy();
  expectRed(result, 'NGINX_NOT_SWITCHED');
  expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
  expect(result.annotations.find(({ title }) => title === 'NGINX_NOT_SWITCHED')?.message).toMatch(
    /port 443[\s\S]*status 40[34]\. It said: .*Permission denied/,
  );
  expect(await folders()).toBe(before);
  expect(await container()).toBe(runs);
  await browser.open(url);
  expect(await shown()).toBe('one: /admin/');
}, 180_000);

test('another front end alone: the container stays, the page is new at once, and the old files go', async () => {
  const [before, runs] = [await folders(), await container()];
  const result = await deploy();
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ changed: 'true', release: first.outputs.release });
  expect(await container()).toBe(runs);
  expect((await folders()).split('\n')).toHaveLength(1);
  expect(await folders()).not.toBe(before);
  await browser.open(url);
  expect(await shown()).toBe('two: /admin/');
}, 120_000);

test('a second application cannot have 443 and 80 of the same domain', async () => {
  const result = await deploy({ app: 'Shop', 'https-port': '8015' });
  expectRed(result, 'SITE_TAKEN');
  const errors = result.annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message.split('\n')[0]);
  expect(errors).toEqual([`SITE_TAKEN: MCCM-server already serves ${domain}:443 on this server.`]);
}, 120_000);

test('a deploy without it takes the site away, says so, and the API goes on', async () => {
  const result = await deploy({ 'static-site': undefined });
  expectSuccess(result);
  const warnings = result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  expect(warnings).toContainEqual(expect.stringContaining(`${url} goes offline`));
  expect(await folders()).toBe('');
  await until('443 to be left', 10, async () =>
    (await scene.server.sh('ss -Hltn sport = :443')) === '' ? true : undefined,
  );
  expect(await versionServed(scene)).toBe('1');
}, 120_000);
