import type { Clock } from '../../checks/outside.ts';
import { dnsRecordMessages } from '../../messages/dns-record.ts';
import { failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { type AskServer, awaitServers } from '../name-servers.ts';

/** What the servers of a host name are to answer. */
export interface WantedAddress {
  readonly domain: string;
  readonly address: string;
  /** Names of all authoritative servers. */
  readonly servers: readonly string[];
  /** Whether another answer is good as well: that of a line which this runner happens to be of. */
  readonly isAlsoGood: (answer: readonly string[]) => boolean;
}

/** Waits until every authoritative server answers the one address. Throws DNS_SERVERS_BEHIND as `awaitServers` does. */
export function awaitAddress(wanted: WantedAddress, ask: AskServer, clock: Clock, log: Log): Promise<void> {
  const { domain, address, servers, isAlsoGood } = wanted;
  const answer = {
    name: domain,
    type: 'A' as const,
    servers,
    isRight: (answered: readonly string[]) =>
      (answered.length === 1 && answered[0] === address) || (answered.length > 0 && isAlsoGood(answered)),
    told: dnsRecordMessages.servers,
    failed: (behind: string, seconds: number) =>
      failure('DNS_SERVERS_BEHIND', { domain, address, servers: behind, seconds }),
  };
  return awaitServers(answer, ask, clock, log);
}
