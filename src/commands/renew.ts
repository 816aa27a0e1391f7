import { checkProvided, expectedCertificate } from '../decision/certificate.ts';
import { pairToServe } from '../decision/renewal.ts';
import { planRenewal, type Renewal } from '../deployment/renewal.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { makePlan } from '../engine/plan.ts';
import type { Step } from '../engine/step.ts';
import { commandMessages } from '../messages/commands.ts';
import { deployLogSubjects } from '../messages/deploy-log.ts';
import { failure, gather } from '../messages/failure.ts';
import { renewMessages as say } from '../messages/renew.ts';
import { dayOf } from '../messages/text.ts';
import { deployLogLine } from '../resources/release-record.ts';
import type { Lock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { RenewSettings } from '../settings/settings.ts';
import { carryOut } from './carry-out.ts';
import { checkCredentials } from './connect.ts';
import { type Issuance, issueCertificate, renewedFrom } from './issue.ts';
import { underLock } from './lock.ts';
import { type Found, look, type Start } from './look-renewal.ts';
import { observeDeployment } from './observe-deployment.ts';
import { openAccount } from './open-account.ts';
import { openIssuer } from './open-issuer.ts';
import { publicAddressOf } from './public-address.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { withSshAccess } from './ssh-access.ts';
import { tellingWhatIsLeft, tellPlan } from './telling.ts';

/**
 * Renews the certificate of a domain where it is due, and has every application of the domain serve it. No container is
 * touched. Throws `Failure` or `Failures`; what was reached is in `record`.
 */
export async function renew(settings: RenewSettings, run: Run, record: RunRecord): Promise<void> {
  const provided = await checkInputs(settings, run, record);
  const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
  await withSshAccess(tencent, settings, run, record, async (access) => {
    const session = await timed(run, record, 'connect', commandMessages.connect(settings.server.host), access.connect);
    await access.clearLeftovers(undefined);
    await tellingWhatIsLeft(run, record, async () => {
      const renewed = await bringAbout({ session, tencent, settings, provided, run, record });
      if (renewed !== undefined)
        await unlessCancelled(() => observe(renewed, session, settings, run, record), run.cancelled);
    });
  });
}

/** Checks what can be checked before the server is contacted. Throws `Failures` with all that is wrong. */
async function checkInputs(
  settings: RenewSettings,
  run: Run,
  record: RunRecord,
): Promise<ServedCertificate | undefined> {
  record.domain = settings.site.domain;
  record.httpsPort = settings.site.httpsPort;
  record.app = settings.app;
  return timed(run, record, 'inputs', say.check, async () => {
    const [provided] = await gather<[ServedCertificate | undefined, undefined]>([
      Promise.resolve().then(() => checkProvided(settings, new Date(run.now()), run.roots)),
      checkCredentials(settings.server),
    ]);
    return provided;
  });
}

/** What serves a new pair. */
interface Renewed {
  readonly found: Found;
  readonly certificate: ServedCertificate;
  readonly renewal: Renewal;
}

/**
 * Everything that changes something. The application's lock is not held while an authority is awaited: what the server is
 * like is looked at again afterwards. Undefined: there was nothing to do.
 */
async function bringAbout(start: Start): Promise<Renewed | undefined> {
  const { session, settings, run, record } = start;
  const first = await look(start, settings.app);
  const { release, application } = first;
  run.log.info(say.application(release.app, settings.site.domain, application.ports.join(', ')));
  // Whoever holds the lock by then ends its own.
  const found = first.server.releases.halfDone ? await underLockOf(first, start, async (_, again) => again) : first;
  try {
    const need = await whatIsNeeded(found, start);
    if (need.kind === 'nothing') return undefined;
    const issued = need.kind === 'issue' ? await issueCertificate(session, need.issuance, run, record) : [];
    record.plan = makePlan(issued);
    return await underLockOf(found, start, (lock, again) => repoint(again, issued, lock, start));
  } catch (error) {
    const { certificateNotAfter: until, fate } = record;
    if (until !== undefined && (fate === undefined || fate === 'undone'))
      record.warnings.push(say.goesOn(dayOf(until)));
    throw error;
  }
}

/** Works with what is found once the lock is held. */
function underLockOf<T>(
  { application: { app } }: Found,
  start: Start,
  work: (lock: Lock, found: Found) => Promise<T>,
): Promise<T> {
  return underLock(
    start,
    app,
    {
      look: (opening, held) => look({ ...start, run: held }, app, opening),
      isHalfDone: ({ server }) => server.releases.halfDone,
      work,
    },
    start.settings.lockTimeoutSeconds,
  );
}

/** What there is to do. */
type Need =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'issue'; readonly issuance: Issuance }
  /** A later pair is at hand. */
  | { readonly kind: 'repoint' };

