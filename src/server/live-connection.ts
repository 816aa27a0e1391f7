import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import { type Failure, failure } from '../messages/failure.ts';
import { type Address, closedByRun, machineOf } from './tcp.ts';

/** A connection that is logged in, and what is known of its end. */
export interface LiveConnection {
  readonly client: Client;
  /** What carries it: a TCP connection, or a stream through another connection. */
  readonly socket: Duplex;
  /** Why it is gone; undefined while it lives. */
  readonly lost: Failure | undefined;
  /** Calls `listener` once when the connection goes; at once where it is gone. Returns what takes the listener back. */
  onLost(listener: (reason: Failure) => void): () => void;
  /** Ends it. Whatever still runs on it is lost. */
  close(): void;
}

/** Milliseconds of silence after which a connection counts as dead: three keepalives unanswered. */
const silenceMilliseconds = 60_000;

/**
 * Watches a connection just logged in, so that its end is noticed once, whatever ends it. What it goes `through` ends with
 * it, and its end is that of both.
 */
export function watch(client: Client, socket: Duplex, address: Address, through?: LiveConnection): LiveConnection {
  const listeners = new Set<(reason: Failure) => void>();
  let lost: Failure | undefined;
  let heard = performance.now();
  const lose = (reason: Failure | string): void => {
    if (lost !== undefined) return;
    lost = typeof reason === 'string' ? failure('CONNECTION_LOST', { ...machineOf(address), detail: reason }) : reason;
    clearInterval(timer);
    socket.destroy();
    for (const listener of listeners) listener(lost);
    listeners.clear();
    through?.close();
  };
  // ssh2 counts only answers to its own pings, which wait behind whatever is being sent: on a slow line an upload
  // would be taken for a dead connection. Any byte from the server proves it alive.
  socket.on('data', () => {
    heard = performance.now();
  });
  const timer = setInterval(() => {
    if (performance.now() - heard > silenceMilliseconds) lose(`no byte for ${silenceMilliseconds / 1000} s`);
  }, 5000);
  timer.unref();
  client.on('error', (error) => lose(error.message));
  client.on('close', () => lose('closed'));
  socket.on('error', (error) => lose(error.message));
  through?.onLost(lose);
  return {
    client,
    socket,
    get lost() {
      return lost;
    },
    onLost: (listener) => {
      if (lost !== undefined) listener(lost);
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      client.end();
      lose(closedByRun(address));
    },
  };
}
