import { randomBytes } from 'node:crypto';
import { Resolver } from 'node:dns/promises';

/** The record by which an authority sees that a domain is the applicant's. */
export interface ValidationRecord {
  readonly type: 'TXT' | 'CNAME';
  /** Its whole name: `_dnsauth.api.example.com`. */
  readonly key: string;
  /** The zone, and the name's part below it: `example.com`, `_dnsauth.api`. */
  readonly zone: string;
  readonly host: string;
  readonly value: string;
}

/** What the zone's name servers have under a name. */
export type LookUp = (name: string, type: ValidationRecord['type']) => Promise<readonly string[]>;

/** A new record for a domain of a zone. */
export function validationOf(type: ValidationRecord['type'], domain: string, zone: string): ValidationRecord {
  const word = (): string => randomBytes(16).toString('hex');
  const label = type === 'TXT' ? '_dnsauth' : `_${word()}`;
  const key = `${label}.${domain}`;
  const host = key.slice(0, -zone.length - 1);
  return { type, key, zone, host, value: type === 'TXT' ? word() : `${word()}.trust-provider.example` };
}

/** What the service finds: 1 the value; else what it answers as `LocalCheck`, by type, and why. */
export function localCheck({ type, value }: ValidationRecord, found: readonly string[]): { code: number; why: string } {
  if (found.includes(value)) return { code: 1, why: '' };
  const none = found.length === 0;
  const code = type === 'TXT' ? (none ? -1 : -2) : none ? -6 : -7;
  return { code, why: `${type.toLowerCase()} record not ${none ? 'found' : 'match'}` };
}

/** Looks a name up at each of these servers; finds what all have that answer. */
export function lookUpAt(addresses: readonly string[]): LookUp {
  return async (name, type) => {
    const answers = await Promise.all(addresses.map((address) => ask(address, name, type)));
    const [first = [], ...others] = answers.filter((answer) => answer !== undefined);
    return first.filter((value) => others.every((other) => other.includes(value)));
  };
}

/** What one server has; undefined where it does not answer. */
async function ask(
  address: string,
  name: string,
  type: ValidationRecord['type'],
): Promise<readonly string[] | undefined> {
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([address]);
  try {
    if (type === 'CNAME') return await resolver.resolveCname(name);
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    return /^(?:ETIMEOUT|ECONNREFUSED)$/.test((error as NodeJS.ErrnoException).code ?? '') ? undefined : [];
  }
}
