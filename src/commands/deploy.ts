import { diagnose } from '../checks/diagnose.ts';
import type { Deployment } from '../deployment/plan.ts';
import { applySteps, undoSteps } from '../engine/apply.ts';
import { reasonOf } from '../engine/cancel.ts';
import { describePlan, inPhase, makePlan, type Plan } from '../engine/plan.ts';
import type { RunnerStep, ServerStep, Step, SwitchStep } from '../engine/step.ts';
import { sendSwitch } from '../engine/switch.ts';
import { renderResume, type SwitchPurpose, switchFolder } from '../engine/switch-script.ts';
import { watchSwitch } from '../engine/watch.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures, failure } from '../messages/failure.ts';
import { applicationDirectory, type Release, releaseDirectory } from '../release/release.ts';
import { deployLogLine } from '../resources/release-record.ts';
import { findSwitch, type Lock, takeLock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { connectTo } from './connect.ts';
import { lookInside } from './look-inside.ts';
import { lookOutside } from './look-outside.ts';
import { look, type Prepared, planFor, provisioning, readRunner } from './prepare.ts';
import { publicAddressOf } from './public-address.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
export async function deploy(settings: DeploySettings, run: Run, record: RunRecord): Promise<void> {
  const prepared = await readRunner(settings, run, record);
  const session = await timed(run, record, 'connect', commandMessages.connect(settings.server.host), () =>
    connectTo(settings.server, run),
  );
  try {
    const { deployment, surveyed } = await underLock(session, settings, prepared, run, record);
    await lookAfterwards(session, settings, deployment, surveyed, run, record);
  } finally {
    record.roundTrips = session.roundTrips;
    session.dispose();
  }
}

/** Everything that changes the server. */
async function underLock(
  session: Session,
  settings: DeploySettings,
  prepared: Prepared,
  whole: Run,
  record: RunRecord,
): Promise<{ deployment: Deployment; surveyed: DeploymentSurvey }> {
  const { app, image } = prepared.project;
  const { actor, runUrl, commit } = whole.origin;
  const holder = { who: actor, runUrl, commit, since: new Date(whole.now()).toISOString() };
  const lock = await takeLock(session, { app: image, holder, beatSeconds: 5 });
  const run = { ...whole, cancelled: AbortSignal.any([whole.cancelled, whenLost(lock)]) };
  try {
    let surveyed = await look(session, settings, prepared, run, record);
    if (surveyed.releases.halfDone) {
      await resume(session, app, run, record);
      surveyed = await look(session, settings, prepared, run, record);
      // Its journal and its backup must not be taken for an orphan's.
      if (surveyed.releases.halfDone) throw failure('SWITCH_NOT_ENDED', { app });
    }
    const wave = provisioning(surveyed);
    if (wave.length > 0) {
      await tellPlan(makePlan(wave), run);
      await apply(wave, session, run, record);
      surveyed = await look(session, settings, prepared, run, record);
    }
    const deployment = planFor(settings, prepared, surveyed, run);
    record.plan = makePlan([...wave, ...deployment.plan.steps]);
    record.release = deployment.decision.release;
    record.site = deployment.siteText;
    record.certificateNotAfter = deployment.certificate.certificate.notAfter;
    record.warnings.push(...deployment.warnings);
    for (const note of deployment.notes) run.log.info(note);
    await tellPlan(deployment.plan, run);
    await carryOut(deployment, session, lock, run, record);
    return { deployment, surveyed };
  } finally {
    await lock.release();
  }
}

/** Aborted with its failure when the lock is lost: what is prepared without it could meet another run's. */
function whenLost(lock: Lock): AbortSignal {
  const controller = new AbortController();
  void lock.lost.then((lost) => controller.abort(lost));
  return controller.signal;
}

function tellPlan(plan: Plan, run: Run): Promise<void> {
  return run.log.group(commandMessages.plan, async () => {
    for (const line of describePlan(plan)) run.log.info(line);
  });
}

/** Ends the switch of an earlier run that a reboot cut short: undone, or finished when it was proven. */
async function resume(session: Session, app: string, run: Run, record: RunRecord): Promise<void> {
  await timed(run, record, 'resume', commandMessages.resume, async () => {
    const result = await session.run(renderResume(applicationDirectory(app)));
    for (const [, release, outcome] of result.stdout.matchAll(/^@@resumed (\S+) (\w*)$/gm)) {
      run.log.info(commandMessages.resumed(release ?? '', outcome || '-'));
      record.changed = true;
    }
  });
}

async function apply(steps: readonly Step[], session: Session, run: Run, record: RunRecord): Promise<void> {
  const alone = steps.filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch');
  for (const step of alone) run.enter(step.id);
  record.timings.push(...(await applySteps(alone, session, run.log, run.now, run.cancelled)));
  if (alone.length > 0) record.changed = true;
}

/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
async function carryOut(
  { plan, decision }: Deployment,
  session: Session,
  lock: Lock,
  run: Run,
  record: RunRecord,
): Promise<void> {
  if (plan.steps.length === 0) {
    run.log.info(commandMessages.proven(decision.release.id));
    return;
  }
  const prepare = inPhase(plan, 'prepare').filter((step): step is ServerStep | RunnerStep => step.kind !== 'switch');
  run.enter('prepare');
  record.timings.push(...(await applySteps(prepare, session, run.log, run.now, run.cancelled)));
  const steps = inPhase(plan, 'switch').filter((step): step is SwitchStep => step.kind === 'switch');
  if (steps.length > 0) await switchTo(decision.release, steps, prepare, session, lock, run, record);
  record.changed = true;
  await apply(inPhase(plan, 'publish'), session, run, record);
}

async function switchTo(
  release: Release,
  steps: readonly SwitchStep[],
  prepared: readonly (ServerStep | RunnerStep)[],
  session: Session,
  lock: Lock,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const purpose = {
    title: `${release.app}: switch to ${release.id}`,
    folder: switchFolder(releaseDirectory(release)),
    farewell: deployLogLine(release, run.subject),
    sharedLockSeconds: 120,
  };
  const pid = await beginSwitch(release.image, steps, purpose, session, lock, run).catch(async (error: unknown) => {
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
  session: Session,
  lock: Lock,
  run: Run,
): Promise<number> {
  await sendSwitch(steps, purpose, session);
  if (run.cancelled.aborted) throw reasonOf(run.cancelled);
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

/** Looks from outside; what is wrong there makes the run red, but undoes nothing (design rule 5). */
async function lookAfterwards(
  session: Session,
  settings: DeploySettings,
  { decision, certificate }: Deployment,
  surveyed: DeploymentSurvey,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const { site } = decision.release;
  await lookOutside(
    {
      domain: site.domain,
      httpsPort: site.httpsPort,
      path: site.proof.target,
      status: decision.proofStatus,
      fingerprint: certificate.certificate.fingerprint,
      publicAddress: await publicAddressOf(settings, surveyed),
    },
    run,
    record,
  );
  if (record.outside === undefined) return;
  const failed = diagnose({ outside: record.outside });
  if (failed.length === 0) {
    record.verified = true;
    run.log.info(commandMessages.verified(`https://${site.domain}:${site.httpsPort}`));
    return;
  }
  const inside = await lookInside(session, decision, certificate);
  throw new Failures(diagnose({ outside: record.outside, inside }));
}
