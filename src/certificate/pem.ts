import { X509Certificate } from 'node:crypto';
import { failure } from '../messages/failure.ts';
import { isKeyLabel, readPem } from '../pem/blocks.ts';

/**
 * The certificates in the PEM text `pem`, in its order. `source` names the text in errors (an input, a file).
 * Throws `CERTIFICATE_UNREADABLE`, and `CERTIFICATE_KEY_IN_CHAIN` where a private key was pasted along.
 */
export function readCertificates(pem: string, source: string): readonly X509Certificate[] {
  const { blocks, begun } = readPem(pem);
  if (begun.some(isKeyLabel)) throw failure('CERTIFICATE_KEY_IN_CHAIN', { source });
  const unreadable = (detail: string) => failure('CERTIFICATE_UNREADABLE', { source, detail });
  if (begun.length === 0) throw unreadable('no -----BEGIN CERTIFICATE-----');
  if (begun.length !== blocks.length) throw unreadable(`${begun.length} x -----BEGIN, ${blocks.length} x -----END`);
  const certificates = blocks.filter(({ label }) => /^(X509 )?CERTIFICATE$/.test(label));
  if (certificates.length === 0) throw unreadable(blocks.map(({ label }) => label).join(', '));
  return certificates.map(({ base64 }, index) => {
    const certificate = parse(base64);
    if (certificate === undefined) throw unreadable(`-----BEGIN CERTIFICATE----- ${index + 1}/${certificates.length}`);
    return certificate;
  });
}

/** Certificates as one PEM text with LF line ends, as nginx reads `ssl_certificate`. */
export function writeCertificates(certificates: readonly X509Certificate[]): string {
  return certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');
}

function parse(base64: string): X509Certificate | undefined {
  // Buffer.from skips what is not base64, so that garbage could come out as another, shorter certificate.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}
