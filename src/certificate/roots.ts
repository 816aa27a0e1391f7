import { X509Certificate } from 'node:crypto';
import { getCACertificates, rootCertificates } from 'node:tls';

/**
 * The roots that this process trusts: Mozilla's, as bundled with Node, and those of NODE_EXTRA_CA_CERTS.
 * Nodes before 22.15 cannot tell the latter, so there only the bundled ones count.
 */
export function trustedRoots(): readonly X509Certificate[] {
  const pems = typeof getCACertificates === 'function' ? getCACertificates('default') : rootCertificates;
  return pems.map((pem) => new X509Certificate(pem));
}
