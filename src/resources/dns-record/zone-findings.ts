import { type Failure, failure } from '../../messages/failure.ts';
import type { DnsRecord, Zone } from '../../tencent/zone.ts';
import { isAlias, isDefaultLine } from '../dns-lines.ts';
import type { WantedRecord } from './decide.ts';

/** What a user ought to know of a zone that can be worked with. */
export function zoneNotices(wanted: WantedRecord, zone: Zone): readonly Failure[] {
  const { domain, address } = wanted;
  const { name, nameServers, delegatedTo, registration } = zone;
  const enabled = zone.records.filter((record) => record.enabled);
  const lines = enabled.filter((one) => !isDefaultLine(one) && (one.type === 'A' || isAlias(one)));
  const six = enabled.filter(({ type }) => type === 'AAAA');
  return [
    ...(registration?.realName === 'InAudit' ? [failure('DOMAIN_VERIFICATION_PENDING', { zone: name })] : []),
    ...(isDelegatedElsewhere(zone)
      ? [failure('DNS_NOT_DELEGATED', { zone: name, found: delegatedTo.join(', '), expected: nameServers.join(', ') })]
      : []),
    ...(lines.length === 0
      ? []
      : [failure('DNS_RECORD_LINES', { domain, address, records: lines.map(words).join(', ') })]),
    ...(six.length === 0
      ? []
      : [failure('DNS_RECORD_IPV6', { domain, address, found: six.map(({ value }) => value).join(', ') })]),
  ];
}

/** Whether the registry names servers that are not DNSPod's, so that what DNSPod answers may reach nobody. */
export function isDelegatedElsewhere({ nameServers, delegatedTo }: Zone): boolean {
  return nameServers.length > 0 && delegatedTo.some((server) => !nameServers.includes(server));
}

function words({ type, value, line }: DnsRecord): string {
  return `${type} ${value} (${line})`;
}
