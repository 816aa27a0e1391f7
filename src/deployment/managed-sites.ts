import type { X509Certificate } from 'node:crypto';
import type { Text } from '../messages/text.ts';
import type { ExpectedResponse } from '../nginx/expected-response.ts';
import { isUntouched, type Label, managedBy, ownerOf } from '../nginx/label.ts';
import { type ProofAddress, proofAddressesIn } from '../nginx/proof-address.ts';
import { pairsIn, repoint } from '../nginx/repoint.ts';
import type { CertificatePair } from '../nginx/site.ts';
import { isBrought, readLeaf } from '../resources/certificate.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import type { CertificateFiles } from '../survey/certificates.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { anyStatus } from '../values/health-status.ts';
import type { ServedCertificate } from './target.ts';

/** A file of ours for a domain, and the certificate pairs that it names. */
export interface ManagedSite {
  readonly path: string;
  readonly file: Buffer;
  readonly label: Label;
  readonly addresses: readonly ProofAddress[];
  readonly pairs: readonly [CertificatePair, ...CertificatePair[]];
  /** The leaf of the first pair; undefined: it cannot be read. */
  readonly leaf: X509Certificate | undefined;
}

/** One whose first pair was brought by a deployment or a renewal. */
export interface BroughtSite extends ManagedSite {
  readonly leaf: X509Certificate;
}

/** Our files for a domain, of all applications. */
export function managedSites(
  domain: string,
  { nginx, certificates }: Pick<ProvisionedServer, 'nginx' | 'certificates'>,
): readonly ManagedSite[] {
  return [...nginx.originals].flatMap(([path, file]) => {
    const label = ownerOf(path, file.toString('utf8'));
    const addresses = proofAddressesIn(file.toString('utf8'));
    if (label === undefined || addresses[0]?.domain !== domain) return [];
    const [pair, ...more] = pairsIn(file);
    if (pair === undefined) return [];
    return [{ path, file, label, addresses, pairs: [pair, ...more], leaf: leafOf(pair, certificates) }];
  });
}

/** Those of them whose pair was brought: what is at a path of the user's own is renewed by whoever put it there. */
export function broughtSites(
  domain: string,
  server: Pick<ProvisionedServer, 'nginx' | 'certificates'>,
): readonly BroughtSite[] {
  return managedSites(domain, server).flatMap((site) =>
    site.leaf !== undefined && isBrought(site.pairs[0], domain) ? [{ ...site, leaf: site.leaf }] : [],
  );
}

/** The leaf of a pair; undefined where it cannot be read. */
export function leafOf(
  { chainPath }: CertificatePair,
  { certificates }: CertificateFiles,
): X509Certificate | undefined {
  return readLeaf(certificates.find(({ path }) => path === chainPath)?.text ?? '');
}

/** SHA-256 of a leaf, 64 lower-case hex digits. */
export function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase();
}

/** The change that has a file name another pair in the place of those `from`, and what nginx must bring before and after. */
export function repointed(
  site: ManagedSite,
  from: readonly CertificatePair[],
  { pair, certificate }: Pick<ServedCertificate, 'pair' | 'certificate'>,
  words: { readonly title: Text; readonly reason: Text },
  at: number,
): OtherFile {
  const { path, file, leaf } = site;
  const after = from.reduce((text, old) => repoint(text, old, pair), file);
  return {
    // The journal of the switch knows steps by their ids alone.
    id: at === 0 ? 'certificate.repoint' : `certificate.repoint-${at + 1}`,
    ...words,
    change: { path, before: file, after, ours: false },
    proofs: proven(site, after, from.length === 0 ? leaf && fingerprintOf(leaf) : certificate.fingerprint),
    proofsOfUndo: proven(site, file, leaf && fingerprintOf(leaf)),
  };
}

/** Its application may be down, so any status will do; of a file edited by hand only the certificate is known. */
function proven(
  { addresses }: ManagedSite,
  file: Buffer,
  fingerprint: string | undefined,
): readonly ExpectedResponse[] {
  const text = file.toString('utf8');
  const label = isUntouched(text) ? managedBy(text) : undefined;
  const [first, ...more] = pairsIn(file);
  return addresses.map((address) => ({
    ...address,
    status: anyStatus,
    release: label?.release,
    configuration: label?.configuration,
    // With a second pair from `nginx-snippet` the client's taste decides which of them is served.
    fingerprint: more.every(({ chainPath }) => chainPath === first?.chainPath) ? fingerprint : undefined,
  }));
}
