import type { RecordSet } from './name-server.ts';
import type { ZoneRecord } from './records.ts';
import type { AccountZone } from './zone.ts';

/** Types that lie in a zone as they are; a redirection (`显性URL`) is none. */
const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'CAA', 'SRV'];

const quoted = (text: string): string => `"${text.replace(/^"(.*)"$/s, '$1').replace(/["\\]/g, '\\$&')}"`;

function dataOf({ type, value, mx }: ZoneRecord): string {
  if (type === 'TXT') return quoted(value);
  return type === 'MX' ? `${mx} ${value}` : value;
}

/**
 * What a zone's name servers answer: its enabled records of the default line, which is this machine's. A zone that is
 * not served, or whose registry has taken it out (`serverHold`), has the names of its servers alone.
 */
export function recordSets(zone: AccountZone): readonly RecordSet[] {
  const apex = `${zone.name}.`;
  const servers = zone.delegatedTo.map((name) => `${name}.`);
  const sets = new Map<string, RecordSet>([[`${apex} NS`, { owner: apex, type: 'NS', ttl: 86_400, data: servers }]]);
  const held = zone.registration?.states.some((state) => /hold$/i.test(state)) ?? false;
  if (zone.status !== 'ENABLE' || held) return [...sets.values()];
  for (const record of zone.records) {
    if (!record.enabled || record.line.id !== '0' || record.defaultNs || !types.includes(record.type)) continue;
    const owner = record.host === '@' ? apex : `${record.host}.${apex}`;
    const key = `${owner} ${record.type}`;
    const set = sets.get(key) ?? { owner, type: record.type, ttl: record.ttl, data: [] };
    sets.set(key, { ...set, data: [...set.data, dataOf(record)] });
  }
  return [...sets.values()];
}
