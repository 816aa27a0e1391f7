import { failure } from '../messages/failure.ts';
import { lockFailed } from './lock-script.ts';
import { lookAtRunLocksScript, removeRunLocksScript, runKeeperScript } from './run-lock-script.ts';
import type { OpenScript, Server } from './server.ts';
import type { Session } from './session.ts';

/** That a run goes on, told to others by a lock that it holds on the server while it is connected. */
export interface RunLock {
  /** Lets go of it. `over`: nothing is left that others would ask it about, so that its file goes as well. Never throws. */
  release(over: boolean): Promise<void>;
}

/** Whether a run goes on: `none`: it holds no lock, or the server was restarted; `strange`: what is there is no lock of ours. */
export type RunLockState = 'held' | 'free' | 'none' | 'strange';

/** How often a run is heard of, in seconds, and how long it may be silent. */
export interface Heartbeat {
  readonly beatSeconds: number;
  /** Longer than an upload may keep a heartbeat waiting on the same connection. */
  readonly silenceSeconds: number;
}

const heartbeat: Heartbeat = { beatSeconds: 10, silenceSeconds: 60 };

/** Milliseconds between two looks whether a lost connection is there again. */
const lookAgain = 1000;

/**
 * Takes the lock of a run by its token, and takes it again when the session has reconnected. Throws LOCK_FAILED, RUN_FULL,
 * CONNECTION_LOST and the like where it cannot be taken at first.
 */
export async function holdRunLock(
  session: Pick<Session, 'open' | 'host' | 'lost'>,
  token: string,
  { beatSeconds, silenceSeconds } = heartbeat,
): Promise<RunLock> {
  const script = runKeeperScript(token, silenceSeconds);
  let released = false;
  let keeper: OpenScript | undefined = await take(session, script);
  let timer: NodeJS.Timeout | undefined;
  const follow = async (held: OpenScript): Promise<void> => {
    while ((await held.readLine().catch(() => undefined)) !== undefined);
    keeper = undefined;
    again();
  };
  /** Takes it again as soon as there is a connection. */
  const again = (): void => {
    if (released) return;
    timer = setTimeout(async () => {
      const taken = session.lost === undefined ? await take(session, script).catch(() => undefined) : undefined;
      if (taken === undefined) again();
      else if (released) await taken.close().catch(() => {});
      else {
        keeper = taken;
        void follow(taken);
      }
    }, lookAgain);
    // Neither this nor a heartbeat keeps a run from ending.
    timer.unref();
  };
  const beat = setInterval(() => keeper?.writeLine('beat'), beatSeconds * 1000);
  beat.unref();
  void follow(keeper);

  return {
    release: async (over) => {
      released = true;
      clearInterval(beat);
      clearTimeout(timer);
      if (over) keeper?.writeLine('over');
      await keeper?.close().catch(() => {});
    },
  };
}

async function take({ open, host }: Pick<Session, 'open' | 'host'>, script: string): Promise<OpenScript> {
  const keeper = await open(script);
  if ((await keeper.readLine()) === 'held') return keeper;
  throw lockFailed(await keeper.close(), host);
}

/** What there is of the locks of runs, by their tokens. Throws LOCK_FAILED where that cannot be told. */
export async function lookAtRunLocks(
  server: Server,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, RunLockState>> {
  if (tokens.length === 0) return new Map();
  const { code, stdout, stderr } = await server.run(lookAtRunLocksScript(tokens));
  if (code !== 0)
    throw failure('LOCK_FAILED', { host: server.host, detail: stderr.trim() || String(code ?? 'signal') });
  const told = [...stdout.matchAll(/^(\S+) (held|free|none|strange)$/gm)];
  return new Map(told.map(([, token = '', state = '']) => [token, state as RunLockState]));
}

/** Removes the files of runs that are over and left nothing; one that is held stays. */
export async function removeRunLocks(server: Server, tokens: readonly string[]): Promise<void> {
  if (tokens.length > 0) await server.run(removeRunLocksScript(tokens));
}
