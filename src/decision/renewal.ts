import type { X509Certificate } from 'node:crypto';
import type { ManagedSite } from '../deployment/managed-sites.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { existingPairs, isBrought } from '../resources/certificate.ts';
import type { CertificateFiles } from '../survey/certificates.ts';
import { checkExisting } from './certificate.ts';

/** What certificates a server has for a domain. */
export interface Standing {
  /** The pair that the application's file names; undefined: it cannot be served any longer. */
  readonly named: ServedCertificate | undefined;
  /** Of the valid pairs that deployments and renewals brought, the one that ends last; undefined: there is none. */
  readonly latest: ServedCertificate | undefined;
}

/** Looks at the pairs that lie on a server. */
export function standingOf(
  { pairs: [first] }: ManagedSite,
  domain: string,
  files: CertificateFiles,
  now: Date,
  roots: readonly X509Certificate[],
): Standing {
  const check = (pair: ReturnType<typeof existingPairs>[number]) => checkExisting(pair, domain, now, roots).served;
  const named = existingPairs(files, [first]).find(({ chainPath }) => chainPath === first.chainPath);
  const brought = existingPairs(files, []).filter((pair) => isBrought(pair, domain));
  return {
    named: named && check(named),
    // Those that end last come first.
    latest: brought.map(check).find((one) => one !== undefined),
  };
}

/** Of two certificates the one that ends later; the first where both end together. */
export function laterOf(
  a: ServedCertificate | undefined,
  b: ServedCertificate | undefined,
): ServedCertificate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.certificate.notAfter > a.certificate.notAfter ? b : a;
}
