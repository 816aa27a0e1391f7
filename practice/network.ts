import { attempt, run } from './command.ts';
import type { Engine } from './engine.ts';
import { label } from './home.ts';
import { unfilterServers } from './packet-filter.ts';
import { exclusively } from './processes.ts';

/** Practice's network. RFC 2544's range for benchmarks: routed by nobody, yet not private in the action's sense. */
export interface Network {
  readonly name: string;
  /** In CIDR form. */
  readonly subnet: string;
  /** This machine's own address in it. */
  readonly gateway: string;
}

const network: Network = { name: label, subnet: '198.18.0.0/24', gateway: '198.18.0.1' };

/** Who has which addresses of the network: last parts, `end` excluded. Tests expect nobody at those after the last. */
export const addressRanges = {
  servers: { first: 10, end: 200 },
  accounts: { first: 200, end: 240 },
  borders: { first: 240, end: 253 },
} as const;

/** The network's address with this last part. */
export function addressAt(last: number): string {
  return `198.18.0.${last}`;
}

/** Whether an address is one that servers get. */
export function isServerAddress(address: string): boolean {
  const { first, end } = addressRanges.servers;
  const last = Number(address.slice(address.lastIndexOf('.') + 1));
  return address === addressAt(last) && last >= first && last < end;
}

/** The bridge's device, whose name tells it from those of other networks, also once its engine is gone. */
export const device = 'practice0';

/** Rules that let the servers out, as argv after `iptables`; for an engine that makes none itself. */
const rules: readonly (readonly [table: string, chain: string, ...rule: string[]])[] = [
  ['nat', 'POSTROUTING', '-s', network.subnet, '!', '-d', network.subnet, '-j', 'MASQUERADE'],
  ['filter', 'FORWARD', '-s', network.subnet, '-j', 'ACCEPT'],
  ['filter', 'FORWARD', '-d', network.subnet, '-j', 'ACCEPT'],
];

/** The largest packet that this machine's way out takes; servers with a larger one would lose big answers. */
export async function largestPacket(): Promise<number> {
  const routes = JSON.parse((await run(['ip', '-json', 'route', 'show', 'default'])) || '[]') as { dev?: string }[];
  const wayOut = routes[0]?.dev;
  if (wayOut === undefined) return 1500;
  const links = JSON.parse(await run(['ip', '-json', 'link', 'show', wayOut])) as { mtu?: number }[];
  return links[0]?.mtu ?? 1500;
}

/** Makes practice's network where it is missing. */
export function openNetwork(engine: Engine): Promise<Network> {
  // Two at once would each delete the device that the other has just made.
  return exclusively('network', () => makeNetwork(engine));
}

async function makeNetwork(engine: Engine): Promise<Network> {
  const known = await engine.attempt(['network', 'inspect', network.name]);
  if (known.code !== 0) {
    await attempt(['ip', 'link', 'delete', device]);
    const mtu = await largestPacket();
    const settings = [`com.docker.network.driver.mtu=${mtu}`, `com.docker.network.bridge.name=${device}`];
    const options = [...settings.flatMap((setting) => ['--opt', setting]), '--label', label];
    const created = ['network', 'create', '--subnet', network.subnet, '--gateway', network.gateway];
    await engine.docker([...created, ...options, network.name]);
  }
  if (engine.own) {
    for (const [table, chain, ...rule] of rules) {
      const there = await attempt(['iptables', '-w', '-t', table, '-C', chain, ...rule]);
      if (there.code !== 0) await run(['iptables', '-w', '-t', table, '-I', chain, ...rule]);
    }
  }
  return network;
}

/** Drops what this machine sends to a port of a server. */
export async function shutPort(address: string, port: number): Promise<void> {
  const rule = ['-d', address, '-p', 'tcp', '--dport', String(port), '-j', 'DROP'];
  await run(['iptables', '-w', '-t', 'raw', '-A', 'OUTPUT', ...rule]);
}

/** Lets through what {@link shutPort} dropped, of one server or of all. */
export async function admitPorts(address = ''): Promise<void> {
  const { stdout } = await attempt(['iptables', '-w', '-t', 'raw', '-S', 'OUTPUT']);
  const ours = new RegExp(`^-A OUTPUT -d (${address.replaceAll('.', '\\.') || '198\\.18\\.0\\.\\d+'})/32 .*-j DROP$`);
  for (const line of stdout.split('\n').filter((one) => ours.test(one))) {
    await attempt(['iptables', '-w', '-t', 'raw', ...line.replace('-A', '-D').split(' ')]);
  }
}

/** Takes the network away, rules and device too; `engine` where one answers. */
export async function closeNetwork(engine: Engine | undefined): Promise<void> {
  await engine?.attempt(['network', 'rm', network.name]);
  for (const [table, chain, ...rule] of rules) await attempt(['iptables', '-w', '-t', table, '-D', chain, ...rule]);
  await admitPorts();
  await unfilterServers();
  // An engine that was killed leaves its bridge, and a second one with the same addresses would get no answers.
  await attempt(['ip', 'link', 'delete', device]);
}

/** The lowest address for a server that no container of the network has. */
export async function freeAddress(engine: Engine, taken: ReadonlySet<string> = new Set()): Promise<string> {
  const format = '{{range .NetworkSettings.Networks}}{{.IPAMConfig.IPv4Address}} {{.IPAddress}}{{end}}';
  const ids = (await engine.docker(['ps', '-aq', '--filter', `label=${label}`])).split('\n').filter(Boolean);
  const used = new Set(taken);
  // One that is gone by now leaves the others' addresses on standard output.
  const inspected = ids.length === 0 ? '' : (await engine.attempt(['inspect', '--format', format, ...ids])).stdout;
  for (const address of inspected.trim().split(/\s+/)) used.add(address);
  const { first, end } = addressRanges.servers;
  for (let last = first; last < end; last += 1) {
    const address = addressAt(last);
    if (!used.has(address)) return address;
  }
  throw new Error(`No address is left in ${network.subnet}; npm run clean removes old servers`);
}
