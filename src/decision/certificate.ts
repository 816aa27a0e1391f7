import type { X509Certificate } from 'node:crypto';
import { checkPair } from '../certificate/check.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { certificatesFor } from '../nginx/servers.ts';
import { certificatePaths, type ExistingPair, existingPairs } from '../resources/certificate.ts';
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

/** A pair that the server has, as it is to be served; or what is wrong with it. */
export function checkExisting(
  { chainPath, keyPath, chain }: ExistingPair,
  domain: string,
  now: Date,
  roots: readonly X509Certificate[],
): { readonly served: ServedCertificate | undefined; readonly problems: readonly Failure[] } {
  const checked = checkPair({ chainPem: chain, domain, now, roots, source: chainPath });
  const { certificate, problems, warnings, notes } = checked;
  if (certificate === undefined || problems.length > 0) return { served: undefined, problems };
  const pair = { chainPath, keyPath };
  return { served: { pair, certificate, sent: countIn(chain), install: undefined, warnings, notes }, problems };
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
    const { served, problems } = checkExisting(pair, domain, now, roots);
    if (served !== undefined) return served;
    if (named.some(({ chainPath }) => chainPath === pair.chainPath)) throw new Failures(problems);
    unfit.push(`${pair.chainPath} (${problems.map(({ code }) => code).join(', ')})`);
  }
  const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
  unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
  throw failure('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}
