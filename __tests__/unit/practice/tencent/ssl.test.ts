import { createPrivateKey, X509Certificate } from 'node:crypto';
import { zipContents } from '../../../e2e/zip-contents.ts';
import { open } from './open-api.ts';

const apply = { DvAuthMethod: 'DNS_AUTO', DomainName: 'api.example.com', PackageType: '83', ValidityPeriod: '3' };

/** The account, and what helps to watch one certificate of it. */
function watch(...given: Parameters<typeof open>) {
  const account = open(...given);
  const { call, time, certificates } = account;
  return {
    ...account,
    settings: certificates.settings,
    /** Lets time go by, and the authority work. */
    pass: async (seconds: number) => {
      time.now = new Date(time.now.getTime() + seconds * 1000);
      await certificates.advance();
    },
    state: async (CertificateId: string) => {
      const { Status, StatusMsg } = await call('ssl:DescribeCertificate', { CertificateId });
      return [Status, StatusMsg];
    },
    check: async (CertificateId: string) =>
      (await call('ssl:CheckCertificateDomainVerification', { CertificateId })).VerificationResults[0],
  };
}

describe('an application', () => {
  test('by DNS_AUTO: the service adds its record, validates by it, issues, and removes it', async () => {
    const { call, zone, pass, state, certificates } = watch();
    // With nothing to do at first.
    await pass(0);
    const { CertificateId } = await call('ssl:ApplyCertificate', { ...apply, DeleteDnsAutoRecord: true });
    expect(await state(CertificateId)).toEqual([0, 'PRE-REVIEWING']);
    expect((await call('ssl:DownloadCertificate', { CertificateId })).outcome).toBe(
      'FailedOperation.CertificateNotAvailable',
    );
    await pass(0);
    expect(await state(CertificateId)).toEqual([4, 'CA-REVIEWING']);
    expect(zone.at('_dnsauth.api')).toMatchObject([{ type: 'TXT' }]);
    const pending = await call('ssl:DescribeCertificate', { CertificateId });
    expect(pending).toMatchObject({ PackageType: '83', ValidityPeriod: '3', CertBeginTime: null, CertEndTime: null });
    await pass(1);
    expect(await state(CertificateId)).toEqual([4, 'CA-REVIEWING']);
    await pass(1);
    expect(await state(CertificateId)).toEqual([1, 'CA-REVIEWING']);
    expect(zone.at('_dnsauth.api')).toEqual([]);
    const [kept] = certificates.certificates;
    // The clock stands at 10:00:02 UTC; the test's authority issues by the day, from midnight on.
    const issued = await call('ssl:DescribeCertificate', { CertificateId });
    expect(issued).toMatchObject({ InsertTime: '2026-11-26 18:00:00', CertBeginTime: '2026-11-26 08:00:00' });
    expect(issued.DvAuthDetail).toMatchObject({ DvAuths: null, DvAuthKeySubDomain: '' });
    expect(new X509Certificate(kept?.chain ?? '').subject).toBe('CN=api.example.com');
  });

  test('by DNS: waits for the record, looks again when it is told to, and issues', async () => {
    const { call, zone, pass, state, check } = watch();
    const { CertificateId } = await call('ssl:ApplyCertificate', { ...apply, DvAuthMethod: 'DNS' });
    await pass(60);
    expect(await state(CertificateId)).toEqual([0, 'PENDING-DCV']);
    const { DvAuthDetail } = await call('ssl:DescribeCertificate', { CertificateId });
    const [wanted] = DvAuthDetail.DvAuths;
    expect(wanted).toMatchObject({ DvAuthKey: '_dnsauth.api.example.com', DvAuthDomain: 'example.com' });
    expect(wanted).toMatchObject({ DvAuthSubDomain: '_dnsauth.api', DvAuthVerifyType: 'TXT' });
    expect(await check(CertificateId)).toMatchObject({ LocalCheck: -1, LocalCheckFailReason: 'txt record not found' });
    expect(await check(CertificateId)).toMatchObject({ LocalCheck: -1, Frequently: true });
    await zone.add({ host: '_dnsauth.api', type: 'TXT', value: 'other' });
    await pass(5);
    expect(await check(CertificateId)).toMatchObject({ LocalCheck: -2, CheckValue: ['other'], CaCheck: -1 });
    await zone.add({ host: '_dnsauth.api', type: 'TXT', value: wanted.DvAuthValue });
    await pass(5);
    expect(await check(CertificateId)).toMatchObject({ LocalCheck: 1, CaCheck: -1, Issued: false });
    expect(await state(CertificateId)).toEqual([0, 'PENDING-DCV']);
    expect((await call('ssl:CompleteCertificate', { CertificateId })).CertificateId).toBe(CertificateId);
    await pass(0);
    expect(await state(CertificateId)).toEqual([0, 'WAIT-ISSUE']);
    await pass(2);
    expect(await state(CertificateId)).toEqual([1, 'CA-REVIEWING']);
    expect(await check(CertificateId)).toMatchObject({ Issued: true });
    expect((await call('ssl:CompleteCertificate', { CertificateId })).outcome).toBe(
      'FailedOperation.InvalidCertificateStatusCode',
    );
    expect(zone.at('_dnsauth.api')).toHaveLength(2);
  });

  test('a CNAME validates where the settings want one', async () => {
    const { call, zone, pass, state, settings } = watch();
    settings.record = 'CNAME';
    const { CertificateId } = await call('ssl:ApplyCertificate', { ...apply, DvAuthMethod: 'DNS' });
    const { DvAuthDetail } = await call('ssl:DescribeCertificate', { CertificateId });
    const [{ DvAuthSubDomain: host, DvAuthVerifyType: type, DvAuthValue: value }] = DvAuthDetail.DvAuths;
    expect(type).toBe('CNAME');
    await zone.add({ host, type, value });
    await pass(30);
    await pass(2);
    expect(await state(CertificateId)).toEqual([1, 'CA-REVIEWING']);
  });

  test('is held as long as the settings say, fails with their words, and is as old as they say', async () => {
    const { call, pass, state, settings, certificates } = watch();
    settings.held = true;
    const held = await certificates.apply('api.example.com');
    await pass(3600);
    expect(await state(held.id)).toEqual([4, 'CA-REVIEWING']);
    Object.assign(settings, { held: false, daysLeft: 10, flaw: 'key-mismatch' });
    await pass(0);
    await pass(2);
    expect(held.status).toBe(1);
    const days = ((held.ends?.getTime() ?? 0) - Date.parse('2026-11-26T00:00:00Z')) / 86_400_000;
    expect(days).toBe(10);
    expect(new X509Certificate(held.chain).publicKey.asymmetricKeyType).toBe('ec');
    expect(held.key).toContain('PRIVATE KEY');
    settings.fails = 'CA审核失败，域名未通过安全审查';
    const { CertificateId } = await call('ssl:ApplyCertificate', apply);
    await pass(2);
    expect(await state(CertificateId)).toEqual([2, settings.fails]);
  });

  test('for the zone’s own name is of its www as well', async () => {
    const { certificates, call } = watch();
    const { id: CertificateId } = await certificates.apply('example.com');
    const { Certificates } = await call('ssl:DescribeCertificates', {});
    expect(Certificates[0].SubjectAltName).toEqual(['example.com', 'www.example.com']);
    expect((await call('ssl:DescribeCertificate', { CertificateId })).SubjectAltName).toEqual(['www.example.com']);
  });

  test.each<[string, object, string]>([
    ['a wildcard', { DomainName: '*.example.com' }, 'InvalidParameter.DomainInvalid'],
    ['an address', { DomainName: '192.0.2.1' }, 'InvalidParameter.DomainInvalid'],
    ['the retired package', { PackageType: '2' }, 'InvalidParameter.ProductPidInvalid'],
    ['a year', { ValidityPeriod: '12' }, 'InvalidParameter.PeriodInvalid'],
    ['further names', { DnsNames: ['www.example.com'] }, 'FailedOperation.InvalidParam'],
    ['ECC without its parameter', { CsrEncryptAlgo: 'ECC' }, 'FailedOperation.InvalidParam'],
    ['DNS_AUTO for a zone of somebody else', { DomainName: 'api.example.net' }, 'FailedOperation.InvalidParam'],
    ['an old certificate that is not there', { OldCertificateId: 'none' }, 'FailedOperation.CertificateNotFound'],
  ])('for %s is refused', async (_, changes, code) => {
    const { call, certificates } = watch();
    expect((await call('ssl:ApplyCertificate', { ...apply, ...changes })).outcome).toBe(code);
    expect(certificates.certificates).toEqual([]);
  });

  test('beyond a quota, without a real name, or where DNS_AUTO is off, is refused in Tencent’s words', async () => {
    const { call, settings, certificates } = watch();
    await certificates.add({ domain: 'expired.example.com', daysLeft: -1 });
    await certificates.add({ domain: 'uploaded.example.com', from: 'upload' });
    await certificates.apply('one.example.com', 'DNS');
    await certificates.apply('api.example.net', 'DNS');
    const refused = async () => (await call('ssl:ApplyCertificate', apply)).Error;
    settings.quota.mainDomain = 1;
    expect(await refused()).toEqual({
      Code: 'FailedOperation.MainDomainCertificateCountLimit',
      Message: '该主域（example.com）下申请的免费证书数量已达到1个上限，请购买付费证书。',
    });
    settings.quota.account = 2;
    expect(await refused()).toEqual({ Code: 'FailedOperation.ExceedsFreeLimit', Message: '免费证书数量超出限制。' });
    settings.realName = false;
    expect(await refused()).toEqual({ Code: 'FailedOperation.NoRealNameAuth', Message: '尚未通过实名认证。' });
    Object.assign(settings, { realName: true, dnsAuto: 'refused' });
    Object.assign(settings.quota, { account: 3, mainDomain: 2 });
    expect((await refused()).Code).toBe('FailedOperation.InvalidParam');
    expect((await call('ssl:ApplyCertificate', { ...apply, DvAuthMethod: 'DNS' })).outcome).toBe('ok');
  });

  test('names the certificate that it replaces in its last 30 days', async () => {
    const { call, certificates } = watch();
    const [young, old] = [
      await certificates.add({ domain: 'api.example.com', daysLeft: 40 }),
      await certificates.add({ domain: 'api.example.com', daysLeft: 20 }),
    ];
    const ask = (OldCertificateId: string) => call('ssl:ApplyCertificate', { ...apply, OldCertificateId });
    expect((await ask(young.id)).outcome).toBe('FailedOperation.InvalidParam');
    const { CertificateId } = await ask(old.id);
    const { Certificates } = await call('ssl:DescribeCertificates', { CertIds: [old.id] });
    expect(Certificates).toMatchObject([{ HasRenewOrder: CertificateId, RenewAble: true, IsExpiring: true }]);
  });
});

