import { artifactOf, stepsOf, titlesOf } from './artifact.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

/** Plans, then deploys with the same inputs; the plan must change nothing, and be what the deploy then does. */
async function planThenDeploy(
  jar: string,
  onLine?: (line: string) => void,
): Promise<{ readonly ids: readonly string[]; readonly log: string }> {
  const before = await stateOf(scene.server);
  const planned = await scene.run(scene.inputs(jar, { command: 'plan' }));
  expectSuccess(planned);
  expect(planned.outputs.changed).toBe('false');
  expect(planned.log).toContain('Nothing was changed: this was a plan.');
  expect(await stateOf(scene.server)).toBe(before);

  const deployed = await scene.run(scene.inputs(jar), onLine === undefined ? {} : { onLine });
  expectSuccess(deployed);
  const [plan, done] = [artifactOf(planned)['plan.txt'] ?? '', artifactOf(deployed)['plan.txt'] ?? ''];
  expect(stepsOf(deployed)).toEqual(stepsOf(planned));
  expect(titlesOf(done)).toEqual(titlesOf(plan));
  expect(titlesOf(planned.log)).toEqual(titlesOf(plan));
  expect(titlesOf(plan)).toHaveLength(stepsOf(planned).length);
  return { ids: stepsOf(deployed).map(({ id }) => id), log: planned.log };
}

test('a plan writes nothing and lists what the first deploy then does; one under way is told', async () => {
  let during: Promise<void> | undefined;
  const { ids } = await planThenDeploy(await scene.world.jars.backend('v1'), (line) => {
    if (during !== undefined || !line.startsWith('::group::Wait until ')) return;
    during = (async () => {
      const meanwhile = await scene.run(scene.inputs(await scene.world.jars.backend('v1'), { command: 'plan' }));
      expectSuccess(meanwhile);
      expect(meanwhile.annotations.map((one) => one.message)).toEqual([
        expect.stringMatching(/^A deploy is under way \(octocat https:\/\/github\.com\/.+\/8014\)/),
      ]);
    })();
    during.catch(() => undefined);
  });
  expect(ids).toEqual(expect.arrayContaining(['certificate.install', 'image.build', 'site.swap', 'release.record']));
  expect(during).toBeDefined();
  await during;
}, 400_000);

test('a plan writes nothing and lists what a later deploy then does', async () => {
  const { ids } = await planThenDeploy(await scene.world.jars.backend('v2'));
  expect(ids).toEqual(expect.arrayContaining(['release.jar', 'image.build', 'site.swap', 'container.retire']));
  expect(ids).not.toContain('certificate.install');
}, 400_000);

test('where nothing is to change the plan says so', async () => {
  const { ids, log } = await planThenDeploy(await scene.world.jars.backend('v2'));
  expect(ids).toEqual([]);
  expect(log).toContain('Nothing to change.');
}, 240_000);
