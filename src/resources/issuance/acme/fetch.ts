import { createPublicKey } from 'node:crypto';
import { isLimit, Refused, refusalOf, typeOf, wordsOf } from '../../../acme/problem.ts';
import type { Order } from '../../../acme/session.ts';
import { type Certificate, checkPair } from '../../../certificate/check.ts';
import { isSameKey } from '../../../certificate/key.ts';
import { pendingCertificate } from '../../../layout/acme-paths.ts';
import { acmeMessages } from '../../../messages/acme.ts';
import { failure } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import { join, type Text, text } from '../../../messages/text.ts';
import type { Server } from '../../../server/server.ts';
import { certificatePaths, installPair, readLeaf } from '../../certificate.ts';
import type { IssuingRun } from '../issuer.ts';
import { type Attempt, awaitAuthority } from './attempt.ts';
import { forgetOrder, forgetPending } from './pending.ts';

/** Has the certificate made, checks it by its content, and puts it with its key, which never left the server, in place. */
export async function fetchCertificate(server: Server, attempt: Attempt, run: IssuingRun, log: Log): Promise<void> {
  const { domain, directory, authority } = attempt;
  const chain = await chainOf(attempt, run).catch(async (error: unknown) => {
    // Refused for what it is, it would be refused in each run until it expires.
    if (error instanceof Refused && error.problem.status < 500 && !isLimit(error.problem))
      await forgetOrder(server, attempt);
    throw refusalOf(error, authority.host);
  });
  const { certificate, found } = check(attempt, chain, run);
  if (certificate === undefined || found.length > 0) {
    // Nothing better comes out of the same order.
    await forgetOrder(server, attempt);
    throw failure('ACME_CERTIFICATE', { host: authority.host, domain, found: join(found, ' ') });
  }
  log.info(acmeMessages.issued(certificate.fingerprint, certificate.notAfter));
  const pair = certificatePaths(domain, certificate.fingerprint);
  await installPair(server, pair, certificate.chainPem, { keptAt: pendingCertificate(directory, domain).key });
  await forgetPending(server, attempt);
}

async function chainOf(attempt: Attempt, run: IssuingRun): Promise<string> {
  const { session, authority } = attempt;
  let finalized = false;
  const look = async (): Promise<Order> => {
    const found = await session.look(attempt.order);
    // One that an earlier run finalized goes on by itself.
    if (found.status !== 'ready' || finalized) return found;
    finalized = true;
    return await finalize(attempt, found);
  };
  const order = await awaitAuthority(attempt, ['pending', 'ready', 'processing'], look, run);
  if (order.status === 'valid') return session.chain(order);
  const error = order.error as Readonly<Record<string, unknown>> | undefined;
  throw failure('ACME_REFUSED', {
    host: authority.host,
    type: typeOf(error, order.status),
    detail: error === undefined ? order.status : wordsOf(error),
  });
}

async function finalize({ session, kept }: Attempt, order: Order): Promise<Order> {
  try {
    return await session.finalize(order, kept.request);
  } catch (error) {
    // The answer to a first try was lost: the order tells.
    if (error instanceof Refused && error.problem.type === 'orderNotReady') return order;
    throw error;
  }
}

/** What is wrong with a chain that came: with its names, dates, trust, or key. */
function check({ domain, kept, authority }: Attempt, chainPem: string, { now, roots }: IssuingRun) {
  const checked = checkPair({ chainPem, domain, now: new Date(now()), roots, source: authority.host });
  const found: Text[] = checked.problems.map((one) => one.text.what);
  const leaf = readLeaf(chainPem);
  if (leaf !== undefined && !isSameKey(leaf.publicKey, createPublicKey(kept.publicKey)))
    found.push(text('it is for another key than the requested one.', '其公钥与申请时不同。'));
  const certificate: Certificate | undefined = checked.certificate;
  return { certificate, found };
}
