import { Readable } from 'node:stream';
import { applyMessages } from '../messages/apply.ts';
import type { ErrorCode } from '../messages/errors.ts';
import { type Failure, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Holding } from '../server/holding.ts';
import type { Server } from '../server/server.ts';
import { reasonOf } from './cancel.ts';

/** The lock under which steps run, and how it is had again with a connection that was lost. */
export interface Guard {
  readonly holding: Holding;
  /** Tells the scripts of this run on the server to begin nothing more. Does not wait. */
  stop(): void;
  /** Does `work`, in which the loss of connection and lock is not the end of the run. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Connects again and takes the lock again. Throws LOCK_LOST where another run had it in between. */
  regain(): Promise<void>;
}

const losses: readonly ErrorCode[] = ['CONNECTION_LOST', 'CONNECTION_STALLED'];

/** Whether it says that the connection is of no use any more. */
export function isLoss(error: unknown): boolean {
  return error !== undefined && failuresOf(error).some(({ code }) => losses.includes(code));
}

/** Whether it says that the server has no room for one more script at a time. */
export function isRefused(error: unknown): boolean {
  return error !== undefined && failuresOf(error).some(({ code }) => code === 'CHANNEL_REFUSED');
}

/** Losses in a row without progress that a step outlives. */
const lossesBorne = 6;

/** Bytes that may have left here without having come anywhere: windows and buffers on the way. */
const underway = 4 * 1024 * 1024;

/**
 * Does `attempt` on `server` once more whenever the connection was lost in it, connected again and with the lock: it goes
 * on from where it came. Gives up after some losses without progress: bytes that went out. `isFree`: whether it is for this
 * step to connect again.
 */
export async function resuming(
  attempt: (server: Server) => Promise<void>,
  server: Server,
  log: Log,
  guard: Guard,
  signal: AbortSignal,
  isFree: () => boolean = () => true,
): Promise<void> {
  await guard.during(async () => {
    for (let borne = 0, lost = false; ; ) {
      let sent = 0;
      const counting = countingServer(server, (bytes) => {
        sent += bytes;
      });
      try {
        if (lost) await guard.regain();
        // Nobody waits for it any more, and it is being taken back.
        if (signal.aborted) throw reasonOf(signal);
        if (lost) log.info(applyMessages.goesOn);
        lost = false;
        return await attempt(counting);
      } catch (error) {
        borne = sent > underway ? 1 : borne + 1;
        if (!isLoss(error) || !isFree() || signal.aborted || borne > lossesBorne) throw error;
        log.warning(applyMessages.connectionLost((failuresOf(error)[0] as Failure).code));
        lost = true;
      }
    }
  });
}

/** The server, with what goes to standard inputs counted. */
function countingServer(server: Server, count: (bytes: number) => void): Server {
  const counted = async function* (source: Readable) {
    for await (const chunk of source) {
      count((chunk as Buffer).length);
      yield chunk;
    }
  };
  return {
    host: server.host,
    open: (script) => server.open(script),
    run: (script, options = {}) => {
      const { stdin } = options;
      if (stdin === undefined) return server.run(script, options);
      return server.run(script, { ...options, stdin: Readable.from(counted(stdin), { objectMode: false }) });
    },
  };
}
