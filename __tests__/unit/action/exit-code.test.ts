import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { readFileCommands } from '../../../practice/runner-protocol.ts';
import { carryOut, type Work } from '../../../src/commands/carry-out.ts';
import type { Run, RunRecord } from '../../../src/commands/run.ts';
import { makePlan } from '../../../src/engine/plan.ts';
import type { Step } from '../../../src/engine/step.ts';
import { Failures, failure } from '../../../src/messages/failure.ts';
import type { Lock } from '../../../src/server/lock.ts';
import type { ScriptOptions } from '../../../src/server/server.ts';
import type { Session } from '../../../src/server/session.ts';
import { release } from '../deployment/release.ts';
import { localServer, runBash } from '../engine/local-server.ts';
import { patience } from '../engine/patience.ts';
import { runnerStep, serverStep, switchStep } from '../engine/steps.ts';
import { least } from '../settings/inputs.ts';

/** What stands for the command: each row has its own. */
let command: (run: Run, record: RunRecord) => Promise<void> = async () => {};
jest.unstable_mockModule('../../../src/commands/deploy.ts', () => ({
  deploy: (_: unknown, run: Run, record: RunRecord) => command(run, record),
}));
// A process that is not this test's own would end, and hear signals.
jest.unstable_mockModule('../../../src/action/cancellation.ts', () => ({
  listenForCancel: () => patience(),
  endSoon: () => {},
}));
const { main } = await import('../../../src/action/main.ts');

let folder: string;
const at = (name: string): string => join(folder, name);
const variables = { ...process.env };
beforeEach(() => {
  // In memory where there is such a folder, and its sync is no matter here: each line of a journal is synced.
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'exit-code-'));
  writeFileSync(at('start'), 'sync() { :; }\n');
  for (const name of ['output', 'state', 'summary', 'trace']) writeFileSync(at(name), '');
  mkdirSync(at(`docker/app/${release.app}/releases/${release.id}`), { recursive: true });
  const inputs = Object.entries(least).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  Object.assign(process.env, Object.fromEntries(inputs), {
    ...{ GITHUB_OUTPUT: at('output'), GITHUB_STATE: at('state'), GITHUB_STEP_SUMMARY: at('summary') },
    ...{ GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder },
  });
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  process.exitCode = 0;
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  Object.assign(process.env, variables);
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

/** The server is this machine, with the folders that we have on servers in that of the test. */
function session(): Session {
  const here = (words: string): string =>
    words.replaceAll('/docker/app', at('docker/app')).replaceAll('/run/deploy-miniprogram', at('locks'));
  const server = localServer({ BASH_ENV: at('start') });
  const run = (script: string, { input, ...options }: ScriptOptions = {}) =>
    server.run(
      here(script),
      input === undefined ? options : { ...options, input: Buffer.from(here(input.toString())) },
    );
  return { ...server, run, reconnect: async () => {} } as unknown as Session;
}

/** The lock is nobody else's; the switch is started as its keeper would. */
function lock(): Lock {
  const startSwitch = async (script: string): Promise<{ pid: number }> => {
    const path = script.replace('/docker/app', at('docker/app'));
    const { stdout } = await runBash(
      ['-c', `setsid bash '${path}' run >/dev/null 2>&1 </dev/null & echo $! | tee '${path}.pid'`],
      {
        BASH_ENV: at('start'),
      },
    );
    return { pid: Number(stdout) };
  };
  return { lost: new Promise(() => {}), startSwitch } as unknown as Lock;
}

const saw = (words: string): string => `echo ${words} >>'${at('trace')}'`;
const step = (id: string, how = '') => serverStep(id, `${saw(id)}\n${how}`, { undo: saw(`undo-${id}`) });
const swap = (how = '', undo = '') =>
  switchStep('swap', 'swap', `${saw('swap')}\n${how}`, { undo: `${saw('undo-swap')}\n${undo}` });
const retire = (how = '') => switchStep('retire', 'retire', `${saw('retire')}\n${how}`);
const open = (how = '') => serverStep('open', `${saw('open')}\n${how}`, { phase: 'publish' });

/** Carries out a deployment of these steps. */
const deploys =
  (...steps: readonly Step[]) =>
  (run: Run, record: RunRecord) =>
    carryOut({ plan: makePlan(steps), release, title: 'a switch', farewell: saw('farewell-$outcome') }, {
      session: session(),
      lock: lock(),
      run,
      record,
    } as Work);
const throws = (error: unknown) => () => Promise.reject(error);

const rows: readonly [string, () => typeof command, string, string][] = [
  [
    'to reach the server',
    () => throws(failure('CONNECTION_REFUSED', { host: 'h', port: 22 })),
    'CONNECTION_REFUSED',
    '',
  ],
  ['the lock, which is lost', () => throws(failure('LOCK_LOST', { host: 'h', app: 'a' })), 'LOCK_LOST', ''],
  [
    'the survey, which refuses',
    () => throws(new Failures([failure('DOCKER_SNAP', {}), failure('DOCKER_PODMAN', {})])),
    'DOCKER_SNAP',
    '',
  ],
  [
    'a step that prepares',
    () => deploys(step('a'), step('b', 'exit 1'), step('c'), swap(), retire(), open()),
    'STEP_FAILED',
    'a b undo-b undo-a',
  ],
  [
    'a step of the runner’s',
    () => deploys(step('a'), runnerStep('b', throws(new Error('x'))), swap(), open()),
    'INTERNAL',
    'a undo-a',
  ],
  [
    'the switch, undone',
    () => deploys(step('a'), swap('failure NGINX_REFUSED said=x'), retire(), open()),
    'NGINX_REFUSED',
    'a swap undo-swap farewell-undone undo-a',
  ],
  [
    'the switch, and its undo',
    () => deploys(step('a'), swap('exit 1', 'exit 1'), retire(), open()),
    'STEP_FAILED',
    'a swap undo-swap farewell-undone',
  ],
  [
    'a publish step',
    () => deploys(step('a'), swap(), retire(), open('exit 1')),
    'STEP_FAILED',
    'a swap retire farewell-committed open',
  ],
  ['something that throws no error', () => throws(undefined), 'INTERNAL', ''],
];

test.each(rows)(
  'red where this fails: %s',
  async (_, made, code, trace) => {
    command = made();
    await main();
    expect(process.exitCode).toBe(1);
    expect(readFileCommands(readFileSync(at('output'), 'utf8'))['error-code']).toBe(code);
    expect(readFileSync(at('summary'), 'utf8')).toContain(`**${code}**`);
    expect(readFileSync(at('trace'), 'utf8').trim().split('\n').join(' ')).toBe(trace);
  },
  60_000,
);

test('red where the check from outside fails, which throws nothing', async () => {
  command = async (_, record) => void record.failures.push(failure('DOCKER_SNAP', {}));
  await main();
  expect(process.exitCode).toBe(1);
});

test('red where its report cannot be written', async () => {
  process.env.GITHUB_STEP_SUMMARY = folder;
  command = async () => {};
  await main();
  expect(process.exitCode).toBe(1);
});

test('green where all goes well, and where only what comes after the last proof fails, with a warning', async () => {
  command = deploys(step('a'), swap(), retire('failure PACKAGES_LOCKED manager=apt'), open());
  await main();
  expect(process.exitCode).toBe(0);
  expect(readFileSync(at('trace'), 'utf8').trim().split('\n').join(' ')).toBe('a swap retire farewell-committed open');
});
