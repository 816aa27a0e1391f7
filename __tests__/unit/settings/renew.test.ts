import { masks } from '../../../src/settings/masks.ts';
import { publicFacts } from '../../../src/settings/public-facts.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { RenewSettings } from '../../../src/settings/settings.ts';
import { codes, inputs, least } from './inputs.ts';

const account = { 'tencent-secret-id': 'AKIDexample1234567890', 'tencent-secret-key': 'example-secret-key-1234' };
const pems = { 'certificate-chain': 'chain', 'certificate-key': 'key-of-the-certificate' };
const read = (changes: Readonly<Record<string, string | undefined>> = {}) =>
  readSettings(inputs({ command: 'renew', jar: undefined, ...account, ...changes })) as RenewSettings;
const refused = (changes: Readonly<Record<string, string | undefined>>) => codes(() => read(changes));

test('renew needs a server and a domain, and no jar', () => {
  expect(read()).toEqual({
    command: 'renew',
    language: 'en',
    app: undefined,
    lockTimeoutSeconds: 600,
    server: expect.objectContaining({ host: least.host, username: 'root' }),
    site: expect.objectContaining({ domain: 'api.example.com', httpsPort: 8014 }),
    certificate: { source: 'tencent', renewBeforeDays: undefined, timeoutSeconds: 900 },
    tencent: expect.objectContaining({ endpoint: 'tencentcloudapi.com' }),
    publicIp: undefined,
    health: expect.anything(),
    outsideCheck: 'require',
    wechatCheck: 'warn',
    icpCheck: 'warn',
    artifactName: 'renew-<app>',
    warnings: [],
  });
  expect(refused({ host: undefined, domain: undefined, 'private-key': undefined })).toEqual(
    Array(3).fill('INPUT_MISSING'),
  );
});

test('what nobody here renews is refused, also where it is the default', () => {
  expect(refused({ certificate: 'existing' })).toEqual(['INPUT_RENEW_EXISTING']);
  const none = { 'tencent-secret-id': undefined, 'tencent-secret-key': undefined };
  expect(refused(none)).toEqual(['INPUT_RENEW_EXISTING']);
  expect(read({ ...none, ...pems }).certificate.source).toBe('provided');
});

test('its secrets are hidden, its names are not', () => {
  const settings = read({ ...pems, certificate: 'provided', app: 'Shop' });
  expect(masks(settings)).toEqual(
    expect.arrayContaining(['AKIDexample1234567890', 'example-secret-key-1234', 'key-of-the-certificate']),
  );
  expect(publicFacts(settings)).toEqual(
    expect.arrayContaining(['https://api.example.com:8014', `${least.host}:22`, 'root', 'shop', 'tencentcloudapi.com']),
  );
});
