import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { before, expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

test('a second run is refused at once and told who is at work; the first is not disturbed', async () => {
  const underWay = lineIn(/Folder of release/);
  const env = { GITHUB_ACTOR: 'first-pusher' };
  const first = deployStandIn(scene, '1', {}, { onLine: underWay.onLine, env });
  await before(first, underWay.seen);
  const second = await deployStandIn(scene, '1');
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
