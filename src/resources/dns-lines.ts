import type { DnsRecord } from '../tencent/zone.ts';

/** Whether a record is of the line that counts if no other fits who asks. */
export function isDefaultLine({ line, lineId }: DnsRecord): boolean {
  return lineId === '' ? line === '默认' || line.toLowerCase() === 'default' : lineId === '0';
}

/** Whether a record answers in place of others: a CNAME, or DNSPod's own redirects (显性URL, 隐性URL). */
export function isAlias({ type }: DnsRecord): boolean {
  return type === 'CNAME' || type.endsWith('URL');
}
