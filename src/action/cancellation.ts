import { setTimeout as delay } from 'node:timers/promises';
import type { Patience } from '../engine/reconnect.ts';

/**
 * Milliseconds that a run has from a signal to its report. The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL; SIGTERM alone comes from a machine that shuts down.
 */
const grace = { SIGINT: 6500, SIGTERM: 1000 } as const;

/** Hears the signals that cancel this process, which they no longer end. */
export function listenForCancel(): Patience {
  const [person, clock] = [new AbortController(), new AbortController()];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      person.abort();
      setTimeout(() => clock.abort(), grace[signal]).unref();
    });
  }
  return {
    cancelled: person.signal,
    graceOver: clock.signal,
    sleep: (milliseconds) => delay(milliseconds, undefined, { signal: clock.signal }),
  };
}

/** Lets the process end: by itself, or in a second where work that nobody waits for any more keeps it alive. */
export function endSoon(): void {
  setTimeout(() => process.exit(), 1000).unref();
}
