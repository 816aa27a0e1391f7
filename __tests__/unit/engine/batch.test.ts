import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyIndependently, applySteps, type Guard } from '../../../src/engine/apply.ts';
import { endBatches } from '../../../src/engine/batch-end.ts';
import { readBatch } from '../../../src/engine/batch-output.ts';
import { renderBatch } from '../../../src/engine/batch-script.ts';
import { failure } from '../../../src/messages/failure.ts';
import { type Holding, holdingOf } from '../../../src/server/holding.ts';
import { holderFile, stopFile } from '../../../src/server/lock-script.ts';
import { prelude } from '../../../src/server/prelude.ts';
import type { ScriptOptions } from '../../../src/server/server.ts';
import { notesFolder } from '../../../src/server/step-notes.ts';
import { listeningLog } from './listening-log.ts';
import { localServer, runBash } from './local-server.ts';
import { undisturbed } from './patience.ts';
import { runnerStep, serverStep } from './steps.ts';

const token = '0123456789abcdef';
let folder: string;
let holding: Holding;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'));
  mkdirSync(notesFolder('a', join(folder, 'locks')), { recursive: true });
  holding = holdingOf({ app: 'a', host: 'h', holder: { token } }, join(folder, 'locks'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const locks = () => join(folder, 'locks');
const path = (name: string) => join(folder, name);
const has = (name: string) => existsSync(path(name));
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 10));
}

/** What the keeper of the lock is to the scripts: it keeps the file of its holder locked until its input ends. */
function keeper(holder = token) {
  const file = holderFile('a', locks());
  writeFileSync(file, `{"who":"a","token":"${holder}"}\n`);
  const child = spawn('flock', ['-w', '5', file, 'cat'], { stdio: ['pipe', 'ignore', 'inherit'] });
  return { end: () => child.stdin.end(), ended: new Promise((done) => child.on('close', done)) };
}

/** A lock whose keeper is {@link keeper}. */
const guard = (): Guard => ({
  holding,
  stop: () => writeFileSync(stopFile(token, locks()), ''),
  during: (work) => work(),
  regain: () => Promise.reject(new Error('no test needs it')),
});

/** Whether the keeper's lock is taken by now. */
const held = async () => (await runBash(['-c', `flock -n '${holderFile('a', locks())}' true`])).code === 1;

test('each step has its output to the byte, its own input, its own shell and its own time, in one exchange', async () => {
  const server = localServer();
  const bytes = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7) % 256));
  writeFileSync(path('input'), bytes);
  const seen: string[] = [];
  const look = (id: string, script: string, more = {}) =>
    serverStep(id, script, {
      notice: ({ stdout, stderr }) => {
        seen.push(`${id}:${stdout}:${stderr}`);
        return [];
      },
      ...more,
    });
  const records = await applySteps(
    [
      look('a', 'x=1; cd /; printf "no line end"; printf "err\\n\\n" >&2'),
      look('b', `printf %s "\${x-unset}"; cmp - '${path('input')}'; sleep 0.3`, { input: async () => bytes }),
      look('c', 'echo; echo; cat; [ "$SECONDS" = 0 ]'),
      look('d', 'head -c 1', { input: async () => Buffer.alloc(300_000, 'z') }),
    ],
    server,
    listeningLog(),
    undisturbed,
  );
  expect(seen).toEqual(['a:no line end:err\n\n', 'b:unset:', 'c:\n\n:', 'd:z:']);
  expect(server.scripts).toHaveLength(1);
  expect(records[1]?.seconds).toBeGreaterThan(0.29);
  expect(records[0]?.seconds).toBeLessThan(0.29);
});

test('what is streamed is told in the group of its step while it goes on, empty lines and all', async () => {
  const log = listeningLog();
  const slow = serverStep('b', `echo one; echo; echo two; until [ -e '${path('go')}' ]; do sleep 0.01; done`, {
    streams: true,
  });
  const applied = applySteps(
    [serverStep('a', 'echo hidden'), slow, serverStep('c', '')],
    localServer(),
    log,
    undisturbed,
  );
  await until(() => log.lines.includes('output two'));
  expect(log.lines).toEqual(['group a', 'group b', 'output one', 'output ', 'output two']);
  writeFileSync(path('go'), '');
  await applied;
  expect(log.lines.slice(5)).toEqual(['group c']);
});

