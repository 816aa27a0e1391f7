import type { Authority } from '../../../../practice/certificates.ts';
import type { LookUp } from '../../../../practice/tencent/certificates/validation.ts';
import type { AccountZone } from '../../../../practice/tencent/zone.ts';
import { type Issued, openAuthority } from '../../certificate/authority.ts';

/** Made once: it is the slow part. */
let intermediate: Issued | undefined;

/** An authority whose certificates are good by this clock, to the day. */
export function authorityAt(clock: () => Date): Pick<Authority, 'issue'> {
  return {
    issue: async (names, { days = 90, from = 0 } = {}) => {
      const day = (number: number): string =>
        new Date(clock().getTime() + number * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
      const authority = openAuthority();
      try {
        intermediate ??= authority.selfSigned({ name: 'Test Intermediate' });
        const [name = ''] = names;
        const leaf = authority.issue(intermediate, { name, dns: names, from: day(from), until: day(days) });
        return { leaf: leaf.pem, chain: leaf.pem + intermediate.pem, key: leaf.keyPem };
      } finally {
        authority.remove();
      }
    },
  };
}

/** Finds what a zone has, without a name server. */
export function lookUpIn(zone: AccountZone): LookUp {
  return async (name, type) => {
    const found = zone.records.filter((record) => `${record.host}.${zone.name}` === name && record.type === type);
    return found.map(({ value }) => value.replace(/\.$/, ''));
  };
}
