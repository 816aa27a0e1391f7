/**
 * `npm start -- --tencent`: a blank server, an account that has a zone and the server and nothing else. The name is unknown,
 * the port is closed, there is no certificate; then plan, deploy, the same again, and a renewal under load.
 */

import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as tlsConnect } from 'node:tls';
import { type RunResult, runAction, showLine } from '../run-action.ts';
import type { PracticeServer } from '../server.ts';
import { startSteadyLoad } from '../steady-load.ts';
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

/** Of a renewal: requests, and seconds of load before and after it. */
const load = { perSecond: 20, secondsAround: 25 };

/**
 * Plans, deploys, deploys again and renews, and prints what the account was asked. Throws an Error where the name, the port
 * or the certificate is not what it should be before and after, or a request failed.
 */
export async function tourOfTencent(world: World, { jar, domain, inputs, cancel }: Tour): Promise<TourResult> {
  const zone = domain.split('.').slice(-2).join('.');
  const account = await openAccount(world, { zones: [{ name: zone }] });
  try {
    console.log('Starting a practice server (blank), an instance of an account of Tencent Cloud (a stand-in)');
    const server = await world.startServer({ kind: 'blank' });
    const instance = await account.addInstance({ server, kind: 'lighthouse' });
    const known = await addressesOf(domain, account);
    if (known.length > 0 || (await isOpen(server.address)))
      throw new Error(`${domain} or port ${port} is there already`);
    console.log(`${domain} does not resolve; TCP port ${port} of ${server.address} (${instance.id}) is closed;`);
    console.log('no certificate is given, and the account has none\n');
    const run = async (command: 'plan' | 'deploy' | 'renew', more: Tour['inputs'] = {}): Promise<RunResult> => {
      account.journal.clear();
      const result = await runAction({
        inputs: {
          host: server.address,
          'private-key': readFileSync(server.privateKeyPath, 'utf8'),
          'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
          domain,
          ...account.inputs,
          ...(command === 'renew' ? {} : { jar, ...inputs }),
          ...more,
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
    // So that it is due soon, though not yet.
    account.ssl.settings.daysLeft = 60;
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
    if (account.journal.print().includes('ssl:')) throw new Error('The second deploy asked for a certificate');
    account.ssl.settings.daysLeft = undefined;
    await renewUnderLoad(() => run('renew', { 'renew-before-days': '60' }), server, domain, world);
    return { server, result: deployed };
  } finally {
    await account.close();
  }
}

/** Renews what `renew-before-days` has made due, while requests come, and has none of them fail. */
async function renewUnderLoad(
  renew: () => Promise<RunResult>,
  { address }: PracticeServer,
  domain: string,
  { authority }: World,
): Promise<void> {
  const before = await leafOf(address, domain);
  const { perSecond, secondsAround } = load;
  const wanted = { address, port, domain, path: '/actuator/health', ca: authority.root };
  const requests = startSteadyLoad({ ...wanted, perSecond });
  await pause(secondsAround * 1000);
  const renewed = await renew();
  await pause(secondsAround * 1000);
  const { asked, fresh, again, failed } = await requests.stop();
  const after = await leafOf(address, domain);
  console.log(
    `${asked} requests around the renewal (${fresh} on new connections, ${again} repeated): ${failed.length} failed`,
  );
  console.log(`Served before: ${before}\nServed after:  ${after}\n`);
  if (renewed.code !== 0 || failed.length > 0 || before === after)
    throw new Error(`The renewal failed, or requests did:\n${failed.slice(0, 10).join('\n')}`);
}

/** SHA-256 of the leaf that is served. */
function leafOf(host: string, servername: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = tlsConnect({ host, port, servername, rejectUnauthorized: false }, () => {
      done(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
      socket.destroy();
    });
    socket.on('error', fail);
  });
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
