import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Clock } from '../../checks/outside.ts';
import { dnsRecordMessages } from '../../messages/dns-record.ts';
import { failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';

/** Asks one authoritative server, by its name, for the A records of a host name. Throws as node:dns does. */
export type AskServer = (server: string, domain: string) => Promise<readonly string[]>;

/** What the servers are to answer. */
export interface WantedAnswer {
  readonly domain: string;
  readonly address: string;
  /** Names of all authoritative servers. */
  readonly servers: readonly string[];
  /** Whether another answer is good as well: that of a line which this runner happens to be of. */
  readonly isAlsoGood: (answer: readonly string[]) => boolean;
}

/** What a server said: addresses, or node:dns's code for why there are none. */
type Answer = { readonly addresses: readonly string[] } | { readonly code: string };

const limitSeconds = 120;

/**
 * Waits until every authoritative server answers the one address, and tells who does. Throws DNS_SERVERS_BEHIND with each
 * server that does not within 120 seconds, and what it answers.
 */
export async function awaitServers(wanted: WantedAnswer, ask: AskServer, clock: Clock, log: Log): Promise<void> {
  const { domain, address, servers } = wanted;
  const until = clock.now() + limitSeconds * 1000;
  let told = '';
  for (;;) {
    const answers = await Promise.all(
      servers.map(async (server) => ({ server, answer: await answerOf(server, domain, ask) })),
    );
    const right = answers.filter(({ answer }) => isRight(answer, wanted));
    const behind = answers
      .filter((one) => !right.includes(one))
      .map(({ server, answer }) => `${server} (${wordsOf(answer)})`)
      .join(', ');
    const line = dnsRecordMessages.servers(right.map(({ server }) => server).join(', '), behind);
    if (line.en !== told) log.info(line);
    told = line.en;
    if (behind === '') return;
    if (clock.now() >= until) {
      throw failure('DNS_SERVERS_BEHIND', { domain, address, servers: behind, seconds: limitSeconds });
    }
    await clock.sleep(3000);
  }
}

async function answerOf(server: string, domain: string, ask: AskServer): Promise<Answer> {
  try {
    return { addresses: await ask(server, domain) };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

function isRight(answer: Answer, { address, isAlsoGood }: WantedAnswer): boolean {
  if (!('addresses' in answer)) return false;
  const { addresses } = answer;
  return (addresses.length === 1 && addresses[0] === address) || (addresses.length > 0 && isAlsoGood(addresses));
}

function wordsOf(answer: Answer): string {
  return 'addresses' in answer ? answer.addresses.join(', ') || 'ENODATA' : answer.code;
}

/**
 * Asks over the network, at the port of DNS. The server's own name is resolved by the system, so that hosts files and
 * resolv.conf count.
 */
export function askOverNetwork(port = 53): AskServer {
  return async (server, domain) => {
    const found = (await lookup(server, { all: true })).map(({ address }) => address);
    const four = found.filter((address) => isIP(address) === 4);
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    // Most runners have no IPv6.
    resolver.setServers(four.length > 0 ? four.map((one) => `${one}:${port}`) : found.map((one) => `[${one}]:${port}`));
    return await resolver.resolve4(domain);
  };
}
