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
import { portsOf, staticUrl } from '../nginx/site.ts';
import type { Origin } from '../release/release.ts';
import { planCertificate } from '../resources/certificate.ts';
import { planContainer, removeOrphans } from '../resources/container/container.ts';
import { planFirewall } from '../resources/firewall.ts';
import { planImage } from '../resources/image.ts';
import { planMirror } from '../resources/packages.ts';
import { planReleaseFolder, removeOrphanFolders } from '../resources/release-folder.ts';
import { planPrune, planRecord, releasesToPrune } from '../resources/release-record.ts';
import { planSite } from '../resources/site/site.ts';
import { planStaticFiles, planStaticPrune } from '../resources/static-site.ts';
import { renderHealthStatus } from '../settings/health-status.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { ChosenCertificate } from './certificate.ts';
import { type Decision, decide } from './decide.ts';
import { environmentFile, sha256Of } from './environment.ts';
import { obstacles, orphanContainers, orphanReleases, servingContainer } from './obstacles.ts';
import type { Project } from './project.ts';
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
  const decision = decide(settings, {
    project,
    surveyed,
    certificate: certificate.pair,
    environmentSha256: environment === undefined ? undefined : sha256Of(environment),
    origin: inputs.origin,
    now: inputs.now,
  });
  const folder = includeFolder(inputs.nginx);
  const file = folder === undefined ? undefined : `${folder}/${project.image}.conf`;
  const problems: Failure[] = [
    ...obstacles(decision, project, surveyed, inputs.nginx),
    ...spaceProblems(decision, project, surveyed, settings.server.host),
    ...(file === undefined ? [failure('NGINX_NO_INCLUDE', { main: inputs.nginx.main })] : foreignFile(file, inputs)),
  ];
  if (problems.length > 0 || file === undefined) throw new Failures(problems);
  return {
    decision,
    certificate,
    plan: makePlan(stepsFor(inputs, decision, file)),
    siteText: surveyed.nginx.state === 'missing' ? '' : renderSite(decision.release.site, surveyed.nginx.version),
    warnings: [...certificate.warnings, ...openToTheWorld(decision), ...siteNoLonger(decision)],
    notes: notesOn(decision, certificate),
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
  const { publishedAppPort } = release.site;
  return publishedAppPort === undefined ? [] : [commandMessages.publicPort(publishedAppPort)];
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

function stepsFor(inputs: PlanInputs, decision: Decision, file: string): readonly Step[] {
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
      others: [],
      publishesLater: false,
      errorLog: errorLogOf(inputs.nginx, surveyed.nginx.version),
    },
    surveyed.nginx,
  );
  const prepare = [
    ...planMirror(surveyed.system, surveyed.docker),
    ...removeOrphans(orphanContainers(project.app, surveyed)),
    ...pair,
  ];
  const publish = planFirewall(portsOf(release.site), surveyed.firewall);
  const pages = planStaticFiles(project.app, project.staticSite, surveyed.releases.statics);
  const oldPages = (removed: readonly string[]) => planStaticPrune(release, surveyed.releases.statics, removed);
  const orphanFolders = removeOrphanFolders(release, orphanReleases(surveyed));
  if (decision.newContainer === undefined) {
    const recorded = site.length > 0 ? [planRecord(release), ...oldPages([])] : [];
    return [...prepare, ...orphanFolders, ...pages, ...site, ...recorded, ...publish];
  }
  const environment = environmentFile(settings.container.environment);
  const files = { context: project.context, environment, jarSource: project.jar.path };
  const [folder, jar] = planReleaseFolder(
    release,
    files,
    surveyed.storage.folders,
    surveyed.releases.jars.get(release.build.jar.sha256),
  );
  return [
    ...prepare,
    folder,
    ...site,
    ...pages,
    jar,
    // After the jar: an orphan may be where it is taken from, when a run that died is run again.
    ...orphanFolders,
    ...planImage(release, decision.sameImage),
    ...planContainer(release, servingContainer(surveyed), decision.newContainer),
    planRecord(release),
    ...planPrune(release, surveyed.releases.recorded, settings.keepReleases),
    ...oldPages(releasesToPrune(release, surveyed.releases.recorded, settings.keepReleases)),
    ...publish,
  ];
}

/** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
export const knownAfterProvisioning = text(
  'Image, container, certificate and nginx site: known after provisioning.',
  '镜像、容器、证书和 nginx 站点：安装环境后才能确定。',
);
