import { Failure, failure } from './failure.ts';

/** Why a run is not to go on: the failure that is the signal's reason, `CANCELLED` where it has none. */
export function reasonOf(cancelled: AbortSignal): Failure {
  return cancelled.reason instanceof Failure ? cancelled.reason : failure('CANCELLED', {});
}

/**
 * What `work` comes to, or the signal's reason as soon as it is aborted. The work itself is not stopped: what it does
 * elsewhere is for the caller to take back.
 */
export async function unlessCancelled<T>(work: () => Promise<T>, cancelled: AbortSignal): Promise<T> {
  if (cancelled.aborted) throw reasonOf(cancelled);
  const { promise, reject } = Promise.withResolvers<never>();
  const refuse = (): void => reject(reasonOf(cancelled));
  cancelled.addEventListener('abort', refuse, { once: true });
  try {
    const working = work();
    // Nobody waits for it any more once the run is cancelled, and then its failure is no news.
    working.catch(() => {});
    return await Promise.race([working, promise]);
  } finally {
    cancelled.removeEventListener('abort', refuse);
  }
}
