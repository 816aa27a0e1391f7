import { certificateIssueMessages as messages } from '../../../messages/certificate-issue.ts';
import type { Log } from '../../../messages/log.ts';
import { ApiFailure, hasApiCode } from '../../../tencent/api-failure.ts';
import { isIssued, isPending, type ListedCertificate } from '../../../tencent/certificate.ts';
import { applyForCertificate, type ValidationMethod } from '../../../tencent/certificate-calls.ts';
import { readCertificates } from '../../../tencent/read-certificates.ts';
import { choosePending } from './choose.ts';
import { pause } from './pause.ts';
import { authorityBusy, isAboutMethod, refusalOf } from './refusal.ts';
import type { Issuing } from './tools.ts';

/** How often an application is sent whose answers are lost. */
const attempts = 3;

/** For how long the list may lack an application that was made. */
const listLagMs = 40_000;

/**
 * Applies for a certificate, unless an application for the domain is on its way by now; its id. Tencent is to write the
 * validation record; where it refuses, we do. Throws CERTIFICATE_QUOTA, CERTIFICATE_ACCOUNT_NOT_VERIFIED and `ApiFailure`.
 */
export async function apply(issuing: Issuing, log: Log): Promise<string> {
  const { tencent, domain } = issuing;
  const there = await readCertificates(tencent);
  const other = choosePending(there, domain);
  if (other !== undefined) {
    log.info(messages.alreadyApplied(other.id));
    return other.id;
  }
  const known = new Set(there.map(({ id }) => id));
  const send = (method: ValidationMethod) => sendOnce(issuing, method, known, log);
  try {
    return await send('DNS_AUTO').catch(async (error: unknown) => {
      if (!isAboutMethod(error)) throw error;
      // Whether it was refused before anything was made is not known of every code.
      const made = newIn(await readCertificates(tencent), domain, known);
      if (made !== undefined) return made.id;
      log.info(messages.autoRefused(error.words ?? error.apiCode ?? ''));
      return send('DNS');
    });
  } catch (error) {
    throw refusalOf(error, domain);
  }
}

/** Sends an application; where its answer is lost, again only once the list shows that there is none. */
async function sendOnce(
  issuing: Issuing,
  method: ValidationMethod,
  known: ReadonlySet<string>,
  log: Log,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const id = await applyForCertificate(issuing.tencent, issuing.domain, method).catch(async (error: unknown) => {
      if (!isLost(error)) throw error;
      log.info(messages.noAnswer);
      const found = await findApplied(issuing, known);
      if (found === undefined && attempt === attempts) throw error;
      return found;
    });
    if (id === undefined) continue;
    log.info(messages.applied(id, method));
    return id;
  }
}

function isLost(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && (error.mayHaveTakenEffect || hasApiCode(error, authorityBusy));
}

/** An application that was made although no answer came; it may be issued by now. */
async function findApplied({ tencent, domain, run }: Issuing, known: ReadonlySet<string>): Promise<string | undefined> {
  const until = run.now() + listLagMs;
  for (;;) {
    const found = newIn(await readCertificates(tencent), domain, known);
    if (found !== undefined || run.now() >= until) return found?.id;
    await pause(run, 4000);
  }
}

/** An application or certificate for the domain that was not there before. */
function newIn(
  all: readonly ListedCertificate[],
  domain: string,
  known: ReadonlySet<string>,
): ListedCertificate | undefined {
  return all.find((one) => !known.has(one.id) && one.domain === domain && (isPending(one) || isIssued(one)));
}
