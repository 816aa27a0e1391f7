/** A record that is wanted while a certificate authority looks whose a domain is. */
export interface WantedValidationRecord {
  /** Whose certificate it is for. */
  readonly domain: string;
  /** `_acme-challenge.api.example.com`. */
  readonly name: string;
  readonly type: 'TXT' | 'CNAME';
  readonly value: string;
  /** The server whose run it is, as SSH names it. */
  readonly host: string;
}
