import { isIPv4 } from 'node:net';
import { type Failure, Failures, failure } from '../messages/failure.ts';

/**
 * Values of DNS records, by lines or commas: IPv4 addresses, host names (of a CNAME) without a dot at their end, and URLs
 * (of DNSPod's redirects); in lower case, each of them once. Throws `Failures` of `INPUT_DNS_VALUE`, one a value.
 */
export function parseDnsValues(value: string, name: string): readonly string[] {
  const failures: Failure[] = [];
  const values = new Set<string>();
  for (const word of value.split(/[\s,]+/).filter((part) => part !== '')) {
    const plain = word.toLowerCase().replace(/\.$/, '');
    if (isIPv4(plain) || isHostName(plain) || isUrl(plain)) values.add(plain);
    else failures.push(failure('INPUT_DNS_VALUE', { name, value: word }));
  }
  if (failures.length > 0) throw new Failures(failures);
  return [...values];
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[^/]/.test(text) && URL.canParse(text);
}

/** A name of at least two labels; an underscore is allowed in what a CNAME points at (RFC 2181 section 11). */
function isHostName(name: string): boolean {
  const labels = name.split('.');
  return (
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}
