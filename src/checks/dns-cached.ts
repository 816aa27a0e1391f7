import { isIP } from 'node:net';
import { type Failure, failure } from '../messages/failure.ts';
import type { Outside } from './outside.ts';

/** What a name answered before this run changed its record: resolvers may go on with it for a while. */
export interface Replaced {
  /** All IPv4 addresses; none: the name had no record. `alias`: whatever another name led to. */
  readonly answer: readonly string[] | 'alias';
  /** How long they may: the TTL of the old answer. */
  readonly seconds: number;
}

/**
 * The notice DNS_CACHED that stands for `found`, where the look from outside met exactly the old answer; undefined: `found`
 * stands. Only to be asked where the change was seen on all authoritative servers.
 */
export function cachedAnswer(
  found: Failure,
  { domain, name, address = '-' }: Pick<Outside, 'domain' | 'name' | 'address'>,
  replaced: Replaced | undefined,
): Failure | undefined {
  if (replaced === undefined || !['DNS_ELSEWHERE', 'DNS_SEVERAL', 'DNS_NOT_FOUND'].includes(found.code))
    return undefined;
  if (name.kind === 'unknown') return undefined;
  const all = name.kind === 'missing' ? [] : name.addresses;
  // The record is of IPv4 alone; what else the name has was not changed.
  const four = all.filter((one) => isIP(one) === 4);
  const { answer, seconds } = replaced;
  const isOld = answer === 'alias' ? four.length > 0 && !four.includes(address) : isSame(four, answer);
  return isOld ? failure('DNS_CACHED', { domain, old: four.join(', '), address, seconds }) : undefined;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).size === new Set(others).size && some.every((one) => others.includes(one));
}
