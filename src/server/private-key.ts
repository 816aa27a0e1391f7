import { createPrivateKey, type KeyObject } from 'node:crypto';
import ssh2, { type ParsedKey } from 'ssh2';
import { failure } from '../messages/failure.ts';
import { isKeyLabel, type PastedPem, readPem, writePem } from '../pem/blocks.ts';
import type { Secret } from '../redaction/secret.ts';
import { opensshPrivateKey } from './openssh-key.ts';

/**
 * Reads the input `private-key`: OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY version 2.
 * Throws `Failure`: PRIVATE_KEY_INVALID, PRIVATE_KEY_TRUNCATED, PRIVATE_KEY_IS_PUBLIC, PRIVATE_KEY_IS_PUTTY,
 * PASSPHRASE_MISSING, PASSPHRASE_WRONG. No text of theirs holds any of the key.
 */
export function parsePrivateKey(key: Secret, passphrase?: Secret): ParsedKey {
  const pasted = readPem(key.reveal());
  const begun = pasted.begun.find(isKeyLabel);
  if (begun === undefined) throw notPrivate(pasted);
  const block = pasted.blocks.find(({ label }) => isKeyLabel(label));
  if (block === undefined) throw failure('PRIVATE_KEY_TRUNCATED', { kind: begun });
  const kind = block.label;
  if (kind.startsWith('DSA')) throw failure('PRIVATE_KEY_INVALID', { detail: 'DSA' });
  const pem = writePem(block);
  // An empty secret is what a workflow hands over for one that is not set.
  const phrase = passphrase?.reveal() || undefined;
  return kind === 'PRIVATE KEY' || kind === 'ENCRYPTED PRIVATE KEY'
    ? parse(fromPkcs8(pem, kind, phrase), kind, undefined)
    : parse(pem, kind, phrase);
}

function notPrivate({ text, begun, ended }: PastedPem): Error {
  if (/^\s*PuTTY-User-Key-File-/.test(text)) return failure('PRIVATE_KEY_IS_PUTTY', {});
  const publicKey = /^\W*(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/m.test(text) || begun.some((one) => one.endsWith('PUBLIC KEY'));
  if (publicKey || /^AAAA[BCE]3/m.test(text)) return failure('PRIVATE_KEY_IS_PUBLIC', {});
  if (ended.length > begun.length) return failure('PRIVATE_KEY_TRUNCATED', { kind: 'PRIVATE KEY' });
  return failure('PRIVATE_KEY_INVALID', { detail: begun.join(', ') || 'no line -----BEGIN ... PRIVATE KEY-----' });
}

function parse(pem: string, kind: string, passphrase: string | undefined): ParsedKey {
  const parsed = ssh2.utils.parseKey(pem.trim(), passphrase) as ParsedKey | ParsedKey[] | Error;
  if (parsed instanceof Error) throw unreadable(parsed.message, kind, passphrase);
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key === undefined) throw failure('PRIVATE_KEY_INVALID', { detail: kind });
  if (!key.isPrivateKey()) throw failure('PRIVATE_KEY_IS_PUBLIC', {});
  if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(key.type))
    throw failure('PRIVATE_KEY_INVALID', { detail: key.type });
  // With a wrong passphrase an old PEM may decrypt to something that is no key, and only a signature finds out.
  try {
    const signature = key.sign(Buffer.from('trial')) as Buffer | Error;
    if (signature instanceof Error) throw signature;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error), kind, passphrase);
  }
  return key;
}

/** Which failure the words of ssh2's parser stand for; they quote nothing of the key. */
function unreadable(message: string, kind: string, passphrase: string | undefined): Error {
  if (/no passphrase given/.test(message)) return failure('PASSPHRASE_MISSING', {});
  if (/bad passphrase/.test(message)) return failure('PASSPHRASE_WRONG', {});
  if (/Unsupported OpenSSH private key type/.test(message)) return failure('PRIVATE_KEY_INVALID', { detail: message });
  if (passphrase !== undefined && kind !== 'OPENSSH PRIVATE KEY') return failure('PASSPHRASE_WRONG', {});
  if (/Malformed|integrity check/.test(message)) return failure('PRIVATE_KEY_TRUNCATED', { kind });
  return failure('PRIVATE_KEY_INVALID', { detail: message });
}

/** PKCS#8, which ssh2 does not read, in a form that it does. */
function fromPkcs8(pem: string, kind: string, passphrase: string | undefined): string {
  if (kind === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined) throw failure('PASSPHRASE_MISSING', {});
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw kind === 'ENCRYPTED PRIVATE KEY'
      ? failure('PASSPHRASE_WRONG', {})
      : failure('PRIVATE_KEY_TRUNCATED', { kind });
  }
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString();
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }).toString();
    case 'ed25519':
      return opensshPrivateKey(key);
    default:
      throw failure('PRIVATE_KEY_INVALID', { detail: `${key.asymmetricKeyType ?? 'unknown'} key` });
  }
}
