import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { releasesProbe } from '../../../src/survey/releases-probe.ts';
import type { Writer } from '../../../src/survey/writers.ts';
import { ask, folder, programs, put } from './probing.ts';

const root = '/docker/app/MCCM-server';
const release = `${root}/releases/20200101T000000Z-abc`;

/** Containers that mount these paths of the test's folder to be written, and volumes that stand for some of them. */
async function writers(
  mounts: readonly (readonly [container: string, source: string])[],
  volumes: Readonly<Record<string, string>> = {},
): Promise<readonly Writer[]> {
  const whole = (path: string): string => (path.startsWith('/') && path !== '/' ? `${folder}${path}` : path);
  const escaped = (text: string): string => `=${encodeURIComponent(text)}`;
  const lines = mounts.map(([name, source]) => {
    const [kind, volume] = source.startsWith('/') ? ['bind', ''] : ['volume', source];
    return `mount aa ${escaped(`/${name}`)} ${kind} true ${escaped(whole(source))} ${escaped(volume)}`;
  });
  const readOnly = `mount aa ${escaped('/reader')} bind false ${escaped(whole('/docker'))} =`;
  const devices = Object.entries(volumes).map(([name, path]) => `printf '%s\\0%s\\0\\n' ${name} '${whole(path)}'`);
  programs.put(
    'docker',
    `case "$*" in
'ps '*) printf '%s\\t%s\\t\\t""\\t""\\n' aa a bb b ;;
'container inspect '*) printf '%s\\n' ${[...lines, readOnly].map((line) => `'${line}'`).join(' ')} ;;
'volume inspect '*) echo; ${devices.join('; ')} ;;
esac`,
  );
  const found = await ask(releasesProbe('MCCM-server'), '/docker/app', '/run/deploy-miniprogram');
  return found.writers.map(({ container, source }) => ({ container, source: source.replace(folder, '') }));
}

test.each([
  '/docker',
  '/docker/app',
  root,
  `${root}/`,
  `${root}/x/..`,
  `${root}/releases`,
  release,
  `${root}/static/x`,
  `${root}/adopted.env`,
  `${root}/container-files`,
  `${root}/container-files/kept`,
  '/srv/link',
  '/srv/link/releases',
])('a container that can write to %s', async (source) => {
  mkdirSync(join(folder, root), { recursive: true });
  mkdirSync(join(folder, 'srv'));
  symlinkSync(join(folder, root), join(folder, 'srv/link'));
  expect(
    await writers([
      ['web', '/docker/app-data'],
      ['x-1', source],
    ]),
  ).toEqual([{ container: 'x-1', source }]);
});

test('folders that containers may write to; `/`, with which a container is root of the server in any case', async () => {
  const sources = [`${root}/logs`, `${root}/file-system/a`, `${root}/container-files/20200101T000000Z-abc/app`];
  const others = ['/docker/app/MCCM-server2', '/docker/app/Shop', '/srv', '/', 'volume'];
  expect(await writers([...sources, ...others].map((source) => ['web', source]))).toEqual([]);
});

test('a volume that stands for a folder of the server, and an application’s folder that is a link', async () => {
  mkdirSync(join(folder, 'docker/app'), { recursive: true });
  symlinkSync(join(folder, 'data/mccm'), join(folder, root));
  const found = await writers(
    [
      ['a', 'plain'],
      ['b', 'bound'],
      ['c', '/data/mccm/releases'],
      ['d', '/data/mccm/logs'],
    ],
    { bound: `${root}/releases` },
  );
  expect(found).toEqual([
    { container: 'b', source: `${root}/releases` },
    { container: 'c', source: '/data/mccm/releases' },
  ]);
});

test('nothing is read of what a container can write to', async () => {
  put(`${release}/.deploy-miniprogram-backend`, 'MCCM-server 20200101T000000Z-abc\n');
  put(`${release}/switch/journal`, '1.0 begin a \n');
  const look = () => ask(releasesProbe('MCCM-server'), '/docker/app', '/run/deploy-miniprogram');
  await writers([]);
  expect(await look()).toMatchObject({ halfDone: true, writers: [] });
  await writers([['x', root]]);
  expect(await look()).toMatchObject({ halfDone: false, orphans: [] });
});
