import type { RequestOf } from '../../src/tencent/actions.ts';
import type { CertificatesOfApi } from './certificates/account-certificates.ts';
import { described, isExpiring, listed } from './certificates/answers.ts';
import { later } from './certificates/application.ts';
import { isPending, type Method, type OwnCertificate } from './certificates/certificate.ts';
import { packed } from './certificates/layouts.ts';
import { checkQuota, mainDomainOf } from './certificates/quota.ts';
import { localCheck } from './certificates/validation.ts';
import type { HandlersOf } from './handlers.ts';
import { page } from './pages.ts';
import { Refusal } from './refusal.ts';

/** More often than this, seconds, CheckCertificateDomainVerification looks at nothing. */
const checksApart = 5;

const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

// The API's own words, of the list in Tencent's SDK for Go.
const wrong = (): Refusal => new Refusal('FailedOperation.InvalidParam', '参数有误。');

/** Throws `Refusal` where an application is none that a free certificate is given for. */
function checkApplication(request: RequestOf<'ssl:ApplyCertificate'>): void {
  const { DomainName, DvAuthMethod, PackageType = '83', ValidityPeriod = '3', DnsNames = [] } = request;
  const { CsrEncryptAlgo = 'RSA', CsrKeyParameter, DeleteDnsAutoRecord } = request;
  if (!host.test(DomainName)) throw new Refusal('InvalidParameter.DomainInvalid', '域名无效，请重新输入。');
  if (PackageType !== '83') throw new Refusal('InvalidParameter.ProductPidInvalid', '产品PID无效。');
  if (ValidityPeriod !== '3') throw new Refusal('InvalidParameter.PeriodInvalid', '证书期限无效。');
  const key = CsrKeyParameter ?? (CsrEncryptAlgo === 'RSA' ? '2048' : '');
  if (!['RSA 2048', 'ECC prime256v1'].includes(`${CsrEncryptAlgo} ${key}`) || DnsNames.length > 0) throw wrong();
  if (DvAuthMethod !== 'DNS_AUTO' && (DvAuthMethod !== 'DNS' || DeleteDnsAutoRecord !== undefined)) throw wrong();
}

/** Product ssl on these certificates. */
export function ssl(account: CertificatesOfApi): HandlersOf<'ssl'> {
  const { settings, ground } = account;
  const named = (id: string): OwnCertificate => {
    const found = account.certificates.find((one) => one.id === id);
    if (found === undefined) throw new Refusal('FailedOperation.CertificateNotFound', '证书不存在。');
    return found;
  };
  return {
    'ssl:DescribeCertificates': (request, call) => {
      const { SearchKey = '', CertificateStatus = [], CertIds = [] } = request;
      const { CertificateType = 'SVR', FilterSource, FilterExpiring, IsPendingIssue, ExpirationSort } = request;
      const found = account.certificates.filter(
        (one) =>
          CertificateType === 'SVR' &&
          // The domain alone, not its further names.
          [one.id, one.alias, one.domain].some((text) => text.includes(SearchKey)) &&
          (CertificateStatus.length === 0 || CertificateStatus.map(Number).includes(one.status)) &&
          (CertIds.length === 0 || CertIds.includes(one.id)) &&
          (FilterSource === undefined || (FilterSource === 'upload') === (one.from === 'upload')) &&
          (FilterExpiring !== 1 || isExpiring(one, call.now)) &&
          (IsPendingIssue !== 1 || isPending(one)),
      );
      const byTime = (time: (one: OwnCertificate) => number) =>
        found.toReversed().toSorted((a, b) => time(b) - time(a));
      const byEnd = byTime(({ ends }) => ends?.getTime() ?? 0);
      const sorted =
        ExpirationSort === undefined
          ? byTime(({ appliedAt }) => appliedAt.getTime())
          : ExpirationSort === 'ASC'
            ? byEnd.toReversed()
            : byEnd;
      // More than a thousand is taken for a thousand.
      const wanted = { ...request, Limit: Math.min(request.Limit ?? 10, 1000) };
      const shown = page(sorted, wanted, { usual: 10, most: 1000, code: 'InvalidParameter' }, call);
      return { TotalCount: found.length, Certificates: shown.map((one) => listed(one, call.now)) };
    },
    'ssl:DescribeCertificate': ({ CertificateId }, { now }) => described(named(CertificateId), now),
    'ssl:CheckCertificateDomainVerification': async ({ CertificateId }, { now }) => {
      const one = named(CertificateId);
      if (one.method === undefined) return { VerificationResults: [] };
      const common = { Domain: one.domain, VerifyType: one.method, CaCheck: one.validatedAt === undefined ? -1 : 2 };
      const Issued = one.stage === 'issued';
      if (one.checkedAt !== undefined && now < later(one.checkedAt, checksApart)) {
        const told = { LocalCheck: -1, LocalCheckFailReason: 'frequency limit', CheckValue: [] };
        return { VerificationResults: [{ ...common, ...told, Frequently: true, Issued }] };
      }
      one.checkedAt = now;
      // Once it is issued, the record need not be there.
      const values = Issued ? [] : await ground.lookUp(one.validation.key, one.validation.type);
      const { code, why } = Issued ? { code: 1, why: '' } : localCheck(one.validation, values);
      const told = { LocalCheck: code, LocalCheckFailReason: why, CheckValue: values };
      return {
        VerificationResults: [{ ...common, ...told, CaCheck: Issued ? 2 : common.CaCheck, Frequently: false, Issued }],
      };
    },
    'ssl:ApplyCertificate': (request, { now }) => {
      checkApplication(request);
      const { DomainName: domain, OldCertificateId } = request;
      if (!settings.realName) throw new Refusal('FailedOperation.NoRealNameAuth', '尚未通过实名认证。');
      const old = OldCertificateId === undefined ? undefined : named(OldCertificateId);
      if (old !== undefined && (old.domain !== domain || !isExpiring(old, now))) throw wrong();
      checkQuota(account, domain);
      const method = request.DvAuthMethod as Method;
      const zone = ground.zones.find(({ name }) => name === mainDomainOf(domain, ground.zones));
      if (method === 'DNS_AUTO' && (zone === undefined || settings.dnsAuto === 'refused')) throw wrong();
      const made = account.enter({
        domain,
        method,
        alias: request.Alias ?? '',
        algorithm: request.CsrEncryptAlgo === 'ECC' ? 'ECC' : 'RSA',
        removesAutoRecord: request.DeleteDnsAutoRecord ?? false,
        ...(OldCertificateId === undefined ? {} : { renews: OldCertificateId }),
      });
      return { CertificateId: made.id };
    },
    'ssl:CompleteCertificate': ({ CertificateId }, { now }) => {
      const one = named(CertificateId);
      if (!isPending(one)) throw new Refusal('FailedOperation.InvalidCertificateStatusCode', '证书状态不正确。');
      // The authority looks soon: who asks is not kept waiting for it.
      one.looksAt = now;
      return { CertificateId };
    },
    'ssl:DownloadCertificate': ({ CertificateId }) => {
      const one = named(CertificateId);
      if (one.stage !== 'issued') {
        throw new Refusal('FailedOperation.CertificateNotAvailable', '证书不可用，请检查后再试。');
      }
      const archive = packed(one.zip ?? settings.zip, one);
      return { Content: archive.toString('base64'), ContentType: 'application/zip' };
    },
  };
}
