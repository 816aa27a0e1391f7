import { Refused, refusalOf, typeOf, wordsOf } from '../../../acme/problem.ts';
import type { Authorization, Challenge } from '../../../acme/session.ts';
import { acmeMessages } from '../../../messages/acme.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import type { Server } from '../../../server/server.ts';
import type { OpenTencent } from '../../../tencent/tencent.ts';
import { clearValidationRecords, withValidationRecord } from '../../validation-record/validation-record.ts';
import type { IssuingRun } from '../issuer.ts';
import { type Attempt, awaitAuthority } from './attempt.ts';
import { forgetOrder } from './pending.ts';

/** The name at which an authority looks for its record (RFC 8555, 8.4). */
export function recordName(domain: string): string {
  return `_acme-challenge.${domain}`;
}

/** Has the authority see that the domain is ours, by a record that is there only meanwhile. */
export async function validateDomain(
  attempt: Attempt,
  server: Server,
  tencent: OpenTencent,
  run: IssuingRun,
  log: Log,
): Promise<void> {
  const { session, order, domain, authority } = attempt;
  const { host } = server;
  // A runner that died could not take its own away.
  await clearValidationRecords(tencent, { domain, host }, run);
  try {
    for (const authorization of await session.authorizations(order)) {
      if (authorization.status === 'valid') {
        log.info(acmeMessages.alreadyValid(domain));
        continue;
      }
      const challenge = challengeOf(authorization);
      if (challenge === undefined) {
        // Nothing comes of it any more: the next run orders anew.
        await forgetOrder(server, attempt);
        throw unusable(authorization, authority.host);
      }
      const value = await session.recordValue(challenge);
      const record = { domain, name: recordName(domain), type: 'TXT', value, host } as const;
      await withValidationRecord(tencent, record, run, () => answer(attempt, authorization.url, challenge, run));
    }
  } catch (error) {
    throw refusalOf(error, authority.host);
  }
}

/** The challenge that a record answers; undefined: there is none, or the authorization is over. */
function challengeOf({ challenges, status }: Authorization): Challenge | undefined {
  return status === 'pending' ? challenges.find(({ type }) => type === 'dns-01') : undefined;
}

function unusable({ challenges, status }: Authorization, host: string): Failure {
  const detail = `${status}: ${challenges.map(({ type }) => type).join(', ')}`;
  return failure('ACME_REFUSED', { host, type: 'dns-01', detail });
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
