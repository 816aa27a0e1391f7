import type { Directory } from '../../../acme/directory.ts';
import { isLimit, Refused, refusalOf } from '../../../acme/problem.ts';
import { type Order, openSession, type Session } from '../../../acme/session.ts';
import type { Transport } from '../../../acme/transport.ts';
import { unlessCancelled } from '../../../engine/cancel.ts';
import { acmeAccountKey } from '../../../layout/acme-paths.ts';
import { acmeMessages } from '../../../messages/acme.ts';
import { failure } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import type { Server } from '../../../server/server.ts';
import type { IssuingRun } from '../issuer.ts';
import type { Attempt } from './attempt.ts';
import { makeRequest, noteOrder, type Pending, readAccountKey } from './pending.ts';

/** What is to be ordered. */
export interface Ordering extends Pending {
  readonly authority: Directory;
  readonly transport: Transport;
  readonly email: string | undefined;
  /** The id, with the authority, of the certificate that is renewed. */
  readonly replaces: string | undefined;
  readonly timeoutSeconds: number;
}

/** Makes keys and request, opens the account, and orders, unless an order of an earlier run is still good. */
export async function beginOrder(server: Server, ordering: Ordering, run: IssuingRun, log: Log): Promise<Attempt> {
  const { directory, domain, authority, timeoutSeconds } = ordering;
  const deadline = run.now() + timeoutSeconds * 1000;
  const kept = await makeRequest(server, ordering);
  if (kept.isKept) log.info(acmeMessages.keyKept);
  const session = await openAccount(server, ordering, run);
  log.info(acmeMessages.account(authority.host, session.account));
  if (authority.terms !== undefined) log.info(acmeMessages.termsAccepted(authority.terms));
  const resumed = kept.order === undefined ? undefined : await resume(session, kept.order, ordering, run.now());
  const order = resumed ?? (await place(session, ordering));
  log.info(resumed === undefined ? acmeMessages.ordered(order.url) : acmeMessages.resumed(order.url, order.status));
  if (resumed === undefined) await noteOrder(server, ordering, order.url);
  return { directory, domain, authority, session, kept, order, deadline, timeoutSeconds };
}

/** ACME_ACCOUNT where the authority does not want this one. */
async function openAccount(server: Server, ordering: Ordering, run: IssuingRun): Promise<Session> {
  const { directory, authority, transport, email } = ordering;
  const key = await readAccountKey(server, { directory, hide: (secret) => run.hide(secret) });
  try {
    return await unlessCancelled(() => openSession(transport, authority, key, email, () => run.now()), run.cancelled);
  } catch (error) {
    const { host } = authority;
    if (!(error instanceof Refused) || isLimit(error.problem)) throw refusalOf(error, host);
    const { type, detail } = error.problem;
    throw failure('ACME_ACCOUNT', { host, type, detail, keyFile: acmeAccountKey(directory) });
  }
}

/** The order of an earlier run; undefined where the authority has dropped it or nothing can come of it any more. */
async function resume(session: Session, url: string, { authority }: Ordering, now: number): Promise<Order | undefined> {
  try {
    const order = await session.look({ url });
    const isOver = order.status === 'invalid' || (order.expires !== undefined && Date.parse(order.expires) <= now);
    return isOver ? undefined : order;
  } catch (error) {
    if (error instanceof Refused && !isLimit(error.problem)) return undefined;
    throw refusalOf(error, authority.host);
  }
}

async function place(session: Session, ordering: Ordering): Promise<Order> {
  const { authority, domain, replaces } = ordering;
  try {
    return await session.order(domain, replaces);
  } catch (error) {
    const isOfReplaced = replaces !== undefined && error instanceof Refused && !isLimit(error.problem);
    if (!isOfReplaced) throw refusalOf(error, authority.host);
    // Another run has replaced it, or it was another account's; authorities word that in many ways. What is refused for
    // another reason is refused again.
    return place(session, { ...ordering, replaces: undefined });
  }
}
