import { type Failure, failure } from '../../messages/failure.ts';
import { isOwn } from '../../tencent/remark.ts';
import type { DnsRecord, Zone } from '../../tencent/zone.ts';
import { isAlias, isDefaultLine } from '../dns-lines.ts';

/** Where a host name is to lead, and what may be changed for it. */
export interface WantedRecord {
  readonly domain: string;
  /** IPv4. */
  readonly address: string;
  /** Values of records that are not ours and may be changed or removed all the same. */
  readonly overwrite: readonly string[];
  /** The application; its own records may be changed. */
  readonly app: string;
  /** The run, as a remark names it: `owner/repository#123456`. */
  readonly run: string;
}

/** What is done to one record. */
export type RecordChange =
  | { readonly kind: 'create' }
  | { readonly kind: 'modify'; readonly record: DnsRecord }
  | { readonly kind: 'remove'; readonly record: DnsRecord };

/** What there is to do to the records of a host name, in its order, or why it cannot be done. */
export interface RecordDecision {
  readonly changes: readonly RecordChange[];
  readonly problems: readonly Failure[];
}

/**
 * Decides what leaves the host name with one enabled A record of the default line, with our value. Whoever made that one,
 * it is good; what else answers in its place is changed only if it is our own or `overwrite` names its value.
 *
 * Of several records of our own application one is kept and the others go (a create that took effect although no answer
 * came, or that the list did not show yet): the caller holds the application's lock, so that the runs which made them are
 * over.
 */
export function decideRecord(wanted: WantedRecord, zone: Pick<Zone, 'host' | 'records'>): RecordDecision {
  const here = zone.records.filter(isDefaultLine);
  const addresses = here.filter(({ type }) => type === 'A');
  const aliases = here.filter((record) => record.enabled && isAlias(record));
  const problems = [
    ...delegation(wanted, zone.host, here),
    ...aliases.filter((record) => !mayChange(record, wanted)).map((record) => aliasProblem(record, wanted)),
  ];
  const base = baseOf(addresses, aliases, wanted);
  const rivals = addresses.filter((record) => record.enabled && record !== base);
  // One more of our own value changes no answer.
  const inTheWay = [...(base?.type === 'A' ? [base] : []), ...rivals].filter(
    (record) => !isRight(record, wanted) && !mayChange(record, wanted),
  );
  problems.push(...addressProblems(inTheWay, addresses, wanted));
  if (problems.length > 0) return { changes: [], problems };
  const remove = (record: DnsRecord): RecordChange => ({ kind: 'remove', record });
  return {
    changes: [
      // No A record beside them: they go first. Other addresses go last, so that the name has one all the time.
      ...aliases.filter((record) => record !== base).map(remove),
      ...(base === undefined ? [{ kind: 'create' } as const] : []),
      ...(base === undefined || isRight(base, wanted) ? [] : [{ kind: 'modify', record: base } as const]),
      ...rivals.filter((record) => mayChange(record, wanted)).map(remove),
    ],
    problems: [],
  };
}

function isRight({ enabled, type, value }: DnsRecord, { address }: WantedRecord): boolean {
  return enabled && type === 'A' && value === address;
}

function mayChange(record: DnsRecord, { app, overwrite }: WantedRecord): boolean {
  const named = overwrite.some((value) => value.replace(/\.$/, '').toLowerCase() === record.value.toLowerCase());
  return named || (record.type === 'A' && isOwn(record, app));
}

/**
 * The record that stays, or is changed into the one that is wanted. One that has our value but is disabled comes before
 * others: a second one of the same value would be refused. What somebody else disabled, with another value, is let be.
 */
function baseOf(
  addresses: readonly DnsRecord[],
  aliases: readonly DnsRecord[],
  wanted: WantedRecord,
): DnsRecord | undefined {
  const own = (record: DnsRecord): boolean => isOwn(record, wanted.app);
  return (
    addresses.find((record) => isRight(record, wanted) && own(record)) ??
    addresses.find((record) => isRight(record, wanted)) ??
    addresses.find(({ value }) => value === wanted.address) ??
    addresses.find((record) => record.enabled && own(record)) ??
    addresses.find(({ enabled }) => enabled) ??
    aliases[0] ??
    addresses.find(own)
  );
}

function delegation({ domain }: WantedRecord, host: string, here: readonly DnsRecord[]): readonly Failure[] {
  // Those of the zone's own name are the zone's servers.
  const servers = host === '@' ? [] : here.filter(({ type, enabled }) => type === 'NS' && enabled);
  return servers.length === 0 ? [] : [failure('DNS_RECORD_DELEGATED', { domain, servers: valuesOf(servers) })];
}

function aliasProblem({ type, value }: DnsRecord, { domain, address }: WantedRecord): Failure {
  return failure('DNS_RECORD_CNAME', { domain, type, value, address });
}

/** What stands in the way of the one A record; several at once are told as one. */
function addressProblems(
  unchangeable: readonly DnsRecord[],
  all: readonly DnsRecord[],
  { domain, address }: WantedRecord,
): readonly Failure[] {
  const [one, ...more] = unchangeable;
  if (one === undefined) return [];
  if (more.length === 0 && !one.enabled) return [failure('DNS_RECORD_DISABLED', { domain, address })];
  const found = all.filter((record) => record.enabled || unchangeable.includes(record));
  if (found.length === 1) return [failure('DNS_RECORD_FOREIGN', { domain, address, value: one.value })];
  return [failure('DNS_RECORDS_SEVERAL', { domain, address, found: valuesOf(found), foreign: valuesOf(unchangeable) })];
}

function valuesOf(records: readonly DnsRecord[]): string {
  return [...new Set(records.map(({ value }) => value))].join(', ');
}
