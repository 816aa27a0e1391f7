import type { Deployment } from '../deployment/plan.ts';
import { applyIndependently, applySteps } from '../engine/apply.ts';
import { reasonOf, unlessCancelled } from '../engine/cancel.ts';
import { type Fate, failedStep, type JournalEntry, stuckSteps } from '../engine/journal.ts';
import { notedServer } from '../engine/noted-server.ts';
import { inPhase, type Plan } from '../engine/plan.ts';
import type { ReconnectableServer } from '../engine/reconnect.ts';
import type { RunnerStep, ServerStep, Step, SwitchStep } from '../engine/step.ts';
import { sendSwitch } from '../engine/switch.ts';
import { type SwitchFolder, switchFolder } from '../engine/switch-folder.ts';
import type { SwitchPurpose } from '../engine/switch-script.ts';
import { undoSteps } from '../engine/undo.ts';
import { reconnect, type SwitchResult, watchSwitch } from '../engine/watch.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, failure, throwAll } from '../messages/failure.ts';
import type { Release } from '../release/release.ts';
import { lineOfGrowth } from '../resources/disk-growth.ts';
import { freedIn, lineOfFreed } from '../resources/freed-space.ts';
import { deployLogLine } from '../resources/release-record.ts';
import { findSwitch, type Lock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { Ending } from '../server/step-notes.ts';
import { type HeldRun, note, noting, occasion } from './occasion.ts';
import { addNotices, type Run, type RunRecord, timedToEnd } from './run.ts';

/**
 * Runs steps that stand alone, one after another, up to the first that fails, which alone is undone; notes how long each
 * took.
 */
export async function apply(
  steps: readonly Step[],
  server: ReconnectableServer,
  run: HeldRun,
  record: RunRecord,
): Promise<void> {
  await applySteps(
    prepared(steps),
    server,
    run.log,
    { ...occasion(run, record, server), ...noting(run, record) },
    'in-turn',
  );
}

/**
 * Runs steps that need nothing of one another: one that fails stops none of the others. What failed is in the record, and
 * makes the run red at its end. Throws where the run is cancelled, with what had failed until then.
 */
export async function publish(
  steps: readonly Step[],
  server: ReconnectableServer,
  run: HeldRun,
  record: RunRecord,
): Promise<void> {
  const each = { ...occasion(run, record, server), ...noting(run, record) };
  const failed = await applyIndependently(prepared(steps), server, run.log, each);
  if (run.cancelled.aborted) throwAll(withCancellation(failed, run));
  record.failures.push(...failed);
}

/** Those that are no part of the switch. */
function prepared(steps: readonly Step[]): readonly (ServerStep | RunnerStep)[] {
  return steps.filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch');
}

/** The reason of a run that was cancelled comes first, then what else failed. */
function withCancellation(failed: readonly Failure[], { cancelled }: Run): readonly Failure[] {
  if (!cancelled.aborted) return failed;
  return [reasonOf(cancelled), ...failed.filter(({ code }) => code !== 'CANCELLED')];
}

/** What a command works with: one connection, the application's lock, the run and what it came to so far. */
export interface Work {
  readonly session: Session;
  readonly lock: Lock;
  readonly run: Run;
  readonly record: RunRecord;
}

/** What is carried out, and for which release of an application. */
export interface Undertaking {
  readonly plan: Plan;
  /** The one whose folder keeps the switch. */
  readonly release: Pick<Release, 'app' | 'image' | 'id'>;
  /** First line of the switch's script. */
  readonly title: string;
  /** Bash that adds the line of deploy.log. */
  readonly farewell: string;
}

/** What a deployment comes to. */
export function undertakingOf(
  { plan, target: { release } }: Pick<Deployment, 'plan' | 'target'>,
  { subject }: Pick<Run, 'subject'>,
): Undertaking {
  return {
    plan,
    release,
    title: `${release.app}: switch to ${release.id}`,
    farewell: deployLogLine(release, subject),
  };
}

/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
export async function carryOut(undertaking: Undertaking, work: Work): Promise<void> {
  const { session, run, record } = work;
  const { plan, release } = undertaking;
  if (plan.steps.length === 0) {
    run.log.info(commandMessages.proven(release.id));
    return;
  }
  const prepare = prepared(inPhase(plan, 'prepare'));
  const held = whileHeld(work);
  run.enter('prepare');
  note(record, await applySteps(prepare, session, run.log, occasion(held, record, session)));
  const steps = inPhase(plan, 'switch').filter((step): step is SwitchStep => step.kind === 'switch');
  if (steps.length > 0) await switchTo(undertaking, steps, prepare, work);
  if (record.growth !== undefined) run.log.info(lineOfGrowth(record.growth));
  if (record.freed !== undefined) run.log.info(lineOfFreed(record.freed));
  record.changed ||= prepare.length + steps.length > 0;
  await publish(inPhase(plan, 'publish'), session, { ...run, lock: held.lock }, record);
}

/** Switches, and notes what becomes of it: for the report, and for the post step of a run that does not come so far. */
async function switchTo(
  { release, title, farewell }: Undertaking,
  steps: readonly SwitchStep[],
  prepare: readonly (ServerStep | RunnerStep)[],
  work: Work,
): Promise<void> {
  const { session, lock, run, record } = work;
  const noting = (ending: Ending) => notedServer(session, lock.holding, ending);
  const purpose = { title, folder: switchFolder(releaseDirectory(release)), farewell, sharedLockSeconds: 120 };
  const noteFate = (fate: Fate | undefined): void => {
    const { folder } = purpose;
    record.fate = fate;
    run.noteSwitch(fate && { release: release.id, previous: record.previous?.id, folder, fate });
  };
  const takeBack = () => undoSteps(prepare, noting('awaited'), run.log, occasion(run, record, session));
  const begunAndWatched = async (): Promise<SwitchResult> => {
    await unlessCancelled(() => sendSwitch(steps, purpose, noting('told')), whileHeld(work).cancelled);
    noteFate('open');
    return await timedToEnd(run, record, 'switch', commandMessages.switch, async () => {
      // Watched from when its start is asked for: no answer is waited for in between.
      const pid = unlessCancelled(() => beginSwitch(release.app, purpose, noteFate, work), run.graceOver);
      const watching = watchSwitch(session, { folder: purpose.folder, pid, steps }, run.log, run);
      await pid;
      return await watching;
    });
  };
  const {
    fate,
    entries,
    failure: why,
    notices,
    facts,
  } = await begunAndWatched().catch(async (error: unknown) => {
    // Where it may have begun, what was prepared may serve by now.
    if (record.fate === undefined) await takeBack();
    throw error;
  });
  noteFate(fate);
  addNotices(record, notices);
  record.freed = freedIn(facts ?? {});
  record.changed ||= fate === 'committed' || fate === 'stuck';
  record.rolledBack = fate === 'undone';
  if (record.rolledBack) await takeBack();
  const failures = [
    ...(why === undefined ? [] : [why]),
    // What was prepared stays: nginx may still lead to the candidate.
    ...(fate === 'stuck' ? [stuck(entries, purpose.folder)] : []),
  ];
  throwAll(withCancellation(failures, run));
}

function stuck(entries: readonly JournalEntry[], { output }: SwitchFolder): Failure {
  const step = failedStep(entries)?.step ?? '-';
  return failure('SWITCH_STUCK', { step, notUndone: stuckSteps(entries).join(', '), output });
}

/**
 * Up to here everything can be taken back from the runner; from the moment it has begun, only by the server. Gives the
 * process of the script. Throws with the fate noted as `open` where it may have begun.
 */
async function beginSwitch(
  app: string,
  { folder }: SwitchPurpose,
  noteFate: (fate: undefined) => void,
  { session, lock, run }: Work,
): Promise<number> {
  try {
    return (await lock.startSwitch(folder.script, folder.output)).pid;
  } catch (error) {
    // The connection may have broken between the word to start and its answer.
    await reconnect(session, folder, run);
    const pid = await findSwitch(session, app, folder.script, lock.holding);
    if (pid !== undefined) return pid;
    noteFate(undefined);
    throw error;
  }
}

/**
 * The run as it is while the lock holds: cancelled, too, when that is lost, for what is prepared without it could meet
 * another run's. The switch needs it no more: it holds the lock itself.
 */
export function whileHeld({ lock, run }: { readonly lock: Lock | Pick<Lock, 'lost'>; readonly run: Run }): HeldRun {
  const controller = new AbortController();
  void lock.lost.then((lost) => controller.abort(lost));
  const cancelled = AbortSignal.any([run.cancelled, controller.signal]);
  return { ...run, cancelled, lock: 'holding' in lock ? lock : undefined };
}
