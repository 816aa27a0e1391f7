import type { ZipLayout } from './layouts.ts';

/** What is wrong with what is downloaded: the key is another one's, or the leaf comes alone. */
export type Flaw = 'key-mismatch' | 'no-intermediate';

/** How the certificate service behaves; each may be set at any time. */
export interface CertificateSettings {
  /** Seconds from validation (of what fails: from the application) to the certificate. */
  issueAfterSeconds: number;
  /** While true, the authority neither validates nor issues. */
  held: boolean;
  /** Whether DNS_AUTO is taken for a zone of the account. */
  dnsAuto: 'works' | 'refused';
  /** The record that validates: TrustAsia's is a TXT; a CNAME has been seen as well. */
  record: 'TXT' | 'CNAME';
  zip: ZipLayout;
  /** Days for which a certificate is good. */
  life: number;
  /** Days of those that are left when it is issued; undefined: all. */
  daysLeft: number | undefined;
  /** Where set, applications fail, with these words in `StatusMsg`. */
  fails: string | undefined;
  flaw: Flaw | undefined;
  /** Free certificates that the account and that each main domain may have. */
  readonly quota: { account: number; mainDomain: number };
  /** Whether the account's owner has proven a real name. */
  realName: boolean;
}

/** How it behaves at first. */
export function usualSettings(): CertificateSettings {
  return {
    issueAfterSeconds: 2,
    held: false,
    dnsAuto: 'works',
    record: 'TXT',
    zip: 'nginx',
    life: 90,
    daysLeft: undefined,
    fails: undefined,
    flaw: undefined,
    quota: { account: 50, mainDomain: 20 },
    realName: true,
  };
}
