import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Who connects: anybody, somebody whom no rule names, or the owner of an address. */
export type Client = 'anyone' | 'elsewhere' | { readonly address: string };

/** Whether an address is in `spec`: `1.2.3.4`, `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `10.0.0.1-10.0.0.9`; undefined: that cannot be read. */
export function isIn(address: string, spec: string): boolean | undefined {
  const list = new BlockList();
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const [range, last] = spec.split('-');
  const [first = '', mask] = (range ?? '').split('/');
  if (!isIPv4(first) && !isIPv6(first)) return undefined;
  if (isIPv6(first) !== (family === 'ipv6')) return false;
  try {
    if (last !== undefined) list.addRange(first, last, family);
    else list.addSubnet(first, lengthOf(mask, family), family);
  } catch {
    return undefined;
  }
  return list.check(address, family);
}

/** Whether `spec` is every address. */
export function isEverybody(spec: string): boolean {
  return /^(0\.0\.0\.0\/0|::\/0|0::\/0|0\.0\.0\.0\/0\.0\.0\.0|0\.0\.0\.0-255\.255\.255\.255|any|anywhere)$/.test(spec);
}

function lengthOf(mask: string | undefined, family: 'ipv4' | 'ipv6'): number {
  if (mask === undefined) return family === 'ipv6' ? 128 : 32;
  if (/^\d+$/.test(mask)) return Number(mask);
  const bits = mask
    .split('.')
    .map((byte) => Number(byte).toString(2).padStart(8, '0'))
    .join('');
  // A mask with holes is no network.
  return /^1*0*$/.test(bits) ? bits.indexOf('0') % 33 : Number.NaN;
}
