import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
// RFC 1918, shared address space (RFC 6598), loopback, link-local, unique local (RFC 4193); and what is no host's
// address at all: "this network", multicast and reserved. 198.18.0.0/15 is left out: practice networks use it.
const subnets: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['0.0.0.0', 8],
  ['224.0.0.0', 3],
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
  ['ff00::', 8],
];
for (const [network, prefix] of subnets) notPublic.addSubnet(network, prefix, isIP(network) === 6 ? 'ipv6' : 'ipv4');

/** Whether the world can reach `address` (IPv4, IPv6, or IPv4 in IPv6's notation); false for what is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
