import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until `ask` gives something other than undefined (an exception counts as not yet).
 * Throws an Error with the last exception after `seconds`.
 */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined> | T | undefined,
  everyMs = 100,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= end) {
      const reason = last instanceof Error ? `: ${last.message}` : '';
      throw new Error(`Waited ${seconds} s for ${what}${reason}`, { cause: last });
    }
    await pause(everyMs);
  }
}
