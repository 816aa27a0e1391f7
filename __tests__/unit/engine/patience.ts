import type { Occasion } from '../../../src/engine/apply.ts';
import type { Patience } from '../../../src/engine/reconnect.ts';

const never = new AbortController().signal;

/** A run that nobody cancels and that waits for nothing, with what a test changes. */
export function patience(changes: Partial<Patience> = {}): Patience {
  return { cancelled: never, graceOver: never, sleep: async () => {}, ...changes };
}

/** A run that nobody cancels, for steps. */
export const undisturbed: Occasion = { ...patience(), now: Date.now, leave: () => {} };
