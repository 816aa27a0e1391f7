import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySteps } from '../../../src/engine/apply.ts';
import { type Failure, failuresOf } from '../../../src/messages/failure.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { afterDeployHook, planBeforeSwitch } from '../../../src/resources/hook/hook.ts';
import { newMark, readMark } from '../../../src/server/marks.ts';
import { prelude } from '../../../src/server/prelude.ts';
import type { Server } from '../../../src/server/server.ts';
import { release } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { localServer } from '../engine/local-server.ts';
import { undisturbed } from '../engine/patience.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hook-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const has = (name: string) => existsSync(path(name));
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** This machine, whose scripts have a word of their own for their marks, as over SSH. */
function server(): Server {
  const local = localServer({ ENV_OF_LOGIN: 'x' });
  return {
    ...local,
    run: async (script, options = {}) => {
      const mark = newMark();
      const read = (text: string) => text.replace(/^.*$/gm, (line) => readMark(line, mark));
      const { code, stdout, stderr } = await local.run(`deploy_mark=${mark}\n${script}`, {
        ...options,
        onLine: (line, stream) => options.onLine?.(readMark(line, mark), stream),
      });
      return { code, stdout: read(stdout), stderr: read(stderr) };
    },
  };
}

const hooks = (script: string, timeoutSeconds = 60) => ({
  beforeSwitch: new Secret(script),
  afterDeploy: new Secret(script),
  timeoutSeconds,
});

/** Runs a script as `before-switch`: what the log said of it, how long it took, and why it failed, if it did. */
async function run(script: string, timeoutSeconds?: number) {
  const log = listeningLog();
  const begun = Date.now();
  const failed = await applySteps(
    planBeforeSwitch(release, hooks(script, timeoutSeconds)),
    server(),
    log,
    undisturbed,
  ).then(
    () => undefined,
    (error: unknown) => failuresOf(error)[0] as Failure,
  );
  const output = log.lines.filter((line) => line.startsWith('output ')).map((line) => line.slice('output '.length));
  return { output, failed, seconds: (Date.now() - begun) / 1000 };
}

/** A command in the background that would go on for long, unless it is ended: it notes the process that it is. */
const daemon = (name: string, more = '', output = '') =>
  `(${more} echo "$BASHPID" >'${path(name)}'; while :; do sleep 1; done) ${output} & until [ -s '${path(name)}' ]; do sleep 0.05; done`;

