import { makePlan, type Plan } from '../engine/plan.ts';
import type { Step } from '../engine/step.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import { type Text, text } from '../messages/text.ts';
import type { Configuration } from '../nginx/configuration.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import { includeFolder } from '../nginx/include-folder.ts';
import { managedBy } from '../nginx/label.ts';
import { renderSite } from '../nginx/render-site.ts';
import { openPorts, portsOf, staticUrl } from '../nginx/site.ts';
import { type Origin, staticDirectory } from '../release/release.ts';
import { planAdoptedRecord, planAdoptedVariables } from '../resources/adopted-record.ts';
import { planCertificate } from '../resources/certificate.ts';
import { planContainer, removeOrphans } from '../resources/container/container.ts';
import { planTakeover, removeAdopted } from '../resources/container/takeover.ts';
import { planMirror } from '../resources/docker-engine.ts';
import { planFirewall } from '../resources/firewall.ts';
import { planImage } from '../resources/image.ts';
import { planReleaseFolder, removeOrphanFolders } from '../resources/release-folder.ts';
import { planPrune, planRecord, releasesToPrune } from '../resources/release-record.ts';
import { planContentLabel, planSelinux } from '../resources/selinux.ts';
import { type OtherFile, planSite } from '../resources/site/site.ts';
import { planStaticFiles, planStaticPrune } from '../resources/static-site.ts';
import { renderHealthStatus } from '../settings/health-status.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { type Adoption, heritageOf, planAdoption } from './adoption/adoption.ts';
import { notesOnAdoption, warningsOfAdoption } from './adoption/words.ts';
import type { ChosenCertificate } from './certificate.ts';
import { type Decision, decide } from './decide.ts';
import { environmentFile, sha256Of } from './environment.ts';
import { obstacles, orphanContainers, orphanReleases, servingContainer } from './obstacles.ts';
import type { Project } from './project.ts';
import { shareCertificate } from './shared-certificate.ts';
import { spaceProblems } from './space.ts';

/** What is to be deployed, and the steps that lead there from what was surveyed. */
export interface Deployment {
  readonly decision: Decision;
  readonly certificate: ChosenCertificate;
  readonly plan: Plan;
  /** Text of the application's nginx file. */
  readonly siteText: string;
  /** What is said of it every time, also where nothing is to change. */
  readonly warnings: readonly Text[];
  /** What a person wants to know of it before it begins. */
  readonly notes: readonly Text[];
}

/** What a deployment is planned from. */
export interface PlanInputs {
  readonly settings: DeploySettings;
  readonly project: Project;
  readonly surveyed: DeploymentSurvey;
  /** What nginx was seen to be configured with. */
  readonly nginx: Configuration;
  readonly certificate: ChosenCertificate;
  readonly origin: Origin;
  readonly now: Date;
}

/** Plans a deployment on a server that has docker and nginx. Throws `Failures` with all that stands in its way. */
export function planDeployment(inputs: PlanInputs): Deployment {
  const { settings, project, surveyed, certificate } = inputs;
  const environment = environmentFile(settings.container.environment);
  const heritage = heritageOf(settings, project, surveyed, inputs.nginx);
  const decision = decide(settings, {
    project,
    surveyed,
    heritage,
    certificate: certificate.pair,
    environmentSha256: environment === undefined ? undefined : sha256Of(environment),
    origin: inputs.origin,
    now: inputs.now,
  });
  const adoption = planAdoption(heritage, decision.release, settings, project, surveyed, inputs.nginx);
  const shared = shareCertificate(project.app, decision.release.site.domain, certificate, surveyed);
  const folder = includeFolder(inputs.nginx);
  const file = folder === undefined ? undefined : `${folder}/${project.image}.conf`;
  const problems: Failure[] = [
    ...adoption.problems,
    ...obstacles(decision, project, surveyed, inputs.nginx, adoption),
    ...spaceProblems(decision, project, surveyed, settings.server.host),
    ...(file === undefined ? [failure('NGINX_NO_INCLUDE', { main: inputs.nginx.main })] : foreignFile(file, inputs)),
  ];
  if (problems.length > 0 || file === undefined) throw new Failures(problems);
  return {
    decision,
    certificate,
    plan: makePlan(stepsFor(inputs, decision, adoption, shared.others, file)),
    siteText: surveyed.nginx.state === 'missing' ? '' : renderSite(decision.release.site, surveyed.nginx.version),
    warnings: [
      ...certificate.warnings,
      ...openToTheWorld(decision),
      ...siteNoLonger(decision),
      ...warningsOfAdoption(adoption, decision.release, surveyed),
    ],
    notes: [...notesOn(decision, certificate), ...shared.notes, ...notesOnAdoption(adoption)],
  };
}

