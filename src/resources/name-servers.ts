import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Clock } from '../checks/outside.ts';
import type { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';

/** The types of records that servers are asked for. */
export type AskedType = 'A' | 'TXT' | 'CNAME';

/** Asks one authoritative server, by its name, for the values of a name's records. Throws as node:dns does. */
export type AskServer = (server: string, name: string, type: AskedType) => Promise<readonly string[]>;

/** What the servers are to answer. */
export interface WantedAnswer {
  readonly name: string;
  readonly type: AskedType;
  /** Names of all authoritative servers. */
  readonly servers: readonly string[];
  readonly isRight: (answer: readonly string[]) => boolean;
  /** How it is told which servers answer so and which do not, each of these with what it answers. */
  readonly told: (right: string, behind: string) => Text;
  /** What is thrown where servers do not within these seconds. */
  readonly failed: (behind: string, seconds: number) => Failure;
}

/** What a server said: values, or node:dns's code for why there are none. */
type Answer = { readonly values: readonly string[] } | { readonly code: string };

const limitSeconds = 120;

/**
 * Waits until every authoritative server answers as wanted, and tells who does. Throws `failed` with each server that does
 * not within 120 seconds, and what it answers.
 */
export async function awaitServers(wanted: WantedAnswer, ask: AskServer, clock: Clock, log: Log): Promise<void> {
  const until = clock.now() + limitSeconds * 1000;
  let told = '';
  for (;;) {
    const answers = await Promise.all(
      wanted.servers.map(async (server) => ({ server, answer: await answerOf(server, wanted, ask) })),
    );
    const right = answers.filter(({ answer }) => 'values' in answer && wanted.isRight(answer.values));
    const behind = answers
      .filter((one) => !right.includes(one))
      .map(({ server, answer }) => `${server} (${wordsOf(answer)})`)
      .join(', ');
    const line = wanted.told(right.map(({ server }) => server).join(', '), behind);
    if (line.en !== told) log.info(line);
    told = line.en;
    if (behind === '') return;
    if (clock.now() >= until) throw wanted.failed(behind, limitSeconds);
    await clock.sleep(3000);
  }
}

async function answerOf(server: string, { name, type }: WantedAnswer, ask: AskServer): Promise<Answer> {
  try {
    return { values: await ask(server, name, type) };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

function wordsOf(answer: Answer): string {
  return 'values' in answer ? answer.values.join(', ') || 'ENODATA' : answer.code;
}

/**
 * Asks over the network, at the port of DNS. The server's own name is resolved by the system, so that hosts files and
 * resolv.conf count.
 */
export function askOverNetwork(port = 53): AskServer {
  return async (server, name, type) => {
    const found = (await lookup(server, { all: true })).map(({ address }) => address);
    const four = found.filter((address) => isIP(address) === 4);
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    // Most runners have no IPv6.
    resolver.setServers(four.length > 0 ? four.map((one) => `${one}:${port}`) : found.map((one) => `[${one}]:${port}`));
    if (type === 'A') return await resolver.resolve4(name);
    if (type === 'CNAME') return await resolver.resolveCname(name);
    return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
  };
}
