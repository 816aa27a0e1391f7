import { diagnose } from '../checks/diagnose.ts';
import type { Deployment } from '../deployment/plan.ts';
import { describePlan, makePlan, type Plan } from '../engine/plan.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures, failure } from '../messages/failure.ts';
import { takeLock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { apply, carryOut, resume, whileHeld } from './carry-out.ts';
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
  run: Run,
  record: RunRecord,
): Promise<{ deployment: Deployment; surveyed: DeploymentSurvey }> {
  const { app, image } = prepared.project;
  const { actor, runUrl, commit } = run.origin;
  const holder = { who: actor, runUrl, commit, since: new Date(run.now()).toISOString() };
  const lock = await takeLock(session, { app: image, holder, beatSeconds: 5 });
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
      await apply(wave, session, whileHeld({ lock, run }), record);
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
    await carryOut(deployment, { session, lock, run, record });
    return { deployment, surveyed };
  } finally {
    await lock.release();
  }
}

function tellPlan(plan: Plan, run: Run): Promise<void> {
  return run.log.group(commandMessages.plan, async () => {
    for (const line of describePlan(plan)) run.log.info(line);
  });
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
