import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../messages/failure.ts';
import { type Address, closedByRun, openSocket, timeout } from './tcp.ts';

/** How long a connection may take, in milliseconds. */
export interface Patience {
  /** For the whole of it. */
  readonly all: number;
  /** For which no answer, or a refusal, may pass: a firewall on the way is just opening the port. */
  readonly opening: number;
}

/** Milliseconds for one attempt while the firewall opens: more than a packet and its answer take between continents. */
const perAttempt = 4000;

/** Milliseconds between a refusal and the next attempt. */
const pause = 500;

/**
 * Opens a TCP connection as `openSocket` does, and tries again while a firewall on the way may still be opening the port:
 * the kernel itself would send what was dropped again after twice as long each time. Throws as `openSocket` does.
 */
export async function openSocketPatiently(
  address: Address,
  { all, opening }: Patience,
  unwanted: AbortSignal,
  { attempt = perAttempt, between = pause } = {},
): Promise<Socket> {
  const begun = performance.now();
  const left = (): number => all - (performance.now() - begun);
  while (performance.now() - begun < opening) {
    try {
      return await openSocket(address, Math.max(1, Math.min(attempt, left())), unwanted);
    } catch (error) {
      if (!(error instanceof Failure) || !mayBeOpening(error)) throw error;
      if (left() <= between) throw error.code === 'CONNECTION_TIMEOUT' ? timeout(address, all) : error;
    }
    await delay(between, undefined, { signal: unwanted }).catch(() => {
      throw closedByRun(address);
    });
  }
  return openSocket(address, Math.max(1, left()), unwanted).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'CONNECTION_TIMEOUT' ? timeout(address, all) : error;
  });
}

/** What a firewall answers, or has not answered, that does not let the port in yet. */
function mayBeOpening({ code }: Failure): boolean {
  return ['CONNECTION_TIMEOUT', 'CONNECTION_REFUSED', 'NETWORK_UNREACHABLE'].includes(code);
}
