import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { said, titles, writesOf } from './cloud.ts';
import { leafServed } from './leaves.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { before, lineIn } from './witness.ts';

// One server and one account. What must happen before there is a certificate comes first; each test after the first that
// is issued makes the one that serves due by `renew-before-days`, and the account issues one that ends later.
/** A domain of two applications; `domain` is of one. */
const shared = 'shared.example.com';
let scene: Scene;
let account: Account;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  const [host = '', ...zone] = domain.split('.');
  const records = [{ host, type: 'A', value: scene.server.address }] as const;
  account = await openAccount(scene.world, { zones: [{ name: zone.join('.'), records }] });
}, 300_000);
afterAll(async () => {
  await account?.close();
  await scene?.close();
}, 60_000);
beforeEach(() => account.journal.clear());

type Inputs = Readonly<Record<string, string | undefined>>;

/** A deploy without any certificate given. */
function deploy(inputs: Inputs = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  const none = { certificate: undefined, 'certificate-chain': undefined, 'certificate-key': undefined };
  const own = { ...account.inputs, firewall: 'false', ...none, ...inputs };
  return deployStandIn(scene, '1', own, { ...account.runOptions, ...more });
}

/** Calls of the certificate service, without its reads of one application's state. */
function asked(): readonly string[] {
  return account.journal.entries.flatMap(({ action }) =>
    action.startsWith('ssl:') && action !== 'ssl:DescribeCertificate' ? [action.slice(4)] : [],
  );
}

