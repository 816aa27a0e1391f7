import type { RecordListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import { type ApiFailure, hasApiCode } from './api-failure.ts';
import { allPages } from './pages.ts';
import { plainValue } from './record-value.ts';
import type { Tencent } from './tencent.ts';
import type { DnsRecord, Zone } from './zone.ts';

/** As many as DNSPod gives at once. */
const pageSize = 3000;

/** What the API says of a record that is not there (any more). */
const gone = ['InvalidParameter.RecordIdInvalid', 'ResourceNotFound.NoDataOfRecord'];

/** Whether the API says of a record that it is not there (any more). */
export function isGone(error: unknown): error is ApiFailure {
  return hasApiCode(error, ...gone);
}

/**
 * The records that a host name has, or all of the zone where none is named, of all types and lines. One that was made less than 30 seconds ago may be missing:
 * DNSPod's list lags behind. Throws `ApiFailure`.
 */
export async function readRecords(
  tencent: Tencent,
  { id, name, host }: Pick<Zone, 'id' | 'name'> & { readonly host?: string },
): Promise<readonly DnsRecord[]> {
  const of = host === undefined ? {} : { SubDomain: host };
  const request = { Domain: name, DomainId: id, ...of, ErrorOnEmpty: 'no' };
  const found = await allPages(tencent, 'dnspod:DescribeRecordList', request, {
    size: pageSize,
    page: ({ RecordList: items, RecordCountInfo: count }) => ({ items, total: count?.TotalCount }),
  }).catch((error: unknown): readonly RecordListItem[] => {
    // Not every place of the API heeds `ErrorOnEmpty`.
    if (hasApiCode(error, 'ResourceNotFound.NoDataOfRecord')) return [];
    throw error;
  });
  return found.flatMap((record) => recordOf(record));
}

function recordOf({ RecordId, Type, Value, Line, LineId, TTL, Status, Remark }: RecordListItem): readonly DnsRecord[] {
  if (RecordId === undefined) return [];
  const type = (Type ?? '').toUpperCase();
  return [
    {
      id: RecordId,
      type,
      value: plainValue(type, Value ?? ''),
      line: Line ?? '',
      lineId: LineId ?? '',
      ttl: TTL ?? 0,
      enabled: (Status ?? 'ENABLE').toUpperCase() !== 'DISABLE',
      remark: Remark ?? '',
    },
  ];
}

/**
 * One record by its id, which lists may not show yet; undefined: it is not there, or cannot be found yet. Throws
 * `ApiFailure`.
 */
export async function readRecord(
  tencent: Tencent,
  { id, name }: Pick<Zone, 'id' | 'name'>,
  record: number,
): Promise<Pick<DnsRecord, 'type' | 'value' | 'enabled' | 'remark'> | undefined> {
  const request = { Domain: name, DomainId: id, RecordId: record };
  const answer = await tencent.call('dnspod:DescribeRecord', request).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  const found = answer?.RecordInfo;
  if (found === undefined) return undefined;
  const { RecordType: type = '', Value: value = '', Enabled: enabled = 1, Remark: remark } = found;
  return { type, value: plainValue(type, value), enabled: enabled === 1, remark: remark ?? '' };
}
