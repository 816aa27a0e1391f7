import { failure } from '../messages/failure.ts';

/**
 * What `work` comes to, or `CANCELLED` as soon as the run is cancelled. The work itself is not stopped: what it does on
 * the server is for the caller to take back.
 */
export async function unlessCancelled<T>(work: () => Promise<T>, cancelled: AbortSignal): Promise<T> {
  if (cancelled.aborted) throw failure('CANCELLED', {});
  const { promise, reject } = Promise.withResolvers<never>();
  const refuse = (): void => reject(failure('CANCELLED', {}));
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
