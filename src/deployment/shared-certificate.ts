import type { X509Certificate } from 'node:crypto';
import { commandMessages } from '../messages/commands.ts';
import { type Text, text } from '../messages/text.ts';
import type { ExpectedResponse } from '../nginx/expected-response.ts';
import { isUntouched, type Label, managedBy, ownerOf } from '../nginx/label.ts';
import { type ProofAddress, proofAddressesIn } from '../nginx/proof-address.ts';
import { pairsIn, repoint } from '../nginx/repoint.ts';
import { serversOf } from '../nginx/servers.ts';
import type { CertificatePair } from '../nginx/site.ts';
import { isBrought, readLeaf } from '../resources/certificate.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { anyStatus } from '../values/health-status.ts';
import type { ServedCertificate } from './target.ts';

/** What a deployment's certificate means for other applications of its domain. */
export interface SharedCertificate {
  /** Their files, repointed to it. */
  readonly others: readonly OtherFile[];
  /** Where it ends earlier than one that is being served: then its secret may be out of date. */
  readonly notes: readonly Text[];
}

/**
 * Applications of one domain share its certificate (rule *Shared things*): whoever brings one that ends later repoints
 * the files of the others in the same transaction. None is put back to one that ends earlier. What is at a path of the
 * user's own is left alone, on either side: whoever put it there renews it there.
 */
export function shareCertificate(
  app: string,
  domain: string,
  chosen: ServedCertificate,
  server: ProvisionedServer,
): SharedCertificate {
  const sites = isBrought(chosen.pair, domain) ? sitesOf(domain, server) : [];
  const own = chosen.certificate.notAfter;
  const earlier = sites.filter((site) => site.label.app !== app && site.leaf.validToDate < own);
  const later = sites.filter((site) => site.leaf.validToDate > own);
  return {
    others: earlier.map((site, at) => toOther(site, chosen, at)),
    notes: later.map((site) =>
      commandMessages.laterCertificate(site.label.app, day(site.leaf.validToDate), day(own), site.label.app === app),
    ),
  };
}

/**
 * Servers set up by hand for the domain whose certificate ends earlier than the one that is deployed: nobody renews it
 * with this one, and it is easily forgotten. Those that are taken over in this run go.
 */
export function certificatesByHand(
  domain: string,
  chosen: ServedCertificate,
  { certificates, configuration }: ProvisionedServer,
  taken: readonly { readonly file: string; readonly line: number }[],
): readonly Text[] {
  return serversOf(configuration)
    .filter(
      ({ names, file }) => names.includes(domain) && ownerOf(file, configuration.files.get(file) ?? '') === undefined,
    )
    .filter(({ file, line }) => !taken.some((one) => one.file === file && one.line === line))
    .flatMap(({ certificates: [pair], listen, file, line }) => {
      const leaf = readLeaf(certificates.certificates.find(({ path }) => path === pair?.chainPath)?.text ?? '');
      if (leaf === undefined || leaf.validToDate >= chosen.certificate.notAfter) return [];
      const ports = [...new Set(listen.map(({ port }) => port))].join(', ');
      return [commandMessages.certificateByHand(file, line, ports, day(leaf.validToDate))];
    });
}

/** A file of ours for the domain, and the pair in it that a deployment brought. */
interface ManagedSite {
  readonly path: string;
  readonly file: Buffer;
  readonly label: Label;
  readonly addresses: readonly ProofAddress[];
  readonly pairs: readonly [CertificatePair, ...CertificatePair[]];
  readonly leaf: X509Certificate;
}

function sitesOf(domain: string, { nginx, certificates }: ProvisionedServer): readonly ManagedSite[] {
  return [...nginx.originals].flatMap(([path, file]) => {
    const label = ownerOf(path, file.toString('utf8'));
    const addresses = proofAddressesIn(file.toString('utf8'));
    if (label === undefined || addresses[0]?.domain !== domain) return [];
    const [pair, ...more] = pairsIn(file);
    if (pair === undefined || !isBrought(pair, domain)) return [];
    const leaf = readLeaf(certificates.certificates.find((one) => one.path === pair.chainPath)?.text ?? '');
    return leaf === undefined ? [] : [{ path, file, label, addresses, pairs: [pair, ...more], leaf }];
  });
}

function toOther(site: ManagedSite, { pair, certificate, expected }: ServedCertificate, at: number): OtherFile {
  const { path, file, label, leaf } = site;
  const after = repoint(file, site.pairs[0], pair);
  const [from, until] = [day(leaf.validToDate), day(certificate.notAfter)];
  return {
    // The journal of the switch knows steps by their ids alone.
    id: at === 0 ? 'certificate.repoint' : `certificate.repoint-${at + 1}`,
    title: text(`Have ${label.app} serve it too (${path})`, `让 ${label.app} 也使用该证书（${path}）`),
    reason: expected
      ? text(
          `the certificate of the domain is shared; its own ends on ${from}`,
          `同一域名共用证书；其现有证书 ${from} 到期`,
        )
      : text(
          `the certificate of the domain is shared; its own ends on ${from}, this one on ${until}`,
          `同一域名共用证书；其现有证书 ${from} 到期，新证书 ${until} 到期`,
        ),
    change: { path, before: file, after, ours: false },
    proofs: proven(site, after, certificate.fingerprint),
    proofsOfUndo: proven(site, file, leaf.fingerprint256.replaceAll(':', '').toLowerCase()),
  };
}

/** Its application may be down, so any status will do; of a file edited by hand only the certificate is known. */
function proven({ addresses, pairs }: ManagedSite, file: Buffer, fingerprint: string): readonly ExpectedResponse[] {
  const text = file.toString('utf8');
  const label = isUntouched(text) ? managedBy(text) : undefined;
  return addresses.map((address) => ({
    ...address,
    status: anyStatus,
    release: label?.release,
    configuration: label?.configuration,
    // With a second pair from `nginx-snippet` the client's taste decides which of them is served.
    fingerprint: pairs.every(({ chainPath }) => chainPath === pairs[0].chainPath) ? fingerprint : undefined,
  }));
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
