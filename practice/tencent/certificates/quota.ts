import { Refusal } from '../refusal.ts';
import type { AccountZone } from '../zone.ts';
import type { CertificatesOfApi } from './account-certificates.ts';

/** The domain that a name counts for: the account's zone, else its last two labels. */
export function mainDomainOf(domain: string, zones: readonly Pick<AccountZone, 'name'>[]): string {
  const [zone] = zones
    .map(({ name }) => name)
    .filter((name) => domain === name || domain.endsWith(`.${name}`))
    .toSorted((a, b) => b.length - a.length);
  return zone ?? domain.split('.').slice(-2).join('.');
}

/** Throws `Refusal`, in Tencent's words, where the account may have no further free certificate for a domain. */
export function checkQuota({ certificates, settings, ground }: CertificatesOfApi, domain: string): void {
  const free = certificates.filter(({ from, status }) => from === 'trustasia' && ![2, 3].includes(status));
  const { account, mainDomain } = settings.quota;
  if (free.length >= account) throw new Refusal('FailedOperation.ExceedsFreeLimit', '免费证书数量超出限制。');
  const main = mainDomainOf(domain, ground.zones);
  if (free.filter((one) => mainDomainOf(one.domain, ground.zones) === main).length < mainDomain) return;
  throw new Refusal(
    'FailedOperation.MainDomainCertificateCountLimit',
    `该主域（${main}）下申请的免费证书数量已达到${mainDomain}个上限，请购买付费证书。`,
  );
}
