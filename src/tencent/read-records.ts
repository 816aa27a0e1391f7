import type { RecordListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import { hasApiCode } from './api-failure.ts';
import { allPages } from './pages.ts';
import type { Tencent } from './tencent.ts';
import type { DnsRecord, Zone } from './zone.ts';

/** As many as DNSPod gives at once. */
const pageSize = 3000;

/**
 * The records that a host name has, of all types and lines. One that was made less than 30 seconds ago may be missing:
 * DNSPod's list lags behind. Throws `ApiFailure`.
 */
export async function readRecords(
  tencent: Tencent,
  { id, name, host }: Pick<Zone, 'id' | 'name' | 'host'>,
): Promise<readonly DnsRecord[]> {
  const request = { Domain: name, DomainId: id, SubDomain: host, ErrorOnEmpty: 'no' };
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
  return [
    {
      id: RecordId,
      type: (Type ?? '').toUpperCase(),
      value: plainValue(Value ?? ''),
      line: Line ?? '',
      lineId: LineId ?? '',
      ttl: TTL ?? 0,
      enabled: (Status ?? 'ENABLE').toUpperCase() !== 'DISABLE',
      remark: Remark ?? '',
    },
  ];
}

/** A value without the dot that ends a full name; the API writes it, and people do not. */
export function plainValue(value: string): string {
  return value.replace(/\.$/, '');
}
