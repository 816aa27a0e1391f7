import { setTimeout as delay } from 'node:timers/promises';

/** Time as a parameter, so that tests of waiting take none. */
export interface SessionClock {
  /** Milliseconds that only grow. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

/** The time of this machine. */
export const systemSessionClock: SessionClock = {
  now: () => performance.now(),
  sleep: async (milliseconds) => {
    await delay(milliseconds);
  },
  random: Math.random,
};
