import { type Failure, failure, failuresOf } from '../messages/failure.ts';
import { leaseMessages } from '../messages/lease.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';
import { type Cancellation, reasonOf, unlessCancelled } from './cancel.ts';

/**
 * Something that a run has only as long as it needs it (a rule that lets its runner in, a record that validates a domain).
 * `N` is what finds it again: plain values, since it is noted for the post step; no secret.
 */
export interface Lease<N> {
  /** Says in a note who can give it back. */
  readonly kind: string;
  readonly title: Text;
  /** What finds it, known before it is taken. */
  readonly intention: N;
  /** Takes it; what finds it from then on. Ends soon: a run that is cancelled waits for it, to give it back. */
  take(): Promise<N>;
  /** Idempotent; also for one that was taken half or not at all. */
  giveBack(note: N): Promise<void>;
  /** Whether it is left to the post step, which needs it to see what became of the run. Asked at the end of the work. */
  neededLater?(): boolean;
}

/** What is noted of a lease while it is held. */
export interface LeaseNote {
  readonly kind: string;
  readonly title: Text;
  readonly note: unknown;
}

/** The run that takes leases. */
export interface LeaseHolder extends Cancellation {
  readonly log: Log;
  /** Notes, where the post step finds it, what is held under `id`; `undefined`: nothing any more. */
  noteLease(id: string, held: LeaseNote | undefined): void;
}

/**
 * Does `work` while `lease` is held, and gives it back whatever becomes of the work, unless the post step needs it. It is noted before it is taken: a run
 * that dies in between must not leave it unknown. What cannot be given back is warned of and stays noted.
 */
export async function withLease<N, T>(lease: Lease<N>, run: LeaseHolder, work: () => Promise<T>): Promise<T> {
  if (run.cancelled.aborted) throw reasonOf(run.cancelled);
  const { kind, title, intention } = lease;
  const id = `${kind} ${JSON.stringify(intention)}`;
  let held = intention;
  const hold = (note: N): void => {
    held = note;
    run.noteLease(id, { kind, title, note });
  };
  hold(intention);
  try {
    hold(await unlessCancelled(() => lease.take(), run.graceOver));
    if (run.cancelled.aborted) throw reasonOf(run.cancelled);
    // It ends by itself when the run is cancelled, and may need the lease to its end.
    return await work();
  } finally {
    if (!(lease.neededLater?.() ?? false)) {
      const failed = await giveBack(() => lease.giveBack(held), run.graceOver);
      if (failed === undefined) run.noteLease(id, undefined);
      else run.log.warning(leaseMessages.triedAgain(title, failed));
    }
  }
}

/**
 * Gives back what runs left that died with their post step. `find` tells what there is of a kind, whoever took it; `isOver`
 * of each whether the run that took it is over: whether its lock is free. Never throws: the next run tries again.
 */
export async function giveBackOrphans<N>(
  { title, find, giveBack: back }: Pick<Lease<N>, 'title' | 'giveBack'> & { find(): Promise<readonly N[]> },
  isOver: (note: N) => Promise<boolean>,
  { log, cancelled }: Pick<LeaseHolder, 'log' | 'cancelled'>,
): Promise<void> {
  try {
    for (const note of await unlessCancelled(find, cancelled)) {
      if (!(await unlessCancelled(() => isOver(note), cancelled))) continue;
      await unlessCancelled(() => back(note), cancelled);
      log.info(leaseMessages.orphan(title));
    }
  } catch (error) {
    log.warning(leaseMessages.orphansLeft(title, failuresOf(error)[0] as Failure));
  }
}

/** Who gives back leases of each kind, with what the post step knows of the run. */
export type LeaseKinds<S> = Readonly<Record<string, (note: unknown, known: S) => Promise<void>>>;

/** Gives back, the last one first, what a run noted and could not give back itself, and says so. Never throws. */
export async function giveBackNoted<S>(
  notes: readonly LeaseNote[],
  kinds: LeaseKinds<S>,
  known: S,
  log: Log,
  limit: AbortSignal,
): Promise<void> {
  for (const { kind, title, note } of notes.toReversed()) {
    const back = kinds[kind] ?? (() => Promise.reject(failure('INTERNAL', { detail: `lease ${kind}` })));
    const failed = await giveBack(() => back(note, known), limit);
    if (failed === undefined) log.info(leaseMessages.givenBack(title));
    else log.warning(leaseMessages.left(title, failed));
  }
}

async function giveBack(work: () => Promise<void>, limit: AbortSignal): Promise<Failure | undefined> {
  try {
    await unlessCancelled(work, limit);
    return undefined;
  } catch (error) {
    return failuresOf(error)[0];
  }
}