test('a step may be silent for as long as it says, and no other one', async () => {
  const limits: unknown[] = [];
  const local = localServer();
  let limit: ScriptOptions['stallSeconds'];
  const server = {
    ...local,
    run: (script: string, options: ScriptOptions = {}) => {
      limit = options.stallSeconds;
      return local.run(script, options);
    },
  };
  const look = () => void limits.push(typeof limit === 'function' ? limit() : limit);
  const log = { ...listeningLog(), output: look };
  const says = (id: string, more = {}) => serverStep(id, 'echo; echo x; sleep 0.1', { streams: true, ...more });
  await applySteps([says('a'), says('b', { silentSeconds: 1800 }), says('c')], server, log, undisturbed);
  expect(limits).toEqual([undefined, undefined, 1800, 1800, undefined, undefined]);
});

test('a large input follows its script, which is that of this step alone', async () => {
  const server = localServer();
  const bytes = Buffer.alloc(2_000_000, 'x');
  const large = serverStep('b', `cat >'${path('out')}'`, { input: async () => bytes });
  await applySteps(
    [serverStep('a', ''), large, serverStep('c', ''), serverStep('d', '')],
    server,
    listeningLog(),
    undisturbed,
  );
  expect(server.scripts).toHaveLength(3);
  expect(readFileSync(path('out')).equals(bytes)).toBe(true);
});

test('independent steps: one that fails is undone alone and stops none of the others', async () => {
  const [server, log] = [localServer(), listeningLog()];
  const notes = (id: string, after = '') => serverStep(id, `: >'${path(id)}'\n${after}`, { undo: `rm '${path(id)}'` });
  const failed = await applyIndependently(
    [notes('a'), notes('b', 'failure PACKAGES_LOCKED manager=apt'), notes('c', 'exit 3'), notes('d')],
    server,
    log,
    undisturbed,
  );
  expect(failed.map(({ code }) => code)).toEqual(['PACKAGES_LOCKED', 'STEP_FAILED']);
  expect(['a', 'b', 'c', 'd'].map(has)).toEqual([true, false, false, true]);
  expect(log.lines.filter((line) => line.startsWith('info'))).toEqual(['info Undone: c', 'info Undone: b']);
});

test('no step begins once the keeper of the lock is gone, and none where another run has it', async () => {
  const one = keeper();
  while (!(await held())) await new Promise((done) => setTimeout(done, 10));
  const waits = serverStep('a', `: >'${path('a')}'; until [ -e '${path('go')}' ]; do sleep 0.01; done`);
  const applied = applySteps([waits, serverStep('b', `: >'${path('b')}'`)], localServer(), listeningLog(), {
    ...undisturbed,
    guard: guard(),
  });
  applied.catch(() => {});
  await until(() => has('a'));
  one.end();
  await one.ended;
  writeFileSync(path('go'), '');
  await expect(applied).rejects.toMatchObject({ code: 'LOCK_LOST' });
  expect(has('b')).toBe(false);

  const other = keeper('fedcba9876543210');
  while (!(await held())) await new Promise((done) => setTimeout(done, 10));
  const [script] = [renderBatch([{ step: serverStep('b', `: >'${path('b')}'`) }], { holding, independent: false })];
  expect((await localServer().run(script)).stderr).toContain('LOCK_LOST');
  expect(has('b')).toBe(false);
  other.end();
  await other.ended;
});

test('a run that is cancelled ends the step it is in, begins no other, and then takes back what began', async () => {
  const one = keeper();
  while (!(await held())) await new Promise((done) => setTimeout(done, 10));
  const person = new AbortController();
  const log = listeningLog();
  const note = (id: string, words: string) => `echo ${words} >>'${path('trace')}'; : >'${path(id)}'`;
  const step = (id: string, after = '') =>
    serverStep(id, `${note(id, `do-${id}`)}\n${after}`, { undo: note(id, `undo-${id}`), endable: true as const });
  const endless = step('b', 'bash -c "sleep 60; true"\necho never');
  const applied = applySteps([step('a'), endless, step('c')], localServer(), log, {
    ...undisturbed,
    cancelled: person.signal,
    guard: guard(),
  });
  applied.catch(() => {});
  await until(() => has('b'));
  const begun = performance.now();
  person.abort();
  await expect(applied).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(readFileSync(path('trace'), 'utf8').trim().split('\n')).toEqual(['do-a', 'do-b', 'undo-b', 'undo-a']);
  expect(log.lines.filter((line) => line.startsWith('info'))).toEqual(['info Undone: b', 'info Undone: a']);
  one.end();
  await one.ended;
});

