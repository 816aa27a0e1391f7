import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applySteps } from '../../../src/engine/apply.ts';
import type { RunnerStep } from '../../../src/engine/step.ts';
import { undoScript } from '../../../src/engine/undo.ts';
import { staticRoot } from '../../../src/layout/application-paths.ts';
import { failuresOf } from '../../../src/messages/failure.ts';
import { markerFile } from '../../../src/release/marker.ts';
import type { Release } from '../../../src/release/release.ts';
import { planStaticFiles, planStaticPrune, type SiteFiles } from '../../../src/resources/static-site.ts';
import { release } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { undisturbed } from '../engine/patience.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';

const app = '/docker/app/MCCM-server';
let server: MovedServer;
let runner: string;
beforeEach(() => {
  server = openMovedServer();
  // A temporary folder is closed to others, which a server's root is not.
  chmodSync(server.folder, 0o755);
  runner = mkdtempSync(join(tmpdir(), 'runner-'));
});
afterEach(() => {
  server.remove();
  rmSync(runner, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const name = 'c'.repeat(64);

/** A site of these files, which are written to the runner. */
function siteOf(contents: Readonly<Record<string, string>>, path = '/admin/'): SiteFiles {
  const files = Object.entries(contents).map(([file, content]) => {
    const source = join(runner, file);
    mkdirSync(dirname(source), { recursive: true });
    writeFileSync(source, content, { mode: 0o600 });
    return { path: file, source, bytes: Buffer.byteLength(content), sha256: sha256(content) };
  });
  return { files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), sha256: name, path };
}

const small = { 'index.html': '<p>', 'assets/a b.js': "it's", '文件.txt': '好' };

function publish(site: SiteFiles): Promise<unknown> {
  const steps = planStaticFiles('MCCM-server', site, []) as readonly RunnerStep[];
  return applySteps(steps, server, listeningLog(), undisturbed);
}

/** A folder that was made here. */
function marked(folder: string, says = folder): void {
  mkdirSync(server.at(`${app}/static/${folder}/files`), { recursive: true });
  writeFileSync(server.at(`${app}/static/${folder}/${markerFile}`), `MCCM-server ${says}\n`);
}

const tree = () => server.sh(`cd '${app}/static' && find . -printf '%m %P\\n' | LC_ALL=C sort -k2`);

test('every file lies below the site’s path, for everybody to read, and nothing is left beside them', async () => {
  await publish(siteOf(small, '/a/b/'));
  expect((await tree()).split('\n')).toEqual([
    '755 ',
    `755 ${name}`,
    `644 ${name}/.deploy-miniprogram-backend`,
    `755 ${name}/files`,
    `755 ${name}/files/a`,
    `755 ${name}/files/a/b`,
    `755 ${name}/files/a/b/assets`,
    `644 ${name}/files/a/b/assets/a b.js`,
    `644 ${name}/files/a/b/index.html`,
    `644 ${name}/files/a/b/文件.txt`,
    '',
  ]);
  expect(
    await server.sh(`cat '${app}/static/${name}/files/a/b/assets/a b.js' '${app}/static/${name}/files/a/b/文件.txt'`),
  ).toBe("it's好");
});

test('a site at the root, a file of several chunks, and a time of its own for every version', async () => {
  await publish(siteOf({ 'index.html': 'x'.repeat(1_000_000), empty: '' }, '/'));
  expect(await server.sh(`cd '${app}/static/${name}/files' && stat -c '%s %n' *`)).toBe(
    '0 empty\n1000000 index.html\n',
  );
  const age = Number(
    await server.sh(`echo $(( $(date +%s) - $(stat -c %Y '${app}/static/${name}/files/index.html') ))`),
  );
  expect(age).toBeLessThan(60);
});

test('what the server has is not sent again', () => {
  const site = siteOf(small);
  expect(planStaticFiles('MCCM-server', site, [{ sha256: name, releases: [] }])).toEqual([]);
  expect(planStaticFiles('MCCM-server', undefined, [])).toEqual([]);
  const [step] = planStaticFiles('MCCM-server', site, [{ sha256: 'd'.repeat(64), releases: [] }]);
  expect(step?.diff).toBe(`+ ${app}/static/${name} (3 files, 10 B)`);
});

test('what a run left that died is cleared away, and undoing leaves nothing', async () => {
  marked(`.${'e'.repeat(64)}.new`, 'e'.repeat(64));
  mkdirSync(server.at(`${app}/static/.mine.new/photos`), { recursive: true });
  const site = siteOf(small);
  await publish(site);
  expect(await server.sh(`ls -A '${app}/static' | LC_ALL=C sort`)).toBe(`.mine.new\n${name}\n`);
  rmSync(server.at(`${app}/static/.mine.new`), { recursive: true });
  await server.sh(undoScript(planStaticFiles('MCCM-server', site, [])));
  expect(await server.sh(`ls -A '${app}'`)).toBe('');
});

test.each<[string, (site: SiteFiles) => void]>([
  ['has other contents of the same size', () => writeFileSync(join(runner, 'index.html'), '<q>')],
  ['has grown', () => writeFileSync(join(runner, 'index.html'), '<p>more')],
  ['is gone', () => rmSync(join(runner, 'index.html'))],
])('a file that %s since it was read: nothing is published', async (_, change) => {
  const site = siteOf(small);
  change(site);
  const error = await publish(site).catch((thrown: unknown) => thrown);
  expect(failuresOf(error)[0]?.code).toBe('STATIC_SITE_CHANGED');
  expect(await server.sh(`ls -A '${app}' 2>/dev/null`)).toBe('');
});

test('folders above that are closed to nginx are named, with the command that opens them all', async () => {
  // By way of a link, whose target is not seen in the path.
  mkdirSync(server.at('/data/real docker/app'), { recursive: true });
  symlinkSync(server.at('/data/real docker'), server.at('/docker'));
  for (const path of ['/data/real docker/app', '/data/real docker', '/data']) chmodSync(server.at(path), 0o700);
  const error = await publish(siteOf(small)).catch((thrown: unknown) => thrown);
  const [closed] = failuresOf(error);
  expect(closed?.code).toBe('STATIC_SITE_CLOSED');
  const [, command = 'false'] = /`(chmod [^`]*)`/.exec(closed?.text.cure.en ?? '') ?? [];
  await server.sh(command);
  await publish(siteOf(small));
  expect(statSync(server.at('/data')).mode & 0o777).toBe(0o701);
});

describe('pruning', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((sign) => sign.repeat(64)) as [string, string, string];
  const serving: Release = {
    ...release,
    site: { ...release.site, staticSite: { root: staticRoot('MCCM-server', a), path: '/admin/', fallback: true } },
  };
  const pruned = (releases: readonly string[], removed: readonly string[] = [], of = serving) =>
    planStaticPrune(
      of,
      [
        { sha256: a, releases: [] },
        { sha256: b, releases },
      ],
      removed,
    ).map(({ diff }) => diff);

  test('goes what no release names that is kept; what is about to serve stays', () => {
    expect(pruned([])).toEqual([`- ${app}/static/${b}`]);
    expect(pruned(['R1'])).toEqual([]);
    expect(pruned(['R1', 'R2'], ['R1'])).toEqual([]);
    expect(pruned(['R1', 'R2'], ['R1', 'R2'])).toEqual([`- ${app}/static/${b}`]);
    // Its own record is written anew.
    expect(pruned([release.id])).toEqual([`- ${app}/static/${b}`]);
    expect(pruned(['R1'], [], release)).toEqual([`- ${app}/static/${a}`]);
  });

  test('its script removes just these', async () => {
    const d = 'd'.repeat(64);
    for (const folder of [a, b, c]) marked(folder);
    mkdirSync(server.at(`${app}/static/${d}`), { recursive: true });
    const [step] = planStaticPrune(
      serving,
      [b, d].map((sha256) => ({ sha256, releases: [] })),
      [],
    );
    await server.sh(step?.kind === 'switch' ? step.script : '');
    expect(await server.sh(`ls '${app}/static'`)).toBe(`${a}\n${c}\n${d}\n`);
  });
});
