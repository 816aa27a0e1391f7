import { runnerSupplies } from '../../../src/survey/runner-image.ts';
import { fakeDocker } from '../resources/base-image/runner.ts';

const inspect = 'image inspect --format {{.Id}} {{.Os}}/{{.Architecture}}{{range .RepoDigests}} {{.}}{{end}}';

test('what it has for the server’s architecture, what it may pull, and what is for another one', async () => {
  const docker = fakeDocker('/tmp', {
    version: 'linux/amd64',
    [`${inspect} pulled:1`]: 'sha256:1 linux/amd64 pulled@sha256:5',
    [`${inspect} docker.io/library/x/y:1`]: 'sha256:8 linux/amd64 library/x/y@sha256:9 x/y@sha256:9',
    [`${inspect} built:1`]: 'sha256:2 linux/amd64 other@sha256:6',
    [`${inspect} arm:1`]: 'sha256:3 linux/arm64 arm@sha256:7',
    [`${inspect} built-arm:1`]: 'sha256:4 linux/arm64 ',
  });
  const images = [
    'pulled:1',
    'docker.io/library/x/y:1',
    'built:1',
    'arm:1',
    'built-arm:1',
    'absent:1',
    `a@sha256:${'1'.repeat(64)}`,
  ];
  const found = Object.fromEntries(await runnerSupplies(docker, images, 'amd64'));
  expect(found).toMatchObject({
    'pulled:1': { kind: 'has', id: 'sha256:1', local: false },
    'docker.io/library/x/y:1': { local: false },
    'built:1': { kind: 'has', id: 'sha256:2', local: true },
    'arm:1': { kind: 'pulls', plain: false },
    'built-arm:1': { kind: 'none' },
    'absent:1': { kind: 'pulls', plain: true },
    [images[6] ?? '']: { kind: 'none' },
  });
  // Whose answer does not come may be there: a pull would lead its name elsewhere.
  const busy = fakeDocker('/tmp', { version: 'linux/amd64' }, { code: 124, stdout: '', stderr: '' });
  expect((await runnerSupplies(busy, ['built:1'], 'amd64')).get('built:1')).toMatchObject({ kind: 'none' });
  expect((await runnerSupplies(docker, ['absent:1'], 'arm64')).get('absent:1')).toMatchObject({ plain: false });
});

test.each([
  ['no docker', { code: 127, stdout: '', stderr: '' }, /has no Docker/],
  ['no engine', { code: 1, stdout: '', stderr: 'Cannot connect' }, /does not answer: Cannot connect/],
])('a runner with %s is said to be so', async (_, missing, why) => {
  const found = await runnerSupplies(fakeDocker('/tmp', {}, missing), ['a:1'], 'amd64');
  expect(found.get('a:1')).toMatchObject({ kind: 'none', why: { en: expect.stringMatching(why) } });
});

test('one of Windows has no Linux images', async () => {
  const found = await runnerSupplies(fakeDocker('/tmp', { version: 'windows/amd64' }), ['a:1'], 'amd64');
  expect(found.get('a:1')).toMatchObject({ kind: 'none', why: { en: expect.stringMatching(/no Linux images/) } });
});
