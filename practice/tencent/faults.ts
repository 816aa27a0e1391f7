import type { ActionName } from '../../src/tencent/actions.ts';
import { Refusal } from './refusal.ts';

/** What becomes of a call. */
export type Fault =
  /** The service answers late. */
  | { readonly kind: 'slow'; readonly seconds: number }
  /** A refusal of the API, before anything is done. */
  | { readonly kind: 'refusal'; readonly code: string; readonly message?: string }
  /** Another status than 200, with an error page; nothing is done. */
  | { readonly kind: 'status'; readonly status: number }
  /** Status 200 with what is no JSON; nothing is done. */
  | { readonly kind: 'garbage' }
  /** The connection is reset; nothing is done. */
  | { readonly kind: 'reset' }
  /** No answer ever comes; nothing is done. */
  | { readonly kind: 'silence' }
  /** It is done, and the answer is lost: the connection is cut, hangs, or brings 502. */
  | { readonly kind: 'lost'; readonly how: 'cut' | 'silence' | 'status' }
  /** Somebody does something right before: changes the rules that the caller has read. */
  | { readonly kind: 'meanwhile'; readonly work: () => unknown };

/** Sets what becomes of calls to come. */
export interface Faults {
  /** For the next call of an action (`*`: of any), or the next `times`, after `after` calls that go well. */
  next(action: ActionName | '*', fault: Fault, options?: { times?: number; after?: number }): void;
  /** Answers RequestLimitExceeded for some seconds. */
  throttle(seconds: number, action?: ActionName | '*'): void;
  /** Takes back what has not come up yet. */
  clear(): void;
}

interface Planned {
  readonly action: ActionName | '*';
  readonly fault: Fault;
  after: number;
  times: number;
}

/** Faults, and what asks for them: `take` once a call. */
export function openFaults(): {
  faults: Faults;
  take(action: string): Fault | undefined;
  checkThrottle(action: string): void;
} {
  const planned: Planned[] = [];
  const throttled: { action: ActionName | '*'; until: number }[] = [];
  const isFor = (one: { action: string }, action: string): boolean => one.action === '*' || one.action === action;
  return {
    faults: {
      next: (action, fault, { times = 1, after = 0 } = {}) => void planned.push({ action, fault, times, after }),
      throttle: (seconds, action = '*') => void throttled.push({ action, until: Date.now() + seconds * 1000 }),
      clear: () => {
        planned.splice(0);
        throttled.splice(0);
      },
    },
    take: (action) => {
      for (const one of planned) {
        if (!isFor(one, action) || one.times === 0) continue;
        if (one.after > 0) {
          one.after -= 1;
          continue;
        }
        one.times -= 1;
        return one.fault;
      }
      return undefined;
    },
    checkThrottle: (action) => {
      if (!throttled.some((one) => isFor(one, action) && one.until > Date.now())) return;
      throw new Refusal(
        'RequestLimitExceeded',
        'Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. Please reduce the frequency of calls.',
      );
    },
  };
}