/** Every form of the private keys of the account's certificates that is found in what a run shows or leaves. */
function keysIn(result: RunResult): readonly string[] {
  const files = readdirSync(result.temp, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const left = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
  const shown = [result.log, result.summary, JSON.stringify(result.outputs), JSON.stringify(result.state), ...left];
  const lines = account.ssl.certificates.flatMap(({ key }) =>
    key.split('\n').filter((line) => /^[\w+/=]{40,}$/.test(line)),
  );
  return lines.filter((line) => shown.some((text) => text.includes(line)));
}

const untouched = async (): Promise<void> => {
  expect(await scene.server.sh('ls /etc/nginx/ssl /docker/app 2>/dev/null || true')).toBe('');
  expect(await scene.server.sh('docker ps -aq')).toBe('');
};

const fingerprintOf = (chain: string): string => new X509Certificate(chain).fingerprint256;

/** The certificate of the account that is served. */
async function served() {
  const leaf = await leafServed(scene, 8014);
  return account.ssl.certificates.find(({ chain }) => chain !== '' && fingerprintOf(chain) === leaf);
}

describe('before there is one', () => {
  test('a plan shows the way to it, applies for nothing', async () => {
    const planned = await deploy({ command: 'plan' });
    expectSuccess(planned);
    for (const line of [
      `Apply to Tencent Cloud for a free 90-day certificate for ${domain}`,
      'known after',
      '<fingerprint>',
    ])
      expect(planned.log).toContain(line);
    expect(account.journal.writes()).toEqual([]);
    await untouched();
  }, 120_000);

  test.each([
    ['account', 'FailedOperation.ExceedsFreeLimit'],
    ['mainDomain', 'FailedOperation.MainDomainCertificateCountLimit'],
  ] as const)(
    'the quota of the %s is used up: told in the words of Tencent',
    async (which, code) => {
      const { quota } = account.ssl.settings;
      const usual = quota[which];
      quota[which] = 0;
      const refused = await deploy({ language: 'zh' });
      quota[which] = usual;
      expect(refused.outputs['error-code']).toBe('CERTIFICATE_QUOTA');
      expect(said(refused, 'CERTIFICATE_QUOTA')).toContain(code);
      if (which === 'mainDomain') expect(refused.log).toMatch(/该主域（.*）下申请的免费证书数量已达到0个上限/);
      expect(writesOf(account)).toEqual([`ssl:ApplyCertificate ${code}`]);
      await untouched();
    },
    120_000,
  );

  test.each([
    ['key-mismatch', 'CERTIFICATE_KEY_MISMATCH'],
    ['no-intermediate', 'CERTIFICATE_CHAIN_INCOMPLETE'],
  ] as const)(
    'one of the account that is no good is not installed: %s',
    async (flaw, code) => {
      const one = await account.ssl.add({ domain, flaw });
      const refused = await deploy();
      account.ssl.remove(one.id);
      expect(refused.outputs['error-code']).toBe(code);
      expect(said(refused, code)).toContain(one.id);
      expect(keysIn(refused)).toEqual([]);
      expect(asked()).toEqual(['DescribeCertificates', 'DownloadCertificate']);
      await untouched();
    },
    120_000,
  );

  test('an authority that is slow is waited for, and the application is resumed: also by a run after one that died', async () => {
    account.ssl.settings.held = true;
    account.ssl.settings.daysLeft = 60;
    const slow = await deploy({ 'certificate-timeout': '8' });
    expect(slow.outputs['error-code']).toBe('CERTIFICATE_PENDING');
    const [pending] = account.ssl.certificates;
    expect(said(slow, 'CERTIFICATE_PENDING')).toContain(pending?.id);
    expect(slow.outputs['certificate-id']).toBe(pending?.id);
    await untouched();

    const killed = new AbortController();
    const waiting = lineIn(/CA-REVIEWING|PENDING-DCV/);
    const running = deploy({}, { signal: killed.signal, onLine: waiting.onLine });
    await before(running, waiting.seen);
    killed.abort();
    expect((await running).code).toBeNull();

    account.ssl.settings.held = false;
    const issued = await deploy();
    expectSuccess(issued);
    expect(account.journal.of('ssl:ApplyCertificate').map(({ outcome }) => outcome)).toEqual(['ok']);
    expect(issued.outputs['certificate-id']).toBe(pending?.id);
    expect((await served())?.id).toBe(pending?.id);
    expect(issued.outputs.url).toBe(`https://${domain}:8014`);
    for (const result of [slow, issued]) expect(keysIn(result)).toEqual([]);
  }, 240_000);
});

describe('once there is one', () => {
  test('a second run asks for no certificate, and moves no key', async () => {
    const key = () => scene.server.sh(`find /etc/nginx/ssl -type f -printf '%p %i %T@\\n'`);
    const there = await key();
    const again = await deploy();
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
    expect([asked(), account.journal.writes()]).toEqual([[], []]);
    expect(await key()).toBe(there);
  }, 120_000);

  test('one that is due is not renewed for a quota: the deploy goes on with it, and warns', async () => {
    const leaf = await leafServed(scene, 8014);
    account.ssl.settings.quota.account = 0;
    const result = await deploy({ 'renew-before-days': '61' });
    account.ssl.settings.quota.account = 50;
    expectSuccess(result);
    expect(titles(result, 'warning')).toEqual(expect.arrayContaining(['CERTIFICATE_NOT_RENEWED', 'CERTIFICATE_QUOTA']));
    expect(await leafServed(scene, 8014)).toBe(leaf);
  }, 120_000);

  test('without DNS_AUTO the record is ours; one that a dead run has left is used by the next, and removed', async () => {
    const { settings } = account.ssl;
    settings.dnsAuto = 'refused';
    settings.held = true;
    Object.assign(settings, { daysLeft: 70, life: 180 });
    const validations = () => account.zones.flatMap((zone) => zone.records.filter(({ type }) => type === 'TXT'));
    const died = new AbortController();
    const waiting = lineIn(/PENDING-DCV|CA-REVIEWING/);
    const running = deploy({ 'renew-before-days': '61' }, { signal: died.signal, onLine: waiting.onLine });
    await before(running, waiting.seen);
    died.abort();
    await running;
    expect(validations()).toHaveLength(1);

    settings.held = false;
    const result = await deploy({ 'renew-before-days': '61' });
    expectSuccess(result);
    expect(
      account.journal
        .of('ssl:ApplyCertificate')
        .map(({ request }) => (request as { DvAuthMethod: string }).DvAuthMethod),
    ).toEqual(['DNS_AUTO', 'DNS']);
    expect(validations()).toEqual([]);
    expect((await served())?.id).toBe(result.outputs['certificate-id']);
    settings.dnsAuto = 'works';
  }, 240_000);

  test.each(['nginx', 'domain-nginx', 'numbered', 'plain'] as const)(
    'one of the account that ends later takes its place, as the zip %s',
    async (zip) => {
      const daysLeft = 100 + 10 * account.ssl.certificates.length;
      const one = await account.ssl.add({ domain, zip, daysLeft, life: 390, from: 'upload' });
      const result = await deploy({ 'renew-before-days': String(daysLeft - 5) });
      expectSuccess(result);
      expect(asked()).toEqual(['DescribeCertificates', 'DownloadCertificate']);
      expect((await served())?.id).toBe(one.id);
    },
    120_000,
  );
});

test('two runs at once, of two applications of one domain, apply once', async () => {
  const { settings } = account.ssl;
  settings.daysLeft = 90;
  settings.issueAfterSeconds = 6;
  const hosts = { ...account.runOptions.hosts, [shared]: scene.server.address };
  const both = await Promise.all(
    ['One', 'Two'].map((app, at) =>
      deploy({ app, domain: shared, dns: 'false', 'https-port': String(8016 + at) }, { hosts }),
    ),
  );
  for (const result of both) expectSuccess(result);
  expect(account.journal.of('ssl:ApplyCertificate').map(({ outcome }) => outcome)).toEqual(['ok']);
  const waited = both.map(({ log }) => log.includes('Another run is working on the certificate'));
  expect(waited.toSorted()).toEqual([false, true]);
  expect(account.journal.of('ssl:DownloadCertificate')).toHaveLength(1);
}, 300_000);
