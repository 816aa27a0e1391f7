import type { X509Certificate } from 'node:crypto';
import { readCertificates } from './pem.ts';

/** A certificate chain as nginx needs it: the server's own first, each followed by its issuer. */
export interface Chain {
  readonly certificates: readonly [X509Certificate, ...X509Certificate[]];
  /** True where the text had them in another order. */
  readonly reordered: boolean;
  /** How many were there more than once. */
  readonly duplicates: number;
  /** What was there but belongs to no link of the chain. */
  readonly unused: readonly X509Certificate[];
}

/** How a chain ends. `path` is what a client needs of it: from the leaf to the last one that is not beyond the root. */
export type Anchor =
  | { readonly kind: 'trusted'; readonly root: X509Certificate; readonly included: boolean; readonly path: Path }
  /** `last` was issued by a certificate that is neither sent nor trusted. */
  | { readonly kind: 'incomplete'; readonly last: X509Certificate; readonly path: Path }
  /** It ends at a self-signed certificate that nobody trusts. */
  | { readonly kind: 'untrusted'; readonly root: X509Certificate; readonly path: Path };

type Path = readonly X509Certificate[];

/**
 * Reads a chain from PEM text. A complete chain out of order is put in order, what is there twice is dropped.
 * Throws as `readCertificates` does.
 */
export function readChain(pem: string, source: string): Chain {
  return chainOf(readCertificates(pem, source));
}

/** Orders certificates into a chain. Throws RangeError for none. */
export function chainOf(given: readonly X509Certificate[]): Chain {
  const all = given.filter((one, index) => given.findIndex((other) => isSame(one, other)) === index);
  const leaf = findLeaf(all);
  if (leaf === undefined) throw new RangeError('no certificate');
  const certificates: [X509Certificate, ...X509Certificate[]] = [leaf];
  for (let last = leaf; !isIssuedBy(last, last); ) {
    const issuer = all.find((other) => !certificates.includes(other) && isIssuedBy(last, other));
    if (issuer === undefined) break;
    certificates.push(issuer);
    last = issuer;
  }
  const inGivenOrder = all.filter((one) => certificates.includes(one));
  return {
    certificates,
    reordered: inGivenOrder.some((one, index) => one !== certificates[index]),
    duplicates: given.length - all.length,
    unused: all.filter((one) => !certificates.includes(one)),
  };
}

/**
 * Where `chain` ends, for a client that trusts `roots` at the time `now` and fetches nothing by itself.
 * A cross-signed certificate above a trusted root does no harm, expired or not: clients stop at the root.
 */
export function anchorOf(chain: Chain, roots: readonly X509Certificate[], now: Date): Anchor {
  const valid = roots.filter((root) => notBefore(root) <= now && now <= notAfter(root));
  for (const [index, one] of chain.certificates.entries()) {
    const path = chain.certificates.slice(0, index + 1);
    const self = valid.find((root) => isSame(root, one));
    if (self !== undefined) return { kind: 'trusted', root: self, included: true, path };
    const root = valid.find((candidate) => isIssuedBy(one, candidate));
    if (root === undefined) continue;
    const included = chain.certificates.some((other) => isSame(other, root));
    return { kind: 'trusted', root, included, path };
  }
  const path = chain.certificates;
  const last = path.at(-1) ?? path[0];
  return isIssuedBy(last, last) ? { kind: 'untrusted', root: last, path } : { kind: 'incomplete', last, path };
}

/** SHA-256 over the certificate's DER, as 64 lower-case hex digits. */
export function fingerprint(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** The DNS names for which a certificate is valid (subjectAltName), in its order. */
export function namesOf(certificate: X509Certificate): readonly string[] {
  const entries = certificate.subjectAltName?.split(', ') ?? [];
  return entries.filter((entry) => entry.startsWith('DNS:')).map((entry) => entry.slice('DNS:'.length));
}

/** Whether a certificate is valid for a host name: exactly, or by a wildcard for one label. The subject does not count. */
export function covers(certificate: X509Certificate, host: string): boolean {
  return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}

/** Start of a certificate's validity. */
export function notBefore(certificate: X509Certificate): Date {
  return new Date(certificate.validFrom);
}

/** End of a certificate's validity. */
export function notAfter(certificate: X509Certificate): Date {
  return new Date(certificate.validTo);
}

/** What people call the holder of a distinguished name as Node writes it (one attribute a line): its CN, else its O. */
export function commonName(distinguishedName: string | undefined): string {
  const lines = distinguishedName?.split('\n') ?? [];
  const attribute = (type: string) => lines.find((line) => line.startsWith(`${type}=`))?.slice(type.length + 1);
  return attribute('CN') ?? attribute('O') ?? lines.join(', ');
}

/** Where a certificate says that its issuer's can be fetched (Authority Information Access), if it does. */
export function issuerUrl(certificate: X509Certificate): string | undefined {
  return certificate.infoAccess?.match(/^CA Issuers - URI:(https?:\S+)$/m)?.[1];
}

function findLeaf(all: readonly X509Certificate[]): X509Certificate | undefined {
  const issuesNothing = all.filter((one) => !all.some((other) => other !== one && isIssuedBy(other, one)));
  return issuesNothing.find((one) => !one.ca) ?? issuesNothing[0] ?? all[0];
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  // Names first: they settle nearly every pair of a long list of roots without a signature to compute.
  if (one.issuer !== issuer.subject || !one.checkIssued(issuer)) return false;
  try {
    return one.verify(issuer.publicKey);
  } catch {
    return false; // a kind of key that this OpenSSL does not know
  }
}

function isSame(one: X509Certificate, other: X509Certificate): boolean {
  return one.fingerprint256 === other.fingerprint256;
}
