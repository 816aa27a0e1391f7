import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPrivateKey } from '../../../src/certificate/key.ts';
import { readCertificates, writeCertificates } from '../../../src/certificate/pem.ts';
import { Failure } from '../../../src/messages/failure.ts';
import { readPem } from '../../../src/pem/blocks.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { bundle, openAuthority, openssl, usualFamily } from './authority.ts';

const authority = openAuthority();
const { intermediate, leaf } = usualFamily(authority);
const chain = bundle(leaf, intermediate);
afterAll(() => authority.remove());

function failureOf(read: () => unknown): Failure {
  try {
    read();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('readCertificates', () => {
  const indented = chain.replaceAll(/^/gm, '    ');
  test.each([
    ['as openssl writes it', chain],
    ['CRLF', chain.replaceAll('\n', '\r\n')],
    ['old Mac line ends', chain.replaceAll('\n', '\r')],
    ['no last line end', chain.trimEnd()],
    ['text between', `subject=a\n${leaf.pem}\n\nissuer: b\n${intermediate.pem}the end`],
    ['indented by YAML', indented],
    ['byte order mark', `\uFEFF${chain}`],
  ])('reads a chain: %s', (_name, pem) => {
    const read = readCertificates(pem, 'x');
    expect(read.map(({ subject }) => subject)).toEqual(['CN=api.example.com', 'CN=Test Intermediate']);
    expect(writeCertificates(read)).toBe(chain);
  });

  const cut = leaf.pem.replace('-----END CERTIFICATE-----', '');
  test.each([
    ['nothing', '', 'CERTIFICATE_UNREADABLE', 'no -----BEGIN'],
    ['no PEM', 'MIIB', 'CERTIFICATE_UNREADABLE', 'no -----BEGIN'],
    ['a character that base64 lacks', chain.replace('\nMII', '\n!MII'), 'CERTIFICATE_UNREADABLE', '1/2'],
    ['base64 garbage', chain.replace(/(?<=BEGIN CERTIFICATE-----\n)./, '!'), 'CERTIFICATE_UNREADABLE', '1/2'],
    ['garbage in the second', leaf.pem + intermediate.pem.replace('\nMII', '\nAAA'), 'CERTIFICATE_UNREADABLE', '2/2'],
    ['end cut off', cut, 'CERTIFICATE_UNREADABLE', '1 x -----BEGIN, 0 x -----END'],
    ['end of the first cut off', cut + intermediate.pem, 'CERTIFICATE_UNREADABLE', '2 x -----BEGIN, 1 x -----END'],
    ['another kind', chain.replaceAll('CERTIFICATE', 'PKCS7'), 'CERTIFICATE_UNREADABLE', 'PKCS7'],
    ['a key pasted along', chain + leaf.keyPem, 'CERTIFICATE_KEY_IN_CHAIN', '`certificate-chain`'],
    ['a key cut off', `${chain}-----BEGIN EC PRIVATE KEY-----`, 'CERTIFICATE_KEY_IN_CHAIN', '`certificate-chain`'],
  ])('refuses %s', (_name, pem, code, words) => {
    const found = failureOf(() => readCertificates(pem, '`certificate-chain`'));
    expect(found.code).toBe(code);
    expect(found.text.what.en).toContain(words);
  });

  test('whatever is given, it is read or refused by name', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(leaf.pem, '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----', '\r\n', leaf.keyPem),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const pem = pieces.join('');
        try {
          expect(readCertificates(pem, 'x').length).toBe(readPem(pem).blocks.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
    );
  });
});

describe('readPrivateKey', () => {
  const pkcs8 = leaf.keyPem;
  const generate = (...argv: string[]) => openssl(authority.folder, argv);
  const rsa = generate('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
  const convert = (keyPem: string, ...argv: string[]) => {
    const file = `${authority.folder}/convert.pem`;
    writeFileSync(file, keyPem);
    return generate(argv[0] ?? '', '-in', file, ...argv.slice(1));
  };

  test.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', convert(rsa, 'rsa', '-traditional')],
    ['SEC 1 with its parameters', generate('ecparam', '-name', 'prime256v1', '-genkey')],
    ['Ed25519', generate('genpkey', '-algorithm', 'ED25519')],
    ['CRLF', pkcs8.replaceAll('\n', '\r\n')],
    ['no last line end', pkcs8.trimEnd()],
    ['certificates before it', chain + pkcs8],
  ])('reads %s', (_name, pem) => {
    const { key, pem: written } = readPrivateKey(new Secret(pem), 'x');
    expect(key.type).toBe('private');
    expect(written.reveal()).toMatch(/^-----BEGIN [A-Z ]+-----\n[^\r]+\n-----END [A-Z ]+-----\n$/);
    expect(readPrivateKey(written, 'x').key.equals(key)).toBe(true);
  });

  const secretWords = pkcs8.split('\n')[1] ?? '';
  test.each([
    ['nothing', '', 'CERTIFICATE_KEY_INVALID', 'no -----BEGIN'],
    ['a certificate', leaf.pem, 'CERTIFICATE_KEY_INVALID', 'CERTIFICATE'],
    ['a key cut short', pkcs8.replace('\n', '\nAA'), 'CERTIFICATE_KEY_INVALID', 'PRIVATE KEY'],
    [
      'an OpenSSH key of another kind',
      pkcs8.replaceAll('PRIVATE', 'OPENSSH PRIVATE'),
      'CERTIFICATE_KEY_INVALID',
      'OPENSSH PRIVATE KEY',
    ],
    [
      'encrypted PKCS#8',
      convert(pkcs8, 'pkcs8', '-topk8', '-passout', 'pass:word'),
      'CERTIFICATE_KEY_ENCRYPTED',
      '`certificate-key`',
    ],
    [
      'encrypted PKCS#1',
      convert(rsa, 'rsa', '-traditional', '-aes128', '-passout', 'pass:word'),
      'CERTIFICATE_KEY_ENCRYPTED',
      '`certificate-key`',
    ],
  ])('refuses %s, saying nothing of its words', (_name, pem, code, words) => {
    const found = failureOf(() => readPrivateKey(new Secret(pem), '`certificate-key`'));
    expect(found.code).toBe(code);
    expect(found.text.what.en).toContain(words);
    expect(JSON.stringify([found.text, found.stack, found.cause])).not.toContain(secretWords.slice(0, 12));
  });
});
