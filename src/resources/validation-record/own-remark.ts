import { createHash } from 'node:crypto';
import { readRemark, renderRemark } from '../../tencent/remark.ts';
import type { DnsRecord } from '../../tencent/zone.ts';

/** Whose records are meant: those that runs of one server add for the certificate of one domain. */
export interface Validated {
  readonly domain: string;
  /** The server, as SSH names it. */
  readonly host: string;
}

/** How long the part of the remark that names the use may be, so that remark and hash stay within 120 characters. */
const most = 70;

/** What stands in the remark for the application: `validates:api.example.com@203.0.113.5`. */
export function useOf({ domain, host }: Validated): string {
  const plain = `validates:${domain}@${host}`.toLowerCase();
  return plain.length <= most && /^[\x21-\x7e]+$/.test(plain) ? plain : `validates:${hashOf(plain, 32)}`;
}

/** The remark of a record with this value. */
export function validationRemark(use: string, value: string, run: string): string {
  return renderRemark({ app: use, value: hashOfValue(value), run });
}

/** Whether a record was added for this use, and its value not changed since (rule *Ours*). */
export function isOwnValidation({ remark, value }: Pick<DnsRecord, 'remark' | 'value'>, use: string): boolean {
  const said = readRemark(remark);
  return said !== undefined && said.app === use && said.value === hashOfValue(value);
}

/** Whether a remark names this run; a long name is cut there. */
export function isOfRun({ remark }: Pick<DnsRecord, 'remark'>, run: string): boolean {
  return run.startsWith(readRemark(remark)?.run ?? '');
}

/** The same for a name with a dot at its end and without, however it is spelt. */
function hashOfValue(value: string): string {
  return hashOf(value.replace(/\.$/, '').toLowerCase(), 12);
}

function hashOf(value: string, length: number): string {
  return createHash('sha256').update(value).digest('hex').slice(0, length);
}
