import type { X509Certificate } from 'node:crypto';
import type { ManagedSite } from '../deployment/managed-sites.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { existingPairs, isBrought } from '../resources/certificate.ts';
import type { RenewableCertificateSettings } from '../settings/settings.ts';
import type { CertificateFiles } from '../survey/certificates.ts';
import { existingPair, findIssued, type IssuedCertificate } from './certificate.ts';

/** What certificates a server has for the domain of an application. */
export interface Standing {
  /** Whether the pair that the application's file names can be served still. */
  readonly namedIsFit: boolean;
  /** The valid pair that ends last, of those that may be served. */
  readonly found: IssuedCertificate;
}

/**
 * Looks at the pairs of a server. Where the certificate is issued, any that is valid may be served (one that a deployment
 * brought first), as by a deploy; beside
 * one of the inputs, only those that the application names already or a deployment brought.
 */
export function standingOf(
  { pairs: [named] }: ManagedSite,
  domain: string,
  settings: RenewableCertificateSettings,
  server: { readonly certificates: CertificateFiles; readonly configuration: NginxConfiguration },
  { now, roots }: { readonly now: Date; readonly roots: readonly X509Certificate[] },
): Standing {
  const { certificates: files, configuration } = server;
  const own = existingPairs(files, [named]).find(({ chainPath }) => chainPath === named.chainPath);
  const mayServe = (path: string) =>
    path === named.chainPath ||
    existingPairs(files, []).some((pair) => pair.chainPath === path && isBrought(pair, domain));
  const provided = settings.source === 'provided';
  const candidates = provided
    ? { ...files, certificates: files.certificates.filter(({ path }) => mayServe(path)) }
    : files;
  const terms = { renewBeforeDays: provided ? undefined : settings.renewBeforeDays, now, roots };
  return {
    namedIsFit: own !== undefined && existingPair(own, domain, now, roots).served !== undefined,
    found: findIssued(domain, candidates, configuration, terms),
  };
}

/** The pair to be served: the one of the inputs where it ends later than what there is; undefined: there is none. */
export function pairToServe(
  { found }: Standing,
  provided: ServedCertificate | undefined,
): ServedCertificate | undefined {
  if (found.kind === 'none') return provided;
  const { served } = found;
  return provided !== undefined && provided.certificate.notAfter > served.certificate.notAfter ? provided : served;
}
