import { attempt, run } from './command.ts';

/**
 * Filters in front of servers, as a cloud has them outside of its servers: a chain for each in table raw, which judges
 * what this machine sends. They stand beside what `shutPort` drops: a packet goes through where both let it.
 */
const chainOf = (address: string): string => `practice-${address}`;

const raw = ['iptables', '-w', '-t', 'raw'] as const;

/** What leads into a server's chain: packets that open a connection. */
const jump = (address: string): readonly string[] => [
  'OUTPUT',
  '-d',
  address,
  '-p',
  'tcp',
  '--syn',
  '-j',
  chainOf(address),
];

/**
 * Puts rules (of iptables, without the chain) in front of a server, in place of those that are there, at one stroke. They
 * judge packets that open a TCP connection; `-j RETURN` lets through.
 */
export async function filterServer(address: string, rules: readonly (readonly string[])[]): Promise<void> {
  const chain = chainOf(address);
  const lines = rules.map((rule) => `-A ${chain} ${rule.join(' ')}\n`).join('');
  await run(['iptables-restore', '-w', '--noflush'], { input: `*raw\n:${chain} - [0:0]\n${lines}COMMIT\n` });
  const there = await attempt([...raw, '-C', ...jump(address)]);
  if (there.code !== 0) await run([...raw, '-A', ...jump(address)]);
}

/** Takes away what stands in front of a server. */
export async function unfilterServer(address: string): Promise<void> {
  await attempt([...raw, '-D', ...jump(address)]);
  await attempt([...raw, '-F', chainOf(address)]);
  await attempt([...raw, '-X', chainOf(address)]);
}

/** Takes away what stands in front of any server. */
export async function unfilterServers(): Promise<void> {
  const { stdout } = await attempt([...raw, '-S']);
  for (const [, address = ''] of stdout.matchAll(/^-N practice-(198\.18\.0\.\d+)$/gm)) await unfilterServer(address);
}
