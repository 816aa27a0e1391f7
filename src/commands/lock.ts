import { randomBytes } from 'node:crypto';
import { unlessCancelled } from '../engine/cancel.ts';
import { Failure } from '../messages/failure.ts';
import { renewMessages } from '../messages/renew.ts';
import type { Text } from '../messages/text.ts';
import { type Lock, type LockHolder, onceHeld, takeLock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { Run } from './run.ts';

/** Who takes a lock, as others are told. */
export function holderOf({ origin, now }: Pick<Run, 'origin' | 'now'>): LockHolder {
  const { actor, runUrl, commit } = origin;
  return { who: actor, runUrl, commit, since: new Date(now()).toISOString(), token: randomBytes(8).toString('hex') };
}

/** For an application's lock where a run cannot simply be refused: it holds another's time already, or is a renewal. */
export function patienceFor(app: string): LockPatience {
  return { seconds: 600, waiting: renewMessages.waiting(app) };
}

/** How long a lock is waited for that another run holds, and what is told of it. */
export interface LockPatience {
  readonly seconds: number;
  readonly waiting: Text;
}

/** What is done under an application's lock. */
export interface UnderLock<A, T> {
  /**
   * Looks at the server. It is begun together with the taking of the lock: its first script begins with `opening`, by which
   * the server waits for the lock. `run` is cancelled where that is not to be had.
   */
  look(opening: string, run: Run): Promise<A>;
  work(lock: Lock, found: A): Promise<T>;
}

/** Seconds for which a look that goes ahead waits for a lock that is free: longer than a keeper may take to begin. */
const aheadSeconds = 60;

/**
 * Looks and works while the run holds the lock of an application, by its image's name. Throws LOCKED where another run holds
 * it, at once unless there is `patience`: nothing was asked then.
 */
export async function underLock<A, T>(
  session: Session,
  image: string,
  run: Run,
  { look, work }: UnderLock<A, T>,
  patience?: LockPatience,
): Promise<T> {
  const holder = holderOf(run);
  const refused = new AbortController();
  const taking = taken(session, image, holder, run, patience);
  const opening = onceHeld(image, holder.token, aheadSeconds + (patience?.seconds ?? 0));
  const looking = look(opening, { ...run, cancelled: AbortSignal.any([run.cancelled, refused.signal]) });
  looking.catch(() => {});
  const lock = await taking.catch(async (error: unknown) => {
    refused.abort(error);
    await looking.catch(() => {});
    throw error;
  });
  try {
    return await work(lock, await looking);
  } finally {
    // Its answer is not waited for: the word goes before all that follows, and before the end of the connection.
    void lock.release();
  }
}

async function taken(
  session: Session,
  image: string,
  holder: LockHolder,
  run: Run,
  patience: LockPatience | undefined,
): Promise<Lock> {
  const deadline = run.now() + (patience?.seconds ?? 0) * 1000;
  const take = () => takeLock(session, { app: image, holder, beatSeconds: 5 });
  for (let told = false; ; told = true) {
    try {
      return await unlessCancelled(take, run.cancelled);
    } catch (error) {
      const isHeld = error instanceof Failure && error.code === 'LOCKED';
      if (!isHeld || patience === undefined || run.now() >= deadline) throw error;
      if (!told) run.log.info(patience.waiting);
    }
    await unlessCancelled(() => run.sleep(2000), run.cancelled);
  }
}
