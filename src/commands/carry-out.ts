import type { Deployment } from '../deployment/plan.ts';
import { applySteps, undoSteps } from '../engine/apply.ts';
import { reasonOf } from '../engine/cancel.ts';
import { inPhase } from '../engine/plan.ts';
import type { RunnerStep, ServerStep, Step, SwitchStep } from '../engine/step.ts';
import { sendSwitch } from '../engine/switch.ts';
import { renderResume, type SwitchPurpose, switchFolder } from '../engine/switch-script.ts';
import { watchSwitch } from '../engine/watch.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures, failure } from '../messages/failure.ts';
import { ourFolders } from '../release/marker.ts';
import { applicationDirectory, type Release, releaseDirectory } from '../release/release.ts';
import { deployLogLine } from '../resources/release-record.ts';
import { findSwitch, type Lock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** Ends the switch of an earlier run that a reboot cut short: undone, or finished when it was proven. */
export async function resume(session: Session, app: string, run: Run, record: RunRecord): Promise<void> {
  await timed(run, record, 'resume', commandMessages.resume, async () => {
    const result = await session.run(renderResume(applicationDirectory(app), ourFolders(app)));
    for (const [, release, outcome] of result.stdout.matchAll(/^@@resumed (\S+) (\w*)$/gm)) {
      run.log.info(commandMessages.resumed(release ?? '', outcome || '-'));
      record.changed = true;
    }
  });
}

/** Runs steps that stand alone, one after another, and notes how long each took. */
export async function apply(steps: readonly Step[], session: Session, run: Run, record: RunRecord): Promise<void> {
  const alone = steps.filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch');
  for (const step of alone) run.enter(step.id);
  record.timings.push(...(await applySteps(alone, session, run.log, run.now, run.cancelled)));
  if (alone.length > 0) record.changed = true;
}

/** What a deploy works with: one connection, the application's lock, the run and what it came to so far. */
export interface Work {
  readonly session: Session;
  readonly lock: Lock;
  readonly run: Run;
  readonly record: RunRecord;
}

/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
export async function carryOut({ plan, decision }: Deployment, work: Work): Promise<void> {
  const { session, run, record } = work;
  if (plan.steps.length === 0) {
    run.log.info(commandMessages.proven(decision.release.id));
    return;
  }
  const prepare = inPhase(plan, 'prepare').filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch');
  run.enter('prepare');
  record.timings.push(...(await applySteps(prepare, session, run.log, run.now, whileHeld(work).cancelled)));
  const steps = inPhase(plan, 'switch').filter((step): step is SwitchStep => step.kind === 'switch');
  if (steps.length > 0) await switchTo(decision.release, steps, prepare, work);
  record.changed = true;
  await apply(inPhase(plan, 'publish'), session, run, record);
}

async function switchTo(
  release: Release,
  steps: readonly SwitchStep[],
  prepared: readonly (ServerStep | RunnerStep)[],
  work: Work,
): Promise<void> {
  const { session, run, record } = work;
  const purpose = {
    title: `${release.app}: switch to ${release.id}`,
    folder: switchFolder(releaseDirectory(release)),
    farewell: deployLogLine(release, run.subject),
    sharedLockSeconds: 120,
  };
  const pid = await beginSwitch(release.image, steps, purpose, work).catch(async (error: unknown) => {
    await undoSteps(prepared, session, run.log);
    throw error;
  });
  const result = await timed(run, record, 'switch', commandMessages.switch, () =>
    watchSwitch(session, purpose.folder, pid, run.log, run.sleep),
  );
  if (result.failure === undefined) return;
  if (result.outcome === 'stuck') {
    // What was prepared stays for whoever mends it: the backup of the old nginx file lies among it.
    record.changed = true;
    throw new Failures([result.failure, failure('SWITCH_STUCK', { step: result.failure.code })]);
  }
  record.rolledBack = true;
  await undoSteps(prepared, session, run.log);
  throw result.failure;
}

/** Up to here everything can be taken back from the runner; from the moment it has begun, only by the server. */
async function beginSwitch(
  app: string,
  steps: readonly SwitchStep[],
  purpose: SwitchPurpose,
  work: Work,
): Promise<number> {
  const { session, lock } = work;
  const { cancelled } = whileHeld(work);
  await sendSwitch(steps, purpose, session);
  if (cancelled.aborted) throw reasonOf(cancelled);
  const { script, output } = purpose.folder;
  try {
    return (await lock.startSwitch(script, output)).pid;
  } catch (error) {
    // The connection may have broken between the word to start and its answer.
    await session.reconnect();
    const pid = await findSwitch(session, app, script);
    if (pid === undefined) throw error;
    return pid;
  }
}

/**
 * The run as it is while the lock holds: cancelled, too, when that is lost, for what is prepared without it could meet
 * another run's. The switch needs it no more: it holds the lock itself.
 */
export function whileHeld({ lock, run }: Pick<Work, 'lock' | 'run'>): Run {
  const controller = new AbortController();
  void lock.lost.then((lost) => controller.abort(lost));
  return { ...run, cancelled: AbortSignal.any([run.cancelled, controller.signal]) };
}
