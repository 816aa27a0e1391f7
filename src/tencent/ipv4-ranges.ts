/** Addresses from `first` to `last`, both included, as numbers from 0 to 2^32 - 1. */
export interface Ipv4Range {
  readonly first: number;
  readonly last: number;
}

/** Every IPv4 address. */
export const everyAddress: Ipv4Range = { first: 0, last: 2 ** 32 - 1 };

/** The addresses of `1.2.3.4` or `10.0.0.0/8` (bits behind the prefix do not count); undefined: neither. */
export function rangeOf(cidr: string): Ipv4Range | undefined {
  const [, address = '', length = '32'] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?$/.exec(cidr.trim()) ?? [];
  const bytes = address.split('.').map(Number);
  const size = 2 ** (32 - Number(length));
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255) || Number(length) > 32) return undefined;
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const first = Math.floor(number / size) * size;
  return { first, last: first + size - 1 };
}

/** What of `ranges` is in `range`. */
export function within(ranges: readonly Ipv4Range[], range: Ipv4Range): readonly Ipv4Range[] {
  return ranges
    .map(({ first, last }) => ({ first: Math.max(first, range.first), last: Math.min(last, range.last) }))
    .filter(({ first, last }) => first <= last);
}

/** What of `ranges` is not in `range`. */
export function without(ranges: readonly Ipv4Range[], range: Ipv4Range): readonly Ipv4Range[] {
  return ranges
    .flatMap(({ first, last }) => [
      { first, last: Math.min(last, range.first - 1) },
      { first: Math.max(first, range.last + 1), last },
    ])
    .filter(({ first, last }) => first <= last);
}

/** How many addresses are in `ranges`, none of which overlap. */
export function sizeOf(ranges: readonly Ipv4Range[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
