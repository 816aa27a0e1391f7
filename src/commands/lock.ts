import { unlessCancelled } from '../engine/cancel.ts';
import { type Lock, type LockHolder, takeLock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { Run } from './run.ts';

/** Who takes a lock, as others are told. */
export function holderOf({ origin, now }: Pick<Run, 'origin' | 'now'>): LockHolder {
  const { actor, runUrl, commit } = origin;
  return { who: actor, runUrl, commit, since: new Date(now()).toISOString() };
}

/** Does `work` while the run holds the lock of an application, by its image's name. */
export async function underLock<T>(
  session: Session,
  image: string,
  run: Run,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const lock = await unlessCancelled(
    () => takeLock(session, { app: image, holder: holderOf(run), beatSeconds: 5 }),
    run.cancelled,
  );
  try {
    return await work(lock);
  } finally {
    // A cancelled run does not wait for an answer: the lock is free as soon as its connection is closed.
    await unlessCancelled(() => lock.release(), run.graceOver).catch(() => {});
  }
}
