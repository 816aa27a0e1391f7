import type { Refusal } from '../messages/errors/tencent.ts';
import { type ActionName, actions } from './actions.ts';
import { type Effort, isBusy, isInternal, isThrottled, mayHaveTakenEffect } from './again.ts';
import { type ApiFailure, apiFailure } from './api-failure.ts';
import type { Fault } from './fault.ts';

/** A call that failed for good. */
export interface FailedCall {
  readonly action: ActionName;
  readonly fault: Fault;
  readonly effort: Effort;
  readonly host: string;
  /** The proxy on the way, without its user and password. */
  readonly proxy: string | undefined;
  /** When it was made last, for a clock that is wrong. */
  readonly now: number;
}

/** The failure that a call came to: by its code, else by the code's family. `shown` takes secrets out of foreign words. */
export function failureOf(call: FailedCall, shown: (words: string) => string): ApiFailure {
  const { action, fault, host, proxy } = call;
  const error = {
    apiCode: fault.kind === 'refused' ? fault.code : undefined,
    mayHaveTakenEffect: mayHaveTakenEffect(fault, actions[action].kind),
    words: fault.kind === 'refused' ? wordsOf(fault, shown).message : undefined,
  };
  switch (fault.kind) {
    case 'refused':
      return refused(call, { action, ...wordsOf(fault, shown) }, error);
    case 'unreachable':
      return apiFailure('TENCENT_UNREACHABLE', { action, host, proxy, reason: shown(fault.reason) }, error);
    case 'status': {
      const seconds = secondsOf(call.effort);
      return isThrottled(fault)
        ? apiFailure('TENCENT_THROTTLED', { action, code: `HTTP ${fault.status}`, requestId: '-', seconds }, error)
        : apiFailure('TENCENT_SERVER_ERROR', { action, host, answer: `HTTP ${fault.status}` }, error);
    }
    case 'garbage':
      return apiFailure('TENCENT_SERVER_ERROR', { action, host, answer: 'garbage' }, error);
    case 'unwritable':
      return apiFailure('TENCENT_REQUEST_UNWRITABLE', { action, host }, error);
  }
}

/** What Tencent said, on one line and without secrets. */
export function wordsOf(
  { code, message, requestId }: Fault & { kind: 'refused' },
  shown: (words: string) => string,
): Omit<Refusal, 'action'> {
  const onOneLine = (words: string): string => shown(words).replace(/\s+/g, ' ').trim().slice(0, 500);
  return { code: onOneLine(code), message: onOneLine(message), requestId: onOneLine(requestId) };
}

function refused(call: FailedCall, refusal: Refusal, error: Parameters<typeof apiFailure>[2]): ApiFailure {
  const { code, message, requestId, action } = refusal;
  const seconds = secondsOf(call.effort);
  if (isThrottled(call.fault)) return apiFailure('TENCENT_THROTTLED', { action, code, requestId, seconds }, error);
  if (isBusy(call.fault)) return apiFailure('TENCENT_BUSY', { ...refusal, seconds }, error);
  if (isInternal(code)) {
    const answer = `${message} (${code}, RequestId ${requestId})`;
    return apiFailure('TENCENT_SERVER_ERROR', { action, host: call.host, answer }, error);
  }
  if (code === 'AuthFailure.SignatureExpire')
    return apiFailure('TENCENT_CLOCK_SKEW', { ...refusal, now: new Date(call.now).toISOString() }, error);
  if (notAuthorized.test(code))
    return apiFailure('TENCENT_NOT_AUTHORIZED', { ...refusal, permission: permissionOf(refusal) }, error);
  if (addressRefused.test(code)) return apiFailure('TENCENT_ADDRESS_REFUSED', refusal, error);
  if (/^AuthFailure(\.|$)/.test(code)) return apiFailure('TENCENT_CREDENTIALS', refusal, error);
  return apiFailure('TENCENT_REFUSED', refusal, error);
}

const notAuthorized =
  /^AuthFailure\.UnauthorizedOperation$|^UnauthorizedOperation(\.|$)|^OperationDenied\.NoPermission|\.NotDomainOwner$|\.CAMAuthorizedFail$/;

const addressRefused = /^IpNotInWhitelist$|^IpInBlacklist$|^InvalidParameter\.RequestIpLimited$/;

/** What CAM is to allow: as its own words name it (`cvm:…` for security groups), else as the action is named. */
function permissionOf({ action, message }: Refusal): string {
  const [, named] = /\(([a-z]+:[A-Z]\w+)\)/.exec(message) ?? [];
  return named ?? action;
}

function secondsOf({ waitedMs }: Effort): number {
  return Math.round(waitedMs / 1000);
}
