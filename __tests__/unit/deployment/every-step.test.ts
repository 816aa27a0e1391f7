import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyIndependently, applySteps } from '../../../src/engine/apply.ts';
import { failedStep, outcomeOf } from '../../../src/engine/journal.ts';
import type { RunnerStep, ServerStep, Step, SwitchStep } from '../../../src/engine/step.ts';
import { inOrder, isAftermath } from '../../../src/engine/switch-order.ts';
import { failure, failuresOf } from '../../../src/messages/failure.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { localServer, runBash } from '../engine/local-server.ts';
import { undisturbed } from '../engine/patience.ts';
import { openSwitchRun } from '../engine/switch-run.ts';
import { everyPlan } from './every-plan.ts';

/**
 * Every step of every plan fails once in each way, in real bash: what it does is replaced by a note that it began. Its run is
 * never green, nothing after it begins, and what began is taken back in reverse, as its phase has it.
 */
const plans = everyPlan();

/** How a script fails, and the code that its failure has then. */
const ways = {
  'exit 1': ['exit 1', 'STEP_FAILED'],
  'exit 255': ['exit 255', 'STEP_FAILED'],
  'a signal': ['kill -KILL "$BASHPID"', 'STEP_FAILED'],
  'a failure it names': ['failure PACKAGES_LOCKED manager=apt', 'PACKAGES_LOCKED'],
  'a command amid it': ['false\nsaw never', 'STEP_FAILED'],
  'a function amid it': ['f() { false; saw never; }\nf', 'STEP_FAILED'],
} as const;
type Way = keyof typeof ways;

