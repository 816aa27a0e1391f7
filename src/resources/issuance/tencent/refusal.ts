import { failure } from '../../../messages/failure.ts';
import { ApiFailure, hasApiCode, isRightsRefusal } from '../../../tencent/api-failure.ts';

const quotaCodes = ['FailedOperation.ExceedsFreeLimit', 'FailedOperation.MainDomainCertificateCountLimit'];
const notVerified = 'FailedOperation.NoRealNameAuth';

/** The authority is busy: nothing says whether the application was made. */
export const authorityBusy = 'FailedOperation.NetworkError';

/** What Tencent's refusal to issue means for the user, in its own words; any other error as it is. */
export function refusalOf(error: unknown, domain: string): unknown {
  if (!hasApiCode(error, ...quotaCodes, notVerified)) return error;
  const { apiCode: code = '', words: message = '' } = error;
  const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
  return code === notVerified
    ? failure('CERTIFICATE_ACCOUNT_NOT_VERIFIED', { domain, detail: `${message} (${code})` }, options)
    : failure('CERTIFICATE_QUOTA', { domain, code, message: message || code }, options);
}

/**
 * Whether another way of validation may do: Tencent refuses the request itself, whose code no list of Tencent's names for
 * this case (the zone is in another account, or at another provider). A second refusal costs nothing.
 */
export function isAboutMethod(error: unknown): error is ApiFailure {
  if (!(error instanceof ApiFailure) || isRightsRefusal(error)) return false;
  const { apiCode: code = '' } = error as ApiFailure;
  const known = [...quotaCodes, notVerified, authorityBusy].includes(code);
  return aboutRequest.test(code) && !aboutRights.test(code) && !known;
}

const aboutRequest =
  /^(FailedOperation|InvalidParameter|InvalidParameterValue|OperationDenied|UnsupportedOperation|ResourceNotFound|ResourceUnavailable)(\.|$)/;
const aboutRights = /\.(AuthError|CAMAuthorizedFail|NoPermission\w*|NoProjectPermission|RoleNotFoundAuthorization)$/;
