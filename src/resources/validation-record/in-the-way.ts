import type { DnsRecord, Zone } from '../../tencent/zone.ts';
import { isAlias, isDefaultLine } from '../dns-lines.ts';
import { isAs, type RecordContent } from '../dns-writing.ts';

/** The record of the default line that has what is wanted already, whoever added it. */
export function recordThere(
  wanted: Omit<RecordContent, 'remark'>,
  records: readonly DnsRecord[],
): DnsRecord | undefined {
  return records.find((record) => record.enabled && isDefaultLine(record) && isAs(record, wanted));
}

/** The records that keep the wanted one from being added, or from being seen by all. */
export function recordsInTheWay(
  wanted: Omit<RecordContent, 'remark'>,
  { host, records }: Pick<Zone, 'host' | 'records'>,
): readonly DnsRecord[] {
  const there = recordThere(wanted, records);
  return records.filter((record) => {
    // Those of the zone's own name are the zone's servers.
    if (record === there || (record.type === 'NS' && host === '@')) return false;
    // A second one of the same value is refused.
    if (!record.enabled) return there === undefined && isDefaultLine(record) && isAs(record, wanted);
    if (wanted.type === 'CNAME' || record.type === 'NS' || isAlias(record)) return true;
    // Whoever asks from that line gets nothing of the default one.
    return record.type === wanted.type && !isDefaultLine(record);
  });
}

/** Records as a message names them. */
export function wordsOf(records: readonly DnsRecord[]): string {
  return records
    .map((record) => {
      const { type, value, line, enabled } = record;
      return `${type} ${value}${isDefaultLine(record) ? '' : ` (${line})`}${enabled ? '' : ' (paused)'}`;
    })
    .join(', ');
}
