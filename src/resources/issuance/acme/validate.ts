import { Refused, refusalOf, typeOf, wordsOf } from '../../../acme/problem.ts';
import type { Authorization, Challenge } from '../../../acme/session.ts';
import { acmeMessages } from '../../../messages/acme.ts';
import { failure } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import type { OpenTencent } from '../../../tencent/tencent.ts';
import { clearValidationRecords, withValidationRecord } from '../../validation-record/validation-record.ts';
import type { IssuingRun } from '../issuer.ts';
import { type Attempt, awaitAuthority } from './attempt.ts';

/** The name at which an authority looks for its record (RFC 8555, 8.4). */
export function recordName(domain: string): string {
  return `_acme-challenge.${domain}`;
}

/** Has the authority see that the domain is ours, by a record that is there only meanwhile. */
export async function validateDomain(
  attempt: Attempt,
  host: string,
  tencent: OpenTencent,
  run: IssuingRun,
  log: Log,
): Promise<void> {
  const { session, order, domain, authority } = attempt;
  // A runner that died could not take its own away.
  await clearValidationRecords(tencent, { domain, host }, run);
  try {
    for (const authorization of await session.authorizations(order)) {
      if (authorization.status === 'valid') {
        log.info(acmeMessages.alreadyValid(domain));
        continue;
      }
      const challenge = challengeOf(authorization, authority.host);
      const value = await session.recordValue(challenge);
      const record = { domain, name: recordName(domain), type: 'TXT', value, host } as const;
      await withValidationRecord(tencent, record, run, () => answer(attempt, authorization.url, challenge, run));
    }
  } catch (error) {
    throw refusalOf(error, authority.host);
  }
}

function challengeOf({ challenges, status }: Authorization, host: string): Challenge {
  const found = challenges.find(({ type }) => type === 'dns-01');
  if (found !== undefined && status === 'pending') return found;
  const detail = `${status}: ${challenges.map(({ type }) => type).join(', ')}`;
  throw failure('ACME_REFUSED', { host, type: 'dns-01', detail });
}

async function answer(attempt: Attempt, url: string, challenge: Challenge, run: IssuingRun): Promise<void> {
  const { session, order, domain, authority } = attempt;
  // A run that died may have asked already.
  if (challenge.status === 'pending') await session.answer(challenge);
  const look = async (): Promise<Authorization> => {
    const found = (await session.authorizations(order)).find((one) => one.url === url);
    if (found === undefined)
      throw new Refused({ status: 0, type: 'authorization', detail: url, retryAfter: undefined });
    return found;
  };
  const { status, challenges } = await awaitAuthority(attempt, ['pending'], look, run);
  if (status === 'valid') return;
  const error = challenges.flatMap((one) => ('error' in one ? [one.error as Record<string, unknown>] : [])).at(0);
  throw failure('ACME_CHALLENGE_FAILED', {
    host: authority.host,
    domain,
    record: recordName(domain),
    type: typeOf(error, status),
    detail: error === undefined ? status : wordsOf(error),
  });
}
