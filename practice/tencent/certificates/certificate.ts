import type { ZipLayout } from './layouts.ts';
import type { ValidationRecord } from './validation.ts';

/** How the domain of an application is validated. */
export type Method = 'DNS_AUTO' | 'DNS';

/** A certificate of the account, or an application for one. */
export interface AccountCertificate {
  readonly id: string;
  readonly domain: string;
  /** All names that it is of; its domain first. */
  readonly names: readonly string[];
  readonly from: 'trustasia' | 'upload';
  /** Undefined for one that was uploaded. */
  readonly method: Method | undefined;
  readonly alias: string;
  readonly algorithm: 'RSA' | 'ECC';
  /** 0 pending, 1 issued, 2 failed, 3 expired, 4 pending with its validation record added by the service. */
  readonly status: number;
  /** Stale once it is issued. */
  readonly statusMsg: string;
  readonly appliedAt: Date;
  readonly begins: Date | undefined;
  readonly ends: Date | undefined;
  /** What is downloaded, flaws and all; empty until it is issued. */
  readonly chain: string;
  readonly key: string;
  readonly validation: ValidationRecord;
  /** The certificate that it replaces, and the one that replaces it, by their ids. */
  readonly renews: string | undefined;
  readonly renewedBy: string | undefined;
}

/** One as the service keeps it. */
export type OwnCertificate = {
  -readonly [K in keyof Omit<AccountCertificate, 'status' | 'statusMsg'>]: AccountCertificate[K];
} & {
  readonly status: number;
  readonly statusMsg: string;
  stage: 'applied' | 'validating' | 'validated' | 'issued' | 'failed';
  failure: string;
  validatedAt: Date | undefined;
  /** When the authority looks for the record next. */
  looksAt: Date;
  /** When the service was asked last whether the record is there. */
  checkedAt: Date | undefined;
  /** The record that the service added to the zone, while it is there. */
  autoRecord: number | undefined;
  removesAutoRecord: boolean;
  /** Of its own, instead of the settings'. */
  zip: ZipLayout | undefined;
};

/** Whether nothing is decided yet. */
export function isPending({ stage }: Pick<OwnCertificate, 'stage'>): boolean {
  return stage !== 'issued' && stage !== 'failed';
}

/** What the API calls a state, at a time. */
export function statusAt({ stage, ends, autoRecord }: OwnCertificate, now: Date): number {
  if (stage === 'failed') return 2;
  if (stage === 'issued') return ends !== undefined && ends <= now ? 3 : 1;
  return autoRecord === undefined ? 0 : 4;
}

/** What the API says beside it. Seen on issued certificates, and with a record that the service added: CA-REVIEWING. */
export function statusMsgOf({ stage, from, failure, autoRecord }: OwnCertificate): string {
  if (from === 'upload') return '';
  if (stage === 'failed') return failure;
  if (stage === 'applied') return 'PRE-REVIEWING';
  if (stage === 'issued' || autoRecord !== undefined) return 'CA-REVIEWING';
  return stage === 'validating' ? 'PENDING-DCV' : 'WAIT-ISSUE';
}
