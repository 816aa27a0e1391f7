import { commandMessages } from '../messages/commands.ts';
import { dayOf, type Text, text } from '../messages/text.ts';
import { ownerOf } from '../nginx/label.ts';
import { serversOf } from '../nginx/servers.ts';
import { isBrought, readLeaf } from '../resources/certificate.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { type BroughtSite, broughtSites, repointed } from './managed-sites.ts';
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
  const sites = isBrought(chosen.pair, domain) ? broughtSites(domain, server) : [];
  const own = chosen.certificate.notAfter;
  const earlier = sites.filter((site) => site.label.app !== app && site.leaf.validToDate < own);
  const later = sites.filter((site) => site.leaf.validToDate > own);
  return {
    others: earlier.map((site, at) => toOther(site, chosen, at)),
    notes: later.map((site) =>
      commandMessages.laterCertificate(
        site.label.app,
        dayOf(site.leaf.validToDate),
        dayOf(own),
        site.label.app === app,
      ),
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
  { certificates, configuration }: Pick<ProvisionedServer, 'certificates' | 'configuration'>,
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
      return [commandMessages.certificateByHand(file, line, ports, dayOf(leaf.validToDate))];
    });
}

function toOther(site: BroughtSite, chosen: ServedCertificate, at: number): OtherFile {
  const { path, label } = site;
  const [from, until] = [dayOf(site.leaf.validToDate), dayOf(chosen.certificate.notAfter)];
  return repointed(
    site,
    [site.pairs[0]],
    chosen,
    {
      title: text(`Have ${label.app} serve it too (${path})`, `让 ${label.app} 也使用该证书（${path}）`),
      reason: chosen.expected
        ? text(
            `the certificate of the domain is shared; its own ends on ${from}`,
            `同一域名共用证书；其现有证书 ${from} 到期`,
          )
        : text(
            `the certificate of the domain is shared; its own ends on ${from}, this one on ${until}`,
            `同一域名共用证书；其现有证书 ${from} 到期，新证书 ${until} 到期`,
          ),
    },
    at,
  );
}
