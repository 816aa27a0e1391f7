import { until } from '../../practice/waiting.ts';
import { askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

test('when the power fails, the application comes back by itself, and the next run has nothing to do', async () => {
  const first = await deployStandIn(scene, '1');
  expectSuccess(first);
  const inspect = "docker inspect --format '{{.Id}} {{.Config.Image}}' mccm-server";
  const before = await scene.server.sh(inspect);

  await scene.server.reboot({ hard: true });
  const answer = await until('https after the reboot', 60, () => askJson(scene, '/api/version'));
  expect(answer).toMatchObject({ version: '1' });
  expect(await scene.server.sh(inspect)).toBe(before);

  const second = await deployStandIn(scene, '1');
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release: first.outputs.release ?? '' });
  const planned = await deployStandIn(scene, '1', { command: 'plan' });
  expectSuccess(planned);
  expect(planned.log).toContain('Nothing to change.');
}, 400_000);
