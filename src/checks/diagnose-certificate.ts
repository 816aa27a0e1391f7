import { anchorOf, chainOf, commonName, namesOf } from '../certificate/chain.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { TlsServed } from './tls.ts';
import { unfit } from './wechat-certificate.ts';

/** Why the certificate that is served does not hold for its name; undefined where it does. */
export function diagnoseCertificate(domain: string, port: number, tls: TlsServed): Failure | undefined {
  const detail = tls.authorizationError;
  const [leaf] = tls.certificates;
  switch (detail) {
    case undefined:
      return undefined;
    case 'CERT_HAS_EXPIRED':
      return failure('SERVED_CERTIFICATE_EXPIRED', { domain, port, notAfter: tls.notAfter.toISOString() });
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return foreignName(domain, port, tls);
    // OpenSSL's words for an issuer that it has not got: of the only certificate sent, and of a later one.
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return failure('SERVED_CHAIN_INCOMPLETE', { domain, port, count: tls.chainLength, missing: missingIn(tls) });
    default: {
      // A key or a hash that is too weak has no word of Node's; what is meant for others than servers has one.
      const weak = ['UNSPECIFIED', 'INVALID_PURPOSE'].includes(detail) ? unfit({ domain, port, ...tls }) : undefined;
      return (
        weak ?? failure('SERVED_CERTIFICATE_UNTRUSTED', { domain, port, issuer: commonName(leaf?.issuer), detail })
      );
    }
  }
}

/** The failure of a certificate that is another name's. */
export function foreignName(domain: string, port: number, { certificates: [leaf] }: TlsServed): Failure {
  return failure('SERVED_CERTIFICATE_NAMES', { domain, port, names: (leaf && namesOf(leaf).join(', ')) || '-' });
}

function missingIn({ certificates }: TlsServed): string {
  if (certificates.length === 0) return '-';
  const chain = chainOf(certificates);
  // No roots: what OpenSSL could not anchor ends at its last link.
  const { path } = anchorOf(chain, [], new Date(0));
  return commonName(path.at(-1)?.issuer);
}
