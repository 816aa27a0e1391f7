import { holdSwitch } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { before, belongings, expectRed, versionOnceServed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openStandIn();
}, 300_000);
afterAll(() => scene?.close());

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
    if (line !== prefixes[0].line)
      expect(result.log).toMatch(/The switch to \S+ that was cut short is ended: undone\./);
    expect(await versionOnceServed(scene)).toBe(serves);
  },
  180_000,
);

test('power fails after the last proof, the runner lives: it says so, and the next run finishes the switch', async () => {
  const result = await powerFails('committed', 'lives');
  expectRed(result, 'SWITCH_CUT_SHORT');
  expect(result.log).toMatch(/The switch to \S+ that was cut short is ended: undone\./);
  expect(await versionOnceServed(scene)).toBe('2');

  const next = await deployStandIn(scene, '2');
  expectSuccess(next);
  expect(next.log).toMatch(/The switch to \S+ that was cut short is ended: committed\./);
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
  expectRed(await deployStandIn(scene, '1'), 'LOCKED');
  await held.release();
  await until('the lock to be free', 60, async () =>
    (await server.exec('flock -n /run/deploy-miniprogram/app-mccm-server.lock true')).code === 0 ? true : undefined,
  );
  expect(await server.sh('tail -qn 1 /docker/app/MCCM-server/releases/*/switch/journal | grep -v committed')).toMatch(
    / outcome undone/,
  );
  expect(await versionServed(scene)).toBe('2');
}, 300_000);