function notesOn(
  { release, healthReason }: Decision,
  { pair, certificate, notes }: ChosenCertificate,
): readonly Text[] {
  const { path, port, status } = release.health;
  return [
    commandMessages.health(path, port, renderHealthStatus(status), healthReason),
    commandMessages.certificateUntil(pair.chainPath, certificate.notAfter.toISOString().slice(0, 10)),
    ...notes,
  ];
}

/** Plain http can be read and changed on its way, and goes past what the https port demands. */
function openToTheWorld({ release }: Decision): readonly Text[] {
  const { publishedAppPort, publishedOnLoopback } = release.site;
  return publishedAppPort === undefined || publishedOnLoopback ? [] : [commandMessages.publicPort(publishedAppPort)];
}

/** A site that goes because an input is not there any more: what was meant, or forgotten. */
function siteNoLonger({ release, current }: Decision): readonly Text[] {
  const before = current === undefined ? undefined : staticUrl(current.site);
  return before === undefined || release.site.staticSite !== undefined ? [] : [commandMessages.siteNoLonger(before)];
}

/** A file of somebody else in the application's place is not overwritten. */
function foreignFile(file: string, { project, nginx }: PlanInputs): readonly Failure[] {
  const text = nginx.files.get(file);
  if (text === undefined || managedBy(text)?.app === project.app) return [];
  return [failure('NGINX_FILE_NOT_OURS', { file, owner: managedBy(text)?.app ?? '-' })];
}

function stepsFor(
  inputs: PlanInputs,
  decision: Decision,
  adoption: Adoption,
  shared: readonly OtherFile[],
  file: string,
): readonly Step[] {
  const { settings, project, surveyed, certificate } = inputs;
  const { release } = decision;
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
  const site = planSite(
    {
      release,
      file: surveyed.nginx.managedFile?.path ?? file,
      status: decision.proofStatus,
      fingerprint: certificate.certificate.fingerprint,
      certificateIsNew: pair.length > 0,
      others: [...adoption.servers.files, ...shared],
      publishesLater: adoption.takeover?.port !== undefined,
      errorLog: errorLogOf(inputs.nginx, surveyed.nginx.version),
    },
    surveyed.nginx,
  );
  const prepare = [
    ...planMirror(surveyed.system, surveyed.docker),
    ...removeOrphans(orphanContainers(project.app, surveyed)),
    ...pair,
    ...planSelinux(surveyed.selinux, portsOf(release.site), pair.length > 0),
  ];
  const { takeover, record } = adoption;
  const adopted = record === undefined ? [] : [planAdoptedRecord(record, release.app)];
  const publish = planFirewall(openPorts(release.site), surveyed.firewall);
  const files = planStaticFiles(project.app, project.staticSite, surveyed.releases.statics);
  const pages =
    files.length === 0 ? [] : [...files, ...planContentLabel(surveyed.selinux, staticDirectory(project.app))];
  const oldPages = (removed: readonly string[]) => planStaticPrune(release, surveyed.releases.statics, removed);
  const orphanFolders = removeOrphanFolders(release, orphanReleases(surveyed));
  if (decision.newContainer === undefined) {
    return [
      ...prepare,
      ...orphanFolders,
      ...pages,
      ...site,
      ...(site.length > 0 ? [planRecord(release), ...oldPages([])] : []),
      ...adopted,
      ...publish,
    ];
  }
  const environment = environmentFile(settings.container.environment);
  const contents = { context: project.context, environment, files: project.files, jarSource: project.jar.path };
  const [folder, jar] = planReleaseFolder(
    release,
    contents,
    surveyed.storage.folders.filter(({ path }) => release.container.volumes.some(({ host }) => host === path)),
    surveyed.releases.jars.get(release.build.jar.sha256),
  );
  return [
    ...prepare,
    folder,
    ...planAdoptedVariables(release, adoption.container),
    // Before the site's own steps: in the pass that they share, the old container lets go of the port first.
    ...(takeover === undefined ? [] : planTakeover(takeover, release)),
    ...site,
    ...pages,
    jar,
    // After the jar: an orphan may be where it is taken from, when a run that died is run again.
    ...orphanFolders,
    ...planImage(release, decision.sameImage),
    ...planContainer(release, servingContainer(surveyed), decision.newContainer, takeover?.container),
    planRecord(release),
    ...adopted,
    ...removeKept(surveyed),
    ...planPrune(release, surveyed.releases.recorded, settings.keepReleases),
    ...oldPages(releasesToPrune(release, surveyed.releases.recorded, settings.keepReleases)),
    ...publish,
  ];
}

/** The container that an earlier deploy took over was kept until now. */
function removeKept({ handMade, releases: { adopted } }: DeploymentSurvey): readonly Step[] {
  const kept = adopted?.container;
  return kept !== undefined && handMade.some(({ id }) => id === kept.id) ? [removeAdopted(kept)] : [];
}

/** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
export const knownAfterProvisioning = text(
  'Image, container, certificate and nginx site: known after provisioning.',
  '镜像、容器、证书和 nginx 站点：安装环境后才能确定。',
);
