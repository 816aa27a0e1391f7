import { readSettings } from '../../../src/settings/read-settings.ts';
import { codes, inputs, refusals } from './inputs.ts';

const account = { 'tencent-secret-id': 'AKIDexample1234567890', 'tencent-secret-key': 'example-secret-key-1234' };
const pems = { 'certificate-chain': 'chain', 'certificate-key': 'key' };

function certificate(given: Readonly<Record<string, string>>) {
  const settings = readSettings(inputs(given));
  return settings.command === 'deploy' ? settings.certificate : undefined;
}

test.each([
  ['credentials: issued by Tencent Cloud', account, 'tencent'],
  ['both PEMs', pems, 'provided'],
  ['neither', {}, 'existing'],
  ['both, and a word on which of them counts', { ...account, ...pems, certificate: 'provided' }, 'provided'],
])('without a source, or with one: %s', (_, given, source) => {
  expect(certificate(given)).toMatchObject({ source });
});

test('an issued one waits for 900 seconds, and is renewed by its life', () => {
  expect(certificate(account)).toEqual({ source: 'tencent', renewBeforeDays: undefined, timeoutSeconds: 900 });
  const more = { 'renew-before-days': '20', 'certificate-timeout': '60' };
  expect(certificate({ ...account, ...more, certificate: 'acme', 'acme-email': 'ops@example.com' })).toEqual({
    source: 'acme',
    renewBeforeDays: 20,
    timeoutSeconds: 60,
    directory: 'https://acme-v02.api.letsencrypt.org/directory',
    email: 'ops@example.com',
  });
});

test.each([
  ['chain alone', { 'certificate-chain': 'x' }, ['INPUT_NEEDS']],
  ['key alone', { 'certificate-key': 'x' }, ['INPUT_NEEDS']],
  ['provided without PEMs', { certificate: 'provided' }, ['INPUT_NEEDS', 'INPUT_NEEDS']],
  ['existing with PEMs', { certificate: 'existing', ...pems }, ['INPUT_CONFLICT', 'INPUT_CONFLICT']],
  ['PEMs beside an account', { ...account, ...pems }, ['INPUT_CERTIFICATE_SOURCE', 'INPUT_CERTIFICATE_SOURCE']],
  ['acme without an account', { certificate: 'acme' }, ['INPUT_NEEDS']],
  ['tencent without an account', { certificate: 'tencent' }, ['INPUT_NEEDS']],
  ['a strange source', { certificate: 'selfsigned' }, ['INPUT_CHOICE']],
  ['a directory of another source', { ...account, 'acme-directory': 'https://acme.example.com/d' }, ['INPUT_CONFLICT']],
  ['renewal of what is not issued', { 'renew-before-days': '20' }, ['INPUT_CONFLICT']],
  ['a year and a day', { ...account, 'renew-before-days': '366' }, ['INPUT_NUMBER']],
  ['a directory that is none', { ...account, certificate: 'acme', 'acme-directory': 'x' }, ['INPUT_ACME_DIRECTORY']],
  ['an address that is none', { ...account, certificate: 'acme', 'acme-email': 'ops' }, ['INPUT_EMAIL']],
])('%s is refused', (_, given, expected) => {
  expect(codes(() => readSettings(inputs(given)))).toEqual(expected);
});

test('whoever keeps a pair of his own beside an account is told how', () => {
  const [first = ''] = refusals(() => readSettings(inputs({ ...account, ...pems })));
  expect(first).toContain('`certificate-chain`');
});
