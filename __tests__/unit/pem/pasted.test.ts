import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readPrivateKey } from '../../../src/certificate/key.ts';
import { readCertificates, writeCertificates } from '../../../src/certificate/pem.ts';
import { Failure } from '../../../src/messages/failure.ts';
import { readPem, writePem } from '../../../src/pem/blocks.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { fingerprint, parseHostKeys } from '../../../src/server/host-key.ts';
import { parsePrivateKey } from '../../../src/server/private-key.ts';
import { masks } from '../../../src/settings/masks.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { ed25519Pair } from '../../server/ed25519-pair.ts';
import { bundle, openAuthority, usualFamily } from '../certificate/authority.ts';
import { inputs } from '../settings/inputs.ts';

const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const chain = bundle(leaf, intermediate, root);
afterAll(() => authority.remove());

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const openssh = ed25519Pair();
const encrypted = ed25519Pair({ passphrase: 'open sesame', cipher: 'aes256-ctr', rounds: 4 });
const locked = { cipher: 'aes-256-cbc', passphrase: 'open sesame' };
const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', options: object = {}): string =>
  key.export({ type, format: 'pem', ...options } as never).toString();

const twice = (text: string): string => Buffer.from(Buffer.from(text).toString('base64')).toString('base64');
const dashes = (text: string, dash: string): string => text.replaceAll('-----', dash);

/** Ways in which people and programs paste a file of PEM. */
const ways: readonly (readonly [name: string, paste: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['\\n spelled out', (text) => text.replaceAll('\n', '\\n')],
  ['\\r\\n spelled out', (text) => text.replaceAll('\n', '\\r\\n')],
  ['\\\\n, escaped twice', (text) => text.replaceAll('\n', '\\\\n')],
  ['\\n whose backslash a shell took', (text) => text.replaceAll('\n', 'n')],
  ['\\n and line ends', (text) => text.replaceAll('\n', '\\n\n')],
  ['one line, with spaces', (text) => text.trim().replaceAll('\n', ' ')],
  ['one line, with tabs', (text) => text.trim().replaceAll('\n', '\t')],
  ['one line, nothing between', (text) => text.replaceAll('\n', '')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['invisible characters', (text) => `\u200b${text.replaceAll('\n', '\u200b\n\u2060')}\u200e`],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
  ['indented', (text) => text.replaceAll(/^/gm, '    ')],
  ['indented with spaces of a web page', (text) => text.replaceAll(/^/gm, '\u00a0\u3000')],
  ['spaces at line ends', (text) => text.replaceAll('\n', '  \n')],
  ['an empty line between any two', (text) => text.replaceAll('\n', '\n\n')],
  ['no last line end', (text) => text.trimEnd()],
  ['text before', (text) => `Bag Attributes\n    localKeyID: 01 00\nKey Attributes: <No Attributes>\n${text}`],
  ['text before, on the same line', (text) => `certificate-key: ${text}`],
  ['text after', (text) => `${text}\n-- \nsent from my phone`],
  ['the sign of YAML', (text) => `|\n  ${text.replaceAll('\n', '\n  ')}`],
  ['a shell’s assignment', (text) => `export KEY='${text}'`],
  ['JSON', (text) => JSON.stringify(text)],
  ['JSON with escaped slashes', (text) => JSON.stringify({ key: text }).replaceAll('/', '\\/')],
  ['JSON of a careful writer', (text) => JSON.stringify(text).replaceAll('+', '\\u002B').replaceAll('=', '\\u003d')],
  ['JSON in JSON', (text) => JSON.stringify(JSON.stringify({ key: text }))],
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64 in lines', (text) => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n')],
  ['base64 for URLs', (text) => Buffer.from(text).toString('base64url')],
  ['base64 of base64', twice],
  ['base64 of Windows', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le').toString('base64')],
  ['base64 of text with a byte order mark', (text) => Buffer.from(`\ufeff${text}`).toString('base64')],
  ['dashes of a word processor', (text) => dashes(text, '——–')],
  ['dashes of a Chinese keyboard', (text) => dashes(text, '－－－－－')],
  ['quoted in a mail', (text) => text.replaceAll(/^/gm, '> ')],
  ['a dash lost', (text) => text.replace('-----', '----').trimEnd().slice(0, -1)],
];

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
}

