import { type Failure, failure } from '../messages/failure.ts';
import type { Zone } from '../tencent/zone.ts';

/** What keeps a zone's names, `domain` among them, from resolving, whatever its records say. */
export function zoneProblems(domain: string, zone: Zone): readonly Failure[] {
  const { name, status, registration } = zone;
  const held = registration?.states.filter((state) => /^(server|client)hold$/i.test(state)) ?? [];
  return [
    ...(status === 'ENABLE' ? [] : [failure('DNS_ZONE_DISABLED', { zone: name, status })]),
    ...(['NotUpload', 'Reject'].includes(registration?.realName ?? '')
      ? [failure('DOMAIN_NOT_VERIFIED', { zone: name, domain, status: registration?.realName ?? '' })]
      : []),
    ...(held.length === 0 ? [] : [failure('DOMAIN_ON_HOLD', { zone: name, states: held.join(', ') })]),
  ];
}
