import type { ErrorCode, ParametersOf } from '../messages/errors.ts';
import { Failure, failure } from '../messages/failure.ts';

/** What a failed call is known by, beside its text. */
export interface ApiError {
  /** Tencent's own code, `InvalidParameter.DomainRecordExist`; undefined: no answer that could be read came. */
  readonly apiCode: string | undefined;
  /** Whether what was asked for may have been done all the same: no answer came, or one of a server's own failure. */
  readonly mayHaveTakenEffect: boolean;
  /** Tencent's own words, on one line and without secrets; undefined: it said nothing. */
  readonly words?: string | undefined;
}

/** A call of Tencent's API that failed. Whoever called it may know better what its code means there. */
export class ApiFailure extends Failure implements ApiError {
  readonly apiCode: string | undefined;
  readonly mayHaveTakenEffect: boolean;
  readonly words: string | undefined;

  constructor({ code, text, evidence }: Failure, { apiCode, mayHaveTakenEffect, words }: ApiError, cause?: unknown) {
    super(code, text, { evidence, cause });
    this.name = 'ApiFailure';
    this.apiCode = apiCode;
    this.mayHaveTakenEffect = mayHaveTakenEffect;
    this.words = words;
  }
}

/** An `ApiFailure` of the catalogue's entry `code`. */
export function apiFailure<C extends ErrorCode>(
  code: C,
  parameters: ParametersOf<C>,
  error: ApiError,
  cause?: unknown,
): ApiFailure {
  return new ApiFailure(failure(code, parameters), error, cause);
}

/** Whether `error` is a refusal of the API by one of these codes. */
export function hasApiCode(error: unknown, ...codes: readonly string[]): error is ApiFailure {
  return error instanceof ApiFailure && error.apiCode !== undefined && codes.includes(error.apiCode);
}

/** Whether `error` says that CAM gives no right to the action: `UnauthorizedOperation`, `AuthFailure.UnauthorizedOperation`. */
export function isRightsRefusal(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && /(^|\.)UnauthorizedOperation(\.|$)/.test(error.apiCode ?? '');
}