let folder: string;
let trace: string;
/** Bash that each script begins with: its `sync` would take most of the time, and is no matter here. */
let environment: Readonly<Record<string, string>>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'every-step-'));
  trace = join(folder, 'trace');
  writeFileSync(trace, '');
  writeFileSync(join(folder, 'start'), `sync() { :; }\nsaw() { echo "$*" >>'${trace}'; }\n`);
  environment = { BASH_ENV: join(folder, 'start') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const traced = (): readonly string[] => readFileSync(trace, 'utf8').split('\n').filter(Boolean);

/** Names that tell steps apart which have the same id. */
const named = <T extends Step>(steps: readonly T[]): readonly T[] =>
  steps.map((step, number) => ({ ...step, id: `${number}.${step.id}` }));

/** The step with what it does replaced: it notes that it began, then fails where a way is given. */
function skeleton<T extends ServerStep | SwitchStep>(step: T, way?: string): T {
  const { input: _, explain, notice, ...rest } = step as T & ServerStep;
  const script = `saw do ${step.id}\n${way ?? ''}`;
  return { ...rest, script, ...(step.undo === undefined ? {} : { undo: `saw undo ${step.id}` }) } as unknown as T;
}

function skeletonOf(step: ServerStep | RunnerStep, way?: string): ServerStep | RunnerStep {
  if (step.kind === 'server') return skeleton(step, way);
  const note = (words: string): void => appendFileSync(trace, `${words} ${step.id}\n`);
  const { undo, ...rest } = step;
  return {
    ...rest,
    run: async () => {
      note('do');
      if (way !== undefined) throw failure('PACKAGES_LOCKED', { manager: 'apt' });
    },
    ...(undo === undefined
      ? {}
      : { undo: typeof undo === 'string' ? `saw undo ${step.id}` : async () => note('undo') }),
  };
}

const dos = (steps: readonly Step[]): readonly string[] => steps.map(({ id }) => `do ${id}`);
const undos = (steps: readonly Step[]): readonly string[] =>
  steps
    .toReversed()
    .flatMap(({ id, undo }: Pick<ServerStep, 'id' | 'undo'> | Step) => (undo === undefined ? [] : [`undo ${id}`]));

/** Rows of a table: each step of each plan that is of some phases, with all that run with it. */
function rows<T extends Step>(of: (steps: readonly Step[]) => readonly T[]) {
  return Object.entries(plans).flatMap(([plan, steps]) => {
    const all = named(of(steps));
    return all.map((step, at) => ({ plan, id: step.id, all, at }));
  });
}

const apart = (phase: Step['phase']) => (steps: readonly Step[]) =>
  steps.filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch' && step.phase === phase);
const everyWay = Object.keys(ways) as readonly Way[];

test('the plans have steps of every phase, and of every stage that a switch can have', () => {
  const steps = Object.values(plans).flat();
  expect(new Set(steps.map(({ phase }) => phase))).toEqual(new Set(['provision', 'prepare', 'switch', 'publish']));
  expect(steps.filter(({ kind }) => kind === 'runner').length).toBeGreaterThan(2);
  expect(Math.max(...steps.map((step) => (step.kind === 'switch' ? step.pass : 0)))).toBe(2);
});

describe('preparing: all that began is taken back, the last first', () => {
  test.each(rows(apart('prepare')))('$plan: $id', async ({ all, at }) => {
    for (const way of all[at]?.kind === 'runner' ? everyWay.slice(0, 1) : everyWay) {
      writeFileSync(trace, '');
      const [script, code] = ways[way];
      const steps = all.map((step, number) => skeletonOf(step, number === at ? script : undefined));
      const log = listeningLog();
      const applied = applySteps(steps, localServer(environment), log, undisturbed);
      await expect(applied).rejects.toMatchObject({ code: all[at]?.kind === 'runner' ? 'PACKAGES_LOCKED' : code });
      const begun = all.slice(0, at + 1);
      expect([way, ...traced()]).toEqual([way, ...dos(begun), ...undos(begun)]);
      expect(log.lines.filter((line) => /ndone/.test(line))).toEqual(
        undos(begun).map((line) => line.replace('undo ', 'info Undone: ')),
      );
    }
  });
});

describe('provisioning: it alone is taken back, and it is the last', () => {
  test.each(rows(apart('provision')))('$plan: $id', async ({ all, at }) => {
    for (const way of everyWay) {
      writeFileSync(trace, '');
      const [script, code] = ways[way];
      const steps = all.map((step, number) => skeletonOf(step, number === at ? script : undefined));
      const applied = applySteps(steps, localServer(environment), listeningLog(), undisturbed, 'in-turn');
      await expect(applied).rejects.toMatchObject({ code });
      expect([way, ...traced()]).toEqual([way, ...dos(all.slice(0, at + 1)), ...undos(all.slice(at, at + 1))]);
    }
  });
});

describe('publishing: it alone is taken back, the others go on, and the run has a failure', () => {
  test.each(rows(apart('publish')))('$plan: $id', async ({ all, at }) => {
    for (const way of all[at]?.kind === 'runner' ? everyWay.slice(0, 1) : everyWay) {
      writeFileSync(trace, '');
      const [script, code] = ways[way];
      const steps = all.map((step, number) => skeletonOf(step, number === at ? script : undefined));
      const failed = await applyIndependently(steps, localServer(environment), listeningLog(), undisturbed);
      expect(failed.map((one) => one.code)).toEqual([all[at]?.kind === 'runner' ? 'PACKAGES_LOCKED' : code]);
      const seen = traced();
      expect(seen.filter((line) => line.startsWith('do '))).toEqual(dos(all));
      expect(seen.filter((line) => line.startsWith('undo '))).toEqual(undos(all.slice(at, at + 1)));
    }
  });
});

/** In the switch a variable that is not set fails, too. */
const inSwitch = [
  ...everyWay.map((way) => [way, ...ways[way]] as const),
  ['an unset variable', 'echo "$of_no_such_name"; saw never', 'STEP_FAILED'] as const,
];
const switchOf = (steps: readonly Step[]) =>
  inOrder(steps.filter((step): step is SwitchStep => step.kind === 'switch'));

/** Runs the switch with one step that fails; `seen`: what ran, `code`: how its script ended. */
async function switchWith(all: readonly SwitchStep[], at: number, way: string) {
  const run = openSwitchRun();
  try {
    run.render(all.map((step, number) => skeleton(step, number === at ? way : undefined)));
    const { code } = await runBash([run.folder.script, 'run'], environment);
    return { code, seen: traced(), farewell: run.traced(), journal: run.journal(), events: run.events() };
  } finally {
    run.remove();
  }
}

// Each step fails in one way, so that each way meets steps of each stage.
describe.each([
  ['before the last proof: all that began is taken back, the last first, and the switch is undone', false],
  ['after it: a warning, the rest goes on, and the switch is committed', true],
])('the switch, %s', (_, after) => {
  const table = rows(switchOf)
    .map((row, number) => ({ ...row, way: inSwitch[number % inSwitch.length] ?? inSwitch[0] }))
    .filter(({ all, at }) => isAftermath(all[at] as SwitchStep) === after)
    .map((row) => ({ ...row, how: row.way?.[0] }));
  test.each(table)('$plan: $id by $how', async ({ all, at, id, way }) => {
    const [, script, code] = way as (typeof inSwitch)[number];
    const { code: exit, seen, farewell, journal, events } = await switchWith(all, at, script);
    if (after) {
      const isRecord = all[at]?.stage === 'record';
      const skipped = all.filter(({ stage }) => isRecord && stage === 'prune');
      expect(seen).toEqual(dos(all.filter((step) => !skipped.includes(step))));
      expect(events.filter((event) => /^(warned|skipped)/.test(event))).toEqual([
        `warned ${id}`,
        ...skipped.map((step) => `skipped ${step.id}`),
      ]);
      expect([exit, outcomeOf(journal), ...farewell]).toEqual([0, 'committed', 'farewell-committed']);
      return;
    }
    const begun = all.slice(0, at + 1);
    expect(seen).toEqual([...dos(begun), ...undos(begun)]);
    expect(exit).not.toBe(0);
    expect([outcomeOf(journal), ...farewell]).toEqual(['undone', 'farewell-undone']);
    expect(failedStep(journal)?.step).toBe(id);
    expect(failedStep(journal)?.detail ?? '').toContain(code === 'STEP_FAILED' ? '' : code);
  });
});

test('nothing that fails is told as anything else: an error without a code is one all the same', () => {
  for (const thrown of [undefined, null, '', 0, new Error('x')]) expect(failuresOf(thrown)).toHaveLength(1);
});
