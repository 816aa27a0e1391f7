import { X509Certificate } from 'node:crypto';
import { failure } from '../messages/failure.ts';

/** One PEM block: its label (`CERTIFICATE`, `EC PRIVATE KEY`) and its base64 without white space. */
export interface PemBlock {
  readonly label: string;
  readonly base64: string;
}

/**
 * The PEM blocks in `pem`, in their order (RFC 7468). Text around the blocks, CRLF, indentation and RFC 1421 headers
 * (`Proc-Type: ...`) are passed over. A block whose end is missing or has another label is left out.
 */
export function readPemBlocks(pem: string): readonly PemBlock[] {
  const blocks = pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g);
  return [...blocks].map(([, label = '', body = '']) => {
    const lines = body.split(/\r\n|\r|\n/).map((line) => line.trim());
    return { label, base64: lines.filter((line) => !line.includes(':')).join('') };
  });
}

/** True for the label of a private key in any of its forms. */
export function isKeyLabel(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/**
 * The certificates in the PEM text `pem`, in its order. `source` names the text in errors (an input, a file).
 * Throws `CERTIFICATE_UNREADABLE`, and `CERTIFICATE_KEY_IN_CHAIN` where a private key was pasted along.
 */
export function readCertificates(pem: string, source: string): readonly X509Certificate[] {
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem)) throw failure('CERTIFICATE_KEY_IN_CHAIN', { source });
  const blocks = readPemBlocks(pem);
  const begun = pem.match(/-----BEGIN /g)?.length ?? 0;
  const unreadable = (detail: string) => failure('CERTIFICATE_UNREADABLE', { source, detail });
  if (begun === 0) throw unreadable('no -----BEGIN CERTIFICATE-----');
  if (begun !== blocks.length) throw unreadable(`${begun} x -----BEGIN, ${blocks.length} x -----END`);
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
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
