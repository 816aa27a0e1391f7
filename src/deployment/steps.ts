import { isDeepStrictEqual } from 'node:util';
import type { Step } from '../engine/step.ts';
import { staticDirectory } from '../layout/application-paths.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import { openPorts, portsOf } from '../nginx/site.ts';
import { proofStatus, type Release } from '../release/release.ts';
import { planAdoptionRecord } from '../resources/adoption-record.ts';
import { planCertificate } from '../resources/certificate.ts';
import { removeAdopted } from '../resources/container/adoption.ts';
import { removeCopies } from '../resources/container/carried-files.ts';
import { removeOrphans } from '../resources/container/orphans.ts';
import { planMirror } from '../resources/docker-engine.ts';
import { planFirewall } from '../resources/firewall.ts';
import { removeBuildLeftovers } from '../resources/image.ts';
import { planPolicy } from '../resources/packages/packages.ts';
import { settleLeftVariables } from '../resources/release-environment.ts';
import { removeEmptyIncoming, removeOrphanFolders } from '../resources/release-folder.ts';
import { planMissingRecord, planPrune, planRecord, releasesToPrune } from '../resources/release-record.ts';
import { planContentLabel, planSelinux } from '../resources/selinux.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import { planSite } from '../resources/site/site.ts';
import { planStaticFiles, planStaticPrune } from '../resources/static-site.ts';
import type { Container } from '../survey/containers.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Adoption } from './adoption/adoption.ts';
import { drainOf } from './drain.ts';
import { oldContainers, orphanContainers, orphanReleases, servingContainer } from './orphans.ts';
import { type Parts, stepsInOrder } from './parts.ts';
import type { Change, Strategy } from './strategies/strategy.ts';
import type { Target } from './target.ts';

/** The steps that lead from what is on the server to a release: those of its strategy, and those that every one needs. */
export function stepsFor(
  strategy: Strategy,
  target: Target,
  server: ProvisionedServer,
  adoption: Adoption,
  shared: readonly OtherFile[],
  file: string,
): readonly Step[] {
  const siteFile = server.nginx.managedFile?.path ?? file;
  const change: Change = {
    target,
    server,
    adoption,
    drain: drainOf(target, adoption, server, siteFile),
    serving: servingContainer(server),
    leftover: leftoverOf(target.release, server),
  };
  return stepsInOrder(strategy.order, { ...commonParts(change, shared, siteFile), ...strategy.parts(change) });
}

/** The parts that every strategy has. */
function commonParts(change: Change, shared: readonly OtherFile[], siteFile: string): Parts {
  const { target, server, adoption, drain } = change;
  const { release, source, certificate, newContainer, choices } = target;
  const { releases } = server;
  const pair =
    certificate.install === undefined
      ? []
      : planCertificate(
          certificate.pair,
          release.site.domain,
          certificate.install.chain,
          certificate.install.key,
          server.certificates,
        );
  const site = planSite(
    {
      release,
      file: siteFile,
      status: proofStatus(release),
      fingerprint: certificate.certificate.fingerprint,
      sent: certificate.sent,
      certificateIsNew: pair.length > 0,
      others: [...adoption.servers.files, ...shared],
      publishesLater: adoption.containerAdoption?.port !== undefined,
      errorLog: errorLogOf(server.configuration, server.nginx.version),
      drain,
      hidden: target.hidden,
    },
    server.nginx,
  );
  const staticSite = source.kind === 'project' ? source.staticSite : undefined;
  const pages = planStaticFiles(release.app, staticSite, releases.statics);
  const replaces = newContainer !== undefined;
  const records = replaces || site.length > 0 || isStale(release, releases.current);
  return {
    'record-missing':
      releases.unrecorded && releases.current !== undefined ? [planMissingRecord(releases.current)] : [],
    system: [...planPolicy(server.system), ...planMirror(server.system, server.docker)],
    'orphan-containers': [
      ...removeOrphans(
        orphanContainers(release, server).filter(({ id }) => !isKept(id, server)),
        release.app,
      ),
      ...removeBuildLeftovers(server.buildLeftovers),
      ...removeCopies(release.app, server.written.copies),
    ],
    certificate: [...pair, ...planSelinux(server.selinux, portsOf(release.site))],
    site,
    pages:
      pages.length === 0
        ? []
        : [...pages, ...planContentLabel(server.selinux, staticDirectory(release.app, staticSite?.sha256))],
    'orphan-folders': [
      ...removeOrphanFolders(release, orphanReleases(release, server)),
      ...removeEmptyIncoming(release, releases.emptyIncoming),
      ...settleLeftVariables(release.app, releases.variablesLeft, releases.current?.id),
    ],
    record: [
      ...(records ? [planRecord(release)] : []),
      ...(adoption.record === undefined ? [] : [planAdoptionRecord(adoption.record, release.app)]),
    ],
    pruning: [
      ...(replaces
        ? [...removeKept(release.app, server), ...planPrune(release, releases.recorded, choices.keepReleases)]
        : []),
      ...(records
        ? planStaticPrune(
            release,
            releases.statics,
            replaces ? releasesToPrune(release, releases.recorded, choices.keepReleases) : [],
          )
        : []),
    ],
    publish: planFirewall(openPorts(release.site), server.firewall),
  };
}

/** Containers of old versions that earlier runs did not retire. */
function leftoverOf(release: Release, server: ProvisionedServer): readonly Container[] {
  // One that is kept, but runs or has the name still, was not stopped or renamed.
  const unfinished = ({ id, name, status }: Container) =>
    isKept(id, server) && (status === 'running' || name === release.image);
  return [
    ...oldContainers(release, server).filter((one) => !isKept(one.id, server) || unfinished(one)),
    ...orphanContainers(release, server).filter(unfinished),
  ];
}

/**
 * Whether the record says something else than what is in force. The pair is left aside: another application of the domain
 * may have repointed the file since.
 */
function isStale(release: Release, current: Release | undefined): boolean {
  const recorded = (of: Release) => JSON.parse(JSON.stringify({ ...of, site: { ...of.site, certificate: undefined } }));
  return current !== undefined && !isDeepStrictEqual(recorded(release), recorded(current));
}

/** Whether a container holds files that could not be carried. */
function isKept(id: string, { written }: ProvisionedServer): boolean {
  return written.containers.some(({ container, kept }) => container === id && kept);
}

/** The container that an earlier deploy adopted was kept until now. */
function removeKept(app: string, server: ProvisionedServer): readonly Step[] {
  const kept = server.releases.adopted?.container;
  return kept !== undefined && !isKept(kept.id, server) && server.manualContainers.some(({ id }) => id === kept.id)
    ? [removeAdopted(kept, app)]
    : [];
}
