import type { Secret } from '../redaction/secret.ts';

/** Where the certificate comes from. */
export type CertificateSettings =
  | { readonly source: 'provided' /** PEM text, leaf first. */; readonly chain: string; readonly key: Secret }
  | { readonly source: 'existing' }
  | IssuedCertificateSettings;

/** All but the one that its owner renews on the server. */
export type RenewableCertificateSettings = Exclude<CertificateSettings, { source: 'existing' }>;

/** A certificate that is issued for the domain, and renewed before it ends. */
export type IssuedCertificateSettings = TencentCertificateSettings | AcmeCertificateSettings;

/** What holds whoever issues it. */
interface IssueTerms {
  /** Renewed this long before its end; undefined: the smaller of 30 days and a third of its life. */
  readonly renewBeforeDays: number | undefined;
  /** How long a run waits for the authority. */
  readonly timeoutSeconds: number;
}

/** From Tencent Cloud's SSL service, free of charge. */
export interface TencentCertificateSettings extends IssueTerms {
  readonly source: 'tencent';
}

/** From an ACME authority, validated by a record in DNSPod. */
export interface AcmeCertificateSettings extends IssueTerms {
  readonly source: 'acme';
  /** URL of the authority's directory. */
  readonly directory: string;
  /** Where the authority writes to; undefined: nowhere. */
  readonly email: string | undefined;
}
