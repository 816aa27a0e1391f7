import type { X509Certificate } from 'node:crypto';
import {
  certificateEndsSoon,
  chainReordered,
  duplicatesDropped,
  rootIncluded,
  unusedDropped,
} from '../messages/checks.ts';
import { type Failure, failure, failuresOf } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import {
  anchorOf,
  type Chain,
  commonName,
  covers,
  fingerprint,
  issuerUrl,
  namesOf,
  notAfter,
  notBefore,
  readChain,
} from './chain.ts';
import { type PrivateKey, readPrivateKey } from './key.ts';
import { writeCertificates } from './pem.ts';

/** A certificate as the rest of the action sees it. */
export interface Certificate {
  /** SHA-256 of the leaf, 64 lower-case hex digits. */
  readonly fingerprint: string;
  readonly names: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Who issued the leaf, by its common name. */
  readonly issuer: string;
  /** The chain as nginx needs it: leaf first, nothing twice, nothing that does not belong, LF line ends. */
  readonly chainPem: string;
}

/** A pair to check. */
export interface Pair {
  readonly chainPem: string;
  /** Left out for a pair that lives on the server: its key does not leave it, and is compared there. */
  readonly keyPem?: Secret;
  readonly domain: string;
  readonly now: Date;
  readonly roots: readonly X509Certificate[];
  /** What errors call the chain (default: the input) and the key. */
  readonly source?: string;
  readonly keySource?: string;
}

/** What was found: all problems at once. A chain that cannot be read gives no certificate. */
export interface CheckedPair {
  readonly certificate?: Certificate;
  /** The key, fit for nginx, where one was given and could be read. */
  readonly key?: Secret;
  readonly problems: readonly Failure[];
  /** What deserves a warning but stops nothing. */
  readonly warnings: readonly Text[];
  /** What was put right in passing. */
  readonly notes: readonly Text[];
}

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** Checks a chain and its key for `domain`, as a client that repairs nothing (WeChat) would, before nginx sees them. */
export function checkPair(pair: Pair): CheckedPair {
  const source = pair.source ?? '`certificate-chain`';
  const keySource = pair.keySource ?? '`certificate-key`';
  const chain = attempt(() => readChain(pair.chainPem, source));
  const key = attempt(() => (pair.keyPem === undefined ? undefined : readPrivateKey(pair.keyPem, keySource)));
  const problems = [...chain.problems, ...key.problems];
  const keyPart = key.value === undefined ? {} : { key: key.value.pem };
  if (chain.value === undefined) return { ...keyPart, problems, warnings: [], notes: [] };
  problems.push(
    ...keyProblems(chain.value, key.value, source, keySource),
    ...nameProblems(chain.value, pair.domain, source),
    ...trustProblems(chain.value, pair, source),
  );
  return {
    certificate: describeChain(chain.value),
    ...keyPart,
    problems,
    warnings: endsSoon(chain.value, pair.now),
    notes: notesOn(chain.value),
  };
}

/** The facts of a chain's leaf. */
export function describeChain(chain: Chain): Certificate {
  const [leaf] = chain.certificates;
  return {
    fingerprint: fingerprint(leaf),
    names: namesOf(leaf),
    notBefore: notBefore(leaf),
    notAfter: notAfter(leaf),
    issuer: commonName(leaf.issuer),
    chainPem: writeCertificates(chain.certificates),
  };
}

function keyProblems(chain: Chain, key: PrivateKey | undefined, source: string, keySource: string): Failure[] {
  const [leaf] = chain.certificates;
  if (key === undefined || leaf.checkPrivateKey(key.key)) return [];
  return [failure('CERTIFICATE_KEY_MISMATCH', { source, keySource, subject: holder(leaf) })];
}

function nameProblems(chain: Chain, domain: string, source: string): Failure[] {
  const [leaf] = chain.certificates;
  if (covers(leaf, domain)) return [];
  return [failure('CERTIFICATE_NAMES', { source, domain, names: namesOf(leaf).join(', ') || '-' })];
}

function trustProblems(chain: Chain, { roots, now }: Pair, source: string): Failure[] {
  const anchor = anchorOf(chain, roots, now);
  const dates = anchor.path.flatMap((one) => dateProblems(one, now, source));
  switch (anchor.kind) {
    case 'trusted':
      return dates;
    case 'untrusted':
      return [...dates, failure('CERTIFICATE_CHAIN_UNTRUSTED', { source, root: holder(anchor.root) })];
    case 'incomplete': {
      const { last } = anchor;
      const missing = commonName(last.issuer);
      const url = issuerUrl(last) ?? '';
      return [...dates, failure('CERTIFICATE_CHAIN_INCOMPLETE', { source, subject: holder(last), missing, url })];
    }
  }
}

function dateProblems(one: X509Certificate, now: Date, source: string): Failure[] {
  const subject = holder(one);
  if (notAfter(one) < now) {
    return [failure('CERTIFICATE_EXPIRED', { source, subject, notAfter: notAfter(one).toISOString() })];
  }
  if (now < notBefore(one)) {
    const from = notBefore(one).toISOString();
    return [failure('CERTIFICATE_NOT_YET_VALID', { source, subject, notBefore: from, now: now.toISOString() })];
  }
  return [];
}

function endsSoon(chain: Chain, now: Date): Text[] {
  const end = notAfter(chain.certificates[0]);
  const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
  return days >= 0 && days < SOON_DAYS ? [certificateEndsSoon(days, end.toISOString())] : [];
}

function notesOn(chain: Chain): Text[] {
  const notes: Text[] = [];
  if (chain.reordered) notes.push(chainReordered);
  if (chain.duplicates > 0) notes.push(duplicatesDropped(chain.duplicates));
  if (chain.unused.length > 0) notes.push(unusedDropped(chain.unused.map(holder).join(', ')));
  const [, ...above] = chain.certificates;
  const root = above.find((one) => one.subject === one.issuer);
  if (root !== undefined) notes.push(rootIncluded(holder(root)));
  return notes;
}

function holder(certificate: X509Certificate): string {
  return commonName(certificate.subject) || namesOf(certificate)[0] || '-';
}

function attempt<T>(read: () => T): { readonly value?: T; readonly problems: readonly Failure[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    return { problems: failuresOf(error) };
  }
}
