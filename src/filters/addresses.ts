import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Who connects: anybody, somebody whom no rule names, or the owner of an address. */
export type Client = 'anyone' | 'elsewhere' | { readonly address: string };

/**
 * Whether an address is in `spec`: `1.2.3.4`, `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `10.0.0.1-10.0.0.9`; undefined: that
 * cannot be read.
 */
export function isIn(address: string, spec: string): boolean | undefined {
  const [range = '', last] = spec.split('-');
  const [first = '', mask] = range.split('/');
  if (!isIPv4(first) && !isIPv6(first)) return undefined;
  if (isIPv6(first) !== isIPv6(address)) return false;
  // Lists of addresses are long, and a BlockList for each takes a thousand times as long as a comparison.
  return isIPv4(first) ? isInIpv4(address, first, mask, last) : isInIpv6(address, first, mask, last);
}

function isInIpv4(address: string, first: string, mask: string | undefined, last: string | undefined) {
  const [one, from] = [numberOf(address), numberOf(first)];
  if (last !== undefined) return isIPv4(last) ? one >= from && one <= numberOf(last) : undefined;
  if (mask === undefined) return one === from;
  const bits = /^\d+$/.test(mask) ? maskOf(Number(mask)) : isIPv4(mask) ? numberOf(mask) : undefined;
  return bits === undefined ? undefined : (one & bits) === (from & bits);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
}

function maskOf(length: number): number | undefined {
  if (length > 32) return undefined;
  return length === 0 ? 0 : (-1 << (32 - length)) >>> 0;
}

function isInIpv6(address: string, first: string, mask: string | undefined, last: string | undefined) {
  const list = new BlockList();
  try {
    if (last !== undefined) list.addRange(first, last, 'ipv6');
    else list.addSubnet(first, Number(mask ?? 128), 'ipv6');
  } catch {
    return undefined;
  }
  return list.check(address, 'ipv6');
}

const everybody = new Set([
  '0.0.0.0/0',
  '::/0',
  '0::/0',
  '0.0.0.0/0.0.0.0',
  '0.0.0.0-255.255.255.255',
  'any',
  'anywhere',
]);

/** Whether `spec` is every address. */
export function isEverybody(spec: string): boolean {
  return everybody.has(spec);
}
