import type { HandlersOf } from './handlers.ts';
import { Refusal } from './refusal.ts';
import type { AccountZone } from './zone.ts';

/** Product domain: those zones whose domain is registered at Tencent. */
export function domain(zones: readonly AccountZone[]): HandlersOf<'domain'> {
  return {
    'domain:DescribeDomainBaseInfo': ({ Domain }) => {
      const zone = zones.find(({ name }) => name === Domain);
      if (zone?.registration === undefined) {
        throw new Refusal('ResourceNotFound.DomainNotFound', '域名地址有误，请输入正确的域名地址。');
      }
      return {
        DomainInfo: {
          DomainId: `domain-${zone.id.toString(36)}`,
          DomainName: zone.name,
          RealNameAuditStatus: zone.registration.realName,
          RealNameAuditUnpassReason: '',
          DomainNameAuditStatus: 'Approved',
          DomainNameAuditUnpassReason: '',
          CreationDate: '2024-03-01',
          ExpirationDate: '2030-03-01',
          DomainStatus: zone.registration.states,
          BuyStatus: 'ok',
          RegistrarType: 'qcloud',
          NameServer: zone.delegatedTo,
          LockTransfer: false,
          LockEndTime: '',
        },
      };
    },
  };
}