test('an `n` that ends the last line stays where a shell took the backslash of each \\n', () => {
  for (const end of ['4', 'n', 'nn']) {
    // The 48 bytes of such a key are one line of 64 characters.
    const der = Buffer.from(
      `MC4CAQAwBQYDK2VwBCIEIFojDPhotyMKGYuomSXx1dc/bsXCNRchqi14hG6Vu2fn`.slice(0, -end.length) + end,
      'base64',
    );
    const key = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
    const read = readPrivateKey(new Secret(key.replaceAll('\n', 'n')), '`certificate-key`');
    expect(read.pem.reveal()).toBe(key);
  }
});

describe.each(ways)('pasted: %s', (name, paste) => {
  test.each([
    ['RSA, PKCS#1', pem(rsa, 'pkcs1')],
    ['RSA, PKCS#8', pem(rsa, 'pkcs8')],
    [
      'EC with its parameters',
      `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${pem(ec, 'sec1')}`,
    ],
    ['Ed25519', pem(ed25519, 'pkcs8')],
    ['certificates before the key', chain + pem(ec, 'pkcs8')],
  ])('`certificate-key`: %s', (_kind, key) => {
    const read = readPrivateKey(new Secret(paste(key)), '`certificate-key`');
    expect(key.endsWith(read.pem.reveal())).toBe(true);
  });

  test('`certificate-key` that is encrypted is told apart', () => {
    for (const key of [pem(rsa, 'pkcs1', locked), pem(rsa, 'pkcs8', locked)]) {
      expect(codeOf(() => readPrivateKey(new Secret(paste(key)), 'x'))).toBe('CERTIFICATE_KEY_ENCRYPTED');
    }
  });

  test('`certificate-chain`', () => {
    expect(writeCertificates(readCertificates(paste(chain), '`certificate-chain`'))).toBe(chain);
    expect(codeOf(() => readCertificates(paste(chain + leaf.keyPem), 'x'))).toBe('CERTIFICATE_KEY_IN_CHAIN');
  });

  test.each([
    ['OpenSSH', openssh.private],
    ['OpenSSH, encrypted', encrypted.private],
    ['RSA, PKCS#1', pem(rsa, 'pkcs1')],
    ['RSA, PKCS#1, encrypted', pem(rsa, 'pkcs1', locked)],
    ['EC, PKCS#8', pem(ec, 'pkcs8')],
    ['Ed25519, PKCS#8, encrypted', pem(ed25519, 'pkcs8', locked)],
  ])('`private-key`: %s', (_kind, key) => {
    expect(codeOf(() => parsePrivateKey(new Secret(paste(key)), new Secret('open sesame')))).toBe('read');
  });

  test('and masked in each form: as pasted, and as programs write it', () => {
    const key = pem(rsa, 'pkcs8');
    const given = { 'private-key': paste(key), 'certificate-key': paste(leaf.keyPem), 'certificate-chain': chain };
    const hidden = masks(readSettings(inputs(given)));
    for (const line of [key, leaf.keyPem].flatMap((text) => text.split('\n').slice(1, 3))) {
      if (line.startsWith('-')) continue;
      expect(hidden).toContain(line);
    }
    expect(name).not.toBe('');
  });
});

test('base64 without its lines BEGIN and END is known by what it holds', () => {
  const body = (text: string): string => text.split('\n').slice(1, -2).join('\n');
  expect(readCertificates(body(leaf.pem), 'x')).toHaveLength(1);
  for (const key of [pem(rsa, 'pkcs1'), pem(rsa, 'pkcs8'), pem(ec, 'sec1'), pem(ed25519, 'pkcs8')]) {
    expect(readPrivateKey(new Secret(body(key)), 'x').pem.reveal()).toBe(key);
    expect(codeOf(() => parsePrivateKey(new Secret(body(key))))).toBe('read');
  }
});

test('what is written is what openssl writes', () => {
  for (const text of [pem(rsa, 'pkcs1'), pem(rsa, 'pkcs1', locked), leaf.pem]) {
    expect(readPem(text).blocks.map(writePem)).toEqual([text]);
  }
});

test('`host-key` is read the same way', () => {
  const { public: line } = ed25519Pair();
  const pin = fingerprint(Buffer.from(line.split(' ')[1] ?? '', 'base64'));
  for (const pasted of [
    `\ufeff${line}`,
    `# mine\\n${line}\\n`,
    `${line}\r\n`,
    `"${line}"`,
    `\u200b${pin}\u200b`,
    `# a\\r\\n${pin}`,
  ]) {
    expect(parseHostKeys(pasted).pins.map((one) => one.fingerprint)).toEqual([pin]);
  }
});