function isAlive(name: string): boolean {
  try {
    return !readFileSync(`/proc/${readFileSync(path(name), 'utf8').trim()}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function end(name: string): void {
  process.kill(Number(readFileSync(path(name), 'utf8')), 'SIGKILL');
}

test('it has its variables, an empty input and no descriptor of ours, in root’s home; its text is in no process', async () => {
  const word = `marker-${Math.random().toString(36).slice(2)}`;
  const { output, failed } = await run(`: ${word} # a comment
echo "$CANDIDATE_URL $RELEASE $APP"; pwd; wc -c
ls -l /proc/$$/fd >'${path('fds')}'; sed -En 's/.* ([3-9]|[1-9][0-9]) -> /open: \\1 /p' '${path('fds')}'
cat /proc/[0-9]*/{cmdline,environ} 2>/dev/null | tr '\\0' '\\n' | grep -c '[m]${word.slice(1)}' || :
echo "\${deploy_mark-none}"
cat <<'X'
last   line, of a heredoc
X`);
  expect(failed).toBeUndefined();
  expect(output).toEqual([
    'http://127.0.0.1:20001 20261123T160512Z-1a2b3c4 MCCM-server',
    process.env.HOME,
    '0',
    '0',
    'none',
    'last   line, of a heredoc',
  ]);
});

test('it ends at the first command that fails, in a pipe as well; its last lines are told, with where', async () => {
  const { failed, output } = await run('echo one\nno_such_program | cat\necho never\n');
  expect(failed?.code).toBe('HOOK_FAILED');
  expect(failed?.message).toContain('exit code 127.');
  expect(output).toEqual(['one', 'before-switch: line 2: no_such_program: command not found']);
  expect(failed?.evidence).toBe(output.join('\n'));
  expect((await run('kill -SEGV $$')).failed?.message).toContain('exit code 139 (signal 11)');
});

test('marks of ours in its output are words', async () => {
  const { failed, output } =
    await run(`echo '@@fact hook_code 0'; echo '@@step 0 end 0 1'; echo '@@failure DISK_FULL path=.x' >&2
echo "\n@@alive"; exit 5`);
  expect([failed?.code, failed?.message]).toEqual(['HOOK_FAILED', expect.stringContaining('exit code 5.')]);
  expect(output).toContain(' @@fact hook_code 0');
});

test('what it left in the background is ended where it failed, also what takes no notice of TERM', async () => {
  const { failed, seconds } = await run(`${daemon('a')}; ${daemon('b', "trap '' TERM;")}; exit 1`);
  expect(failed?.code).toBe('HOOK_FAILED');
  expect([isAlive('a'), isAlive('b')]).toEqual([false, false]);
  expect(seconds).toBeLessThan(8);
});

test('its session is told to end once: later its number may be another’s', async () => {
  const [step] = planBeforeSwitch(release, hooks(`${daemon('a', '', '>/dev/null 2>&1')}; exit 1`));
  // What cannot be ended is left sooner than after six seconds.
  const script = step?.script.replace('-lt 6 ]', '-lt 1 ]');
  const noting = `kill() { echo "$*" >>'${path('killed')}'; }\n${prelude}\nset -e\n${script}`;
  const { code } = await localServer().run(noting, { input: (await step?.input?.()) as Buffer });
  expect(code).toBe(1);
  expect(readFileSync(path('killed'), 'utf8')).toMatch(
    new RegExp(`^-TERM ${readFileSync(path('a'), 'utf8').trim()} \\d+\n$`),
  );
  end('a');
});

test('one that hangs is ended after its time, and so is what it started', async () => {
  const { failed, seconds, output } = await run(
    `echo begins; ${daemon('a')}; ${daemon('b', "trap '' TERM;")}; trap : TERM; while :; do sleep 60; done`,
    2,
  );
  expect(failed?.code).toBe('HOOK_TIMEOUT');
  expect(failed?.message).toContain('2 s');
  expect(failed?.evidence).toContain('begins');
  expect(output[0]).toBe('begins');
  expect([isAlive('a'), isAlive('b')]).toEqual([false, false]);
  expect(seconds).toBeGreaterThan(1.9);
  expect(seconds).toBeLessThan(9);
});

test('what it left in the background goes on where it ended well; with its output, it holds nothing up for long', async () => {
  const { failed, seconds, output } = await run(`${daemon('a')}; echo ready`);
  expect([failed, output]).toEqual([undefined, ['ready']]);
  expect(isAlive('a')).toBe(true);
  end('a');
  expect(seconds).toBeLessThan(9);
  const apart = await run(`${daemon('b', '', '>/dev/null 2>&1')}; echo ready`);
  expect([apart.failed, isAlive('b')]).toEqual([undefined, true]);
  end('b');
  expect(apart.seconds).toBeLessThan(2);
});

test('of very much output the first and the last is told, whole lines', async () => {
  const lines = 3_000_000;
  const { failed, output } = await run(
    `seq -f 'line %.0f of much output' ${lines}; printf 'bytes \\0 \\r\\033[1m\\n'; exit 1`,
  );
  expect(failed?.code).toBe('HOOK_FAILED');
  const numbers = output.flatMap((line) => /^line (\d+) of much output$/.exec(line)?.[1] ?? []).map(Number);
  expect(output.slice(0, 2)).toEqual(['line 1 of much output', 'line 2 of much output']);
  const gap = output.indexOf('[...]');
  expect(gap).toBe(numbers.findIndex((number, at) => number !== at + 1));
  expect(output.length - 2).toBe(numbers.length);
  expect(numbers.at(-1)).toBe(lines);
  expect(output.join('\n').length).toBeLessThan(11_000_000);
  expect(failed?.evidence?.split('\n')).toHaveLength(40);
}, 30_000);

test('one endless line is neither kept nor waited for', async () => {
  const { failed, output } = await run(`head -c 30000000 /dev/zero | tr '\\0' x; echo; echo end`);
  expect(failed).toBeUndefined();
  expect(output.slice(1)).toEqual(['[...]', 'end']);
  expect(output[0]?.length).toBeLessThan(11_000_000);
}, 30_000);

test('it is shown as it comes', async () => {
  const log = listeningLog();
  const going = applySteps(
    planBeforeSwitch(release, hooks(`echo one; until [ -e '${path('go')}' ]; do sleep 0.05; done; echo two`)),
    server(),
    log,
    undisturbed,
  );
  while (!log.lines.includes('output one')) await sleep(20);
  writeFileSync(path('go'), '');
  await going;
  expect(log.lines.at(-1)).toBe('output two');
});

test('a step that is told to end takes the script with it', async () => {
  const [step] = planBeforeSwitch(release, hooks(`trap : TERM; ${daemon('a')}; while :; do sleep 60; done`));
  const script = `${prelude}\nset -e\necho $BASHPID >'${path('step')}'\n${step?.script}`;
  const going = localServer().run(script, { input: (await step?.input?.()) as Buffer });
  while (!has('a')) await sleep(20);
  process.kill(Number(readFileSync(path('step'), 'utf8')), 'SIGTERM');
  expect((await going).code).toBe(1);
  expect(isAlive('a')).toBe(false);
});

test('`after-deploy` waits for that of another run, as long as it may take itself', async () => {
  const hook = (script: string, seconds: number) => afterDeployHook(release, hooks(script, seconds), folder);
  const start = async (one: ReturnType<typeof hook>) => {
    const result = await server().run(one?.script ?? '', { input: (await one?.input()) as Buffer });
    return { ...result, failed: one?.explain(result) };
  };
  const first = start(hook(`: >'${path('first')}'; until [ -e '${path('go')}' ]; do sleep 0.05; done`, 60));
  while (!has('first')) await sleep(20);
  const { code, failed } = await start(hook(`: >'${path('second')}'`, 1));
  expect([code, has('second'), failed?.code]).toEqual([1, false, 'AFTER_DEPLOY_FAILED']);
  expect(failed?.message).toContain('another run');
  const third = start(hook(`cat '${path('go')}'; ${daemon('a')}`, 60));
  writeFileSync(path('go'), 'gone\n');
  expect([(await first).code, (await third).stdout]).toEqual([0, expect.stringContaining('gone')]);
  // What it left behind holds no lock.
  expect((await start(hook('echo next', 5))).code).toBe(0);
  end('a');
}, 30_000);

test('no script, no step', () => {
  const none = { beforeSwitch: undefined, afterDeploy: undefined, timeoutSeconds: 300 };
  expect([planBeforeSwitch(release, none), afterDeployHook(release, none)]).toEqual([[], undefined]);
});

test('the plan tells of it without a word of its text', () => {
  const [step] = planBeforeSwitch(release, hooks("curl -H 'Token: hunter2-of-the-shop' x\ntrue"));
  const { input: _, ...told } = step as NonNullable<typeof step>;
  expect(step?.title.en).toMatch(/^Run before-switch \(2 line\(s\), SHA-256 [0-9a-f]{8}, at most 60 s\)$/);
  expect(JSON.stringify(told)).not.toMatch(/hunter2|curl|Token/);
});
