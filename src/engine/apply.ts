import { type Failure, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Server } from '../server/server.ts';
import { beginBatch } from './batch.ts';
import type { Cancellation } from './cancel.ts';
import { Ledger, type LedgerOptions, type Manner, type StepRecord } from './ledger.ts';
import { type Guard, isLoss, isRefused, resuming } from './regain.ts';
import { beginRunnerStep } from './runner-step.ts';
import type { Running } from './running.ts';
import type { RunnerStep, ServerStep } from './step.ts';
import { batchesOf, type Turn, turnsOf } from './turns.ts';
import type { Remains } from './undo.ts';

export type { StepRecord } from './ledger.ts';
export { lastLines, mustSucceed } from './outcome.ts';
export type { Guard } from './regain.ts';

/** The run that steps belong to, as far as they need it. */
export interface Occasion extends Cancellation, Remains, Pick<LedgerOptions, 'began' | 'ended'> {
  now(): number;
  /** The lock under which they run, where there is one. */
  readonly guard?: Guard | undefined;
}

/**
 * Runs steps one after another, consecutive ones of the server in one exchange. When one fails or the run is cancelled,
 * that one and, `together`, those before it are undone in reverse, then its failure is thrown; what cannot be undone are
 * leftovers, which the next run removes.
 */
export async function applySteps(
  steps: readonly (ServerStep | RunnerStep)[],
  server: Server,
  log: Log,
  occasion: Occasion,
  manner: Exclude<Manner, 'independently'> = 'together',
): Promise<readonly StepRecord[]> {
  const ledger = new Ledger({ ...occasion, holding: occasion.guard?.holding }, manner);
  await stoppable(occasion, async () => {
    try {
      for (const turn of turnsOf(steps)) await runTurn(turn, server, log, occasion, ledger);
    } catch (error) {
      await ledger.undo(server, log);
      throw error;
    }
  });
  return ledger.records;
}

/**
 * Runs steps that need nothing of one another: one that fails is undone and stops none of the others (rule *Publish
 * independently*). Gives what failed. Where the run is cancelled, no further one begins.
 */
export async function applyIndependently(
  steps: readonly (ServerStep | RunnerStep)[],
  server: Server,
  log: Log,
  occasion: Occasion,
): Promise<readonly Failure[]> {
  const ledger = new Ledger({ ...occasion, holding: occasion.guard?.holding }, 'independently');
  await stoppable(occasion, async () => {
    for (const turn of turnsOf(steps)) {
      await runTurn(turn, server, log, occasion, ledger).catch((error: unknown) => ledger.fail(error));
      await ledger.undo(server, log);
      if (occasion.cancelled.aborted) return;
    }
  });
  return ledger.failures;
}

/** Has the scripts on the server begin nothing more as soon as the run is cancelled. */
async function stoppable(
  { cancelled, guard }: Pick<Occasion, 'cancelled' | 'guard'>,
  work: () => Promise<void>,
): Promise<void> {
  const stop = (): void => guard?.stop();
  cancelled.addEventListener('abort', stop, { once: true });
  try {
    await work();
  } finally {
    cancelled.removeEventListener('abort', stop);
  }
}

async function runTurn(turn: Turn, server: Server, log: Log, occasion: Occasion, ledger: Ledger): Promise<void> {
  ledger.mustGoOn();
  if (turn.kind === 'batch') {
    for (const batch of await batchesOf(turn.steps)) {
      ledger.mustGoOn();
      await beginBatch(batch, server, ledger).tell(log);
    }
    return;
  }
  const failed = new AbortController();
  const over = AbortSignal.any([occasion.cancelled, failed.signal]);
  try {
    await runTogether(turn, server, log, { ...occasion, over }, ledger);
  } catch (error) {
    // Where one fails, those beside it are taken back as well.
    failed.abort(failuresOf(error)[0]);
    throw error;
  }
}

/** A step of the runner's with those beside it. `over`: aborted where the run is cancelled, or one of them failed. */
async function runTogether(
  { step, beside }: Extract<Turn, { kind: 'runner' }>,
  server: Server,
  log: Log,
  { guard, over, now }: Occasion & { readonly over: AbortSignal },
  ledger: Ledger,
): Promise<void> {
  /** Until the step is over, what is lost with the connection is begun again with it; from then on, each by itself. */
  let isOver = false;
  const besides = beside.map((one): ServerStep | RunnerStep => {
    if (one.kind !== 'runner' || !one.resumes || guard === undefined) return one;
    const run: RunnerStep['run'] = (given, told, notice) =>
      resuming(
        (counted) => one.run(counted, told, notice),
        given,
        told,
        guard,
        over,
        () => isOver,
      );
    return { ...one, run };
  });
  const beginBeside = () => beginAll(besides, server, ledger, now, over);
  let others: readonly Running[] = [];
  const goingOn = (held: Guard): RunnerStep['run'] => {
    return async (given, told, notice) => {
      const attempt = async (counted: Server): Promise<void> => {
        // What ran beside it went with the connection.
        if (others.some(({ broken }) => isLoss(broken))) others = await beginBeside();
        await step.run(counted, told, notice);
      };
      await resuming(attempt, given, told, held, over);
    };
  };
  const run = step.resumes && guard !== undefined ? goingOn(guard) : step.run;
  const main = beginRunnerStep({ ...step, run }, server, ledger, now, over);
  others = await beginBeside();
  await main.tell(log);
  isOver = true;
  // Where the server takes one script less at a time, they have their turn now.
  if (others.some(({ broken }) => isRefused(broken))) others = await beginBeside();
  for (const other of others) await other.tell(log);
}

/** Begins steps at a time with another; those of the server in a row as one batch. */
async function beginAll(
  steps: readonly (ServerStep | RunnerStep)[],
  server: Server,
  ledger: Ledger,
  now: () => number,
  over: AbortSignal,
): Promise<readonly Running[]> {
  const all: Running[] = [];
  for (const turn of turnsOf(steps)) {
    if (turn.kind === 'runner') all.push(beginRunnerStep(turn.step, server, ledger, now, over));
    else for (const batch of await batchesOf(turn.steps)) all.push(beginBatch(batch, server, ledger));
  }
  return all;
}
