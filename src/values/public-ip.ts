import { failure } from '../messages/failure.ts';
import { isPublicAddress } from './public-address.ts';

/** A public IPv4 or IPv6 address. Throws `INPUT_PUBLIC_IP`. */
export function parsePublicIp(value: string): string {
  if (!isPublicAddress(value)) throw failure('INPUT_PUBLIC_IP', { value });
  return value;
}
