import { holdSwitch } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { statusOf, warnedOf } from './status.ts';
import { whileHeld } from './while-held.ts';
import { before, belongings, expectRed, lineIn, versionOnceServed, versionServed } from './witness.ts';

// Version 1 serves. First the runner is killed, then the power fails, with a switch under way and without one.
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
  expect(result.log).toContain(`Remove the leftover container mccm-server-${orphan}`);
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

test('when the power fails, the application comes back by itself, and the next run has nothing to do', async () => {
  const inspect = "docker inspect --format '{{.Id}} {{.Config.Image}}' mccm-server";
  const standing = await scene.server.sh(inspect);
  const release = /^current releases\/(\S+)$/m.exec(await belongings(scene))?.[1];
  expect(release).toBeDefined();

  await scene.server.reboot({ hard: true });
  expect(await versionOnceServed(scene)).toBe('1');
  expect(await scene.server.sh(inspect)).toBe(standing);

  const second = await deployStandIn(scene, '1');
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release });
  const planned = await deployStandIn(scene, '1', { command: 'plan' });
  expectSuccess(planned);
  expect(planned.log).toContain('Nothing to change.');
}, 400_000);

/**
 * Deploys version 2 (or another one), and cuts the server's power when its switch has written `line`; the runner dies
 * before, or lives on.
 */
async function powerFails(line: string, runner: 'dies' | 'lives', version: '1' | '2' = '2'): Promise<RunResult> {
  const { server } = scene;
  const killed = new AbortController();
  const deploy = (): Promise<RunResult> => deployStandIn(scene, version, {}, { signal: killed.signal });
  return whileHeld(server, line, deploy, async () => {
    if (runner === 'dies') killed.abort();
    await server.reboot({ hard: true });
  });
}

/** Each run ends what the one before it left, then its own switch is cut short a little later. */
const prefixes = [
  { line: 'done container.restart-policy', serves: '1' },
  { line: 'done site.swap', serves: '2' },
  { line: 'done site.reload', serves: '2' },
] as const;

test.each(prefixes)(
  'power fails after "$line": version $serves serves after boot',
  async ({ line, serves }) => {
    const result = await powerFails(line, 'dies');
    expect(result.code).toBeNull();
    if (line !== prefixes[0].line) expect(result.log).toMatch(/The interrupted switch to \S+ has ended: undone\./);
    expect(await versionOnceServed(scene)).toBe(serves);
    if (line !== 'done site.reload') return;
    const status = await statusOf(scene);
    expect(warnedOf(status)).toEqual(['SWITCH_HALF_DONE']);
    expect(status.log).toMatch(/A switch of MCCM-server to \S+-1a2b3c4 was interrupted and is half done\./);
    expect(status.log).toContain('Run `deploy` or `rollback`');
    expect(status.log).toContain('nginx: serves it at https://api.example.com:8014');
  },
  180_000,
);

test('power fails after the last proof, the runner lives: it says so, and the next run finishes the switch', async () => {
  const result = await powerFails('committed', 'lives');
  expectRed(result, 'SWITCH_CUT_SHORT');
  expect(result.log).toMatch(/The interrupted switch to \S+ has ended: undone\./);
  expect(await versionOnceServed(scene)).toBe('2');

  const next = await deployStandIn(scene, '2');
  expectSuccess(next);
  expect(next.log).toMatch(/The interrupted switch to \S+ has ended: committed\./);
  const left = await belongings(scene);
  expect(left.match(/^container .*$/gm)).toEqual(['container mccm-server']);
  expect(left).toContain(`current releases/${next.outputs.release}`);
  expect(await versionServed(scene)).toBe('2');
}, 300_000);

test('a run that resumes a switch dies: the lock is held until that switch has ended', async () => {
  const { server } = scene;
  await powerFails('done site.reload', 'dies', '1');
  const killed = new AbortController();
  const held = await holdSwitch(server, 'undone site.swap');
  const run = deployStandIn(scene, '1', {}, { signal: killed.signal });
  await before(run, held.reached());
  killed.abort();
  expect((await run).code).toBeNull();
  await until('the connection of the run to be gone', 30, async () =>
    (await server.sh("ss -Htn state established 'sport = :22'")) === '' ? true : undefined,
  );
  expectRed(await deployStandIn(scene, '1', { 'lock-timeout': '0' }), 'LOCKED');
  await held.release();
  await until('the lock to be free', 60, async () =>
    (await server.exec('flock -n /run/deploy-miniprogram/app-mccm-server.lock true')).code === 0 ? true : undefined,
  );
  expect(await server.sh('tail -qn 1 /docker/app/MCCM-server/releases/*/switch/journal | grep -v committed')).toMatch(
    / outcome undone/,
  );
  expect(await versionServed(scene)).toBe('2');
}, 300_000);
