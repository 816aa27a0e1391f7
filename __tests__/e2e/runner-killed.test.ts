import { holdSwitch } from '../../practice/faults.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { before, belongings, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openStandIn();
}, 300_000);
afterAll(() => scene?.close());

test('killed while it waits for health: the old version serves, the lock is free within 20 s', async () => {
  const { server } = scene;
  const killed = new AbortController();
  const waiting = lineIn(/\/actuator\/health: 503/);
  const run = deployStandIn(scene, 'unhealthy', {}, { kill: killed.signal, onLine: waiting.onLine });
  await before(run, waiting.seen);
  killed.abort();
  const result = await run;
  expect(result.code).toBeNull();
  expect(result.post).toMatchObject({ code: 0, raw: expect.stringContaining('The switch had not begun') });
  await until('the lock to be free', 20, async () =>
    (await server.exec('flock -n /run/deploy-miniprogram/app-mccm-server.lock true')).code === 0 ? true : undefined,
  );
  expect(await versionServed(scene)).toBe('1');
  expect(await belongings(scene)).toMatch(/container mccm-server-\d{8}T\d{6}Z-1a2b3c4/);
}, 300_000);

test('the next run removes the orphans; killed in its switch, the server ends that alone', async () => {
  const { server } = scene;
  const orphan = /container mccm-server-(\S+)/.exec(await belongings(scene))?.[1] ?? 'none';
  const killed = new AbortController();
  const held = await holdSwitch(server, 'done site.swap');
  const run = deployStandIn(scene, '2', {}, { signal: killed.signal });
  await before(run, held.reached());
  killed.abort();
  const result = await run;
  expect(result.code).toBeNull();
  expect(result.log).toContain(`Remove the orphan mccm-server-${orphan}`);
  expect(await versionServed(scene)).toBe('1');
  await held.release();
  const journal = await until('the outcome of the switch', 60, async () => {
    const { stdout } = await server.exec(
      'cat "$(ls -d /docker/app/MCCM-server/releases/*/ | tail -n 1)switch/journal"',
    );
    return / outcome /.test(stdout) ? stdout : undefined;
  });
  expect(journal).toMatch(/ outcome committed/);
  expect(await versionServed(scene)).toBe('2');
  const left = await belongings(scene);
  expect(left).not.toContain(orphan);
  expect(left.match(/^container .*$/gm)).toEqual(['container mccm-server']);
  const release = /^current releases\/(\S+)$/m.exec(left)?.[1];
  expect(await server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log')).toMatch(
    new RegExp(`^\\S+Z octocat https://github.com/octocat/mccm-server/actions/runs/8014 ${release} committed`),
  );

  const next = await deployStandIn(scene, '2');
  expectSuccess(next);
  expect(next.outputs).toMatchObject({ changed: 'false', release });
}, 300_000);

test('the process alone is killed in its switch: the post step follows that to its end and says what is live', async () => {
  const killed = new AbortController();
  const asking = lineIn(/^Reading the journal of the switch/);
  const held = await holdSwitch(scene.server, 'done site.swap');
  const run = deployStandIn(scene, '1', {}, { kill: killed.signal, onLine: asking.onLine });
  await before(run, held.reached());
  killed.abort();
  await before(run, asking.seen);
  await held.release();
  const { code, outputs, post } = await run;
  expect(code).toBeNull();
  expect(outputs).toEqual({});
  expect(post?.code).toBe(0);
  expect(post?.summary).toMatch(/The switch is committed: \S+ is live\./);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);
