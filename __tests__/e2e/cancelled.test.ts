import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

test('a run that is cancelled while it waits for health takes everything back; the old version serves', async () => {
  const first = await scene.run(scene.inputs(await scene.world.jars.backend('v1')));
  expectSuccess(first);
  const before = await stateOf(scene.server);

  const person = new AbortController();
  const result = await scene.run(scene.inputs(await scene.world.jars.backend('unhealthy')), {
    cancel: person.signal,
    onLine: (line) => {
      if (line.includes('/actuator/health: 503')) person.abort();
    },
  });
  expect(result.code).toBe(1);
  expect(result.outputs).toMatchObject({ 'error-code': 'CANCELLED', changed: 'false' });
  expect(result.log).toContain('Undone: container.start');
  expect(result.post?.code).toBe(0);
  // The jar that was sent may stay: the next run need not send it again.
  const left = (await stateOf(scene.server)).split('\n').filter((line) => !before.includes(line));
  expect(left.filter((line) => !line.includes('/releases/.incoming'))).toEqual([]);
  expect(await scene.server.sh('readlink /docker/app/MCCM-server/current')).toBe(`releases/${first.outputs.release}`);
}, 400_000);
