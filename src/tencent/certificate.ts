import { domainToASCII } from 'node:url';

/** A certificate of the account, as its list has it. */
export interface ListedCertificate {
  readonly id: string;
  /** What it was applied for, in ASCII and lower case. */
  readonly domain: string;
  /** All names that it covers, the domain among them. */
  readonly names: readonly string[];
  readonly status: number;
  /** Undefined until it is issued. The dates of the certificate itself may differ by seconds. */
  readonly validity: Validity | undefined;
  /** Whether nginx and phones could use it and it may be downloaded: no SM2, no download forbidden. */
  readonly usable: boolean;
  /** Whether its owner brought it from elsewhere. */
  readonly uploaded: boolean;
  /** Whether a domain's validation is all that it needs: no review of a company's papers. */
  readonly domainValidated: boolean;
}

/** From when to when a certificate is valid. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What an application for a certificate has come to. */
export interface Application {
  readonly id: string;
  readonly status: number;
  /** Tencent's own words for the status; out of date once it is issued (seen live). */
  readonly said: string;
  /** `DNS_AUTO`, `DNS`, `FILE`. */
  readonly method: string;
  /** What the authority looks for; none before Tencent has it from the authority. */
  readonly validations: readonly Validation[];
}

/** What the authority looks for, to see that whoever applies has the domain. */
export interface Validation {
  readonly type: 'TXT' | 'CNAME' | 'FILE';
  /** The whole name of the record, or the path of the file. */
  readonly name: string;
  readonly value: string;
}

/** The status of one that is issued. */
const issued = 1;

/** Under review, DNS record added, being reissued, waiting for details, being migrated. */
const pending: readonly number[] = [0, 4, 11, 13, 15];

/** Failed, expired, order being cancelled, cancelled, being revoked, revoked, to be revoked, refunded. */
const over: readonly number[] = [2, 3, 6, 7, 9, 10, 12, 14];

/** The statuses of what is of use: issued, or on its way. */
export const usefulStatuses: readonly number[] = [issued, ...pending];

/** Whether it is issued: its status alone says so. */
export function isIssued({ status }: { readonly status: number }): boolean {
  return status === issued;
}

/** Whether it is on its way. */
export function isPending({ status }: { readonly status: number }): boolean {
  return pending.includes(status);
}

/** Whether it can no longer come to anything. A status that is not known is waited for. */
export function isOver({ status }: { readonly status: number }): boolean {
  return over.includes(status);
}

/** Whether one of its names is the host name `domain`, or a wildcard for its first label. */
export function coversName({ names }: ListedCertificate, domain: string): boolean {
  return names.includes(domain) || names.includes(domain.replace(/^[^.]+/, '*'));
}

/** A name as everything here compares it: in ASCII, lower case, without the dot at its end. */
export function asciiName(name: string): string {
  const plain = name.trim().replace(/\.$/, '').toLowerCase();
  return domainToASCII(plain) || plain;
}

/** A time of the API, `2024-08-14 08:00:00` in GMT+8; `08:00:0` was seen as well. Undefined: none, or none to read. */
export function chinaTime(written: string | null | undefined): Date | undefined {
  const [, ...parts] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(written ?? '') ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second));
}
