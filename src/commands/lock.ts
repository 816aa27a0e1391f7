import { randomBytes } from 'node:crypto';
import { unlessCancelled } from '../engine/cancel.ts';
import { Failure } from '../messages/failure.ts';
import { renewMessages } from '../messages/renew.ts';
import type { Text } from '../messages/text.ts';
import { type Lock, type LockHolder, takeLock } from '../server/lock.ts';
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

/**
 * Does `work` while the run holds the lock of an application, by its image's name. Throws LOCKED where another run holds it,
 * at once unless there is `patience`.
 */
export async function underLock<T>(
  session: Session,
  image: string,
  run: Run,
  work: (lock: Lock) => Promise<T>,
  patience?: LockPatience,
): Promise<T> {
  const lock = await taken(session, image, run, patience);
  try {
    return await work(lock);
  } finally {
    // A cancelled run does not wait for an answer: the lock is free as soon as its connection is closed.
    await unlessCancelled(() => lock.release(), run.graceOver).catch(() => {});
  }
}

async function taken(session: Session, image: string, run: Run, patience: LockPatience | undefined): Promise<Lock> {
  const deadline = run.now() + (patience?.seconds ?? 0) * 1000;
  const take = () => takeLock(session, { app: image, holder: holderOf(run), beatSeconds: 5 });
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
