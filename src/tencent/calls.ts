import { reasonOf, unlessCancelled } from '../messages/cancelled.ts';
import type { Log } from '../messages/log.ts';
import { tencentCallMessages } from '../messages/tencent-calls.ts';
import type { Text } from '../messages/text.ts';
import { type ActionName, actions } from './actions.ts';
import { againAfter, delayAfter, type Effort, isBusy, isEnough, mostWaitedSeconds } from './again.ts';
import { type Fault, faultOf, timedOut } from './fault.ts';
import type { FailedCall } from './refusal.ts';
import type { Key, Send } from './sdk.ts';

/** The world around the calls. */
export interface CallsOptions {
  readonly send: Send;
  readonly timeoutSeconds: number;
  readonly log: Log;
  sleep(milliseconds: number): Promise<void>;
  /** Calls that wait because the account is throttled, at the moment: what they wait for is told once. */
  readonly throttled: Set<object>;
}

/** What a call came to: the answer, or how it failed. */
export type Outcome = { readonly answer: object } | Pick<FailedCall, 'fault' | 'effort'>;

/**
 * Calls an action, again where that is safe. Throws the reason of `cancelled` as soon as it is aborted, also while it
 * waits.
 */
export async function callAgain(
  options: CallsOptions,
  action: ActionName,
  request: unknown,
  region: string | undefined,
  key: Key | undefined,
  cancelled: AbortSignal,
): Promise<Outcome> {
  // What stands for this call among those that wait.
  const self = {};
  try {
    return await tryUntil(options, self, [action, request, region, key], cancelled);
  } finally {
    options.throttled.delete(self);
  }
}

async function tryUntil(
  { send, timeoutSeconds, log, sleep, throttled }: CallsOptions,
  self: object,
  call: Call,
  cancelled: AbortSignal,
): Promise<Outcome> {
  const [action] = call;
  let effort: Effort = { tries: 0, waitedMs: 0 };
  let told = false;
  for (;;) {
    const result = await callOnce(send, timeoutSeconds, call, cancelled);
    if ('answer' in result) return result;
    effort = { ...effort, tries: effort.tries + 1 };
    const again = againAfter(result.fault, actions[action].kind);
    if (isEnough(again, effort)) return { fault: result.fault, effort };
    if (again === 'wait' && !told) {
      if (isBusy(result.fault) || throttled.size === 0) log.info(waiting(action, result.fault));
      if (!isBusy(result.fault)) throttled.add(self);
      told = true;
    }
    const delay = delayAfter(effort.tries, Math.random());
    await unlessCancelled(() => sleep(delay), cancelled);
    effort = { ...effort, waitedMs: effort.waitedMs + delay };
  }
}

type Call = [ActionName, unknown, string | undefined, Key | undefined];

async function callOnce(
  send: Send,
  seconds: number,
  [action, request, region, key]: Call,
  cancelled: AbortSignal,
): Promise<{ readonly answer: object } | { readonly fault: Fault }> {
  // The SDK's own timeout begins with a connection, which a proxy that says nothing never gives.
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), seconds * 1000);
  const signal = AbortSignal.any([cancelled, clock.signal]);
  try {
    const answer = await unlessCancelled(() => send(action, request, region, key, signal), signal);
    return isAnswer(answer) ? { answer } : { fault: { kind: 'garbage' } };
  } catch (error) {
    if (cancelled.aborted) throw reasonOf(cancelled);
    return { fault: clock.signal.aborted ? timedOut(seconds) : faultOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Every answer of the API has a request id. */
function isAnswer(answer: unknown): answer is object {
  return typeof answer === 'object' && answer !== null && 'RequestId' in answer;
}

function waiting(action: ActionName, fault: Fault): Text {
  const code = fault.kind === 'refused' ? fault.code : 'HTTP 429';
  return (isBusy(fault) ? tencentCallMessages.busy : tencentCallMessages.throttled)(action, code, mostWaitedSeconds);
}
