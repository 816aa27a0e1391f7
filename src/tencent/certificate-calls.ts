import { apiFailure } from './api-failure.ts';
import type { Tencent } from './tencent.ts';

/** How a domain is validated: Tencent writes the record itself, or we do. */
export type ValidationMethod = 'DNS_AUTO' | 'DNS';

/**
 * Applies for a free certificate: TrustAsia's, the only one there is, RSA 2048, three months. Its id. Throws `ApiFailure`,
 * also for an answer without id.
 */
export async function applyForCertificate(tencent: Tencent, domain: string, method: ValidationMethod): Promise<string> {
  const action = 'ssl:ApplyCertificate';
  const { CertificateId: id } = await tencent.call(action, {
    DvAuthMethod: method,
    DomainName: domain,
    PackageType: '83',
    ValidityPeriod: '3',
    CsrEncryptAlgo: 'RSA',
    ...(method === 'DNS_AUTO' ? { DeleteDnsAutoRecord: true } : {}),
  });
  if (id) return id;
  const none = { apiCode: undefined, mayHaveTakenEffect: true };
  throw apiFailure('TENCENT_SERVER_ERROR', { action, host: 'Tencent Cloud', answer: 'garbage' }, none);
}

/** Has the domain validated now. Throws `ApiFailure`. */
export async function completeCertificate(tencent: Tencent, id: string): Promise<void> {
  await tencent.call('ssl:CompleteCertificate', { CertificateId: id });
}

/** What a look for the validation record found. */
export interface Verification {
  /** Tencent sees what the authority looks for. */
  readonly seen: boolean;
  /** Why it does not, in Tencent's words; empty where it says nothing. */
  readonly reason: string;
  /** It was asked too often, and looked at nothing. */
  readonly tooOften: boolean;
}

/** Why the validation does not pass yet. Not to be asked more often than every 30 seconds. Throws `ApiFailure`. */
export async function verifyCertificate(tencent: Tencent, id: string): Promise<Verification> {
  const { VerificationResults: found } = await tencent.call('ssl:CheckCertificateDomainVerification', {
    CertificateId: id,
  });
  const results = found ?? [];
  const failing = results.find(({ LocalCheck }) => LocalCheck !== 1);
  return {
    seen: results.length > 0 && failing === undefined,
    reason: failing?.LocalCheckFailReason ?? '',
    tooOften: results.some(({ Frequently }) => Frequently === true),
  };
}
