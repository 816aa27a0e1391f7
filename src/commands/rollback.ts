import { certificateAtHand } from '../decision/certificate.ts';
import { decideRollback } from '../decision/rollback.ts';
import type { ManagedApplication } from '../deployment/managed-applications.ts';
import { planDeployment } from '../deployment/plan.ts';
import { needsOfRun } from '../deployment/space.ts';
import { makePlan } from '../engine/plan.ts';
import { commandMessages } from '../messages/commands.ts';
import { deployLogSubjects } from '../messages/deploy-log.ts';
import { Failures, failuresOf } from '../messages/failure.ts';
import { rollbackMessages as say } from '../messages/rollback.ts';
import { planEngine } from '../resources/docker-engine.ts';
import { missingPackages, provisionProblems } from '../resources/packages/packages.ts';
import { deployLogLine } from '../resources/release-record.ts';
import type { Lock } from '../server/lock.ts';
import { spaceFailures } from '../server/space.ts';
import type { RollbackSettings } from '../settings/settings.ts';
import { closedFailures } from '../survey/closed-places.ts';
import { placesOfRun } from '../survey/deployment.ts';
import { provisionedServer } from '../survey/provisioned-server.ts';
import { confined, refusals } from '../survey/refusals.ts';
import { lookAround } from './account.ts';
import { apply, carryOut, whileHeld } from './carry-out.ts';
import { checkCredentials } from './connect.ts';
import { type Brought, lastLooks } from './last-looks.ts';
import { underLock } from './lock.ts';
import { type Found, findApplication, lookForRollback, type Start } from './look-rollback.ts';
import { openAccount } from './open-account.ts';
import { forRollback } from './rollback-cures.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { withSshAccess } from './ssh-access.ts';
import { tellDeployment, tellingWhatIsLeft, tellPlan } from './telling.ts';

/**
 * Rolls back to a release that was kept on the server, by the same switch and the same verification as a deploy. Throws
 * `Failures`; what was reached is in `record`.
 */
export async function rollback(settings: RollbackSettings, run: Run, record: RunRecord): Promise<void> {
  try {
    await rollBack(settings, run, record);
  } catch (error) {
    throw new Failures(failuresOf(error).map(forRollback));
  } finally {
    for (const told of [record.notices, record.failures]) told.splice(0, told.length, ...told.map(forRollback));
  }
}

async function rollBack(settings: RollbackSettings, run: Run, record: RunRecord): Promise<void> {
  record.app = settings.app;
  const { unusedInputs: unused } = settings;
  if (unused.length > 0) run.log.info(say.unused(unused));
  await timed(run, record, 'inputs', say.check, () => checkCredentials(settings.server));
  const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
  await withSshAccess(tencent, settings, run, record, async (access) => {
    const session = await timed(run, record, 'connect', commandMessages.connect(settings.server.host), access.connect);
    await tellingWhatIsLeft(run, record, async () => {
      const brought = await bringAbout({ session, access, tencent, settings, run, record });
      await lastLooks(brought, session, settings, run, record);
    });
  });
}

/** Everything that changes the server, and the account that it is in. */
async function bringAbout(start: Start): Promise<Brought> {
  const application = await findApplication(start);
  return underLock(
    start,
    application.app,
    {
      look: (opening, held) => lookForRollback({ ...start, run: held }, application, opening),
      isHalfDone: ({ surveyed }) => surveyed.releases.halfDone,
      work: (lock, found) => bringUnderLock(start, lock, application, found),
    },
    start.settings.lockTimeoutSeconds,
  );
}

async function bringUnderLock(
  start: Start,
  lock: Lock,
  application: ManagedApplication,
  found: Found,
): Promise<Brought> {
  const { session, access, tencent, settings, run, record } = start;
  const { release, surveyed } = await withDocker(start, lock, application, found);
  const serving = surveyed.releases.current?.id;
  run.log.info(
    serving === release.id ? say.serves(release.app, release.id) : say.goesTo(release.app, release.id, serving ?? '-'),
  );
  if (settings.release === undefined && serving !== release.id) run.log.info(say.repeat(release.id));
  const cloud = await lookAround(session, tencent, { ...settings, site: release.site }, surveyed, run, record);
  await access.clearLeftovers(cloud.account?.firewall);
  const server = provisionedServer(surveyed);
  const { domain } = release.site;
  const now = new Date(run.now());
  const certificate = certificateAtHand(domain, server, { now, roots: run.roots });
  const { account, publicAddress } = cloud;
  const target = decideRollback({ settings, release, server, certificate, publicAddress, now });
  const deployment = planDeployment(target, server, account);
  await tellDeployment(deployment, run, record);
  const { plan } = deployment;
  const by = { ...target.release, origin: run.origin };
  const farewell = deployLogLine(by, deployLogSubjects.rollback(record.previous?.id ?? '-')[settings.language]);
  const title = say.switchTitle(release.app, release.id);
  await carryOut({ plan, release: target.release, title, farewell }, { session, lock, run, record });
  return { deployment, cloud };
}

/** The same with the engine running: one that is stopped is started. Throws `Failures` where the server cannot be worked with. */
async function withDocker(start: Start, lock: Lock, application: ManagedApplication, found: Found): Promise<Found> {
  const { session, run, record, settings } = start;
  refuse(found, settings);
  const { system, docker } = found.surveyed;
  const wave = planEngine(system, docker);
  if (wave.length === 0) return found;
  record.plan = makePlan(wave);
  await tellPlan(record.plan, run);
  await apply(wave, session, whileHeld({ lock, run }), record);
  const after = await lookForRollback(start, application, '');
  refuse(after, settings);
  return after;
}

function refuse({ surveyed }: Found, { server }: RollbackSettings): void {
  const { system, docker, nginx, storage, closed } = surveyed;
  const problems = [
    ...confined(system),
    ...refusals(docker, nginx, []),
    // Nothing is installed on the way back.
    ...provisionProblems(system, missingPackages(surveyed), 'never'),
    ...spaceFailures(server.host, needsOfRun, storage.fileSystems),
    ...closedFailures(closed, placesOfRun),
  ];
  if (problems.length > 0) throw new Failures(problems);
}
