import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { failure } from '../messages/failure.ts';

/**
 * A host name that can have a certificate, lower-case, in punycode where it is not ASCII (RFC 1123 2.1, RFC 5891).
 * Throws `INPUT_DOMAIN`.
 */
export function parseDomain(value: string): string {
  // domainToASCII forgives what is no host name (it cuts at `/`), so those signs are refused before.
  const ascii = /[\s/\\:@?#%*_$[\]<>^|]/.test(value) ? '' : domainToASCII(value).toLowerCase();
  const labels = ascii.split('.');
  const good =
    ascii.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '') &&
    labels.at(-1) !== 'localhost' &&
    isIP(ascii) === 0;
  if (!good) throw failure('INPUT_DOMAIN', { value });
  return ascii;
}