test('the list filters, sorts and pages; an uploaded one has no package, one that is past its time is expired', async () => {
  const { call, certificates, time } = watch();
  await certificates.add({ domain: 'api.example.com', daysLeft: -1 });
  await certificates.add({ domain: '*.example.com', names: ['example.com'], daysLeft: 60 });
  await certificates.add({ domain: 'api.example.com', from: 'upload', daysLeft: 80 });
  await certificates.apply('new.example.com', 'DNS');
  time.now = new Date(time.now.getTime() + 1000);
  await certificates.apply('newer.example.org', 'DNS');
  const domains = async (request: object): Promise<readonly string[]> => {
    const { TotalCount, Certificates } = await call('ssl:DescribeCertificates', request);
    return [String(TotalCount), ...Certificates.map(({ Domain }: { Domain: string }) => Domain)];
  };
  const oldest = ['api.example.com', '*.example.com', 'api.example.com'];
  expect(await domains({})).toEqual(['5', 'newer.example.org', 'new.example.com', ...oldest.toReversed()]);
  expect(await domains({ Offset: 1, Limit: 1 })).toEqual(['5', 'new.example.com']);
  expect((await domains({ Limit: 5000 })).length).toBe(6);
  expect(await domains({ CertificateStatus: [1], CertificateType: 'SVR', ExpirationSort: 'ASC' })).toEqual([
    ...['2', '*.example.com', 'api.example.com'],
  ]);
  // Of its own name alone: what a wildcard is good for is not searched.
  expect(await domains({ SearchKey: 'api.' })).toEqual(['2', 'api.example.com', 'api.example.com']);
  expect(await domains({ CertificateType: 'CA' })).toEqual(['0']);
  const { Certificates } = await call('ssl:DescribeCertificates', { ExpirationSort: 'DESC' });
  expect(Certificates.slice(0, 3)).toMatchObject([
    { From: 'upload', PackageType: null, VerifyType: '', Status: 1 },
    { IsWildcard: true, SubjectAltName: ['*.example.com', 'example.com'], AllowDownload: false },
    { Status: 3, PackageType: '83' },
  ]);
  expect((await call('ssl:DescribeCertificates', { Offset: -1 })).outcome).toBe('InvalidParameter');
  expect((await call('ssl:DescribeCertificate', { CertificateId: 'none' })).outcome).toBe(
    'FailedOperation.CertificateNotFound',
  );
});

test('what is downloaded has the flaws that it is to have', async () => {
  const { call, certificates } = watch();
  const load = async (flaw: 'key-mismatch' | 'no-intermediate' | undefined) => {
    const more = flaw === undefined ? {} : { flaw };
    const { id: CertificateId } = await certificates.add({ domain: 'api.example.com', zip: 'plain', ...more });
    const { Content } = await call('ssl:DownloadCertificate', { CertificateId });
    const files = await zipContents(Buffer.from(Content, 'base64'));
    expect([...files.keys()]).toEqual(['Nginx/api.example.com.crt', 'Nginx/api.example.com.key']);
    const [chain = '', key = ''] = [...files.values()].map(String);
    return { count: chain.split('BEGIN CERTIFICATE').length - 1, fits: fits(chain, key) };
  };
  expect(await load(undefined)).toEqual({ count: 2, fits: true });
  expect(await load('no-intermediate')).toEqual({ count: 1, fits: true });
  expect(await load('key-mismatch')).toEqual({ count: 2, fits: false });
});

function fits(chain: string, key: string): boolean {
  return new X509Certificate(chain).checkPrivateKey(createPrivateKey(key));
}
