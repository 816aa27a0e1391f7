/**
 * `npm start -- --tencent`: a blank server, an account that has a zone and the server and nothing else. The name is unknown
 * and the port is closed; then plan, deploy, and the same again.
 */

import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { type RunResult, runAction, showLine } from '../run-action.ts';
import type { PracticeServer } from '../server.ts';
import type { World } from '../world.ts';
import { type Account, openAccount } from './account.ts';

/** What is deployed. */
export interface Tour {
  readonly jar: string;
  readonly domain: string;
  /** Further inputs of the action. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly cancel: AbortSignal;
}

/** What it came to: the server, and the run that deployed. */
export interface TourResult {
  readonly server: PracticeServer;
  readonly result: RunResult;
}

const port = 8014;

/**
 * Plans, deploys and deploys again, and prints what the account was asked. Throws an Error where the name or the port is
 * not what it should be before and after, or the second deploy changed something.
 */
export async function tourOfTencent(world: World, { jar, domain, inputs, cancel }: Tour): Promise<TourResult> {
  const zone = domain.split('.').slice(-2).join('.');
  const account = await openAccount(world, { zones: [{ name: zone }] });
  try {
    console.log('Starting a practice server (blank), an instance of an account of Tencent Cloud (a stand-in)');
    const server = await world.startServer({ kind: 'blank' });
    const instance = await account.addInstance({ server, kind: 'lighthouse' });
    const issued = await world.authority.issue([domain]);
    const known = await addressesOf(domain, account);
    if (known.length > 0 || (await isOpen(server.address)))
      throw new Error(`${domain} or port ${port} is there already`);
    console.log(`${domain} does not resolve; TCP port ${port} of ${server.address} (${instance.id}) is closed\n`);
    const run = async (command: 'plan' | 'deploy'): Promise<RunResult> => {
      account.journal.clear();
      const result = await runAction({
        inputs: {
          jar,
          host: server.address,
          'private-key': readFileSync(server.privateKeyPath, 'utf8'),
          'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
          domain,
          'certificate-chain': issued.chain,
          'certificate-key': issued.key,
          ...account.inputs,
          ...inputs,
          command,
        },
        ...account.runOptions,
        cancel,
        onLine: showLine,
      });
      console.log(`\nWhat the account was asked (${command}): ${account.journal.writes().length} writes`);
      console.log(`${account.journal.print()}\n`);
      return result;
    };
    const planned = await run('plan');
    if (planned.code !== 0 || account.journal.writes().length > 0) throw new Error('The plan failed, or wrote');
    const deployed = await run('deploy');
    if (deployed.code !== 0) return { server, result: deployed };
    const found = await addressesOf(domain, account);
    console.log(
      `${domain} resolves to ${found.join(', ')}; TCP port ${port} is ${(await isOpen(server.address)) ? 'open' : 'closed'}\n`,
    );
    if (found.join() !== server.address) throw new Error(`${domain} does not resolve to ${server.address}`);
    const again = await run('deploy');
    if (again.code !== 0 || again.outputs.changed !== 'false' || account.journal.writes().length > 0)
      throw new Error('The second deploy failed, changed something, or wrote to the account');
    return { server, result: deployed };
  } finally {
    await account.close();
  }
}

/** What the zone's first name server says of a name. */
async function addressesOf(domain: string, account: Account): Promise<readonly string[]> {
  const resolver = new Resolver();
  resolver.setServers([account.address]);
  return resolver.resolve4(domain).catch(() => []);
}

function isOpen(host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (open: boolean): void => {
      socket.destroy();
      done(open);
    };
    socket.on('connect', () => end(true)).on('timeout', () => end(false));
    // Refused by the server itself: the packets came through.
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED'));
  });
}
