import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { attempt, run } from '../command.ts';
import { largestPacket } from '../network.ts';
import { until } from '../waiting.ts';

/** This machine's end of the link, and the addresses of both ends: of the range for benchmarks, which nobody routes. */
const device = 'practice-bare';
const subnet = '198.18.255.0/30';
const [here, there] = ['198.18.255.1', '198.18.255.2'];

/** Rules that let the bare machine out, as argv after `iptables -t`. */
const rules: readonly (readonly [table: string, chain: string, ...rule: string[]])[] = [
  ['nat', 'POSTROUTING', '-s', subnet, '!', '-d', subnet, '-j', 'MASQUERADE'],
  ['filter', 'FORWARD', '-i', device, '-j', 'ACCEPT'],
  ['filter', 'FORWARD', '-o', device, '-j', 'ACCEPT'],
];

const forwarding = '/proc/sys/net/ipv4/ip_forward';

/** Links the network namespace of a process, once it has one of its own, with this machine, and lets it out from there. */
export async function link(pid: number): Promise<void> {
  const namespace = (of: number | 'self'): string => readlinkSync(`/proc/${of}/ns/net`);
  await until('the network namespace', 20, () => (namespace(pid) === namespace('self') ? undefined : true));
  await unlink();
  const inside = (...words: string[]): Promise<string> => run(['nsenter', `--net=/proc/${pid}/ns/net`, 'ip', ...words]);
  const mtu = String(await largestPacket());
  const pair = ['link', 'add', device, 'mtu', mtu, 'type', 'veth', 'peer', 'name', 'eth0', 'mtu', mtu];
  await run(['ip', ...pair, 'netns', String(pid)]);
  await run(['ip', 'address', 'add', `${here}/30`, 'dev', device]);
  await run(['ip', 'link', 'set', device, 'up']);
  await inside('link', 'set', 'lo', 'up');
  await inside('address', 'add', `${there}/30`, 'dev', 'eth0');
  await inside('link', 'set', 'eth0', 'up');
  await inside('route', 'add', 'default', 'via', here);
  // Stays, as Docker leaves it too: by the end others may rely on it.
  if (existsSync(forwarding) && readFileSync(forwarding, 'utf8').trim() === '0') writeFileSync(forwarding, '1');
  for (const [table, ...rule] of rules) await run(['iptables', '-w', '-t', table, '-I', ...rule]);
}

/** Takes the link and its rules away; nothing where there is none. */
export async function unlink(): Promise<void> {
  await attempt(['ip', 'link', 'delete', device]);
  for (const [table, ...rule] of rules) await attempt(['iptables', '-w', '-t', table, '-D', ...rule]);
}
