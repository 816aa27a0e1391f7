import { certificateState, certificateIssueMessages as messages } from '../../../messages/certificate-issue.ts';
import { Failure, failure } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import { ApiFailure, hasApiCode } from '../../../tencent/api-failure.ts';
import { type Application, isIssued, isOver, type Validation } from '../../../tencent/certificate.ts';
import { completeCertificate } from '../../../tencent/certificate-calls.ts';
import { readApplication } from '../../../tencent/read-application.ts';
import { pause } from './pause.ts';
import type { Issuing } from './tools.ts';
import { type Verifier, verifier } from './verifier.ts';

/** Milliseconds between looks at the application: sooner at first, since a stand-by authority takes seconds. */
const firstDelays = [3000, 5000, 10_000];
const usualDelay = 15_000;

/** For how long a new application may not be found by its id. */
const unknownMs = 60_000;

/**
 * Waits until the application `id` is issued, with the record that the authority looks for where we are to write it.
 * Throws CERTIFICATE_PENDING where it takes too long, CERTIFICATE_REFUSED where it comes to nothing, and `ApiFailure`.
 */
export async function awaitIssued(id: string, issuing: Issuing, log: Log): Promise<void> {
  const { run, tencent } = issuing;
  const begun = run.now();
  const waiting: Waiting = {
    ...{ id, issuing, log, begun, until: begun + issuing.timeoutSeconds * 1000, looks: 0, told: '' },
    verifier: verifier(tencent, id, run),
  };
  const found = await poll(waiting, (application) => recordsOf(application).length > 0);
  if (!isIssued(found)) {
    await withRecords(recordsOf(found), issuing, log, async () => {
      waiting.ours = true;
      await complete(waiting);
      await poll(waiting, () => false);
    });
  }
  log.info(messages.issued(id, secondsBetween(begun, run.now())));
}

/** What is known while an application is waited for. */
interface Waiting {
  readonly id: string;
  readonly issuing: Issuing;
  readonly log: Log;
  readonly begun: number;
  readonly until: number;
  readonly verifier: Verifier;
  /** How often it was looked at. */
  looks: number;
  /** What was told last. */
  told: string;
  /** Whether the validation is asked for by us: its record is ours, or one that is added by hand. */
  ours?: boolean;
}

/** Looks at the application until it is issued, or `enough` of it is known. */
async function poll(waiting: Waiting, enough: (found: Application) => boolean): Promise<Application> {
  const { issuing, id, until } = waiting;
  const { run, domain } = issuing;
  for (;;) {
    const found = await look(waiting);
    if (isOver(found)) {
      throw failure('CERTIFICATE_REFUSED', { domain, id, status: String(found.status), message: found.said });
    }
    if (isIssued(found) || enough(found)) return found;
    if ((await waiting.verifier.look()) === 'seen' && waiting.ours) await complete(waiting);
    tell(waiting, found);
    const left = until - run.now();
    if (left <= 0) throw tooSlow(waiting, found);
    const delay = firstDelays[waiting.looks] ?? usualDelay;
    waiting.looks += 1;
    await pause(run, Math.min(delay, left));
  }
}

async function look({ id, issuing, begun }: Waiting): Promise<Application> {
  const { tencent, run } = issuing;
  return readApplication(tencent, id).catch((error: unknown) => {
    if (!hasApiCode(error, 'FailedOperation.CertificateNotFound') || run.now() - begun > unknownMs) throw error;
    return { id, status: 0, said: '', method: '', validations: [] };
  });
}

/** The records that we are to write. With DNS_AUTO Tencent does; a file is nobody's but the user's. */
function recordsOf({ method, validations }: Application): readonly Validation[] {
  return method === 'DNS' ? validations.filter(({ type }) => type !== 'FILE') : [];
}

/** Does `work` while the records are there; those that this account cannot hold are to be added by hand. */
async function withRecords(
  [first, ...others]: readonly Validation[],
  issuing: Issuing,
  log: Log,
  work: () => Promise<void>,
): Promise<void> {
  if (first === undefined) return work();
  const rest = () => withRecords(others, issuing, log, work);
  const { type, name, value } = first;
  const { tencent, run, records, domain, host } = issuing;
  let there = false;
  try {
    const wanted = { domain, name, type: type === 'CNAME' ? type : 'TXT', value, host } as const;
    await records.withValidationRecord(tencent, wanted, run, () => {
      there = true;
      return rest();
    });
  } catch (error) {
    if (there || !(error instanceof Failure) || error.code !== 'VALIDATION_ZONE_MISSING') throw error;
    log.warning(messages.addByHand(`${name} ${type} ${value}`));
    await rest();
  }
}

/** Has the domain validated now; a refusal is no failure, since the authority looks by itself as well. */
async function complete({ id, issuing, log }: Waiting): Promise<void> {
  try {
    await completeCertificate(issuing.tencent, id);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    log.info(messages.notValidatedYet(error.words ?? error.text.what.en));
  }
}

/** Tells what is waited for, where that has changed. */
function tell(waiting: Waiting, { status, said }: Application): void {
  const { log, issuing, begun, until, verifier: seen } = waiting;
  const detail = [said, seen.reason()].filter((words) => words !== '').join('; ');
  const news = `${status} ${detail}`;
  if (news === waiting.told) return;
  waiting.told = news;
  const now = issuing.run.now();
  log.info(
    messages.progress(certificateState(String(status)), detail, secondsBetween(begun, now), secondsBetween(now, until)),
  );
}

function tooSlow({ id, issuing, begun, verifier: seen, ours }: Waiting, { status, validations }: Application): Failure {
  const { domain, run } = issuing;
  const missing = validations.find(({ type }) => type !== 'FILE');
  const blamed = missing !== undefined && (seen.verdict() === 'missing' || (seen.verdict() === 'unknown' && ours));
  return failure('CERTIFICATE_PENDING', {
    ...{ domain, id, state: String(status), seconds: secondsBetween(begun, run.now()) },
    record: blamed ? `${missing.name} ${missing.type}` : '',
    value: blamed ? missing.value : '',
  });
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / 1000));
}
