import type { ActionFacts } from './actions.ts';
import type { Fault } from './fault.ts';

/**
 * For how long a call is made again:
 * - `never`: asking again brings the same, or might do a thing twice.
 * - `tries`: a few times; the cause may pass.
 * - `wait`: the answer says that nothing was done and that it can be later.
 */
export type Again = 'never' | 'tries' | 'wait';

/** Calls in all, where a cause may pass. */
const mostTries = 4;

/** How long a throttled account is waited for, in all. */
export const mostWaitedSeconds = 60;

const [firstDelayMs, longestDelayMs] = [1000, 8000];

/** Whether a call that came to `fault` may be made again. */
export function againAfter(fault: Fault, kind: ActionFacts['kind']): Again {
  if (isThrottled(fault) || isBusy(fault)) return 'wait';
  if (fault.kind === 'unwritable') return 'never';
  if (fault.kind === 'unreachable' && !fault.sent) return 'tries';
  return kind === 'read' && isUncertain(fault) ? 'tries' : 'never';
}

/** Whether what was asked for may have been done all the same. */
export function mayHaveTakenEffect(fault: Fault, kind: ActionFacts['kind']): boolean {
  return kind === 'write' && isUncertain(fault) && !isThrottled(fault);
}

/** Whether the account, the address or the product is asked too often. The request was not carried out. */
export function isThrottled(fault: Fault): boolean {
  if (fault.kind === 'status') return fault.status === 429;
  return fault.kind === 'refused' && /^RequestLimitExceeded(\.|$)|^LimitExceeded\.RateLimitExceeded$/.test(fault.code);
}

/** Whether somebody else changes the same thing at the moment. The request was not carried out. */
export function isBusy(fault: Fault): boolean {
  return fault.kind === 'refused' && /FirewallBusy$|^OperationDenied\.InstanceOperationInProgress$/.test(fault.code);
}

/** Whether the failure is the API's own: its code says nothing about the request. */
export function isInternal(code: string): boolean {
  return /^(InternalError|InternalServerError|ServiceUnavailable)(\.|$)/.test(code);
}

/** Whether it is unknown what became of the request. */
function isUncertain(fault: Fault): boolean {
  switch (fault.kind) {
    case 'refused':
      return isInternal(fault.code);
    case 'status':
      return fault.status >= 500 || fault.status === 408;
    case 'garbage':
      return true;
    case 'unreachable':
      return fault.sent;
    case 'unwritable':
      return false;
  }
}

/** How often and how long a call was tried so far. */
export interface Effort {
  readonly tries: number;
  readonly waitedMs: number;
}

/** Whether `effort` was enough. */
export function isEnough(again: Again, { tries, waitedMs }: Effort): boolean {
  if (again === 'never') return true;
  return again === 'wait' ? waitedMs >= mostWaitedSeconds * 1000 : tries >= mostTries;
}

/** Milliseconds until the next try: twice as long each time up to 8 s, and no two callers alike. `random`: 0 to 1. */
export function delayAfter(tries: number, random: number): number {
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
  return Math.round(longest * (0.5 + random / 2));
}
