import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateId } from '../../../src/acme/certificate-id.ts';
import { type Authority, openAuthority, openssl } from '../certificate/authority.ts';

let authority: Authority;
beforeAll(() => {
  authority = openAuthority();
});
afterAll(() => authority?.remove());

/** A certificate with this serial number and these extensions. */
function certificate(serial: string, extensions: readonly string[]): string {
  const lines = ['[req]', 'distinguished_name=dn', '[dn]', '[own]', 'basicConstraints=CA:false', ...extensions];
  writeFileSync(join(authority.folder, 'own.cnf'), `${lines.join('\n')}\n`);
  const key = ['-newkey', 'rsa:1024', '-nodes', '-keyout', 'own.key'];
  const form = ['-x509', '-config', 'own.cnf', '-extensions', 'own', '-subj', '/CN=api.example.com'];
  return openssl(authority.folder, ['req', ...form, ...key, '-set_serial', serial]);
}

test('is RFC 9773’s own example, the zero before a high bit of the serial number included', () => {
  const identifier = '2.5.29.35=DER:3016801469885B6B87464041E1B37B847BA0AE2CDE01C8D4';
  const pem = certificate('0x87654321', [identifier, 'subjectAltName=DNS:api.example.com']);
  expect(certificateId(pem)).toBe('aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE');
});

test('is of the leaf, of a chain', () => {
  const [one, other] = ['0x11', '0x22'].map((serial) => certificate(serial, ['2.5.29.35=DER:3003800101']));
  expect(certificateId(`${one}${other}`)).toBe('AQ.EQ');
});

test.each([
  ['without that extension', () => certificate('7', [])],
  ['that names its issuer another way', () => certificate('7', ['2.5.29.35=DER:3003820105'])],
  ['that is none', () => 'no certificate'],
])('a certificate %s has none', (_, make) => {
  expect(certificateId(make())).toBeUndefined();
});
