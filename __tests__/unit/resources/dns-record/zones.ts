import type { WantedRecord } from '../../../../src/resources/dns-record/decide.ts';
import { renderRemark } from '../../../../src/tencent/remark.ts';
import type { DnsRecord, Zone } from '../../../../src/tencent/zone.ts';

/** The server's address, and those of two others. */
export const here = '203.0.113.5';
export const there = '203.0.113.9';
export const yonder = '203.0.113.10';

/** What the application mccm-server wants of api.example.com. */
export function wanted(overwrite: readonly string[] = []): WantedRecord {
  return { domain: 'api.example.com', address: here, overwrite, app: 'mccm-server', run: 'owner/repo#2' };
}

/** The remark of an earlier run of an application. */
export function remarkOf(value: string, app = 'mccm-server'): string {
  return renderRemark({ app, value, run: 'owner/repo#1' });
}

let lastId = 0;

/** A record of somebody else's: an enabled A of the default line, unless told otherwise. */
export function record(value: string, more: Partial<DnsRecord> = {}): DnsRecord {
  lastId += 1;
  return { id: lastId, type: 'A', value, line: '默认', lineId: '0', ttl: 600, enabled: true, remark: '', ...more };
}

/** A record that an earlier run of mccm-server made. */
export function own(value: string, more: Partial<DnsRecord> = {}): DnsRecord {
  return record(value, { remark: remarkOf(value), ...more });
}

/** The zone example.com, with these records of the host api. */
export function zone(records: readonly DnsRecord[] = [], more: Partial<Zone> = {}): Zone {
  const nameServers = ['ns1.dnspod.test', 'ns2.dnspod.test'];
  return {
    id: 7,
    name: 'example.com',
    host: 'api',
    status: 'ENABLE',
    grade: 'DP_FREE',
    ttl: 600,
    nameServers,
    delegatedTo: nameServers,
    records,
    registration: { realName: 'Approved', states: ['ok'] },
    ...more,
  };
}
