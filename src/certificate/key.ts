import { createPrivateKey, type KeyObject } from 'node:crypto';
import { failure } from '../messages/failure.ts';
import { isKeyLabel, readPem, writePem } from '../pem/blocks.ts';
import { Secret } from '../redaction/secret.ts';

/** A private key, parsed, and its PEM text as nginx reads `ssl_certificate_key`: the key's block alone, LF line ends. */
export interface PrivateKey {
  readonly key: KeyObject;
  readonly pem: Secret;
}

/**
 * Reads a private key (PKCS#8, PKCS#1 or SEC 1). What else the text holds (certificates, `EC PARAMETERS`) is passed over.
 * Throws `CERTIFICATE_KEY_ENCRYPTED` and `CERTIFICATE_KEY_INVALID`; their texts hold labels only, nothing of the key.
 */
export function readPrivateKey(secret: Secret, source: string): PrivateKey {
  const { blocks, begun } = readPem(secret.reveal());
  const block = blocks.find(({ label }) => isKeyLabel(label));
  if (block === undefined) {
    throw failure('CERTIFICATE_KEY_INVALID', { source, found: begun.join(', ') || 'no -----BEGIN' });
  }
  // RFC 1421 encryption announces itself in a header, PKCS#8's in its label.
  if (block.label === 'ENCRYPTED PRIVATE KEY' || block.headers.length > 0) {
    throw failure('CERTIFICATE_KEY_ENCRYPTED', { source });
  }
  const pem = writePem(block);
  try {
    return { key: createPrivateKey(pem), pem: new Secret(pem) };
  } catch {
    // The cause is left out on purpose: no error may carry anything derived from the key.
    throw failure('CERTIFICATE_KEY_INVALID', { source, found: block.label });
  }
}

/**
 * Whether two public keys are the same. Not by `equals` of node:crypto: with keys of two types it leaves an error with OpenSSL,
 * which the next export of a key as JWK throws (Node.js 24.21).
 */
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  const bytes = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
  return bytes(one).equals(bytes(other));
}
