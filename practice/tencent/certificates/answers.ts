import type { ResponseOf } from '../../../src/tencent/actions.ts';
import { uin } from '../cam.ts';
import type { Sent } from '../handlers.ts';
import { localTime } from '../local-time.ts';
import { later } from './application.ts';
import { isPending, type OwnCertificate } from './certificate.ts';

// Both answers as real ones have it, where one was seen: tccli's examples of these actions.

const freePackage = 'TrustAsia C1 DV Free';
const day = 86_400;

const extraOf = (one: OwnCertificate) => ({
  DomainNumber: '1',
  OriginCertificateId: one.renews ?? null,
  ReplacedBy: null,
  ReplacedFor: null,
  RenewOrder: one.renewedBy ?? null,
  SMCert: 0,
  CompanyType: 1,
});

/** What the list and the single answer have in common. */
function common(one: OwnCertificate, now: Date) {
  const free = one.from === 'trustasia';
  const { status } = one;
  return {
    OwnerUin: uin,
    ProjectId: '0',
    From: one.from,
    PackageType: free ? '83' : null,
    PackageTypeName: free ? freePackage : '',
    CertificateType: 'SVR',
    ProductZhName: free ? freePackage : '',
    Domain: one.domain,
    Alias: one.alias,
    Status: status,
    StatusMsg: one.statusMsg,
    VerifyType: one.method ?? '',
    VulnerabilityStatus: 'INACTIVE',
    ValidityPeriod: free ? '3' : '',
    InsertTime: localTime(one.appliedAt),
    CertificateId: one.id,
    CertificateExtra: extraOf(one),
    IsVip: false,
    IsDv: free,
    IsWildcard: one.domain.startsWith('*.'),
    IsVulnerability: false,
    RenewAble: free && status === 1 && isExpiring(one, now),
    Deployable: true,
    Tags: [],
    CAEncryptAlgorithms: [],
    CAEndTimes: [],
    CACommonNames: [],
  };
}

/** Whether it has less than 30 days left. */
export function isExpiring({ ends }: OwnCertificate, now: Date): boolean {
  return ends !== undefined && ends > now && ends < later(now, 30 * day);
}

/** A certificate as DescribeCertificates lists it: what is not known yet is empty, and its names include its domain. */
export function listed(
  one: OwnCertificate,
  now: Date,
): NonNullable<Sent<ResponseOf<'ssl:DescribeCertificates'>>['Certificates']>[number] {
  const names: Readonly<Record<number, string>> = { 1: '证书已颁发', 2: '审核失败', 3: '已过期' };
  return {
    ...common(one, now),
    CertBeginTime: one.begins === undefined ? '' : localTime(one.begins),
    CertEndTime: one.ends === undefined ? '' : localTime(one.ends),
    SubjectAltName: one.names,
    CertSANs: one.names,
    StatusName: names[one.status] ?? '待验证',
    IsSM: false,
    EncryptAlgorithm: one.algorithm === 'RSA' ? 'RSA 2048' : 'ECC prime256v1',
    IsExpiring: isExpiring(one, now),
    IsIgnore: false,
    AutoRenewFlag: 0,
    HasRenewOrder: one.renewedBy ?? '',
    ReplaceOriCertIsDelete: false,
    DVAuthDeadline: one.from === 'upload' ? '' : localTime(later(one.appliedAt, 7 * day)),
    ValidationPassedTime: '--',
    CertRevokedTime: '',
    AwaitingValidationMsg: '',
    // `false` on free certificates that are downloaded every day.
    AllowDownload: one.from === 'upload',
    IsDNSPODResolve: false,
    IsPackage: false,
    KeyPasswordCustomFlag: false,
    SupportDownloadType: { NGINX: true, APACHE: true, TOMCAT: true, IIS: true, JKS: true, OTHER: true, ROOT: true },
    HostingStatus: -1,
    HostingCompleteTime: '',
    HostingRenewCertId: '',
    HostingResourceTypes: [],
    HostingConfig: null,
    IsHostingUploadRenewCert: false,
    BoundResource: [],
  };
}

/** A certificate as DescribeCertificate tells it: what is not known yet is null, and its further names alone are told. */
export function described(
  one: OwnCertificate,
  now: Date,
): Sent<Omit<ResponseOf<'ssl:DescribeCertificate'>, 'RequestId'>> {
  const names: Readonly<Record<number, string>> = { 1: '已颁发', 2: '审核失败', 3: '已过期' };
  return {
    ...common(one, now),
    CertBeginTime: one.begins === undefined ? null : localTime(one.begins),
    CertEndTime: one.ends === undefined ? null : localTime(one.ends),
    SubjectAltName: one.names.slice(1),
    StatusName: names[one.status] ?? '待验证',
    OrderId: `practice-${one.id}`,
    DvAuthDetail: validationOf(one),
    DvRevokeAuthDetail: [],
    VulnerabilityReport: null,
    SubmittedData: null,
  };
}

/** The record to make, while one is wanted. */
function validationOf(one: OwnCertificate) {
  const none = { DvAuths: null, DvAuthKey: null, DvAuthValue: null, DvAuthDomain: null, DvAuthPath: null };
  if (!isPending(one)) return { ...none, DvAuthKeySubDomain: '' };
  const { key, value, zone, host, type } = one.validation;
  const told = { DvAuthKey: key, DvAuthValue: value, DvAuthDomain: zone, DvAuthPath: '' };
  return {
    ...told,
    DvAuthKeySubDomain: host,
    DvAuths: [{ ...told, DvAuthSubDomain: host, DvAuthVerifyType: type }],
  };
}
