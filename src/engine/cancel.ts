import { Failure, failure } from '../messages/failure.ts';

/** What a run hears of its own end. */
export interface Cancellation {
  /** Aborted when somebody cancels the run. */
  readonly cancelled: AbortSignal;
  /** Aborted when a cancelled run must report and end, because the runner is about to kill it. */
  readonly graceOver: AbortSignal;
}

/**
 * What `work` comes to, or the failure that is the signal's reason (`CANCELLED` where it has none) as soon as it is
 * aborted. The work itself is not stopped: what it does on the server is for the caller to take back.
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

/** Why a run is not to go on. */
export function reasonOf(cancelled: AbortSignal): Failure {
  return cancelled.reason instanceof Failure ? cancelled.reason : failure('CANCELLED', {});
}
