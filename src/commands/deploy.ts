import { makePlan } from '../engine/plan.ts';
import type { Step } from '../engine/step.ts';
import { failure } from '../messages/failure.ts';
import { withEnoughShells } from '../server/enough-shells.ts';
import type { Lock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { lookAround } from './account.ts';
import { apply, carryOut, undertakingOf, whileHeld } from './carry-out.ts';
import { chooseCertificate, type NeededCertificate, notRenewed } from './certificate.ts';
import { issueCertificate } from './issue.ts';
import { type Brought, lastLooks } from './last-looks.ts';
import { underLock } from './lock.ts';
import { look, mending, planFor, provisioned, provisioning, refuse } from './prepare.ts';
import { reachServer, type Start } from './reach-server.ts';
import { addNotices, type Run, type RunRecord } from './run.ts';
import { tellDeployment, tellingWhatIsLeft, tellPlan } from './telling.ts';

/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
export async function deploy(settings: DeploySettings, run: Run, record: RunRecord): Promise<void> {
  await reachServer(settings, run, record, deployOver);
}

async function deployOver(start: Start): Promise<void> {
  const { session, settings, run, record } = start;
  await tellingWhatIsLeft(run, record, async () => lastLooks(await bringAbout(start), session, settings, run, record));
}

/** Nothing is left to be issued. */
type Done = Brought & { readonly kind: 'brought' };

/**
 * Everything that changes the server, and the account that it is in. The application's lock is not held while an authority
 * is awaited: what the server is like is looked at again afterwards.
 */
async function bringAbout(start: Start): Promise<Done> {
  const { session, settings, prepared, run, record } = start;
  const brought = (issued: readonly Step[] | undefined) =>
    underLock(
      start,
      prepared.project.app,
      {
        look: (opening, held) =>
          withEnoughShells(session, () => look(session, settings, prepared, held, record, opening)),
        isHalfDone: ({ releases }) => releases.halfDone,
        work: (lock, surveyed) => bringUnderLock(start, lock, surveyed, issued),
      },
      settings.lockTimeoutSeconds,
    );
  const first = await brought(undefined);
  if (first.kind === 'brought') return first;
  const issued = await issueOrKeep(first, session, run, record);
  // Let go for the authority's sake: whoever has taken it meanwhile, or waits for it, comes first.
  const second = await brought(issued);
  if (second.kind === 'brought') return second;
  throw failure('INTERNAL', { detail: 'a certificate is needed twice' });
}

/**
 * `found`: the server, as it was when the lock was taken. `issued`: the steps that a certificate took; undefined: none was
 * asked for yet, and where one is needed it is said.
 */
async function bringUnderLock(
  start: Start,
  lock: Lock,
  found: DeploymentSurvey,
  issued: readonly Step[] | undefined,
): Promise<Done | NeededCertificate> {
  const { session, access, tencent, settings, prepared, run, record } = start;
  const again = () => look(session, settings, prepared, run, record);
  let surveyed = found;
  const mends = mending(surveyed, settings, prepared);
  if (mends.length > 0) {
    await tellPlan(makePlan(mends), run);
    await apply(mends, session, whileHeld({ lock, run }), record);
    surveyed = await again();
  }
  const cloud = await lookAround(session, tencent, settings, surveyed, run, record);
  await access.clearLeftovers(cloud.account?.firewall);
  refuse(surveyed, settings, prepared, cloud, run);
  const wave = provisioning(surveyed);
  if (wave.length > 0) {
    await tellPlan(makePlan(wave), run);
    await apply(wave, session, whileHeld({ lock, run }), record);
    surveyed = await again();
  }
  const server = provisioned(surveyed, settings, prepared, cloud, run);
  const certificate = chooseCertificate(start, server, issued !== undefined);
  const served = certificate.kind === 'ready' ? certificate.served : certificate.expected;
  // With one that is still to be issued, too: what stands in the way is told before an authority is asked.
  const deployment = planFor(settings, prepared, server, served, cloud, run);
  record.plan = makePlan([...(record.plan?.steps ?? []), ...wave, ...(issued ?? [])]);
  if (certificate.kind === 'needed') return certificate;
  await tellDeployment(deployment, run, record);
  await carryOut(undertakingOf(deployment, run), { session, lock, run, record });
  return { kind: 'brought', deployment, cloud };
}

/** Has it issued; where that fails and the one that is due is valid still, the deploy goes on with that one. */
async function issueOrKeep(
  { issuance, found }: NeededCertificate,
  session: Session,
  run: Run,
  record: RunRecord,
): Promise<readonly Step[]> {
  try {
    return await issueCertificate(session, issuance, run, record);
  } catch (error) {
    if (found.kind === 'none' || run.cancelled.aborted) throw error;
    addNotices(record, notRenewed(issuance.domain, found, error));
    return [];
  }
}
