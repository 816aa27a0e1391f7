import { unlessCancelled } from '../engine/cancel.ts';
import { type Lock, takeLock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { Run } from './run.ts';

/** Does `work` while the run holds the lock of an application, by its image's name. */
export async function underLock<T>(
  session: Session,
  image: string,
  run: Run,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const { actor, runUrl, commit } = run.origin;
  const holder = { who: actor, runUrl, commit, since: new Date(run.now()).toISOString() };
  const lock = await unlessCancelled(() => takeLock(session, { app: image, holder, beatSeconds: 5 }), run.cancelled);
  try {
    return await work(lock);
  } finally {
    // A cancelled run does not wait for an answer: the lock is free as soon as its connection is closed.
    await unlessCancelled(() => lock.release(), run.graceOver).catch(() => {});
  }
}
