import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Step } from '../engine/step.ts';
import { staticDirectory } from '../layout/application-paths.ts';
import { failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import { openPorts, portsOf } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import type { Origin, Release } from '../release/release.ts';
import { planAdoptionRecord, planInheritedVariables } from '../resources/adoption-record.ts';
import { planBaseImages, pullerOn } from '../resources/base-image.ts';
import { planCertificate } from '../resources/certificate.ts';
import { planContainerAdoption, removeAdopted } from '../resources/container/adoption.ts';
import type { Candidate } from '../resources/container/candidate.ts';
import { planCarry, removeCopies } from '../resources/container/carried-files.ts';
import { planContainer, planNaming } from '../resources/container/container.ts';
import type { FilesOfOld } from '../resources/container/files-of-old.ts';
import { removeOrphans } from '../resources/container/orphans.ts';
import { planStartAgain } from '../resources/container/start-again.ts';
import { planMirror } from '../resources/docker-engine.ts';
import { planFirewall } from '../resources/firewall.ts';
import { planImage, removeBuildLeftovers } from '../resources/image.ts';
import { planPolicy } from '../resources/packages/packages.ts';
import { planReleaseFolder, removeEmptyIncoming, removeOrphanFolders } from '../resources/release-folder.ts';
import { planMissingRecord, planPrune, planRecord, releasesToPrune } from '../resources/release-record.ts';
import { planContentLabel, planSelinux } from '../resources/selinux.ts';
import type { OtherFile } from '../resources/site/desired-site.ts';
import { planSite } from '../resources/site/site.ts';
import { planStaticFiles, planStaticPrune } from '../resources/static-site.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Container } from '../survey/containers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { Adoption } from './adoption/adoption.ts';
import type { ChosenCertificate } from './certificate.ts';
import type { Decision } from './decide.ts';
import { drainOf } from './drain.ts';
import { renderedEnvironment } from './env-content.ts';
import { oldContainers, orphanContainers, orphanReleases, servingContainer } from './orphans.ts';

/** What a deployment is planned from. */
export interface PlanInputs {
  readonly settings: DeploySettings;
  readonly project: Project;
  readonly surveyed: DeploymentSurvey;
  /** What nginx was seen to be configured with. */
  readonly nginx: NginxConfiguration;
  readonly certificate: ChosenCertificate;
  readonly origin: Origin;
  readonly now: Date;
}

/** The steps of a deployment: what they share is prepared first, what is published comes last. */
export function stepsFor(
  inputs: PlanInputs,
  decision: Decision,
  adoption: Adoption,
  shared: readonly OtherFile[],
  file: string,
): readonly Step[] {
  const { settings, project, surveyed, certificate } = inputs;
  const { release, current } = decision;
  if (surveyed.nginx.state === 'missing') throw failure('INTERNAL', { detail: 'nginx is planned for, but missing' });
  const pair =
    certificate.install === undefined
      ? []
      : planCertificate(
          certificate.pair,
          release.site.domain,
          certificate.install.chain,
          certificate.install.key,
          surveyed.certificates,
        );
  const siteFile = surveyed.nginx.managedFile?.path ?? file;
  const drain = drainOf(decision, adoption, surveyed, inputs.nginx, siteFile);
  const site = planSite(
    {
      release,
      file: siteFile,
      status: decision.proofStatus,
      fingerprint: certificate.certificate.fingerprint,
      sent: certificate.sent,
      certificateIsNew: pair.length > 0,
      others: [...adoption.servers.files, ...shared],
      publishesLater: adoption.containerAdoption?.port !== undefined,
      errorLog: errorLogOf(inputs.nginx, surveyed.nginx.version),
      drain,
    },
    surveyed.nginx,
  );
  const prepare = [
    ...(surveyed.releases.unrecorded && current !== undefined ? [planMissingRecord(current)] : []),
    ...planPolicy(surveyed.system),
    ...planMirror(surveyed.system, surveyed.docker),
    ...removeOrphans(
      orphanContainers(project, surveyed).filter(({ id }) => !isKept(id, surveyed)),
      project.app,
    ),
    ...removeBuildLeftovers(surveyed.buildLeftovers),
    ...removeCopies(project.app, surveyed.written.copies),
    ...pair,
    ...planSelinux(
      surveyed.selinux,
      portsOf(release.site),
      pair.length > 0 ? posix.dirname(certificate.pair.chainPath) : undefined,
    ),
  ];
  const { containerAdoption, record } = adoption;
  const adopted = record === undefined ? [] : [planAdoptionRecord(record, release.app)];
  const publish = planFirewall(openPorts(release.site), surveyed.firewall);
  const files = planStaticFiles(project.app, project.staticSite, surveyed.releases.statics);
  const pages =
    files.length === 0
      ? []
      : [...files, ...planContentLabel(surveyed.selinux, staticDirectory(project.app, project.staticSite?.sha256))];
  const oldPages = (removed: readonly string[]) => planStaticPrune(release, surveyed.releases.statics, removed);
  const orphanFolders = [
    ...removeOrphanFolders(release, orphanReleases(project, surveyed)),
    ...removeEmptyIncoming(release, surveyed.releases.emptyIncoming),
  ];
  const serving = servingContainer(surveyed);
  // One that is kept, but runs or has the name still, was not stopped or renamed.
  const unfinished = ({ id, name, status }: Container) =>
    isKept(id, surveyed) && (status === 'running' || name === project.image);
  const old = [
    ...oldContainers(project, surveyed).filter((one) => !isKept(one.id, surveyed) || unfinished(one)),
    ...orphanContainers(project, surveyed).filter(unfinished),
  ];
  if (decision.newContainer === undefined) {
    return [
      ...prepare,
      ...orphanFolders,
      ...(decision.startAgain === undefined
        ? []
        : planStartAgain(release, decision.startAgain, candidateOf(inputs, decision))),
      ...pages,
      ...site,
      // What an earlier run left undone after its proof.
      ...(old.length > 0 || (serving !== undefined && serving.name !== release.image) ? planNaming(release, old) : []),
      ...(site.length > 0 || isStale(release, current) ? [planRecord(release), ...oldPages([])] : []),
      ...adopted,
      ...publish,
    ];
  }
  const discard = settings.container.writtenFiles === 'discard';
  const filesOfOld: FilesOfOld = {
    carried: decision.carried,
    surveyedAt: surveyed.time,
    discard,
    named: discard ? (decision.atStake?.files ?? []) : [],
  };
  const environment = renderedEnvironment(settings.container.environment);
  const contents = { context: project.context, environment, files: project.files, jarSource: project.jar.path };
  const [folder, jar] = planReleaseFolder(
    release,
    contents,
    surveyed.storage.folders.filter(({ path }) => release.container.volumes.some(({ host }) => host === path)),
    surveyed.releases.jars.get(release.build.jar.sha256),
  );
  const puller = pullerOn(surveyed.system, surveyed.docker);
  return [
    ...prepare,
    // Before anything is sent: it is what fails most often on a server in China.
    ...(decision.sameImage === undefined ? planBaseImages(project.pulledImages, surveyed.baseImages, puller) : []),
    folder,
    ...planInheritedVariables(release, adoption.container),
    // Before the site's own steps: in the pass that they share, the old container lets go of the port first.
    ...(containerAdoption === undefined ? [] : planContainerAdoption(containerAdoption, release, drain, filesOfOld)),
    ...site,
    ...pages,
    jar,
    // After the jar: an orphan may be where it is taken from, when a run that died is run again.
    ...orphanFolders,
    ...planImage(release, decision.sameImage, latestOfOthers(release, surveyed) === undefined, puller),
    ...planCarry(
      release,
      adoption.container ?? serving,
      decision.carried,
      surveyed.storage.folders.filter(({ exists }) => exists).map(({ path }) => path),
    ),
    ...planContainer({
      release,
      reason: decision.newContainer,
      old: serving,
      files: filesOfOld,
      leftover: old,
      adopted: containerAdoption?.container,
      candidate: candidateOf(inputs, decision),
    }),
    planRecord(release),
    ...adopted,
    ...removeKept(project.app, surveyed),
    ...planPrune(release, surveyed.releases.recorded, settings.keepReleases),
    ...oldPages(releasesToPrune(release, surveyed.releases.recorded, settings.keepReleases)),
    ...publish,
  ];
}

/** What the steps of a candidate need to know beside its release. */
function candidateOf({ project, surveyed }: PlanInputs, { release, user, userBefore }: Decision): Candidate {
  const mounted = release.container.volumes.filter(({ readOnly }) => !readOnly).map(({ host }) => host);
  const made = surveyed.storage.folders.filter(({ path, exists }) => !exists && mounted.includes(path));
  return {
    user: { before: userBefore, known: user.ids !== undefined, by: user.from },
    folders: user.ids === undefined ? made.map(({ path }) => path) : [],
    shellForm: project.dockerfile?.shellForm,
  };
}

/**
 * Whether the record says something else than what is in force. The pair is left aside: another application of the domain
 * may have repointed the file since.
 */
function isStale(release: Release, current: Release | undefined): boolean {
  const recorded = (of: Release) => JSON.parse(JSON.stringify({ ...of, site: { ...of.site, certificate: undefined } }));
  return current !== undefined && !isDeepStrictEqual(recorded(release), recorded(current));
}

/** `<image>:latest`, where it names an image that was not built for this application: it goes on naming that. */
export function latestOfOthers(
  { app, image }: Pick<Release, 'app' | 'image'>,
  { images }: Pick<DeploymentSurvey, 'images'>,
) {
  return images.find((one) => one.tag === `${image}:latest` && one.app !== app)?.tag;
}

/** Whether a container holds files that could not be carried. */
function isKept(id: string, { written }: DeploymentSurvey): boolean {
  return written.containers.some(({ container, kept }) => container === id && kept);
}

/** The container that an earlier deploy took over was kept until now. */
function removeKept(app: string, surveyed: DeploymentSurvey): readonly Step[] {
  const { manualContainers, releases } = surveyed;
  const kept = releases.adopted?.container;
  return kept !== undefined && !isKept(kept.id, surveyed) && manualContainers.some(({ id }) => id === kept.id)
    ? [removeAdopted(kept, app)]
    : [];
}
