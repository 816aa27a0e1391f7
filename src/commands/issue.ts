import { renewalFrom } from '../certificate/due.ts';
import { findIssued, type IssuedCertificate } from '../decision/certificate.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { describePlan, makePlan } from '../engine/plan.ts';
import type { RunnerStep } from '../engine/step.ts';
import { failuresOf } from '../messages/failure.ts';
import { issueMessages as say } from '../messages/issue.ts';
import { dayOf } from '../messages/text.ts';
import type { Issuer, WantedCertificate } from '../resources/issuance/issuer.ts';
import { takeCertificateLock } from '../server/certificate-lock.ts';
import type { Server } from '../server/server.ts';
import type { Session } from '../server/session.ts';
import type { IssuedCertificateSettings } from '../settings/settings.ts';
import { surveyCertificates } from '../survey/domain-certificates.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import { apply, whileHeld } from './carry-out.ts';
import { holderOf } from './lock.ts';
import { openIssuer } from './open-issuer.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** A certificate that a command needs, and by whom it is issued. */
export interface Issuance {
  readonly app: string;
  readonly domain: string;
  readonly settings: IssuedCertificateSettings;
  readonly tencent: OpenTencent;
}

/**
 * Has the certificate of a domain issued and put on the server, unless it is there and not due by then: under a lock of its
 * own, so that two runs never both apply, and no application waits for an authority. Gives the steps that ran. Throws what
 * kept it from being issued; what was applied for is resumed by the next run.
 */
export async function issueCertificate(
  session: Session,
  issuance: Issuance,
  run: Run,
  record: RunRecord,
): Promise<readonly RunnerStep[]> {
  const { app, domain, settings, tencent } = issuance;
  const lock = await timed(run, record, 'certificate.lock', say.lock(domain), () =>
    takeCertificateLock(session, {
      domain,
      holder: holderOf(run),
      // As long as another run may wait for its authority, and some minutes for what it does besides.
      waitSeconds: settings.timeoutSeconds + 300,
      onWait: ({ who = '?', runUrl = '?', since = '?' }) => run.log.info(say.waiting(domain, who, runUrl, since)),
    }),
  );
  const held = whileHeld({ lock, run });
  const { uncertain } = record;
  try {
    const steps = await timed(held, record, 'certificate.look', say.look(domain), async () => {
      const found = await lookAgain(session, app, domain, settings, held);
      const issuer = openIssuer(settings, tencent, held, record);
      if (await isKept(found, issuer, settings, held)) return [];
      return issuer.plan(session, wantedOf(found, domain, settings));
    });
    await run.log.group(say.plan, async () => {
      for (const line of describePlan(makePlan(steps))) run.log.info(line);
    });
    await apply(steps, session, held, record);
    return steps;
  } finally {
    // Nothing that is served hangs on a pair that is half installed.
    record.uncertain = uncertain;
    await unlessCancelled(() => lock.release(), run.graceOver).catch(() => {});
  }
}

/** What an issuer is asked for in the place of what was found. */
export function wantedOf(
  found: IssuedCertificate,
  domain: string,
  { timeoutSeconds }: IssuedCertificateSettings,
): WantedCertificate {
  if (found.kind === 'none') return { domain, due: undefined, timeoutSeconds };
  const { chainPem, notAfter } = found.served.certificate;
  return { domain, due: { chainPem, notAfter }, timeoutSeconds };
}

async function lookAgain(
  server: Server,
  app: string,
  domain: string,
  { renewBeforeDays }: IssuedCertificateSettings,
  { now, roots }: Run,
): Promise<IssuedCertificate> {
  const { certificates, configuration } = await surveyCertificates(server, app, domain);
  return findIssued(domain, certificates, configuration, { renewBeforeDays, now: new Date(now()), roots });
}

/** Whether what is there is not due by now: by its authority's word where it gives one, else by its date. */
export async function isKept(
  found: IssuedCertificate,
  issuer: Issuer,
  settings: IssuedCertificateSettings,
  run: Run,
): Promise<boolean> {
  if (found.kind === 'none') return false;
  const { now, log } = run;
  const from = await renewedFrom(found.served, issuer, settings, run);
  if (from.getTime() <= now()) return false;
  log.info(
    found.from.getTime() > now()
      ? say.thereByNow(dayOf(found.served.certificate.notAfter))
      : say.notYet(issuer.name, from.toISOString()),
  );
  return true;
}

/** From when on a certificate is renewed. Its authority is asked, but not the account. */
export async function renewedFrom(
  { certificate }: ServedCertificate,
  issuer: Issuer,
  { renewBeforeDays }: IssuedCertificateSettings,
  run: Run,
): Promise<Date> {
  return renewalFrom(certificate, renewBeforeDays, await renewalWindow(issuer, certificate.chainPem, run));
}

/** The authority's own opinion; one that cannot be asked leaves it to the date. */
async function renewalWindow(issuer: Issuer, chainPem: string, { log, cancelled }: Run) {
  try {
    return await issuer.renewalWindow(chainPem);
  } catch (error) {
    if (cancelled.aborted) throw error;
    const [failed] = failuresOf(error);
    if (failed !== undefined) log.info(say.noWindow(issuer.name, failed.text.what));
    return undefined;
  }
}
