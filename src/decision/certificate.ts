import type { X509Certificate } from 'node:crypto';
import { checkPair } from '../certificate/check.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { Failures, failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { certificatesFor } from '../nginx/servers.ts';
import { certificatePaths, existingPairs } from '../resources/certificate.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { CertificateFiles } from '../survey/certificates.ts';

function countIn(pem: string): number {
  return pem.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g)?.length ?? 0;
}

/** Checks the pair of the inputs, before the server is contacted; undefined where the server's own is asked for. */
export function checkProvided(
  settings: DeploySettings,
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
    const checked = checkPair({ chainPem: pair.chain, domain, now, roots, source: pair.chainPath });
    if (checked.certificate !== undefined && checked.problems.length === 0) {
      const { certificate, warnings, notes } = checked;
      return {
        pair: { chainPath: pair.chainPath, keyPath: pair.keyPath },
        certificate,
        sent: countIn(pair.chain),
        install: undefined,
        warnings,
        notes,
      };
    }
    if (named.some(({ chainPath }) => chainPath === pair.chainPath)) throw new Failures(checked.problems);
    unfit.push(`${pair.chainPath} (${checked.problems.map(({ code }) => code).join(', ')})`);
  }
  const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
  unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
  throw failure('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}
