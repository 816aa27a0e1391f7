import { type Failure, failure } from '../messages/failure.ts';
import { ApiFailure } from '../tencent/api-failure.ts';
import type { Zone } from '../tencent/zone.ts';

/** What a failure is made with: Tencent's own words, and the number of the request. */
export interface RefusalOptions {
  readonly cause: ApiFailure;
  readonly evidence: string;
}

/**
 * What DNSPod's refusal to write a record means for the user, by what `own` makes of Tencent's code for this kind of record,
 * else by the zone; any other error as it is.
 */
export function refusalOf(
  error: unknown,
  zone: Pick<Zone, 'name' | 'grade'>,
  own: (detail: string, options: RefusalOptions) => Failure | undefined,
): unknown {
  if (!(error instanceof ApiFailure) || error.apiCode === undefined) return error;
  const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
  return own(error.apiCode, options) ?? ofZone(error.apiCode, options, zone) ?? error;
}

/** Whether the code says that another record excludes the one that is written. */
export function isConflict(detail: string): boolean {
  // The first was seen live, and is in no list of codes.
  return ['InvalidParameter.ConflictRecord', 'InvalidParameter.DnssecAddCnameError'].includes(detail);
}

function ofZone(detail: string, options: RefusalOptions, zone: Pick<Zone, 'name' | 'grade'>): Failure | undefined {
  switch (detail) {
    case 'FailedOperation.NotRealNamedUser':
    case 'InvalidParameter.UnrealNameUser':
      return failure('DNS_ACCOUNT_NOT_VERIFIED', { detail }, options);
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
