import { expectSuccess, openScene, type Scene } from './scene.ts';
import { before, expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

test('a second run is refused at once and told who is at work; the first is not disturbed', async () => {
  const inputs = scene.inputs(await scene.world.jars.backend('v1'));
  const underWay = lineIn(/Folder of release/);
  const first = scene.run(inputs, { onLine: underWay.onLine, env: { GITHUB_ACTOR: 'first-pusher' } });
  await before(first, underWay.seen);
  const second = await scene.run(inputs);
  expectRed(second, 'LOCKED');
  expect(second.annotations.find(({ title }) => title === 'LOCKED')?.message).toMatch(
    /first-pusher[\s\S]*https:\/\/github\.com\/octocat\/mccm-server\/actions\/runs\/8014/,
  );
  expect(second.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  const done = await first;
  expectSuccess(done);
  expect(Number(second.outputs['duration-seconds'])).toBeLessThan(Number(done.outputs['duration-seconds']));
  expect(await versionServed(scene)).toBe('1');
}, 300_000);
