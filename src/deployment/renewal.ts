import { posix } from 'node:path';
import { makePlan, type Plan } from '../engine/plan.ts';
import { Failures } from '../messages/failure.ts';
import { renewMessages as say } from '../messages/renew.ts';
import { dayOf, type Text } from '../messages/text.ts';
import { nginxCommand } from '../nginx/command.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import type { CertificatePair } from '../nginx/site.ts';
import type { Release } from '../release/release.ts';
import { isBrought, planCertificate } from '../resources/certificate.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import { planRepointing } from '../resources/site/repointing.ts';
import { closedFailures } from '../survey/closed-places.ts';
import { placesOfRun } from '../survey/deployment.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { ApplicationSurvey, DomainSurvey } from '../survey/renewal.ts';
import { certificateFolder } from '../survey/strangers.ts';
import { fingerprintOf, leafOf, type ManagedSite, managedSites, repointed } from './managed-sites.ts';
import { certificatesByHand } from './shared-certificate.ts';
import { strangersOfCertificates, strangersOfFiles } from './strangers.ts';
import type { ServedCertificate } from './target.ts';

/** A server whose nginx serves an application of ours, as far as its certificate goes. */
export interface RenewableServer
  extends DomainSurvey,
    ApplicationSurvey,
    Pick<ProvisionedServer, 'nginx' | 'configuration'> {
  readonly nginx: ProvisionedServer['nginx'];
}

/** What is to be renewed. */
export interface RenewalTarget {
  /** The one that serves: it stays, and its folder keeps the switch. */
  readonly release: Release;
  /** The pair that is to serve: there, or installed with it. */
  readonly certificate: ServedCertificate;
  /** Whether the application's own file is repointed whenever its pair ends: what it names cannot be served. */
  readonly replacesOwn: boolean;
}

/** The steps by which all managed sites of a domain come to serve a pair. */
export interface Renewal {
  readonly plan: Plan;
  readonly nginx: { readonly command: string; readonly errorLog: string };
  /** Text of the application's nginx file afterwards. */
  readonly siteText: string;
  readonly warnings: readonly Text[];
}

/**
 * Plans how every managed site of a domain comes to serve a pair, in one switch that proves each port (rule *Shared
 * things*). The application's own file is one of them: it is repointed in its place, as the others are, so that no release
 * is rendered and what a hand wrote stays. None is put back to a pair that ends earlier. Throws `Failures` with what stands
 * in the way.
 */
export function planRenewal(target: RenewalTarget, server: RenewableServer): Renewal {
  const { release, certificate } = target;
  const {
    app,
    site: { domain },
  } = release;
  const { nginx, configuration, certificates } = server;
  const sites = managedSites(domain, server);
  const own = sites.find(({ label }) => label.app === app);
  // The application's own first: whatever cuts the switch short, it was asked for.
  const inOrder = [...sites.filter((site) => site === own), ...sites.filter((site) => site !== own)];
  const install =
    certificate.install === undefined
      ? []
      : planCertificate(certificate.pair, domain, certificate.install.chain, certificate.install.key, certificates);
  const changing = { ...target, installs: install.length > 0 };
  const files = inOrder.flatMap((site) => changeOf(site, site === own, changing, server)).map((make, at) => make(at));
  const errorLog = errorLogOf(configuration, nginx.version);
  const ownPath = own?.path ?? '';
  const steps = [...install, ...planRepointing({ release, domain, file: ownPath, files, errorLog }, nginx)];
  refuse(
    files.map(({ change }) => change.path),
    install.length > 0 || certificate.expected === true,
    domain,
    server,
  );
  const ownChange = files.find(({ change }) => change.path === ownPath)?.change.after;
  return {
    plan: makePlan(steps),
    nginx: { command: nginxCommand(nginx), errorLog },
    siteText: (ownChange ?? own?.file ?? Buffer.alloc(0)).toString('utf8'),
    warnings: [...certificate.warnings, ...certificatesByHand(domain, certificate, server, [])],
  };
}

/** The change of a site, given its place among those that change; none where it serves the pair, or keeps its own. */
function changeOf(
  site: ManagedSite,
  own: boolean,
  target: RenewalTarget & { readonly installs: boolean },
  server: RenewableServer,
): readonly ((at: number) => OtherFile)[] {
  const { release, certificate, replacesOwn } = target;
  const { path, label, leaf } = site;
  const { domain } = release.site;
  const end = certificate.certificate.notAfter;
  const brings = isBrought(certificate.pair, domain);
  const old = site.pairs.filter((pair, at) => {
    if (pair.chainPath === certificate.pair.chainPath) return false;
    const its = leafOf(pair, server.certificates);
    const isEarlier = its !== undefined && its.validToDate < end;
    // What is at a path of the user's own is left alone, on either side, but for what this application is asked to serve.
    return own && at === 0 ? replacesOwn || isEarlier : isEarlier && brings && isBrought(pair, domain);
  });
  if (old.length > 0) {
    const reason = say.repointReason(leaf === undefined ? '-' : dayOf(leaf.validToDate), dayOf(end));
    const words = { title: say.repoint(label.app, path), reason };
    return [(at) => repointed(site, distinct(old), certificate, words, at)];
  }
  if (isServed(site, own, target, server) || !(own || isBrought(site.pairs[0], domain))) return [];
  const words = { title: say.reread(label.app, path), reason: say.rereadReason };
  return [(at) => repointed(site, [], certificate, words, at)];
}

function distinct(pairs: readonly CertificatePair[]): readonly CertificatePair[] {
  return pairs.filter((pair, at) => pairs.findIndex(({ chainPath }) => chainPath === pair.chainPath) === at);
}

/** Whether nginx was seen to serve what a file names. Of another application's port that does not answer it is not known. */
function isServed(
  { addresses, pairs, leaf }: ManagedSite,
  own: boolean,
  { certificate, installs }: RenewalTarget & { readonly installs: boolean },
  { served }: RenewableServer,
): boolean {
  if (leaf === undefined || distinct(pairs).length > 1) return true;
  const isPair = pairs[0].chainPath === certificate.pair.chainPath;
  // The same leaf with another chain: nginx sends what it read.
  if (isPair && installs) return false;
  return addresses.every(({ port }) => {
    const { fingerprint = '', sent = certificate.sent } = served.get(port) ?? {};
    if (fingerprint === '') return !own;
    return fingerprint === fingerprintOf(leaf) && (!isPair || sent === certificate.sent);
  });
}

function refuse(files: readonly string[], installs: boolean, domain: string, server: RenewableServer): void {
  const { nginx, strangers, closed } = server;
  const places = [...placesOfRun, ...(installs ? [certificateFolder(domain)] : [])];
  const problems = [
    ...strangersOfFiles(files, nginx),
    ...(installs ? strangersOfCertificates(domain, strangers) : []),
    ...closedFailures(closed, places),
    ...closedFailures(
      nginx.closed,
      files.flatMap((file) => [file, posix.dirname(file)]),
    ),
  ];
  if (problems.length > 0) throw new Failures(problems);
}
