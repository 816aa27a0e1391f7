import type { Directory } from '../../../acme/directory.ts';
import type { Order, Session } from '../../../acme/session.ts';
import { unlessCancelled } from '../../../engine/cancel.ts';
import { acmeMessages } from '../../../messages/acme.ts';
import { failure } from '../../../messages/failure.ts';
import type { IssuingRun } from '../issuer.ts';
import type { KeptRequest, Pending } from './pending.ts';

/** A certificate that is being issued: what the first step began, and the others go on with. */
export interface Attempt extends Pending {
  readonly authority: Directory;
  readonly session: Session;
  readonly kept: KeptRequest;
  readonly order: Order;
  /** Until when the authority is waited for, in milliseconds. */
  readonly deadline: number;
  readonly timeoutSeconds: number;
}

const tellEverySeconds = 30;

/**
 * Looks again and again until the authority is through with what has one of the statuses `open`. Throws ACME_PENDING when
 * the time for it is over: the order stays, and the next run resumes it.
 */
export async function awaitAuthority<T extends { readonly status: string }>(
  { authority, domain, order, deadline, timeoutSeconds }: Attempt,
  open: readonly string[],
  look: () => Promise<T>,
  { log, now, sleep, cancelled }: Pick<IssuingRun, 'log' | 'now' | 'sleep' | 'cancelled'>,
): Promise<T> {
  const { host } = authority;
  const begun = now();
  for (let told = begun; ; ) {
    const found = await look();
    if (!open.includes(found.status)) return found;
    if (now() >= deadline) throw failure('ACME_PENDING', { host, domain, seconds: timeoutSeconds, order: order.url });
    if (now() - told >= tellEverySeconds * 1000) {
      told = now();
      log.info(acmeMessages.waiting(host, found.status, Math.round((deadline - now()) / 1000)));
    }
    // An authority that is through in a moment is not kept waiting, nor a slow one asked without end.
    const pause = Math.min(now() - begun < 30_000 ? 2000 : 10_000, Math.max(deadline - now(), 0));
    await unlessCancelled(() => sleep(pause), cancelled);
  }
}
