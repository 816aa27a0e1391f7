import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectory } from '../../../src/acme/directory.ts';
import { readRenewalInfo } from '../../../src/acme/renewal-info.ts';
import { type Authority, openAuthority, openssl } from '../certificate/authority.ts';
import { directoryUrl, type FakeAuthority, fakeAuthority, problem } from './fake-authority.ts';

let authority: FakeAuthority;
beforeEach(() => {
  authority = fakeAuthority({ termsOfService: 'https://acme.example.com/terms' });
});

test('a directory is read', async () => {
  expect(await readDirectory(authority.transport, directoryUrl)).toEqual({
    url: directoryUrl,
    host: 'acme.example.com',
    renewalInfo: 'https://acme.example.com/renewal',
    terms: 'https://acme.example.com/terms',
  });
});

test.each([
  ['a page', { body: '<html>' }, 'HTTP 200'],
  ['an error', { status: 404, body: '{}' }, 'HTTP 404'],
  [
    'something else in JSON',
    { body: { newNonce: 'https://acme.example.com/nonce', newOrder: 'http://x/' } },
    'newAccount, newOrder',
  ],
])('%s is none', async (_, reply, told) => {
  authority.instead['/dir'] = [reply];
  const failed = readDirectory(authority.transport, directoryUrl);
  await expect(failed).rejects.toMatchObject({ code: 'ACME_DIRECTORY' });
  await expect(failed).rejects.toMatchObject({ text: { why: { en: expect.stringContaining(told) } } });
});

test('an authority that wants accounts of its own making is refused', async () => {
  const { transport } = fakeAuthority({ externalAccountRequired: true });
  await expect(readDirectory(transport, directoryUrl)).rejects.toMatchObject({ code: 'ACME_EXTERNAL_ACCOUNT' });
});

describe('renewal information', () => {
  let own: Authority;
  let pem: string;
  beforeAll(() => {
    own = openAuthority();
    const lines = ['[req]', 'distinguished_name=dn', '[dn]', '[own]', '2.5.29.35=DER:3003800101'];
    writeFileSync(join(own.folder, 'own.cnf'), `${lines.join('\n')}\n`);
    const key = ['-newkey', 'rsa:1024', '-nodes', '-keyout', 'own.key', '-set_serial', '17'];
    pem = openssl(own.folder, ['req', '-x509', '-config', 'own.cnf', '-extensions', 'own', '-subj', '/CN=a', ...key]);
  });
  afterAll(() => own?.remove());
  const path = '/renewal/AQ.EQ';
  const read = async () =>
    readRenewalInfo(authority.transport, await readDirectory(authority.transport, directoryUrl), pem, 0);

  test('is the window for the certificate’s id', async () => {
    const [start, end] = ['2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z'];
    authority.instead[path] = [{ body: { suggestedWindow: { start, end } } }];
    expect(await read()).toEqual({ id: 'AQ.EQ', start: new Date(start), end: new Date(end) });
  });

  test('is none of a certificate that the authority does not know', async () => {
    expect(await read()).toBeUndefined();
  });

  test('that cannot be read, or is refused for a limit, is not taken for none', async () => {
    authority.instead[path] = [{ body: { suggestedWindow: { start: 'soon' } } }];
    await expect(read()).rejects.toMatchObject({ code: 'ACME_REFUSED' });
    authority.instead[path] = [problem(429, 'rateLimited', 'too many')];
    await expect(read()).rejects.toMatchObject({ code: 'ACME_RATE_LIMITED' });
  });
});
