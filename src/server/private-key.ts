import { createPrivateKey, type KeyObject } from 'node:crypto';
import ssh2, { type ParsedKey } from 'ssh2';
import { failure } from '../messages/failure.ts';
import { isKeyLabel, type PastedPem, readPem, writePem } from '../pem/blocks.ts';
import type { Secret } from '../redaction/secret.ts';
import { opensshPrivateKey } from './openssh-key.ts';

/** What a key was given by, and what may open it. */
interface Given {
  readonly input: KeyInput;
  readonly passphrase: string | undefined;
}

/** Inputs that hold a key to log in with. */
export type KeyInput = 'private-key' | 'jump-private-key';

/**
 * Reads the key that `input` holds: OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY version 2.
 * Throws `Failure`: PRIVATE_KEY_INVALID, PRIVATE_KEY_TRUNCATED, PRIVATE_KEY_IS_PUBLIC, PRIVATE_KEY_IS_PUTTY,
 * PASSPHRASE_MISSING, PASSPHRASE_WRONG. No text of theirs holds any of the key.
 */
export function parsePrivateKey(key: Secret, passphrase?: Secret, input: KeyInput = 'private-key'): ParsedKey {
  // An empty secret is what a workflow hands over for one that is not set.
  const given: Given = { input, passphrase: passphrase?.reveal() || undefined };
  const pasted = readPem(key.reveal());
  const begun = pasted.begun.find(isKeyLabel);
  if (begun === undefined) throw notPrivate(pasted, input);
  const block = pasted.blocks.find(({ label }) => isKeyLabel(label));
  if (block === undefined) throw failure('PRIVATE_KEY_TRUNCATED', { input, kind: begun });
  const kind = block.label;
  if (kind.startsWith('DSA')) throw failure('PRIVATE_KEY_INVALID', { input, detail: 'DSA' });
  const pem = writePem(block);
  return kind === 'PRIVATE KEY' || kind === 'ENCRYPTED PRIVATE KEY'
    ? parse(fromPkcs8(pem, kind, given), kind, { input, passphrase: undefined })
    : parse(pem, kind, given);
}

function notPrivate({ text, begun, ended }: PastedPem, input: KeyInput): Error {
  if (/^\s*PuTTY-User-Key-File-/.test(text)) return failure('PRIVATE_KEY_IS_PUTTY', { input });
  const publicKey = /^\W*(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/m.test(text) || begun.some((one) => one.endsWith('PUBLIC KEY'));
  if (publicKey || /^AAAA[BCE]3/m.test(text)) return failure('PRIVATE_KEY_IS_PUBLIC', { input });
  if (ended.length > begun.length) return failure('PRIVATE_KEY_TRUNCATED', { input, kind: 'PRIVATE KEY' });
  return failure('PRIVATE_KEY_INVALID', {
    input,
    detail: begun.join(', ') || 'no line -----BEGIN ... PRIVATE KEY-----',
  });
}

function parse(pem: string, kind: string, given: Given): ParsedKey {
  const { input, passphrase } = given;
  const parsed = ssh2.utils.parseKey(pem.trim(), passphrase) as ParsedKey | ParsedKey[] | Error;
  if (parsed instanceof Error) throw unreadable(parsed.message, kind, given);
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key === undefined) throw failure('PRIVATE_KEY_INVALID', { input, detail: kind });
  if (!key.isPrivateKey()) throw failure('PRIVATE_KEY_IS_PUBLIC', { input });
  if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(key.type))
    throw failure('PRIVATE_KEY_INVALID', { input, detail: key.type });
  // With a wrong passphrase an old PEM may decrypt to something that is no key, and only a signature finds out.
  try {
    const signature = key.sign(Buffer.from('trial')) as Buffer | Error;
    if (signature instanceof Error) throw signature;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error), kind, given);
  }
  return key;
}

/** Which failure the words of ssh2's parser stand for; they quote nothing of the key. */
function unreadable(message: string, kind: string, { input, passphrase }: Given): Error {
  if (/no passphrase given/.test(message)) return failure('PASSPHRASE_MISSING', { input });
  if (/bad passphrase/.test(message)) return failure('PASSPHRASE_WRONG', { input });
  if (/Unsupported OpenSSH private key type/.test(message))
    return failure('PRIVATE_KEY_INVALID', { input, detail: message });
  if (passphrase !== undefined && kind !== 'OPENSSH PRIVATE KEY') return failure('PASSPHRASE_WRONG', { input });
  if (/Malformed|integrity check/.test(message)) return failure('PRIVATE_KEY_TRUNCATED', { input, kind });
  return failure('PRIVATE_KEY_INVALID', { input, detail: message });
}

/** PKCS#8, which ssh2 does not read, in a form that it does. */
function fromPkcs8(pem: string, kind: string, { input, passphrase }: Given): string {
  if (kind === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined) throw failure('PASSPHRASE_MISSING', { input });
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw kind === 'ENCRYPTED PRIVATE KEY'
      ? failure('PASSPHRASE_WRONG', { input })
      : failure('PRIVATE_KEY_TRUNCATED', { input, kind });
  }
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString();
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }).toString();
    case 'ed25519':
      return opensshPrivateKey(key);
    default:
      throw failure('PRIVATE_KEY_INVALID', { input, detail: `${key.asymmetricKeyType ?? 'unknown'} key` });
  }
}
