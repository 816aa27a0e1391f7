import type { X509Certificate } from 'node:crypto';
import { checkPair } from '../certificate/check.ts';
import { dueFrom } from '../certificate/due.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { certificatesFor } from '../nginx/servers.ts';
import type { CertificatePair } from '../nginx/site.ts';
import { certificatePaths, type ExistingPair, existingPairs, isBrought, unissued } from '../resources/certificate.ts';
import type { CertificateSettings, SiteSettings } from '../settings/settings.ts';
import type { CertificateFiles } from '../survey/certificates.ts';

function countIn(pem: string): number {
  return pem.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g)?.length ?? 0;
}

/** Checks the pair of the inputs, before the server is contacted; undefined where the server's own is asked for. */
export function checkProvided(
  settings: { readonly certificate: CertificateSettings; readonly site: Pick<SiteSettings, 'domain'> },
  now: Date,
  roots: readonly X509Certificate[],
): ServedCertificate | undefined {
  if (settings.certificate.source !== 'provided') return undefined;
  const { domain } = settings.site;
  const checked = checkPair({
    chainPem: settings.certificate.chain,
    keyPem: settings.certificate.key,
    domain,
    now,
    roots,
  });
  if (checked.certificate === undefined || checked.key === undefined || checked.problems.length > 0) {
    throw new Failures(checked.problems);
  }
  const { certificate, key, warnings, notes } = checked;
  return {
    pair: certificatePaths(domain, certificate.fingerprint),
    certificate,
    sent: countIn(certificate.chainPem),
    install: { chain: certificate.chainPem, key },
    warnings,
    notes,
  };
}

/** What a server has of a domain whose certificate is issued and renewed. */
export type IssuedCertificate =
  | { readonly kind: 'none' }
  /** Of those that are valid, the one that ends last; due `from` that day. */
  | { readonly kind: 'valid'; readonly served: ServedCertificate; readonly from: Date };

/**
 * Looks for the pair of a domain that ends last, among those that are whole and valid: one that a deployment brought, since
 * those are shared and renewed; else one that nginx names for it; else any.
 */
export function findIssued(
  domain: string,
  files: CertificateFiles,
  nginx: NginxConfiguration | undefined,
  {
    renewBeforeDays,
    now,
    roots,
  }: { renewBeforeDays: number | undefined; now: Date; roots: readonly X509Certificate[] },
): IssuedCertificate {
  const named = nginx === undefined ? [] : certificatesFor(nginx, domain);
  const rank = ({ chainPath, keyPath }: CertificatePair): number => {
    if (isBrought({ chainPath, keyPath }, domain)) return 0;
    return named.some((pair) => pair.chainPath === chainPath) ? 1 : 2;
  };
  const [latest] = existingPairs(files, named)
    .flatMap((pair) => existingPair(pair, domain, now, roots).served ?? [])
    .toSorted(
      (a, b) => rank(a.pair) - rank(b.pair) || b.certificate.notAfter.getTime() - a.certificate.notAfter.getTime(),
    );
  if (latest === undefined) return { kind: 'none' };
  return { kind: 'valid', served: latest, from: dueFrom(latest.certificate, renewBeforeDays) };
}

/** A certificate that is still to be issued, for planning what comes after it. */
export function expectedCertificate(domain: string, now: Date): ServedCertificate {
  const certificate = {
    fingerprint: unissued,
    names: [domain],
    notBefore: now,
    // Later than any that is there: it is issued to take their place.
    notAfter: new Date(8.64e15),
    issuer: '',
    chainPem: '',
  };
  const pair = certificatePaths(domain, unissued);
  return { pair, certificate, sent: 0, install: undefined, expected: true, warnings: [], notes: [] };
}

/**
 * The server's own pair for a domain: the one that nginx names for it (of several that which ends last, as another
 * application of the domain may have renewed it), else the newest that is valid for it.
 * Throws what is wrong with the one that nginx names, or `CERTIFICATE_NOT_FOUND`.
 */
export function chooseExisting(
  domain: string,
  files: CertificateFiles,
  nginx: NginxConfiguration,
  now: Date,
  roots: readonly X509Certificate[],
): ServedCertificate {
  const named = certificatesFor(nginx, domain);
  const pairs = existingPairs(files, named);
  const unfit: string[] = [];
  for (const pair of pairs) {
    const { served, problems } = existingPair(pair, domain, now, roots);
    if (served !== undefined) return served;
    if (named.some(({ chainPath }) => chainPath === pair.chainPath)) throw new Failures(problems);
    unfit.push(`${pair.chainPath} (${problems.map(({ code }) => code).join(', ')})`);
  }
  const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
  unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
  throw failure('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}

/** A pair of the server, checked; `served` undefined: it is not whole, not valid, or of another name. */
export function existingPair(
  { chainPath, keyPath, chain }: ExistingPair,
  domain: string,
  now: Date,
  roots: readonly X509Certificate[],
): { readonly served?: ServedCertificate; readonly problems: readonly Failure[] } {
  const checked = checkPair({ chainPem: chain, domain, now, roots, source: chainPath });
  const { certificate, problems, warnings, notes } = checked;
  if (certificate === undefined || problems.length > 0) return { problems };
  const pair = { chainPath, keyPath };
  return { served: { pair, certificate, sent: countIn(chain), install: undefined, warnings, notes }, problems: [] };
}

/**
 * The server's own pair for a domain, without an account: the one that nginx names for it, unless that is fit no more; else
 * the valid one that ends last. Throws as `chooseExisting` does where there is none.
 */
export function certificateAtHand(
  domain: string,
  {
    certificates,
    configuration,
  }: { readonly certificates: CertificateFiles; readonly configuration: NginxConfiguration },
  { now, roots }: { readonly now: Date; readonly roots: readonly X509Certificate[] },
): ServedCertificate {
  try {
    return chooseExisting(domain, certificates, configuration, now, roots);
  } catch (error) {
    const found = findIssued(domain, certificates, configuration, { renewBeforeDays: undefined, now, roots });
    if (found.kind === 'none') throw error;
    return found.served;
  }
}
