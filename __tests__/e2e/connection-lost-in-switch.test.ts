import { cutSessions, holdSwitch } from '../../practice/faults.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { ask, before, expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  expectSuccess(await scene.run(scene.inputs(await scene.world.jars.backend('v1'))));
}, 300_000);
afterAll(() => scene?.close());

test('the connection is cut while a request drains: the runner finds the switch again, the request is answered', async () => {
  const proven = lineIn(/^proven: the new version serves/);
  const held = await holdSwitch(scene.server, 'done container.restart-policy');
  const run = deployStandIn(scene, '2', { 'drain-timeout': '60' }, { onLine: proven.onLine });
  await before(run, held.reached());
  // Asked of the old version, and under way longer than the switch takes to its proof: the drain lasts as long as this.
  const slow = ask(scene, '/api/slow?ms=20000');
  await until('the request to be under way', 10, async () =>
    (await scene.server.exec(`ss -Htn state established 'sport = :8014' | grep -q .`)).code === 0 ? true : undefined,
  );
  await held.release();
  await before(run, proven.seen);
  await cutSessions(scene.server);
  // The lock is the switch's own now: a run that comes meanwhile is refused.
  expectRed(await deployStandIn(scene, '2', { 'drain-timeout': '60' }), 'LOCKED');
  expect(await slow).toEqual({ status: 200, body: '1' });
  const result = await run;
  expectSuccess(result);
  expect(result.log).toContain('The connection was lost (CONNECTION_LOST); the server goes on alone.');
  expect(result.log).toContain('Connected again; the switch was found.');
  expect(result.log.match(/^done: site\.drain$/gm)).toHaveLength(1);
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  expect(await versionServed(scene)).toBe('2');
}, 300_000);
