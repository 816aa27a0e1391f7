import { randomBytes } from 'node:crypto';
import { unlessCancelled } from '../engine/cancel.ts';
import { heldLog } from '../messages/held-log.ts';
import { lockMessages } from '../messages/lock.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';
import { type Lock, type LockHolder, onceHeld, takeLock, type Waited } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import type { Run, RunRecord } from './run.ts';
import { settled } from './settled.ts';

/** Who takes a lock, as other runs report it. */
export function holderOf({ origin, now }: Pick<Run, 'origin' | 'now'>): LockHolder {
  const { actor, runUrl, commit } = origin;
  return { who: actor, runUrl, commit, since: new Date(now()).toISOString(), token: randomBytes(8).toString('hex') };
}

/** What is done under an application's lock. */
export interface UnderLock<A, T> {
  /**
   * Looks at the server. It is begun together with the taking of the lock: its first script begins with `opening`, by which
   * the server waits for the lock. `run` is cancelled where the lock is not free; once it is held, the look is begun anew.
   */
  look(opening: string, run: Run): Promise<A>;
  /** Whether a look shows a switch that is half done: it is ended first, and the look is repeated. */
  isHalfDone(found: A): boolean;
  work(lock: Lock, found: A): Promise<T>;
}

/** Seconds for which a look that goes ahead waits for a lock that is free: longer than a keeper may take to begin. */
const aheadSeconds = 60;

/** Who works under a lock. */
interface Worker {
  readonly session: Session;
  readonly run: Run;
  readonly record: RunRecord;
}

/**
 * Looks and works while the run holds the lock of an application; what is worked with has no switch that is half done.
 * Others that hold the lock are waited for, in turn, for `waitSeconds`; then it throws LOCKED, and nothing was asked.
 */
export async function underLock<A, T>(
  { session, run, record }: Worker,
  app: string,
  { look, isHalfDone, work }: UnderLock<A, T>,
  waitSeconds: number,
): Promise<T> {
  const holder = holderOf(run);
  const begun = run.now();
  const dropped = new AbortController();
  const ahead = logOnceKnown(run.log);
  const onWait = (what: Waited): void => {
    run.enter('lock');
    run.log.info(lineOf(what, app, waitSeconds));
    dropped.abort();
  };
  const { cancelled } = run;
  const options = { app, holder, beatSeconds: 5, waitSeconds, onWait, cancelled };
  const taking = unlessCancelled(() => takeLock(session, options), cancelled);
  const looking = look(onceHeld(app, holder.token, aheadSeconds), {
    ...run,
    log: ahead.log,
    cancelled: AbortSignal.any([cancelled, dropped.signal]),
  });
  looking.catch(() => {});
  const lock = await taking.catch(async (error: unknown) => {
    dropped.abort(error);
    ahead.drop();
    await looking.catch(() => {});
    throw error;
  });
  const again = { app, isHalfDone, look: () => look('', run) };
  const workWith = async (found: A): Promise<T> =>
    work(lock, await settled(found, again, { session, lock, run, record }));
  try {
    if (!dropped.signal.aborted) {
      ahead.tell();
      return await workWith(await looking);
    }
    ahead.drop();
    run.log.info(lockMessages.held(app, Math.round((run.now() - begun) / 1000)));
    return await workWith(await look('', run));
  } finally {
    // Its answer is not waited for: the word goes before all that follows, and before the end of the connection.
    void lock.release();
  }
}

function lineOf(what: Waited, app: string, seconds: number): Text {
  if (what.kind === 'left') return lockMessages.left(what.process);
  const { who = '?', runUrl: run = '?', since = '?' } = what.holder;
  return lockMessages.waiting({ app, who, run, since, before: what.before, seconds });
}

/** A log of work that went ahead: its groups are shown once it is known that it counts, or never. */
function logOnceKnown(to: Log): { readonly log: Log; tell(): void; drop(): void } {
  const kept = heldLog();
  const known = Promise.withResolvers<boolean>();
  const group: Log['group'] = async (title, work) => {
    const working = work();
    working.catch(() => {});
    if (!(await known.promise)) return working;
    return to.group(title, async () => {
      kept.tellTo(to);
      return working;
    });
  };
  return { log: { ...kept, group }, tell: () => known.resolve(true), drop: () => known.resolve(false) };
}
