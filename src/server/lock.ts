import { type Failure, failure, failuresOf } from '../messages/failure.ts';
import { type Holding, holdingOf } from './holding.ts';
import { type Keeper, keepAlive } from './keeper.ts';
import { findSwitchScript, keeperScript } from './keeper-script.ts';
import { type LockHolder, lockedFailure, lockFailed } from './lock-script.ts';
import { inTurn, type Waited } from './queue.ts';
import { factsIn } from './script-protocol.ts';
import type { OpenScript, Server } from './server.ts';

export { onceHeld } from './keeper-script.ts';
export { type LockHolder, lockFolder, underSharedLock } from './lock-script.ts';
export type { Waited } from './queue.ts';

/** Whose lock, and who takes it. */
export interface LockOptions {
  /** The application's name. */
  readonly app: string;
  /** Shown to whoever comes second. */
  readonly holder: LockHolder;
  /** Seconds between two heartbeats; the lock is free three such times after the last one. */
  readonly beatSeconds: number;
  /** Seconds for which others may hold it, first come, first served; left out: none. */
  readonly waitSeconds?: number;
  /** Told what is waited for, again when that changes and once a minute. */
  onWait?(what: Waited): void;
  /** Aborted when it is not wanted any more: the place in the queue is given up at once. */
  readonly cancelled?: AbortSignal;
}

/** The application's lock, held by a process on the server that this run keeps alive. */
export interface Lock {
  /**
   * Starts `bash SCRIPT run` (or `resume`) in a session of its own, with the lock inherited, so that it holds on whatever
   * becomes of this run. Its output goes to the file `output`. Throws LOCK_LOST.
   */
  startSwitch(script: string, output: string, verb?: 'run' | 'resume'): Promise<{ readonly pid: number }>;
  /** Lets go of it; a switch that still runs keeps it to its end. */
  release(): Promise<void>;
  /** Resolves with LOCK_LOST or CONNECTION_LOST when the keeper ends unasked; pending for ever otherwise. */
  readonly lost: Promise<Failure>;
  /** What scripts of this run know of it. */
  readonly holding: Holding;
  /** Tells the scripts of this run on the server to begin nothing more. Does not wait. */
  stop(): void;
  /** Does `work`, in which the loss of the keeper is not told: what can go on after `regain` is not lost by it. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Takes it again after its keeper ended unasked, once that one has let go. Throws LOCK_LOST where another run had it in
   * between, CONNECTION_LOST and the like.
   */
  regain(): Promise<void>;
}

/**
 * Takes the lock, in its turn, once what a run that is gone left at work has ended. Throws LOCKED with who holds it,
 * LEFT_RUNNING, LOCK_FAILED, CONNECTION_LOST.
 */
export async function takeLock(server: Server, options: LockOptions): Promise<Lock> {
  const { app, holder, beatSeconds, waitSeconds = 0 } = options;
  const { host } = server;
  const ended = (): Failure => failure('LOCK_LOST', { host, app });
  const keep = async (again: boolean): Promise<Keeper> => {
    const silenceSeconds = Math.max(1, Math.ceil(beatSeconds * 3));
    const script = await server.open(keeperScript(app, holder, { silenceSeconds, waitSeconds, again }));
    const answer = await inTurn(script, options);
    if (answer !== 'held') throw await refused(script, answer, host, app);
    return keepAlive(script, beatSeconds, ended);
  };
  const lost = Promise.withResolvers<Failure>();
  /** How many works go on that outlive the keeper. */
  let patience = 0;
  /** Why there is no keeper now. */
  let over: Failure | undefined;
  let regaining: Promise<void> | undefined;
  const follow = (kept: Keeper): Keeper => {
    over = undefined;
    void kept.lost.then((reason) => {
      over = reason;
      if (patience === 0) lost.resolve(reason);
      // It heard nothing of this run for too long, over a connection that is well again.
      else if (reason.code === 'LOCK_LOST') void regain().catch(lose);
    });
    return kept;
  };
  const lose = (error: unknown): void => {
    const [reason] = failuresOf(error);
    // What else there is, the work meets itself.
    if (reason?.code === 'LOCK_LOST') lost.resolve(reason);
  };
  let keeper = follow(await keep(false));
  const regain = (): Promise<void> => {
    regaining ??= takeAgain().finally(() => {
      regaining = undefined;
    });
    return regaining;
  };
  const takeAgain = async (): Promise<void> => {
    if (over === undefined) return;
    try {
      keeper = follow(await keep(true));
    } catch (error) {
      throw failuresOf(error)[0]?.code === 'LOCKED' ? failure('LOCK_LOST', { host, app }, { cause: error }) : error;
    }
  };
  return {
    lost: lost.promise,
    holding: holdingOf({ app, host, holder }),
    release: () => keeper.release(),
    startSwitch: async (script, output, verb = 'run') => {
      if (/[\n\t]/.test(script + output)) throw new RangeError('a path of the switch holds a tab or line end');
      const pid = Number((await keeper.ask(`${verb}\t${script}\t${output}`)).split(' ')[1]);
      if (!Number.isInteger(pid)) throw ended();
      return { pid };
    },
    stop: () => keeper.tell('stop'),
    during: async (work) => {
      patience += 1;
      try {
        return await work();
      } catch (error) {
        // What it could not be had again for says more than that it went.
        if (over !== undefined) over = failuresOf(error)[0] ?? over;
        throw error;
      } finally {
        patience -= 1;
        // One that is being had again is not lost.
        await regaining?.catch(() => {});
        if (patience === 0 && over !== undefined) lost.resolve(over);
      }
    },
    regain,
  };
}

/**
 * The pid of a switch whose start was asked for before the connection broke; undefined when it never began.
 * Throws CONNECTION_LOST and the like, and LOCK_LOST when it cannot be told.
 */
export async function findSwitch(
  server: Server,
  app: string,
  script: string,
  { passed }: Pick<Holding, 'passed'>,
): Promise<number | undefined> {
  const result = await server.run(findSwitchScript(app, script, passed, 60));
  if (result.code !== 0) throw failure('LOCK_LOST', { host: server.host, app });
  return /^\d+$/.test(result.stdout.trim()) ? Number(result.stdout.trim()) : undefined;
}

async function refused(keeper: OpenScript, first: string | undefined, host: string, app: string): Promise<Failure> {
  const result = await keeper.close();
  const facts = factsIn(`${first ?? ''}\n${result.stdout}`);
  if (facts.holder !== undefined) return lockedFailure(app, facts.holder, facts.seconds, facts.waited);
  return lockFailed(result, host);
}
