import { type Failure, failure } from '../../messages/failure.ts';
import { ApiFailure } from '../../tencent/api-failure.ts';
import type { Zone } from '../../tencent/zone.ts';
import type { WantedRecord } from './decide.ts';

/** What DNSPod's refusal to write a record means for the user; any other error as it is. */
export function refusalOf(error: unknown, wanted: WantedRecord, zone: Zone): unknown {
  if (!(error instanceof ApiFailure) || error.apiCode === undefined) return error;
  return named(error.apiCode, error, wanted, zone) ?? error;
}

function named(detail: string, cause: ApiFailure, wanted: WantedRecord, zone: Zone): Failure | undefined {
  const { domain, address } = wanted;
  // Tencent's own words, and the number of the request.
  const options = { cause, evidence: cause.evidence ?? cause.text.why.en };
  switch (detail) {
    case 'FailedOperation.NotRealNamedUser':
    case 'InvalidParameter.UnrealNameUser':
      return failure('DNS_ACCOUNT_NOT_VERIFIED', { detail }, options);
    // Seen live, in no list of codes.
    case 'InvalidParameter.ConflictRecord':
    case 'InvalidParameter.DnssecAddCnameError':
      return failure('DNS_RECORD_CONFLICT', { domain, detail }, options);
    case 'OperationDenied.IPInBlacklistNotAllowed':
      return failure('DNS_ADDRESS_REFUSED', { domain, address, detail }, options);
    case 'FailedOperation.DomainIsLocked':
    case 'InvalidParameter.DomainNotAllowedModifyRecords':
      return failure('DNS_ZONE_LOCKED', { zone: zone.name, detail }, options);
    case 'FailedOperation.DomainIsSpam':
      return failure('DNS_ZONE_DISABLED', { zone: zone.name, status: 'SPAM' }, options);
    default:
      return detail.startsWith('LimitExceeded.')
        ? failure('DNS_LIMIT', { zone: zone.name, grade: zone.grade, detail }, options)
        : undefined;
  }
}
