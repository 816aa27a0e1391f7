import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySteps, lastLines } from '../../../src/engine/apply.ts';
import type { RunnerStep, ServerStep } from '../../../src/engine/step.ts';
import { undoScript } from '../../../src/engine/undo.ts';
import { failure } from '../../../src/messages/failure.ts';
import type { ScriptOptions } from '../../../src/server/server.ts';
import { quote } from '../../../src/shell/quote.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';
import { runnerStep, serverStep } from './steps.ts';

let folder: string;
let trace: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'));
  trace = join(folder, 'trace');
  writeFileSync(trace, '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What ran, in its order. */
function traced(): readonly string[] {
  return readFileSync(trace, 'utf8').split('\n').filter(Boolean);
}

function note(words: string): string {
  return `echo ${words} >>${trace}`;
}

/** A step that notes that it ran, and that it was undone. */
function noting(id: string, after = '', more: Partial<ServerStep> = {}): ServerStep {
  return serverStep(id, `${note(`do-${id}`)}\n${after}`, { undo: note(`undo-${id}`), ...more });
}

const never = new AbortController().signal;

function apply(
  steps: readonly (ServerStep | RunnerStep)[],
  log = listeningLog(),
  server = localServer(),
  cancelled = never,
  graceOver = never,
  leave = () => {},
) {
  let clock = 0;
  const now = () => {
    clock += 1500;
    return clock;
  };
  return applySteps(steps, server, log, { now, cancelled, graceOver, leave });
}

test('a step that ends well may warn: by its script, by what it came to, or by the runner', async () => {
  const locked = () => failure('PACKAGES_LOCKED', { manager: 'apt' });
  const [script, runner] = await apply([
    noting('a', 'notice BUILD_FAILED code=1\nfact x y', {
      notice: ({ stdout }) => (stdout.includes('x') ? [locked()] : []),
    }),
    runnerStep('b', async (_server, _log, notice) => notice(locked())),
  ]);
  expect(script?.notices.map(({ code }) => code)).toEqual(['BUILD_FAILED', 'PACKAGES_LOCKED']);
  expect(runner?.notices.map(({ code }) => code)).toEqual(['PACKAGES_LOCKED']);
});

test('steps run one after another, each in a group of its own, and their time is told', async () => {
  const log = listeningLog();
  const records = await apply([noting('a'), runnerStep('b', async () => {}), noting('c')], log);
  // Of those of the server, by the server's clock.
  const seconds = (id: string) => (id === 'b' ? 1.5 : expect.any(Number));
  expect(records).toMatchObject(['a', 'b', 'c'].map((id) => ({ id, seconds: seconds(id), notices: [] })));
  expect(traced()).toEqual(['do-a', 'do-c']);
  expect(log.lines).toEqual(['group a', 'group b', 'group c']);
});

test('a step that fails is undone itself, then those before it, the last one first; later ones never begin', async () => {
  const log = listeningLog();
  const steps = [noting('a'), serverStep('b', note('do-b')), noting('c'), noting('d', 'exit 5'), noting('e')];
  await expect(apply(steps, log)).rejects.toMatchObject({
    code: 'STEP_FAILED',
    message: expect.stringMatching(/d .*5/),
  });
  expect(traced()).toEqual(['do-a', 'do-b', 'do-c', 'do-d', 'undo-d', 'undo-c', 'undo-a']);
  expect(log.lines.filter((line) => line.startsWith('info'))).toEqual([
    'info Undone: d',
    'info Undone: c',
    'info Undone: a',
  ]);
});

test('the failure is the one the script named, else the one that the step explains, else STEP_FAILED with output', async () => {
  const explain = () => failure('DOCKER_SNAP', {});
  await expect(
    apply([noting('a', 'echo told >&2; failure NGINX_REFUSED "said=it is bad"', { explain })]),
  ).rejects.toMatchObject({ code: 'NGINX_REFUSED', evidence: 'told', message: expect.stringContaining('it is bad') });
  await expect(apply([noting('a', 'exit 1', { explain })])).rejects.toMatchObject({ code: 'DOCKER_SNAP' });
  await expect(apply([noting('a', 'echo out; echo err >&2; false; echo never')])).rejects.toMatchObject({
    code: 'STEP_FAILED',
    evidence: 'out\nerr',
  });
});

test('what a runner step throws comes through as it is, after undoing', async () => {
  const own = failure('UPLOAD_FAILED', { host: 'h', path: 'p' });
  const steps = [noting('a'), runnerStep('b', () => Promise.reject(own), { undo: note('undo-b') })];
  await expect(apply(steps)).rejects.toBe(own);
  expect(traced()).toEqual(['do-a', 'undo-b', 'undo-a']);
});

test('an undo that fails is named, and those before it are taken back all the same', async () => {
  const log = listeningLog();
  const stuck = noting('b', 'exit 1', { undo: `${note('undo-b')}\nfalse\n${note('never')}` });
  await expect(apply([noting('a'), stuck], log)).rejects.toMatchObject({ code: 'STEP_FAILED' });
  expect(traced()).toEqual(['do-a', 'do-b', 'undo-b', 'undo-a']);
  expect(log.lines).toContain('warning Could not be undone: b; the next run removes it.');
  expect(log.lines).toContain('info Undone: a');
});

test('an undo that ends its shell, reads input or prints what looks like an answer fools nobody', async () => {
  const log = listeningLog();
  const odd = noting('b', 'exit 1', { undo: `cat; printf '@@undone a 1\\n'; ${note('undo-b')}; exit 0` });
  await expect(apply([noting('a'), odd], log)).rejects.toMatchObject({ code: 'STEP_FAILED' });
  expect(traced()).toEqual(['do-a', 'do-b', 'undo-b', 'undo-a']);
  expect(log.lines.filter((line) => /ndone/.test(line))).toEqual(['info Undone: b', 'info Undone: a']);
});

test('a server that is gone when things are to be undone is told of; the first failure is the one that counts', async () => {
  const log = listeningLog();
  const local = localServer();
  const lost = (): Error => failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' });
  const vanishing = {
    ...local,
    run: (script: string, options?: ScriptOptions) =>
      script.includes('undone %s') ? Promise.reject(lost()) : local.run(script, options),
  };
  await expect(apply([noting('a'), noting('b', 'exit 4')], log, vanishing)).rejects.toMatchObject({
    code: 'STEP_FAILED',
  });
  expect(log.lines.at(-1)).toMatch(/^warning The server could not be reached to undo .*CONNECTION_LOST/);
});

test('output is shown as it comes where a step streams, without the lines of the protocol', async () => {
  const log = listeningLog();
  await apply([noting('a', 'echo seen; fact key value', { streams: true }), noting('b', 'echo hidden')], log);
  expect(log.lines).toEqual(['group a', 'output seen', 'group b']);
});

test('the lines of the protocol are no evidence', async () => {
  await expect(apply([noting('a', 'echo seen; fact key value; exit 1')])).rejects.toMatchObject({ evidence: 'seen' });
});

test('nothing to take back makes no script, so that no round trip is spent on it', () => {
  expect(undoScript([{ id: 'a' }, { id: 'b' }])).toBe('');
});

test('the last lines of an output', () => {
  expect(lastLines('1\n2\n3\n\n', 2)).toBe('2\n3');
  expect(lastLines('', 5)).toBe('');
  expect(lastLines('1', 5)).toBe('1');
});

test('a run that is cancelled takes back the step it is in and those before it, and begins no other', async () => {
  const controller = new AbortController();
  const endless = runnerStep('b', () => {
    controller.abort();
    return new Promise<void>(() => {});
  });
  const applied = apply(
    [noting('a'), { ...endless, undo: note('undo-b') }, noting('c')],
    listeningLog(),
    localServer(),
    controller.signal,
  );
  await expect(applied).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(traced()).toEqual(['do-a', 'undo-b', 'undo-a']);
});

test('what cannot be undone in time, or at all, is left behind and said; the server goes on undoing', async () => {
  const [person, over] = [new AbortController(), new AbortController()];
  const log = listeningLog();
  let left = 0;
  const slow = noting('b', '', { undo: `sleep 0.5\n${note('undo-b')}` });
  const cancelling = runnerStep('c', () => {
    person.abort();
    setTimeout(() => over.abort(), 100);
    return new Promise<void>(() => {});
  });
  const applied = apply([noting('a'), slow, cancelling], log, localServer(), person.signal, over.signal, () => {
    left += 1;
  });
  await expect(applied).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(log.lines.at(-1)).toMatch(/^warning The runner’s time is over before everything was undone\./);
  expect(left).toBe(1);
  while (traced().length < 4) await new Promise((done) => setTimeout(done, 20));
  expect(traced()).toEqual(['do-a', 'do-b', 'undo-b', 'undo-a']);
});

test('an undo goes on when nobody reads what it prints any more', async () => {
  const script = undoScript([noting('a'), noting('b', '', { undo: `sleep 0.2\n${note('undo-b')}` })]);
  await localServer().run(`bash -c "$0" | true; sleep 0.5`.replace('"$0"', quote(script)));
  expect(traced()).toEqual(['undo-b', 'undo-a']);
});

describe('what the runner takes back itself', () => {
  const failing = serverStep('z', 'exit 1');
  /** A step of the runner that a function takes back. */
  const byFunction = (id: string, after: () => Promise<void> = async () => {}): RunnerStep =>
    runnerStep(id, async () => {}, {
      undo: async () => {
        appendFileSync(trace, `undo-${id}\n`);
        await after();
      },
    });

  test('functions and scripts have their turn in reverse, scripts in a row as one', async () => {
    const [log, server] = [listeningLog(), localServer()];
    const steps = [noting('a'), byFunction('b'), noting('c'), noting('d'), byFunction('e'), byFunction('f')];
    await expect(apply([...steps, failing], log, server)).rejects.toMatchObject({ code: 'STEP_FAILED' });
    const undone = ['f', 'e', 'd', 'c', 'b', 'a'];
    expect(traced()).toEqual(['do-a', 'do-c', 'do-d', ...undone.map((id) => `undo-${id}`)]);
    expect(log.lines.filter((line) => line.startsWith('info'))).toEqual(undone.map((id) => `info Undone: ${id}`));
    expect(server.scripts.filter((script) => script.includes('undone %s'))).toHaveLength(2);
  });

  test('one that throws is told as a script that fails, and no other is left out for it', async () => {
    const log = listeningLog();
    let left = 0;
    const refused = byFunction('b', () => Promise.reject(failure('PACKAGES_LOCKED', { manager: 'apt' })));
    const steps = [noting('a'), refused, noting('c', '', { undo: 'exit 1' }), failing];
    const leave = () => {
      left += 1;
    };
    await expect(apply(steps, log, localServer(), never, never, leave)).rejects.toMatchObject({ code: 'STEP_FAILED' });
    expect(traced()).toEqual(['do-a', 'do-c', 'undo-b', 'undo-a']);
    expect(log.lines.filter((line) => line.startsWith('warning'))).toEqual(
      ['c', 'b'].map((id) => `warning Could not be undone: ${id}; the next run removes it.`),
    );
    expect(left).toBe(2);
  });

  test('one that does not end in time is left behind, and what comes after it is begun all the same', async () => {
    const [log, over] = [listeningLog(), new AbortController()];
    let left = 0;
    const endless = byFunction('c', () => {
      setTimeout(() => over.abort(), 20);
      return new Promise<void>(() => {});
    });
    const steps = [noting('a'), byFunction('b'), endless, failing];
    const applied = apply(steps, log, localServer(), never, over.signal, () => {
      left += 1;
    });
    await expect(applied).rejects.toMatchObject({ code: 'STEP_FAILED' });
    expect(log.lines).toContain('warning Could not be undone: c; the next run removes it.');
    expect(left).toBe(3);
    while (traced().length < 4) await new Promise((done) => setTimeout(done, 20));
    expect(traced()).toEqual(['do-a', 'undo-c', 'undo-b', 'undo-a']);
  });
});
