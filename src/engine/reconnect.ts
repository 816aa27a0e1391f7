import type { ErrorCode } from '../messages/errors.ts';
import { failuresOf } from '../messages/failure.ts';
import type { Server } from '../server/server.ts';
import type { Cancellation } from './cancel.ts';

/** A server whose lost connection can be made again. */
export interface ReconnectableServer extends Server {
  /** Connects anew, with the same pins. Throws `Failure` when that fails. */
  reconnect(): Promise<void>;
}

/** How long a run goes on, and what waits between attempts to connect. */
export interface Patience extends Cancellation {
  sleep(milliseconds: number): Promise<void>;
}

/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const final: readonly ErrorCode[] = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];

/** Attempts to connect again. */
export const reconnectAttempts = 6;

/**
 * Connects again, with longer and longer pauses, until `signal` is aborted. Throws what the last attempt failed with.
 */
export async function connectAgain(
  server: ReconnectableServer,
  { sleep }: Pick<Patience, 'sleep'>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await server.reconnect();
    } catch (error) {
      const isFinal = failuresOf(error).some(({ code }) => final.includes(code));
      if (isFinal || attempt === reconnectAttempts || signal.aborted) throw error;
      await sleep(1000 * 2 ** attempt);
    }
  }
}
