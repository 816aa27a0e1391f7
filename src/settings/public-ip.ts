import { BlockList, isIP } from 'node:net';
import { failure } from '../messages/failure.ts';

/** What nobody outside can reach: RFC 1918, RFC 6598, loopback, link-local, unspecified; of IPv6 also ULA. */
const notPublic = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  notPublic.addSubnet(net, prefix, 'ipv4');
}
notPublic.addAddress('::', 'ipv6');
notPublic.addAddress('::1', 'ipv6');
notPublic.addSubnet('fc00::', 7, 'ipv6');
notPublic.addSubnet('fe80::', 10, 'ipv6');

/** Whether `address` is an IP address that can be reached from the internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !notPublic.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** A public IPv4 or IPv6 address. Throws `INPUT_PUBLIC_IP`. */
export function parsePublicIp(value: string): string {
  if (!isPublic(value)) throw failure('INPUT_PUBLIC_IP', { value });
  return value;
}
