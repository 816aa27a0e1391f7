import { copyOnRunner, RunnerCannot } from '../../../../src/resources/base-image/runner-copy.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { fakeDocker } from './runner.ts';

const log = listeningLog();
const manifest = `sha256:${'a'.repeat(64)}`;
const list = (architecture: string): string =>
  JSON.stringify({
    manifests: [
      { digest: `sha256:${'b'.repeat(64)}`, platform: { os: 'linux', architecture: 'amd64' } },
      { digest: manifest, platform: { os: 'linux', architecture } },
    ],
  });

test('for the runner’s own architecture it is pulled by its name, and stays', async () => {
  const docker = fakeDocker('/tmp', { pull: 'done', 'image inspect': 'sha256:1' });
  const copy = await copyOnRunner('r.example.com:5000/a:1', 'amd64', { kind: 'pulls', docker, plain: true }, log);
  await copy.release();
  expect(copy.id).toBe('sha256:1');
  expect(docker.calls).toEqual([
    'pull --platform linux/amd64 r.example.com:5000/a:1',
    'image inspect --format {{.Id}} r.example.com:5000/a:1',
  ]);
});

test('for another architecture it is pulled by its manifest’s digest: the runner’s own name leads where it did', async () => {
  const name = `r.example.com:5000/a@${manifest}`;
  let pulled = false;
  const docker = fakeDocker('/tmp', {
    'manifest inspect': list('arm64'),
    pull: () => {
      pulled = true;
      return '';
    },
    'image inspect --format {{.Id}}': 'sha256:2',
    'image rm': '',
  });
  const copy = await copyOnRunner('r.example.com:5000/a:1', 'arm64', { kind: 'pulls', docker, plain: false }, log);
  expect([copy.id, pulled]).toEqual(['sha256:2', true]);
  await copy.release();
  expect(docker.calls.filter((call) => !call.startsWith('image inspect'))).toEqual([
    'manifest inspect r.example.com:5000/a:1',
    `pull ${name}`,
    `image rm ${name}`,
  ]);
});

test('what the runner had under the digest before stays', async () => {
  const docker = fakeDocker('/tmp', { 'manifest inspect': list('arm64'), pull: '', 'image inspect': 'sha256:2' });
  await (await copyOnRunner('a:1', 'arm64', { kind: 'pulls', docker, plain: false }, log)).release();
  expect(docker.calls.filter((call) => call.startsWith('image rm'))).toEqual([]);
});

test('an image of one platform alone is told by its descriptor', async () => {
  const docker = fakeDocker('/tmp', {
    'manifest inspect --verbose': JSON.stringify({
      Descriptor: { digest: manifest, platform: { os: 'linux', architecture: 'arm64' } },
    }),
    'manifest inspect': '{"config": {}}',
    pull: '',
    'image inspect': 'sha256:3',
  });
  expect((await copyOnRunner('a:1', 'arm64', { kind: 'pulls', docker, plain: false }, log)).id).toBe('sha256:3');
});

test('where the runner cannot, its docker’s last words say why', async () => {
  const docker = fakeDocker('/tmp', { 'manifest inspect': list('arm64') });
  const why = (plain: boolean, architecture: string) =>
    copyOnRunner('a:1', architecture, { kind: 'pulls', docker, plain }, log).catch((error: unknown) => {
      if (error instanceof RunnerCannot) return error.why.en;
      throw error;
    });
  expect(await why(true, 'amd64')).toBe('The runner cannot pull it: No such image: nothing');
  expect(await why(false, 's390x')).toMatch(/does not have it for linux\/s390x/);
});
