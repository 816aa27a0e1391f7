import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/**
 * Where a name leads. `addresses` are all that it has, IPv4 first.
 * - `points-here`: to the expected address and no other of its family.
 * - `several`: to it and to others, so that clients reach now the one, now the other.
 * - `elsewhere`: not to it. `resolves`: somewhere, and nothing was expected.
 * - `missing`: it has no address. `unknown`: the resolver did not answer.
 */
export type NameObservation =
  | { readonly kind: 'points-here'; readonly addresses: readonly string[] }
  | { readonly kind: 'several'; readonly addresses: readonly string[]; readonly expected: string }
  | { readonly kind: 'elsewhere'; readonly addresses: readonly string[]; readonly expected: string }
  | { readonly kind: 'resolves'; readonly addresses: readonly string[] }
  | { readonly kind: 'missing'; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

/** Resolves a name to all its addresses, or throws as node:dns does. */
export type Resolve = (domain: string) => Promise<readonly string[]>;

/** Asks the system as clients do (getaddrinfo), so that /etc/hosts counts. */
export const resolveBySystem: Resolve = async (domain) =>
  (await lookup(domain, { all: true })).map(({ address }) => address);

/** Looks where `domain` leads and whether that is `expected`. Never throws. */
export async function observeName(
  domain: string,
  expected: string | undefined,
  resolve: Resolve = resolveBySystem,
): Promise<NameObservation> {
  try {
    return judgeAddresses(await resolve(domain), expected);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const detail = code ?? String(error);
    const missing = code === 'ENOTFOUND' || code === 'ENODATA';
    return { kind: missing ? 'missing' : 'unknown', detail };
  }
}

/** Compares the addresses of a name with the one it should have. Another family's (IPv6 beside IPv4) is not judged. */
export function judgeAddresses(found: readonly string[], expected: string | undefined): NameObservation {
  const addresses = [...new Set(found)].toSorted((a, b) => isIP(a) - isIP(b));
  if (addresses.length === 0) return { kind: 'missing', detail: 'ENODATA' };
  if (expected === undefined) return { kind: 'resolves', addresses };
  if (!addresses.includes(expected)) return { kind: 'elsewhere', addresses, expected };
  const rivals = addresses.filter((address) => address !== expected && isIP(address) === isIP(expected));
  return rivals.length === 0 ? { kind: 'points-here', addresses } : { kind: 'several', addresses, expected };
}
