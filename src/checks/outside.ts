import type { StatusRange } from '../values/health-status.ts';
import { type ConnectionFailure, isTransient } from './connection.ts';
import { type NameObservation, observeName, type Resolve, resolveBySystem } from './dns.ts';
import { type HttpsObservation, observeHttps } from './https.ts';
import { observeTls, observeTls12, type Tls12, type TlsObservation, type TlsTarget } from './tls.ts';

/** Time, so that tests of waiting take none. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`. */
  sleep(milliseconds: number): Promise<void>;
}

/** What ought to be served. */
export interface Expected {
  /** Statuses that are good. */
  readonly status: readonly StatusRange[];
  /** SHA-256 of the leaf, 64 lower-case hex digits; absent where nobody knows it. */
  readonly fingerprint?: string;
}

/** What to look at, and how patiently. */
export interface OutsideTarget {
  readonly domain: string;
  readonly httpsPort: number;
  /** The server's public address, where it is known. */
  readonly publicAddress?: string;
  readonly path: string;
  readonly expected: Expected;
  /** Milliseconds for each connection. */
  readonly timeoutMs: number;
  /** How many tries at most, the first included, where the network fails; at least 1. */
  readonly attempts: number;
  /** Whether to look at TLS 1.2 alone as well. */
  readonly tls12: boolean;
  readonly clock: Clock;
  /** As in `TlsTarget`. */
  readonly ca?: readonly string[];
  /** For tests; the system's by default. */
  readonly resolve?: Resolve;
}

/** What was seen from outside, the server not asked. */
export interface Outside {
  readonly domain: string;
  readonly httpsPort: number;
  readonly path: string;
  readonly expected: Expected;
  readonly name: NameObservation;
  /** Where the looks went; absent where neither the name nor the caller knew an address. */
  readonly address?: string;
  readonly tls?: TlsObservation;
  /** What came of TLS 1.2 alone; absent where that was not looked at, or could not be seen. */
  readonly tls12?: Tls12 | undefined;
  readonly https?: HttpsObservation;
  /** Where the connection was cut in the handshake: the same handshake without a name, for comparison. */
  readonly control?: TlsObservation;
  /** How many tries it took. */
  readonly attempts: number;
  /** Milliseconds for all of it. */
  readonly tookMs: number;
}

const PAUSE_MS = 2000;

/**
 * Looks at `https://domain:port/path` as a client would: name, TLS, request. Changes nothing and never throws.
 * Where the name does not lead to `publicAddress`, the look goes there all the same, with the name as SNI and Host.
 * Tries again only where the network failed; what answers wrongly is taken at its word.
 */
export async function observeFromOutside(target: OutsideTarget): Promise<Outside> {
  const begun = target.clock.now();
  let look = await attempt(target);
  let attempts = 1;
  for (; attempts < target.attempts && networkFailed(look); attempts += 1) {
    await target.clock.sleep(PAUSE_MS);
    look = await attempt(target);
  }
  const { domain, httpsPort, path, expected } = target;
  const control = await observeWithoutName(target, look);
  const comparison = control === undefined ? {} : { control };
  const tookMs = target.clock.now() - begun;
  return { domain, httpsPort, path, expected, ...look, ...comparison, attempts, tookMs };
}

type Attempt = Pick<Outside, 'name' | 'address' | 'tls' | 'tls12' | 'https'>;

async function attempt(target: OutsideTarget): Promise<Attempt> {
  const { domain, httpsPort: port, publicAddress, path, timeoutMs } = target;
  const name = await observeName(domain, publicAddress, target.resolve ?? resolveBySystem);
  const address = publicAddress ?? addressesOf(name)[0];
  if (address === undefined) return { name };
  const tlsTarget = tlsTargetOf(target, address, domain);
  const tls = await observeTls(tlsTarget);
  if (tls.kind !== 'served') return { name, address, tls };
  const tls12 = target.tls12 ? await observeTls12(tlsTarget, tls) : undefined;
  const ca = target.ca === undefined ? {} : { ca: target.ca };
  const https = await observeHttps({ domain, port, path, address, timeoutMs, ...ca });
  return { name, address, tls, tls12, https };
}

/** A device that cuts connections by name lets the same connection through without one. */
async function observeWithoutName(
  target: OutsideTarget,
  { tls, address }: Attempt,
): Promise<TlsObservation | undefined> {
  if (address === undefined || tls === undefined || !isCutInHandshake(tls)) return undefined;
  return observeTls(tlsTargetOf(target, address, ''));
}

/** Whether a connection stood and was then cut or starved before TLS did. */
export function isCutInHandshake(tls: TlsObservation): tls is ConnectionFailure {
  return (tls.kind === 'reset' || tls.kind === 'timeout') && tls.stage === 'handshake';
}

function tlsTargetOf(target: OutsideTarget, address: string, servername: string): TlsTarget {
  const { httpsPort: port, timeoutMs, ca } = target;
  return { address, port, servername, timeoutMs, ...(ca === undefined ? {} : { ca }) };
}

function addressesOf(name: NameObservation): readonly string[] {
  return name.kind === 'missing' || name.kind === 'unknown' ? [] : name.addresses;
}

function networkFailed({ name, tls, https }: Attempt): boolean {
  if (tls === undefined) return name.kind === 'unknown';
  if (tls.kind !== 'served') return isTransient(tls);
  return https !== undefined && https.kind !== 'answered' && isTransient(https);
}
