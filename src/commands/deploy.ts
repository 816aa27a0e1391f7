import type { Deployment } from '../deployment/plan.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { makePlan } from '../engine/plan.ts';
import { commandMessages } from '../messages/commands.ts';
import { failure } from '../messages/failure.ts';
import type { Session } from '../server/session.ts';
import { withSpareSessions } from '../server/spare-sessions.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Tencent } from '../tencent/tencent.ts';
import { type Cloud, lookAround } from './account.ts';
import { apply, carryOut, resume, undertakingOf, whileHeld } from './carry-out.ts';
import { underLock } from './lock.ts';
import { observeDeployment } from './observe-deployment.ts';
import { observeServing } from './observe-serving.ts';
import { openAccount } from './open-account.ts';
import { look, mending, type Prepared, planFor, provisioned, provisioning, readRunner, refuse } from './prepare.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';
import { type SshAccess, withSshAccess } from './ssh-access.ts';
import { tellPlan, whatBecomesOfIt } from './telling.ts';

/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
export async function deploy(settings: DeploySettings, run: Run, record: RunRecord): Promise<void> {
  const prepared = await readRunner(settings, run, record);
  const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
  await withSshAccess(tencent, settings, run, record, async (access) => {
    const session = await timed(run, record, 'connect', commandMessages.connect(settings.server.host), access.connect);
    try {
      const { deployment, cloud } = await bringAbout({ session, access, tencent, settings, prepared, run, record });
      try {
        await unlessCancelled(
          () => observeDeployment(session, settings, deployment, cloud, run, record),
          run.cancelled,
        );
      } finally {
        await observeServing(session, deployment.target, run, record);
      }
    } catch (error) {
      if (run.cancelled.aborted) record.warnings.push(...whatBecomesOfIt(record));
      throw error;
    }
  });
}

/** What a deploy starts from. */
interface Start {
  readonly session: Session;
  readonly access: SshAccess;
  readonly tencent: Tencent | undefined;
  readonly settings: DeploySettings;
  readonly prepared: Prepared;
  readonly run: Run;
  readonly record: RunRecord;
}

/** Everything that changes the server, and the account that it is in. */
async function bringAbout(start: Start): Promise<{ deployment: Deployment; cloud: Cloud }> {
  const { session, access, tencent, settings, prepared, run, record } = start;
  const { app, image } = prepared.project;
  return underLock(session, image, run, async (lock) => {
    // The keeper of the lock is the one that is open.
    let surveyed = await withSpareSessions(session, 1, () => look(session, settings, prepared, run, record));
    if (surveyed.releases.halfDone) {
      // Not known until it has ended: the server goes on with it alone.
      record.uncertain = true;
      await resume(app, { session, lock, run, record });
      record.uncertain = false;
      surveyed = await look(session, settings, prepared, run, record);
      // Its journal and its backup must not be taken for an orphan's.
      if (surveyed.releases.halfDone) throw failure('SWITCH_NOT_ENDED', { app });
    }
    const mends = mending(surveyed, settings, prepared);
    if (mends.length > 0) {
      await tellPlan(makePlan(mends), run);
      await apply(mends, session, whileHeld({ lock, run }), record);
      surveyed = await look(session, settings, prepared, run, record);
    }
    const cloud = await lookAround(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    refuse(surveyed, settings, prepared, cloud, run);
    const wave = provisioning(surveyed);
    if (wave.length > 0) {
      await tellPlan(makePlan(wave), run);
      await apply(wave, session, whileHeld({ lock, run }), record);
      surveyed = await look(session, settings, prepared, run, record);
    }
    const deployment = planFor(settings, prepared, provisioned(surveyed, settings, prepared, cloud, run), cloud, run);
    record.plan = makePlan([...wave, ...deployment.plan.steps]);
    record.release = deployment.target.release;
    record.site = deployment.siteText;
    record.certificateNotAfter = deployment.target.certificate.certificate.notAfter;
    record.warnings.push(...deployment.warnings);
    addNotices(record, deployment.notices);
    for (const note of deployment.notes) run.log.info(note);
    await tellPlan(deployment.plan, run);
    await carryOut(undertakingOf(deployment, run), { session, lock, run, record });
    return { deployment, cloud };
  });
}
