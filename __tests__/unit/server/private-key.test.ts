import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../../src/messages/failure.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { parsePrivateKey } from '../../../src/server/private-key.ts';
import { ed25519Pair } from '../../server/ed25519-pair.ts';

const openssh = ed25519Pair();
const encrypted = ed25519Pair({
  passphrase: 'open sesame',
  cipher: 'aes256-ctr',
  rounds: 4,
});
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const locked = { cipher: 'aes-256-cbc', passphrase: 'open sesame' };

function pem(key: typeof rsa, type: 'pkcs1' | 'pkcs8' | 'sec1', options: object = {}): string {
  return key.export({ type, format: 'pem', ...options } as never).toString();
}

function codeOf(key: string, passphrase?: string): string {
  try {
    parsePrivateKey(new Secret(key), passphrase === undefined ? undefined : new Secret(passphrase));
    return 'none';
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
}

describe('every form of a key', () => {
  test.each([
    ['OpenSSH', openssh.private, undefined, 'ssh-ed25519'],
    ['OpenSSH, encrypted', encrypted.private, 'open sesame', 'ssh-ed25519'],
    ['PKCS#1', pem(rsa, 'pkcs1'), undefined, 'ssh-rsa'],
    ['PKCS#1, encrypted', pem(rsa, 'pkcs1', locked), 'open sesame', 'ssh-rsa'],
    ['SEC 1', pem(ec, 'sec1'), undefined, 'ecdsa-sha2-nistp256'],
    ['SEC 1, encrypted', pem(ec, 'sec1', locked), 'open sesame', 'ecdsa-sha2-nistp256'],
    ['PKCS#8 RSA', pem(rsa, 'pkcs8'), undefined, 'ssh-rsa'],
    ['PKCS#8 EC', pem(ec, 'pkcs8'), undefined, 'ecdsa-sha2-nistp256'],
    ['PKCS#8 Ed25519', pem(ed25519, 'pkcs8'), undefined, 'ssh-ed25519'],
    ['PKCS#8 RSA, encrypted', pem(rsa, 'pkcs8', locked), 'open sesame', 'ssh-rsa'],
    ['PKCS#8 Ed25519, encrypted', pem(ed25519, 'pkcs8', locked), 'open sesame', 'ssh-ed25519'],
    ['an empty passphrase is none', openssh.private, '', 'ssh-ed25519'],
    ['a passphrase that is not needed', openssh.private, 'unneeded', 'ssh-ed25519'],
  ])('%s', (_name, key, passphrase, type) => {
    const parsed = parsePrivateKey(new Secret(key), passphrase === undefined ? undefined : new Secret(passphrase));
    expect(parsed.type).toBe(type);
    const signature = parsed.sign(Buffer.from('message'));
    expect(parsed.verify(Buffer.from('message'), signature)).toBe(true);
  });
});

test('Ed25519 out of PKCS#8 is the same key', () => {
  const { x } = ed25519.export({ format: 'jwk' });
  const parsed = parsePrivateKey(new Secret(pem(ed25519, 'pkcs8')));
  expect(parsed.getPublicSSH().subarray(-32).toString('base64url')).toBe(x);
});

describe('every way to paste one badly', () => {
  const ways: [string, (key: string) => string][] = [
    ['no last line end', (key) => key.trimEnd()],
    ['CRLF', (key) => key.replaceAll('\n', '\r\n')],
    ['CR', (key) => key.replaceAll('\n', '\r')],
    ['spaces around', (key) => `\n\n   ${key}  \n\n`],
    ['indented', (key) => key.replaceAll(/^/gm, '    ')],
    ['\\n spelled out', (key) => key.replaceAll('\n', '\\n')],
    ['\\r\\n spelled out', (key) => key.replaceAll('\n', '\\r\\n')],
    ['byte order mark', (key) => `\uFEFF${key}`],
    ['empty lines between', (key) => key.replaceAll('\n', '\n\n')],
  ];
  const keys = [
    openssh.private,
    encrypted.private,
    pem(rsa, 'pkcs1'),
    pem(rsa, 'pkcs1', locked),
    pem(ec, 'pkcs8'),
    pem(ed25519, 'pkcs8', locked),
  ];
  test.each(ways)('%s', (name, change) => {
    for (const key of keys) {
      // The empty line after the headers of an encrypted PKCS#1 key means something; more of them are past helping.
      if (name.startsWith('empty') && key.includes('DEK-Info')) continue;
      expect(codeOf(change(key), 'open sesame')).toBe('none');
    }
  });

  test('on one line, spaces in place of line ends', () => {
    for (const key of [openssh.private, pem(rsa, 'pkcs1'), pem(ed25519, 'pkcs8')]) {
      expect(codeOf(key.trim().replaceAll('\n', ' '))).toBe('none');
    }
  });
});

describe('what is told apart', () => {
  const half = (key: string): string => key.slice(0, key.length / 2);
  const without = (key: string): string => key.split('\n').toSpliced(2, 1).join('\n');
  test.each([
    ['public key', openssh.public, undefined, 'PRIVATE_KEY_IS_PUBLIC'],
    [
      'PEM public key',
      '-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----',
      undefined,
      'PRIVATE_KEY_IS_PUBLIC',
    ],
    ['PuTTY 3', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n', undefined, 'PRIVATE_KEY_IS_PUTTY'],
    ['half', half(openssh.private), undefined, 'PRIVATE_KEY_TRUNCATED'],
    ['half PEM', half(pem(rsa, 'pkcs1')), undefined, 'PRIVATE_KEY_TRUNCATED'],
    ['first line missing', openssh.private.split('\n').slice(1).join('\n'), undefined, 'PRIVATE_KEY_TRUNCATED'],
    ['a line missing', without(openssh.private), undefined, 'PRIVATE_KEY_TRUNCATED'],
    ['a line missing, PKCS#8', without(pem(rsa, 'pkcs8')), undefined, 'PRIVATE_KEY_TRUNCATED'],
    ['a path', '~/.ssh/id_ed25519', undefined, 'PRIVATE_KEY_INVALID'],
    ['nothing', '', undefined, 'PRIVATE_KEY_INVALID'],
    ['DSA', '-----BEGIN DSA PRIVATE KEY-----\nMIIB\n-----END DSA PRIVATE KEY-----', undefined, 'PRIVATE_KEY_INVALID'],
    ['encrypted, no passphrase', encrypted.private, undefined, 'PASSPHRASE_MISSING'],
    ['encrypted, empty passphrase', encrypted.private, '', 'PASSPHRASE_MISSING'],
    ['PKCS#1, no passphrase', pem(rsa, 'pkcs1', locked), undefined, 'PASSPHRASE_MISSING'],
    ['PKCS#8, no passphrase', pem(rsa, 'pkcs8', locked), undefined, 'PASSPHRASE_MISSING'],
    ['wrong', encrypted.private, 'wrong', 'PASSPHRASE_WRONG'],
    ['wrong, PKCS#1', pem(rsa, 'pkcs1', locked), 'wrong', 'PASSPHRASE_WRONG'],
    ['wrong, SEC 1', pem(ec, 'sec1', locked), 'wrong', 'PASSPHRASE_WRONG'],
    ['wrong, PKCS#8', pem(ed25519, 'pkcs8', locked), 'wrong', 'PASSPHRASE_WRONG'],
  ])('%s', (_name, key, passphrase, expected) => {
    expect(codeOf(key, passphrase)).toBe(expected);
  });
});

test('no text of a failure holds a line of the key', () => {
  const body = openssh.private.split('\n').slice(1, 3);
  for (const key of [openssh.private.slice(0, 200), openssh.private.split('\n').toSpliced(1, 1).join('\n')]) {
    try {
      parsePrivateKey(new Secret(key));
      throw new Error('it was read');
    } catch (error) {
      const words = JSON.stringify((error as Failure).text) + String((error as Failure).stack);
      for (const line of body) expect(words).not.toContain(line);
    }
  }
});
