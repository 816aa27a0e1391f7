import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closedFailures, closedPlacesProbe, readClosed } from '../../../src/survey/closed-places.ts';
import { ask, folder } from './probing.ts';

/** Looks at `paths` while `mounts`, bash that runs in the folder of the test, are in force: for the test alone. */
async function askWhile(mounts: string, paths: readonly string[]) {
  const probe = closedPlacesProbe(paths.map((path) => join(folder, path)));
  const script = `cd '${folder}'; ${mounts}\n${probe.script}`;
  writeFileSync(join(folder, 'script'), script);
  const run = `unshare -m bash '${folder}/script'`;
  return (await ask({ ...probe, script: run })).map(({ path, ...rest }) => ({ ...rest, path: relative(folder, path) }));
}

test('a read-only file system is told with where it is mounted, also for what does not exist on it yet', async () => {
  const mounts = 'mkdir "read only" open; mount -t tmpfs -o ro x "read only"; mount -t tmpfs x open';
  const at = join(folder, 'read only');
  expect(await askWhile(mounts, ['read only/app/releases', 'open/app/releases', 'read only', ''])).toEqual([
    { path: 'read only/app/releases', at, why: 'mount', mount: at },
    { path: 'read only', at, why: 'mount', mount: at },
  ]);
});

test('one that is mounted writable inside a read-only one is open, and the other way round', async () => {
  const mounts = `mkdir -p outer; mount -t tmpfs x outer; mkdir outer/inner outer/bound
mount -t tmpfs x outer/inner; mount --bind outer/bound outer/bound; mount -o remount,ro,bind outer/bound`;
  const found = await askWhile(mounts, ['outer/inner/x', 'outer/bound/x', 'outer/x']);
  expect(found.map(({ path }) => path)).toEqual(['outer/bound/x']);
});

test('links are followed, of many places each is told with its own, and a name may have any character', async () => {
  const mounts = `mkdir 'a\\b' $'new\\nline' 'to the' open; ln -s 'to the' link
for place in 'a\\b' $'new\\nline' 'to the'; do mount -t tmpfs -o ro x "$place"; done`;
  const at = (place: string) => join(folder, place);
  const found = await askWhile(`${mounts}\nlsattr() { printf -- '----i--- %s/open\\n' '${folder}'; }`, [
    'link/x',
    'a\\b/x',
    'new\nline/x',
    'link',
    'open/x',
    'y',
  ]);
  expect(found.map(({ path, at, mount }) => [path, at, mount])).toEqual([
    ['link/x', at('to the'), at('to the')],
    ['a\\b/x', at('a\\b'), at('a\\b')],
    ['new\nline/x', at('new\nline'), at('new\nline')],
    ['link', at('to the'), at('to the')],
    ['open/x', at('open'), expect.stringMatching(/^\//)],
  ]);
});

test('a place whose file system is not known is read all the same', () => {
  expect(readClosed('closed L2E= L2E= attribute \n')).toEqual([{ path: '/a', at: '/a', why: 'attribute', mount: '' }]);
});

test('each thing to open is told once, with the command that opens it', () => {
  const at = '/etc/nginx/conf.d';
  const places = [
    { path: at, at, why: 'attribute', mount: '/' },
    { path: `${at}/a.conf`, at, why: 'attribute', mount: '/' },
    { path: '/docker/app/X/releases', at: '/docker', why: 'mount', mount: '/my disk' },
    { path: '/tmp', at: '/tmp', why: 'mount', mount: '/tmp' },
  ] as const;
  const failures = closedFailures(places, [at, `${at}/a.conf`, '/docker/app/X/releases']);
  expect(failures.map(({ code }) => code)).toEqual(['PLACE_IMMUTABLE', 'PLACE_READ_ONLY']);
  expect(failures[0]?.text.cure.en).toMatch(/: chattr -i -a \/etc\/nginx\/conf\.d$/);
  expect(failures[1]?.text.cure.en).toMatch(/: mount -o remount,rw '\/my disk'$/);
});
