import type { Listen } from './servers.ts';

/** The address of this server that `localhost` stands for, and that a switch is proven at. */
export const loopback = '127.0.0.1';

/** An address as systems write it: without brackets and without the device that ss(8) adds; loopback's name resolved. */
export function plainAddress(address: string): string {
  const plain = address
    .replace(/%.*$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  return plain === 'localhost' ? loopback : plain;
}

/** Whether that is all addresses of IPv4. */
export function isAny4({ address }: Pick<Listen, 'address'>): boolean {
  return address === '*' || address === '0.0.0.0';
}

/** Whether that is all addresses of IPv6. */
export function isAny6({ address }: Pick<Listen, 'address'>): boolean {
  return /^\[[0:]+\]$/.test(address);
}

/** Whether what listens so takes no IPv4. */
export function isOnIpv6Alone({ address, options }: Pick<Listen, 'address' | 'options'>): boolean {
  return address.startsWith('[') && !options.includes('ipv6only=off');
}
