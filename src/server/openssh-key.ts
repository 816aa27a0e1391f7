import { type KeyObject, randomBytes } from 'node:crypto';

/**
 * An Ed25519 private key in OpenSSH's own form, unencrypted: the one form of such a key that ssh2 reads
 * (openssh-portable, PROTOCOL.key).
 */
export function opensshPrivateKey(key: KeyObject): string {
  const { d = '', x = '' } = key.export({ format: 'jwk' });
  const secret = Buffer.from(d, 'base64url');
  const point = Buffer.from(x, 'base64url');
  const publicKey = Buffer.concat([field('ssh-ed25519'), field(point)]);
  const check = randomBytes(4);
  const fields = Buffer.concat([check, check, publicKey, field(Buffer.concat([secret, point])), field('')]);
  // Padded with 1, 2, 3, ... to the block size of no cipher, which is 8.
  const padding = Buffer.from(Array.from({ length: (8 - (fields.length % 8)) % 8 }, (_, index) => index + 1));
  const blob = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(publicKey),
    field(Buffer.concat([fields, padding])),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

/** A string as SSH writes it: its length in four bytes, then itself (RFC 4251 section 5). */
function field(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