test('of steps that stand alone, the one that a cancel meets is waited for and undone; what had ended stays', async () => {
  const one = keeper();
  while (!(await held())) await new Promise((done) => setTimeout(done, 10));
  const person = new AbortController();
  const ended: string[] = [];
  const log = listeningLog();
  const step = (id: string, after = '') =>
    serverStep(id, `: >'${path(id)}'\n${after}`, { phase: 'provision', undo: `rm '${path(id)}'` });
  const applied = applySteps(
    [step('a'), step('b', `sleep 1; : >'${path('whole')}'`), step('c')],
    localServer(),
    log,
    { ...undisturbed, cancelled: person.signal, guard: guard(), ended: ({ id }) => void ended.push(id) },
    'in-turn',
  );
  applied.catch(() => {});
  // By then the end of the one before is known.
  await until(() => has('b') && log.lines.includes('group b'));
  person.abort();
  await expect(applied).rejects.toMatchObject({ code: 'CANCELLED' });
  expect([['a', 'b', 'whole', 'c'].map(has), ended]).toEqual([[true, false, true, false], ['a']]);
  one.end();
  await one.ended;
});

test('a batch that never noted anything, or is over, is not waited for', async () => {
  const note = holding.note('1');
  const script = (number: number) =>
    `${prelude}${endBatches([{ holding, note }])}\nhas_begun '${note}' ${number} && echo begun || echo not`;
  expect((await localServer().run(script(1))).stdout).toBe('begun\n');
  writeFileSync(note, '0 0\n');
  expect((await localServer().run(script(0))).stdout).toBe('begun\n');
  expect((await localServer().run(script(1))).stdout).toBe('not\n');
});

test('nothing is taken back under a batch that does not end in time', async () => {
  const note = holding.note('1');
  writeFileSync(note, '0 0 \n');
  const work = spawn('bash', ['-c', `exec 7>>'${note}'; flock 7; exec sleep 60`], { stdio: 'ignore' });
  while ((await runBash(['-c', `flock -n '${note}' true`])).code === 0);
  const opening = `${prelude}${endBatches([{ holding, note }], 1)}`;
  expect(await localServer().run(`${opening}\necho taken back`)).toMatchObject({ code: 0, stdout: '' });
  work.kill('SIGKILL');
});

test('an output that ends in the middle of a step tells which began', () => {
  const stdout = '@@step 0 begin 10.0\nx\n@@step 0 end 0 12.5\n@@step 1 begin 12.5\nhalf';
  const { steps } = readBatch({ code: null, stdout, stderr: '@@step 0 begin -\ny' });
  expect(steps).toEqual([
    { number: 0, result: { code: 0, stdout: 'x', stderr: 'y' }, seconds: 2.5 },
    { number: 1, result: { code: null, stdout: 'half', stderr: '' }, seconds: 0 },
  ]);
});

test('what runs beside a step of the runner is told after it, and both are undone when one fails', async () => {
  const log = listeningLog();
  const trace: string[] = [];
  const upload = runnerStep('jar', async (_, told) => {
    await until(() => has('pulled'));
    told.info({ en: 'sent', zh: 'sent' });
    trace.push('sent');
  });
  const pull = serverStep('pull', `: >'${path('pulled')}'; echo layer; exit 1`, {
    beside: 'jar',
    streams: true,
    undo: `: >'${path('undone')}'`,
    explain: () => failure('DOCKER_SNAP', {}),
  });
  const steps = [{ ...upload, undo: async () => void trace.push('undone') }, pull, serverStep('next', '')];
  await expect(applySteps(steps, localServer(), log, undisturbed)).rejects.toMatchObject({ code: 'DOCKER_SNAP' });
  expect(log.lines.slice(0, 4)).toEqual(['group jar', 'info sent', 'group pull', 'output layer']);
  expect(trace).toEqual(['sent', 'undone']);
  expect(has('undone')).toBe(true);
});

