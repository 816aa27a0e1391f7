import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScriptProbe } from '../../../src/engine/probe.ts';
import { containersProbe } from '../../../src/survey/containers.ts';
import { manualContainersProbe } from '../../../src/survey/manual-containers-probe.ts';
import { releasesProbe } from '../../../src/survey/releases-probe.ts';
import { storageProbe } from '../../../src/survey/storage.ts';
import { strangersProbe } from '../../../src/survey/strangers.ts';
import { writtenFilesProbe } from '../../../src/survey/written-files.ts';
import { ask, folder, programs, put } from './probing.ts';

const application = { app: 'MCCM-server', image: 'mccm-server' };
const root = '/docker/app/MCCM-server';
const release = '20260101T000000Z-abc';
const site = 'a'.repeat(64);

/** Every file of ours that a survey reads. */
const files = [
  ...['.deploy-miniprogram-backend', 'container', 'release.json', 'planned.json', 'env', 'jar.sha256', 'jar.index'].map(
    (name) => `releases/${release}/${name}`,
  ),
  ...['baseline', 'files/1', 'switch/journal'].map((name) => `releases/${release}/${name}`),
  `static/${site}/.deploy-miniprogram-backend`,
  'container-files/kept',
  'adopted.json',
  'adopted.env',
  'rollback',
  'deploy.log',
];

function makePipes(...paths: readonly string[]): void {
  for (const path of paths) {
    const whole = join(folder, root, path);
    mkdirSync(dirname(whole), { recursive: true });
    execFileSync('mkfifo', [whole]);
  }
}

test.each<[string, ScriptProbe<unknown>]>([
  ['containers', containersProbe(application.app, application.image)],
  ['containers to take over', manualContainersProbe(application.app, application.image)],
  ['releases', releasesProbe(application.app)],
  ['folders to mount', storageProbe([], application)],
  ['what others can change', strangersProbe(application.app, 'api.example.com', [])],
  ['written files', writtenFilesProbe(application, [])],
])('a survey waits for no named pipe: %s', async (_, probe) => {
  programs.put('docker', 'exit 0');
  makePipes(...files);
  await ask(probe, '/docker/app', '/run/deploy-miniprogram');
});

test('nor where the markers are our own', async () => {
  programs.put('docker', 'exit 0');
  put(`${root}/releases/${release}/.deploy-miniprogram-backend`, `MCCM-server ${release}\n`);
  put(`${root}/static/${site}/.deploy-miniprogram-backend`, `MCCM-server ${site}\n`);
  makePipes(...files.filter((path) => !path.endsWith('backend')));
  const found = await ask(releasesProbe(application.app), '/docker/app', '/run/deploy-miniprogram');
  expect(found).toMatchObject({
    orphans: [release],
    taken: ['rollback', 'adopted.env'].map((name) => join(folder, root, name)),
  });
});

test('the list of kept containers is read where it is a file of root’s', async () => {
  programs.put('docker', 'exit 0');
  const read = async () => {
    const probe = writtenFilesProbe(application, []);
    return ask({ ...probe, read: (output) => output }, '/docker/app');
  };
  const list = put(`${root}/container-files/kept`, `${'b'.repeat(64)}\nno id\n`);
  expect(await read()).toBe(`kept ${'b'.repeat(64)}\n`);
  execFileSync('chmod', ['666', list]);
  expect(await read()).toBe('');
  execFileSync('mv', [list, join(folder, 'other')]);
  execFileSync('chmod', ['644', join(folder, 'other')]);
  symlinkSync(join(folder, 'other'), list);
  expect(await read()).toBe('');
});
