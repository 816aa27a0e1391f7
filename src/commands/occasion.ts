import type { Occasion, StepRecord } from '../engine/apply.ts';
import { connectAgain, type ReconnectableServer } from '../engine/reconnect.ts';
import { failure } from '../messages/failure.ts';
import { growthIn } from '../resources/disk-growth.ts';
import type { Lock } from '../server/lock.ts';
import { addNotices, type Run, type RunRecord, withdrawNotices } from './run.ts';

/** A run, and the application's lock that its steps run under, where they do. */
export interface HeldRun extends Run {
  readonly lock?: Lock | undefined;
}

/** Notes how long steps took, what they measured and what they warned of. */
export function note(record: RunRecord, steps: readonly StepRecord[]): void {
  record.timings.push(...steps.map(({ id, seconds }) => ({ id, seconds })));
  for (const { facts } of steps) record.growth = growthIn(facts ?? {}) ?? record.growth;
  addNotices(
    record,
    steps.flatMap(({ notices }) => notices),
  );
}

/** What steps need of the run they belong to, and of the lock that it holds. */
export function occasion(run: HeldRun, record: RunRecord, server: ReconnectableServer): Occasion {
  const { cancelled, graceOver, now, lock } = run;
  return {
    cancelled,
    graceOver,
    now,
    undone: (step) => record.undone.push(step),
    leave: (steps) => {
      record.uncertain = true;
      if (steps.length === 0) return;
      record.left.push(...steps);
      withdrawNotices(record, ({ code }) => code === 'NOT_UNDONE');
      addNotices(record, [failure('NOT_UNDONE', { host: server.host, steps: record.left.join(', ') })]);
    },
    guard: lock && {
      ...lock,
      regain: async () => {
        await connectAgain(server, run, run.cancelled);
        await lock.regain();
      },
    },
  };
}

/** How steps that are not taken back together are noted. */
export function noting(run: Run, record: RunRecord): Pick<Occasion, 'began' | 'ended'> {
  const before = record.uncertain;
  /** How far a step came that failed and has no undo (packages half installed) is not known. */
  const open = new Set<unknown>();
  return {
    began: (step) => {
      run.enter(step.id);
      if (step.undo === undefined) open.add(step);
      record.uncertain = before || open.size > 0;
    },
    ended: (ended, step) => {
      open.delete(step);
      record.uncertain = before || open.size > 0;
      note(record, [ended]);
      record.changed = true;
    },
  };
}
