import { type Failure, failure } from '../messages/failure.ts';
import { keepAlive } from './keeper.ts';
import { findSwitchScript, keeperScript, type LockHolder, lockedFailure, lockFailed } from './lock-script.ts';
import { factsIn } from './script-protocol.ts';
import type { OpenScript, Server } from './server.ts';

export { type LockHolder, lockFolder, onceHeld, underSharedLock } from './lock-script.ts';

/** Whose lock, and who takes it. */
export interface LockOptions {
  /** The application's image name: one lock each. */
  readonly app: string;
  /** Shown to whoever comes second. */
  readonly holder: LockHolder;
  /** Seconds between two heartbeats; the lock is free three such times after the last one. */
  readonly beatSeconds: number;
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
}

/** Takes the lock or throws: LOCKED with who holds it, LOCK_FAILED, CONNECTION_LOST. */
export async function takeLock(server: Server, options: LockOptions): Promise<Lock> {
  const { app, holder, beatSeconds } = options;
  const keeper = await server.open(keeperScript(app, holder, Math.max(1, Math.ceil(beatSeconds * 3))));
  const first = await keeper.readLine();
  if (first !== 'held') throw await refused(keeper, first, server.host, app);

  const { ask, release, lost } = keepAlive(keeper, beatSeconds, () => failure('LOCK_LOST', { host: server.host, app }));
  return {
    lost,
    release,
    startSwitch: async (script, output, verb = 'run') => {
      if (/[\n\t]/.test(script + output)) throw new RangeError('a path of the switch holds a tab or line end');
      const pid = Number((await ask(`${verb}\t${script}\t${output}`)).split(' ')[1]);
      if (!Number.isInteger(pid)) throw failure('LOCK_LOST', { host: server.host, app });
      return { pid };
    },
  };
}

/**
 * The pid of a switch whose start was asked for before the connection broke; undefined when it never began.
 * Throws CONNECTION_LOST and the like, and LOCK_LOST when it cannot be told.
 */
export async function findSwitch(server: Server, app: string, script: string): Promise<number | undefined> {
  const result = await server.run(findSwitchScript(app, script, 60));
  if (result.code !== 0) throw failure('LOCK_LOST', { host: server.host, app });
  return /^\d+$/.test(result.stdout.trim()) ? Number(result.stdout.trim()) : undefined;
}

async function refused(keeper: OpenScript, first: string | undefined, host: string, app: string): Promise<Failure> {
  const result = await keeper.close();
  const facts = factsIn(`${first ?? ''}\n${result.stdout}`);
  if (facts.holder !== undefined) return lockedFailure(app, facts.holder, facts.seconds);
  return lockFailed(result, host);
}
