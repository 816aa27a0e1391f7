import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { failuresOf } from '../../../src/messages/failure.ts';
import { type BuiltSite, readStaticSite } from '../../../src/project/built-site.ts';

let workspace: string;
let folder: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'site-'));
  folder = join(workspace, 'web');
  mkdirSync(folder);
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function put(path: string, content = path): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function read(path = '/admin/'): Promise<BuiltSite> {
  const site = await readStaticSite({ folder: 'web', path, fallback: true }, workspace);
  if (site === undefined) throw new Error('a site is wanted');
  return site;
}

/** The failure that reading ends with. */
async function refusal() {
  const [failed] = failuresOf(await read().catch((error: unknown) => error));
  return failed;
}

test('all plain files in one order; links, and what begins with a dot, are left out', async () => {
  for (const path of [
    'index.html',
    'b.js',
    'a/c.css',
    '.env',
    '.git/config',
    'a/.DS_Store',
    '.well-known/assetlinks.json',
  ]) {
    put(path);
  }
  symlinkSync('/etc', join(folder, 'linked'));
  symlinkSync('/etc/passwd', join(folder, 'passwd'));
  const site = await read();
  expect(site.files.map(({ path }) => path)).toEqual(['.well-known/assetlinks.json', 'a/c.css', 'b.js', 'index.html']);
  expect(site).toMatchObject({ path: '/admin/', fallback: true, bytes: 48 });
});

test('its name is that of path, names and contents; modes and times do not count', async () => {
  put('index.html');
  const { sha256 } = await read();
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  chmodSync(join(folder, 'index.html'), 0o755);
  put('index.html');
  expect((await read()).sha256).toBe(sha256);
  expect((await read('/other/')).sha256).not.toBe(sha256);
  put('index.html', 'new');
  const changed = (await read()).sha256;
  expect(changed).not.toBe(sha256);
  put('more');
  expect((await read()).sha256).not.toBe(changed);
});

test('without the input nothing is read', async () => {
  expect(await readStaticSite(undefined, workspace)).toBeUndefined();
});

test('a folder that is not there, or is a file', async () => {
  rmSync(folder, { recursive: true });
  expect((await refusal())?.text.what.en).toContain('web (ENOENT)');
  writeFileSync(folder, '');
  expect((await refusal())?.text.what.en).toContain('web (ENOTDIR)');
});

test('without index.html at its top, the built folder in it is pointed at', async () => {
  put('build/index.html');
  const failed = await refusal();
  expect(failed?.code).toBe('STATIC_SITE_NO_INDEX');
  expect(failed?.text.cure.en).toContain('web/build');
});

// Angular, uni-app by its command line and by HBuilderX; what has no index.html is not advised.
test.each(['dist/shop/browser', 'dist/build/h5', 'unpackage/dist/build/web'])(
  'the built folder is pointed at where it is further below: %s',
  async (path) => {
    put('build/index.js');
    put('src/index.html');
    put('package.json');
    expect((await refusal())?.text.cure.en).toMatch(/the one that has index\.html/);
    put(`${path}/index.html`);
    expect((await refusal())?.text.cure.en).toContain(`\`static-site: web/${path}\``);
    // Vite's sources have an index.html of their own.
    put('index.html');
    const failed = await refusal();
    expect(failed?.code).toBe('STATIC_SITE_NOT_BUILT');
    expect(failed?.text.cure.zh).toContain(`\`static-site: web/${path}\``);
    const site = await readStaticSite({ folder: `web/${path}`, path: '/admin/', fallback: true }, workspace);
    expect(site?.files.map((file) => file.path)).toEqual(['index.html']);
  },
);

test.each(['package.json', 'node_modules/x/index.js'])('sources are never published: %s', async (path) => {
  put('index.html');
  put(path);
  expect((await refusal())?.code).toBe('STATIC_SITE_NOT_BUILT');
});

test('a folder that is far too large is refused without being read', async () => {
  put('index.html');
  put('video.mp4', '');
  truncateSync(join(folder, 'video.mp4'), 2_000_000_001);
  const failed = await refusal();
  expect(failed?.code).toBe('STATIC_SITE_TOO_LARGE');
  expect(failed?.text.what.en).toContain('2 files, 2.0 GB');
});
