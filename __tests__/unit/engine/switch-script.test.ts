import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failedStep, outcomeOf } from '../../../src/engine/journal.ts';
import type { SwitchStep } from '../../../src/engine/step.ts';
import { parseFailureLine } from '../../../src/server/script-protocol.ts';
import { openPrograms } from '../resources/programs.ts';
import { runBash } from './local-server.ts';
import { openSwitchRun, type SwitchRun } from './switch-run.ts';

let run: SwitchRun;
beforeEach(() => {
  run = openSwitchRun();
});
afterEach(() => run.remove());

const forward = ['write', 'test', 'stop', 'start', 'await', 'swap', 'reload', 'prove'] as const;
const after = ['drain', 'retire', 'rename', 'record', 'prune'] as const;

/** A step in every stage, named after it; `special` replaces some. Given in no order at all. */
function steps(special: Readonly<Record<string, SwitchStep>> = {}): readonly SwitchStep[] {
  return [...after, ...forward].map((stage) => special[stage] ?? run.step(stage, stage));
}

function dos(stages: readonly string[]): readonly string[] {
  return stages.map((stage) => `do-${stage}`);
}

async function waitFor(state: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !state(); ) {
    if (Date.now() > end) throw new Error(`waited in vain\n${run.traced().join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('all goes well: every stage in its order, proven before what cannot be undone', async () => {
  run.render(steps());
  expect(await run.run('run')).toBe(0);
  expect(run.traced()).toEqual([...dos(forward), ...dos(after), 'farewell-committed']);
  expect(run.events()).toEqual([
    ...forward.flatMap((id) => [`begin ${id}`, `done ${id}`]),
    'committed -',
    ...after.flatMap((id) => [`begin ${id}`, `done ${id}`]),
    'outcome committed',
  ]);
});

test.each(forward)('%s fails: it and what was begun before it is undone, the last one first', async (failing) => {
  run.render(
    steps({ [failing]: run.step(failing, failing, 'echo why it is so; failure NGINX_REFUSED "said=no b  c"') }),
  );
  expect(await run.run('run')).not.toBe(0);
  const begun = forward.slice(0, forward.indexOf(failing) + 1);
  const undos = begun.toReversed().map((id) => `undo-${id}`);
  expect(run.traced()).toEqual([...dos(begun), ...undos, 'farewell-undone']);
  const failed = failedStep(run.journal());
  expect(failed?.step).toBe(failing);
  expect(parseFailureLine(failed?.detail ?? '')).toEqual({ code: 'NGINX_REFUSED', parameters: { said: 'no b  c' } });
  expect(outcomeOf(run.journal())).toBe('undone');
  expect(readFileSync(run.folder.output, 'utf8')).toContain('why it is so');
});

test('what the step that failed printed is kept from what its undo and others print', async () => {
  const undo = 'seq 100 | sed "s/^/of an undo: /"';
  run.render(
    steps({
      swap: run.step('swap', 'swap', 'echo of another step', { undo }),
      prove: run.step('prove', 'prove', 'echo of the proof; exit 3', { undo }),
    }),
  );
  expect(await run.run('run')).not.toBe(0);
  expect(readFileSync(`${run.folder.kept}.prove.out`, 'utf8')).toBe('of the proof\n');
  expect(readFileSync(run.folder.output, 'utf8')).toContain('of an undo: 100');
});

test('what bash writes of a long here-document is in the folder of the locks, in memory', async () => {
  const script = `readlink /proc/self/fd/0 <<<"$(printf %0200000d 0)" >${run.directory}/place`;
  run.render(steps({ swap: run.step('swap', 'swap', script) }));
  expect(await run.run('run')).toBe(0);
  expect(readFileSync(join(run.directory, 'place'), 'utf8')).toMatch(`${run.locks}/`);
});

test('a command that fails within a step ends the step there', async () => {
  run.render(steps({ swap: run.step('swap', 'swap', `false\n${run.note('never')}`) }));
  await run.run('run');
  expect(run.traced()).not.toContain('never');
  expect(failedStep(run.journal())).toMatchObject({ step: 'swap', detail: '' });
});

test('an undo that fails is told as stuck, and the others are undone all the same', async () => {
  const undo = `${run.note('undo-swap')}\nfailure NGINX_NOT_STARTED said=x\n${run.note('never')}`;
  run.render(steps({ swap: run.step('swap', 'swap', '', { undo }), prove: run.step('prove', 'prove', 'exit 3') }));
  expect(await run.run('run')).not.toBe(0);
  expect(run.traced().slice(forward.length)).toEqual([
    ...forward.toReversed().map((id) => `undo-${id}`),
    'farewell-undone',
  ]);
  const before = ['await', 'start', 'stop', 'test', 'write'];
  expect(run.events().slice(-12)).toEqual([
    'stuck swap',
    ...before.flatMap((id) => [`undo ${id}`, `undone ${id}`]),
    'outcome stuck',
  ]);
  expect(run.journal().find(({ event }) => event === 'stuck')?.detail).toContain('NGINX_NOT_STARTED');
});

test('what fails after the last proof is a warning: the rest goes on, and the new version stays', async () => {
  run.render(steps({ retire: run.step('retire', 'retire', 'failure PACKAGES_LOCKED') }));
  expect(await run.run('run')).toBe(0);
  expect(run.traced()).toEqual([...dos(forward), ...dos(after), 'farewell-committed']);
  expect(run.events()).toContain('warned retire');
  expect(run.traced().filter((word) => word.startsWith('undo'))).toEqual([]);
  expect(outcomeOf(run.journal())).toBe('committed');
});

test('what a step after the last proof warns of is in the journal, whatever else it prints', async () => {
  run.render(
    steps({ retire: run.step('retire', 'retire', 'echo "@@notice X"; notice PACKAGES_LOCKED a=b; echo more') }),
  );
  expect(await run.run('run')).toBe(0);
  const noticed = run.journal().filter(({ event }) => event === 'noticed');
  expect(noticed.map(({ step, detail }) => `${step} ${detail}`)).toEqual(['retire @@notice PACKAGES_LOCKED a=.b']);
  expect(run.events()).toContain('done retire');
});

test('passes: the second is begun only when the first is proven, and both are undone in reverse', async () => {
  const second = [run.step('prove2', 'prove', 'false', { pass: 2 }), run.step('write2', 'write', '', { pass: 2 })];
  run.render([...second, ...steps()]);
  await run.run('run');
  expect(run.traced()).toEqual([
    ...dos([...forward, 'write2', 'prove2']),
    ...['prove2', 'write2', ...forward.toReversed()].map((id) => `undo-${id}`),
    'farewell-undone',
  ]);
});

test('killed at any place, resuming takes back what was not proven and finishes what was', async () => {
  const places = [...forward, ...after].flatMap((id) => [`do-${id}`, `done-${id}`]);
  for (const place of places) {
    const one = openSwitchRun();
    one.render([...after, ...forward].map((stage) => one.step(stage, stage)));
    await one.run('run', place);
    expect(outcomeOf(one.journal())).toBeUndefined();
    const before = one.traced().length;
    const id = place.replace(/^do(ne)?-/, '');
    await one.run('resume');
    const resumed = one.traced().slice(before);
    const reached = (forward as readonly string[]).indexOf(id);
    if (reached >= 0) {
      const begun = forward.slice(0, reached + 1).toReversed();
      expect([place, ...resumed]).toEqual([place, ...begun.map((step) => `undo-${step}`), 'farewell-undone']);
      expect(outcomeOf(one.journal())).toBe('undone');
    } else {
      const rest = after.slice((after as readonly string[]).indexOf(id));
      expect([place, ...resumed]).toEqual([place, ...dos(rest), 'farewell-committed']);
      expect(outcomeOf(one.journal())).toBe('committed');
    }
    one.remove();
  }
}, 60_000);

test('killed while undoing, resuming undoes everything again: every undo may run twice', async () => {
  run.render(steps({ prove: run.step('prove', 'prove', 'false') }));
  await run.run('run', 'undone-swap');
  expect(outcomeOf(run.journal())).toBeUndefined();
  const before = run.traced().length;
  await run.run('resume');
  expect(run.traced().slice(before)).toEqual([...forward.toReversed().map((id) => `undo-${id}`), 'farewell-undone']);
  expect(outcomeOf(run.journal())).toBe('undone');
});

test('whatever part of the journal reached the disk, resuming ends it the right way', async () => {
  run.render(steps());
  await run.run('run');
  const whole = readFileSync(run.folder.journal, 'utf8').trimEnd().split('\n');
  const committed = whole.findIndex((line) => / committed /.test(line));
  for (let kept = 0; kept < whole.length; kept += 1) {
    // A last line that was cut short counts as not written.
    const torn = kept % 2 === 0 ? '' : (whole[kept] ?? '').slice(0, 12);
    writeFileSync(
      run.folder.journal,
      whole
        .slice(0, kept)
        .map((line) => `${line}\n`)
        .join('') + torn,
    );
    await run.run('resume');
    expect([kept, outcomeOf(run.journal())]).toEqual([kept, kept > committed ? 'committed' : 'undone']);
  }
}, 60_000);

test('a step whose begin cannot be written is not begun, and what was is undone without a journal', async () => {
  const { journal } = run.folder;
  run.render(steps({ test: run.step('test', 'test', `rm ${journal}; mkdir ${journal}`) }));
  expect(await run.run('run')).not.toBe(0);
  expect(run.traced()).toEqual(['do-write', 'do-test', 'undo-test', 'undo-write', 'farewell-undone']);
});

test('a begin that is written but not flushed is none, and the reason is told', async () => {
  const programs = openPrograms();
  programs.put(
    'sync',
    `case $(tail -n 1 "$1") in *' begin swap '*) echo 'sync: error: No space left' >&2; exit 1 ;; esac`,
  );
  run.render(steps());
  const script = `PATH=${programs.folder}/bin:$PATH exec bash ${run.folder.script} run`;
  expect((await runBash(['-c', script])).code).not.toBe(0);
  programs.remove();
  expect(run.traced()).not.toContain('do-swap');
  expect(run.traced().slice(-3)).toEqual(['undo-test', 'undo-write', 'farewell-undone']);
  expect(parseFailureLine(failedStep(run.journal())?.detail ?? '')).toEqual({
    code: 'SWITCH_DISK_FULL',
    parameters: { said: 'sync: error: No space left' },
  });
  expect(outcomeOf(run.journal())).toBe('undone');
});

test('where the commit cannot be written all is undone, also when it is resumed', async () => {
  const programs = openPrograms();
  programs.put('sync', `case $(tail -n 1 "$1") in *' committed '*) exit 1 ;; esac`);
  run.render(steps());
  await runBash(['-c', `PATH=${programs.folder}/bin:$PATH exec bash ${run.folder.script} run`]);
  programs.remove();
  expect(run.traced().slice(-2)).toEqual(['undo-write', 'farewell-undone']);
  const lines = readFileSync(run.folder.journal, 'utf8').split('\n');
  writeFileSync(
    run.folder.journal,
    `${lines
      .slice(
        0,
        lines.findIndex((line) => / undo /.test(line)),
      )
      .join('\n')}\n`,
  );
  await run.run('resume');
  expect(run.traced()).not.toContain('do-record');
  expect(outcomeOf(run.journal())).toBe('undone');
});

test('a step that finds the disk full is told so', async () => {
  run.render(steps({ swap: run.step('swap', 'swap', 'echo x >/dev/full') }));
  await run.run('run');
  expect(parseFailureLine(failedStep(run.journal())?.detail ?? '')).toMatchObject({
    code: 'SWITCH_DISK_FULL',
    parameters: { said: expect.stringContaining('No space left on device') },
  });
});

test('an undo knows whether that of a later step failed', async () => {
  const undo = (id: string, more = ''): Partial<SwitchStep> => ({ undo: `${run.note(`undo-${id}-$stuck`)}\n${more}` });
  run.render([
    run.step('write', 'write', '', undo('write')),
    run.step('swap', 'swap', '', undo('swap', 'exit 1')),
    run.step('prove', 'prove', 'exit 1', undo('prove')),
  ]);
  await run.run('run');
  expect(run.traced().slice(3, -1)).toEqual(['undo-prove-0', 'undo-swap-0', 'undo-write-1']);
});

test('it goes on when it is told to hang up, to stop or to end', async () => {
  const gate = join(run.directory, 'gate');
  const waiting = `until [ -f ${gate} ]; do sleep 0.02; done`;
  run.render(steps({ swap: run.step('swap', 'swap', waiting) }));
  const { pid, ended } = run.start();
  await waitFor(() => run.traced().includes('do-swap'));
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
  writeFileSync(gate, '');
  expect(await ended).toBe(0);
  expect(outcomeOf(run.journal())).toBe('committed');
});

test('two switches take turns, but nobody waits for the aftermath of another', async () => {
  const guard = join(run.directory, 'guard');
  const alone = `mkdir ${guard} || exit 9\nsleep 0.1\nrmdir ${guard}`;
  const other = openSwitchRun(run);
  const otherProven = `until grep -q do-prove ${join(other.directory, 'trace')}; do sleep 0.02; done`;
  run.render(steps({ swap: run.step('swap', 'swap', alone), drain: run.step('drain', 'drain', otherProven) }));
  const entered = `until [ -f ${run.folder.journal} ]; do sleep 0.02; done`;
  other.render([other.step('swap', 'swap', alone), other.step('prove', 'prove')]);
  const first = run.start();
  await runBash(['-c', entered]);
  const second = other.start();
  expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
  expect([run, other].map((one) => outcomeOf(one.journal()))).toEqual(['committed', 'committed']);
  other.remove();
}, 30_000);

test('when the shared lock stays taken, nothing is touched and the reason is told', async () => {
  run.render(steps(), 0);
  await runBash([
    '-c',
    `mkdir -p ${run.locks}; exec 7>${run.locks}/shared.lock; flock 7; bash ${run.folder.script} run`,
  ]);
  expect(run.traced()).toEqual(['farewell-undone']);
  expect(run.events()).toEqual(['failed shared-lock', 'outcome undone']);
  expect(parseFailureLine(failedStep(run.journal())?.detail ?? '')).toEqual({
    code: 'SHARED_LOCK_BUSY',
    parameters: { seconds: '0' },
  });
});

test('what is brought comes before the shared lock is taken, and is undone where that stays taken', async () => {
  const bring = run.step('bring', 'bring', `flock -n ${run.locks}/shared.lock true && ${run.note('free')}`);
  run.render([...steps(), bring], 0);
  await run.run('run');
  expect(run.traced().slice(0, 3)).toEqual(['do-bring', 'free', 'do-write']);
  expect(outcomeOf(run.journal())).toBe('committed');

  const taken = run.step('bring', 'bring', '', { undo: run.note('taken-back') });
  writeFileSync(run.folder.journal, '');
  run.render([...steps(), taken], 0);
  await runBash(['-c', `exec 7>>${run.locks}/shared.lock; flock 7; bash ${run.folder.script} run`]);
  expect(run.traced().slice(-3)).toEqual(['do-bring', 'taken-back', 'farewell-undone']);
  expect(run.events().slice(-4)).toEqual(['failed shared-lock', 'undo bring', 'undone bring', 'outcome undone']);
});

test('a resume that cannot have the shared lock leaves the switch for the next run', async () => {
  run.render(steps(), 0);
  await run.run('run', 'do-swap');
  await runBash(['-c', `exec 7>>${run.locks}/shared.lock; flock 7; bash ${run.folder.script} resume`]);
  expect(outcomeOf(run.journal())).toBeUndefined();
  await run.run('resume');
  expect(outcomeOf(run.journal())).toBe('undone');
});

test.each([
  ['fails', 'exit 1', ['warned record', 'skipped prune']],
  ['is done', '', ['done record', 'begin prune', 'done prune']],
])('where a record %s, what is pruned by it: %j %j', async (_, record, events) => {
  run.render(steps({ record: run.step('record', 'record', record) }));
  expect(await run.run('run')).toBe(0);
  expect(run.events().slice(-1 - events.length)).toEqual([...events, 'outcome committed']);
});
