import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 120_000);
afterAll(() => scene?.close());

test('one login a run; a second identical run plans nothing, changes nothing, and yet proves what serves', async () => {
  const jar = await scene.world.jars.backend('v1');
  const logins = async () =>
    Number(await scene.server.sh("journalctl -u ssh --no-pager | grep -c 'Accepted publickey' || true"));
  const loginsBefore = await logins();
  const first = await scene.run(scene.inputs(jar));
  expectSuccess(first);
  expect((await logins()) - loginsBefore).toBe(1);
  expect(first.outputs).toMatchObject({ changed: 'true', url: 'https://api.example.com:8014', 'health-status': '200' });

  const before = await stateOf(scene.server);
  const second = await scene.run(scene.inputs(jar));
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release: first.outputs.release ?? '' });
  expect(second.log).toContain(`Nothing to change, and proven: nginx serves ${first.outputs.release}.`);
  expect(await stateOf(scene.server)).toBe(before);

  // The same classes built again: other time stamps in the jar, and nothing else.
  const rebuilt = await scene.run(scene.inputs(await scene.world.jars.backend('v1-rebuilt')));
  expectSuccess(rebuilt);
  expect(rebuilt.outputs).toMatchObject({ changed: 'false', release: first.outputs.release ?? '' });
  expect(await stateOf(scene.server)).toBe(before);
}, 180_000);

test('what does not serve any more is repaired by the next run, though no input changed', async () => {
  const jar = await scene.world.jars.backend('v1');
  await scene.server.sh('systemctl stop nginx');
  const repaired = await scene.run(scene.inputs(jar));
  expectSuccess(repaired);
  expect(repaired.outputs.changed).toBe('true');
  await scene.server.sh('docker rm -f mccm-server');
  const again = await scene.run(scene.inputs(jar));
  expectSuccess(again);
  expect(again.outputs).toMatchObject({ changed: 'true' });
}, 180_000);