/** Finds out what there is to do, and says so. The account is not asked. */
async function whatIsNeeded({ release, server, standing }: Found, start: Start): Promise<Need> {
  const { settings, provided, run, record } = start;
  const replacesOwn = !standing.namedIsFit;
  const from = await renewsFrom(standing.found, start);
  if (from !== undefined && from.getTime() <= run.now()) {
    const certificate = expectedCertificate(settings.site.domain, new Date(run.now()));
    // What stands in the way is told before an authority is asked.
    planRenewal({ release, certificate, replacesOwn }, server);
    return { kind: 'issue', issuance: issuanceOf(release.app, start) };
  }
  const certificate = pairToServe(standing, provided);
  if (certificate === undefined) throw failure('INTERNAL', { detail: 'no certificate to renew with' });
  const { plan, warnings } = planRenewal({ release, certificate, replacesOwn }, server);
  if (plan.steps.length > 0) return { kind: 'repoint' };
  const until = dayOf(certificate.certificate.notAfter);
  if (from !== undefined) run.log.info(say.served(until, dayOf(from)));
  else if (provided !== undefined && provided.pair.chainPath !== certificate.pair.chainPath)
    run.log.info(say.notLater(dayOf(provided.certificate.notAfter), until));
  else run.log.info(say.live(until));
  record.plan = plan;
  record.warnings.push(...warnings);
  record.proven = true;
  return { kind: 'nothing' };
}

/** From when on the certificate is renewed: at once where there is none; undefined: it is not issued. */
async function renewsFrom(found: Found['standing']['found'], start: Start): Promise<Date | undefined> {
  const {
    settings: { certificate },
    run,
    record,
  } = start;
  if (certificate.source === 'provided') return undefined;
  if (found.kind === 'none') {
    run.log.info(say.unfit);
    return new Date(0);
  }
  const { tencent } = issuanceOf('', start);
  const from = await renewedFrom(found.served, openIssuer(certificate, tencent, run, record), certificate, run);
  if (from.getTime() <= run.now()) run.log.info(say.due(dayOf(found.served.certificate.notAfter), dayOf(from)));
  return from;
}

function issuanceOf(app: string, { settings: { site, certificate }, tencent }: Start): Issuance {
  if (tencent === undefined || certificate.source === 'provided')
    throw failure('INTERNAL', { detail: 'no account to have a certificate issued in' });
  return { app, domain: site.domain, settings: certificate, tencent };
}

/** Has every site of the domain serve the pair. Undefined: another run has. */
async function repoint(
  found: Found,
  issued: readonly Step[],
  lock: Lock,
  { session, settings, provided, run, record }: Start,
): Promise<Renewed | undefined> {
  const { release, server, standing } = found;
  const { domain } = settings.site;
  const certificate = pairToServe(standing, provided);
  if (certificate === undefined) throw failure('CERTIFICATE_NOT_FOUND', { domain, found: '-' });
  const renewal = planRenewal({ release, certificate, replacesOwn: !standing.namedIsFit }, server);
  const { plan } = renewal;
  record.plan = makePlan([...issued, ...plan.steps]);
  record.site = renewal.siteText;
  record.warnings.push(...renewal.warnings);
  if (plan.steps.length === 0) {
    run.log.info(say.nothingLeft);
    record.proven = true;
    return undefined;
  }
  await tellPlan(plan, run);
  const subject = deployLogSubjects.certificate(domain, dayOf(certificate.certificate.notAfter));
  const farewell = deployLogLine({ ...release, origin: run.origin }, subject[settings.language]);
  const title = say.switchTitle(release.app, domain);
  await carryOut({ plan, release, title, farewell }, { session, lock, run, record });
  record.certificateNotAfter = certificate.certificate.notAfter;
  return { found, certificate, renewal };
}

/** Looks from outside, as after a deploy, at every https port of the application. */
async function observe(
  { found: { release, server }, certificate, renewal: { nginx } }: Renewed,
  session: Session,
  settings: RenewSettings,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const live = { target: { release, certificate, hidden: 'all' as const }, nginx, replaced: undefined };
  const publicAddress = await publicAddressOf(settings, server, undefined);
  await observeDeployment(session, settings, live, { account: undefined, publicAddress }, run, record);
}