test('where a step of the runner fails for good, those beside it have the server do nothing more', async () => {
  const local = localServer();
  const asked: (AbortSignal | undefined)[] = [];
  const server = {
    ...local,
    run: (script: string, options: ScriptOptions = {}) => {
      asked.push(options.signal);
      return local.run(script, options);
    },
  };
  let regained = 0;
  const guard: Guard = {
    ...{ holding, stop: () => {}, during: (work) => work() },
    regain: async () => {
      regained += 1;
    },
  };
  const told: string[] = [];
  const full = failure('UPLOAD_FAILED', { host: 'h', path: 'p' });
  const jar = runnerStep('jar', async () => {
    await until(() => asked.length > 0);
    throw full;
  });
  const pull = runnerStep(
    'pull',
    async (given) => {
      await given.run('true');
      await new Promise((done) => setTimeout(done, 100));
      // By now it is being taken back.
      await given.run('true').catch((error: Error) => told.push(error.message));
      told.push('ended');
      throw failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' });
    },
    { beside: 'jar', resumes: true, undo: async () => void told.push('undone') },
  );
  await expect(applySteps([jar, pull], server, listeningLog(), { ...undisturbed, guard })).rejects.toBe(full);
  expect(asked.map((signal) => signal?.aborted)).toEqual([true]);
  await until(() => told.includes('ended'));
  await new Promise((done) => setTimeout(done, 50));
  expect([told, regained]).toEqual([['undone', full.message, 'ended'], 0]);
});

test.each([
  ['gzip', 'an input that repeats itself '.repeat(400)],
  ['base64', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251)).toString('latin1')],
])(
  'a step whose input was cut short, as %s was killed, has failed; one that reads no further has not',
  async (program, words) => {
    const bytes = Buffer.from(words, 'latin1');
    const step = (id: string, script: string) => ({ step: serverStep(id, script), input: bytes });
    const killed = { ...localServer({ BASH_ENV: path('start') }) };
    writeFileSync(path('start'), `${program}() { command ${program} "$@" | head -c 100; kill -KILL "$BASHPID"; }\n`);
    const script = renderBatch([step('a', 'cat >/dev/null'), step('b', '')], { independent: false });
    const codes = ({ steps }: ReturnType<typeof readBatch>) => steps.map(({ result }) => result.code);
    expect(codes(readBatch(await killed.run(script)))).toEqual([137]);
    const idle = renderBatch([step('a', 'exec <&-'), step('b', 'cat >/dev/null; exit 3')], { independent: false });
    expect(codes(readBatch(await localServer().run(idle)))).toEqual([0, 3]);
  },
);

test('where the server takes no further script at a time, what would run beside a step runs after it', async () => {
  const local = localServer();
  let sent = false;
  const server = {
    ...local,
    run: (script: string, options?: ScriptOptions) =>
      sent
        ? local.run(script, options)
        : Promise.reject(failure('CHANNEL_REFUSED', { host: 'h', detail: '', needed: 3 })),
  };
  const upload = runnerStep('jar', async () => {
    await new Promise((done) => setTimeout(done, 50));
    sent = true;
  });
  const records = await applySteps(
    [upload, serverStep('pull', '', { beside: 'jar' }), serverStep('next', '')],
    server,
    listeningLog(),
    undisturbed,
  );
  expect(records.map(({ id }) => id)).toEqual(['jar', 'pull', 'next']);
});

test('a step of the runner beside another one goes on by itself once that is over', async () => {
  const lost = failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' });
  let regained = 0;
  const guard: Guard = {
    holding,
    stop: () => {},
    during: (work) => work(),
    regain: async () => {
      regained += 1;
    },
  };
  let sent = 0;
  let pulls = 0;
  const upload = runnerStep(
    'jar',
    async () => {
      if (sent++ > 0) return;
      await until(() => pulls === 1);
      throw lost;
    },
    { resumes: true },
  );
  // Lost with the upload, which has it begun again; then once more, when that is over.
  const pull = runnerStep(
    'pull',
    async () => {
      pulls += 1;
      if (pulls === 2) await new Promise((done) => setTimeout(done, 50));
      if (pulls < 3) throw lost;
    },
    { resumes: true, beside: 'jar' },
  );
  const records = await applySteps([upload, pull], localServer(), listeningLog(), { ...undisturbed, guard });
  expect(records.map(({ id }) => id)).toEqual(['jar', 'pull']);
  expect([sent, pulls, regained]).toEqual([2, 3, 2]);
});
