import { createPrivateKey, type KeyObject } from 'node:crypto';
import { failure } from '../messages/failure.ts';
import { Secret } from '../settings/secret.ts';
import { isKeyLabel, readPemBlocks } from './pem.ts';

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
  const words = secret.reveal();
  const block = readPemBlocks(words).find(({ label }) => isKeyLabel(label));
  if (block === undefined) throw failure('CERTIFICATE_KEY_INVALID', { source, found: labelsIn(words) });
  // RFC 1421 encryption announces itself in a header, PKCS#8's in its label.
  if (block.label === 'ENCRYPTED PRIVATE KEY' || /^\s*Proc-Type:.*ENCRYPTED/m.test(words)) {
    throw failure('CERTIFICATE_KEY_ENCRYPTED', { source });
  }
  const lines = block.base64.match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN ${block.label}-----\n${lines.join('\n')}\n-----END ${block.label}-----\n`;
  try {
    return { key: createPrivateKey(pem), pem: new Secret(pem) };
  } catch {
    // The cause is left out on purpose: no error may carry anything derived from the key.
    throw failure('CERTIFICATE_KEY_INVALID', { source, found: block.label });
  }
}

function labelsIn(words: string): string {
  const labels = [...words.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label]) => label);
  return labels.length === 0 ? 'no -----BEGIN' : labels.join(', ');
}
