import { posix } from 'node:path';
import { makePlan, type Plan } from '../engine/plan.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import { type Text, text } from '../messages/text.ts';
import { nginxCommand } from '../nginx/command.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import { includeFolder } from '../nginx/include-folder.ts';
import { managedBy, nginxFileOf } from '../nginx/label.ts';
import { renderSite } from '../nginx/render-site.ts';
import { openPorts } from '../nginx/site.ts';
import { adoptionSourceOf, planAdoption } from './adoption/adoption.ts';
import { notesOnAdoption, warningsOfAdoption } from './adoption/words.ts';
import type { ChosenCertificate } from './certificate.ts';
import { closedPlaces } from './closed-places.ts';
import { closedPorts } from './closed-ports.ts';
import { type Decision, decide } from './decide.ts';
import { unmountedDatabase } from './embedded-database.ts';
import { renderedEnvironment, sha256Of } from './env-content.ts';
import { heapNotices } from './heap.ts';
import { obstacles, sharedPortsOf } from './obstacles.ts';
import { portNotices } from './port.ts';
import { certificatesByHand, shareCertificate } from './shared-certificate.ts';
import { sharedPortNotices } from './shared-ports.ts';
import { sideBySide } from './side-by-side.ts';
import { spaceProblems } from './space.ts';
import { type PlanInputs, stepsFor } from './steps.ts';
import { strangersInTheWay } from './strangers.ts';
import { unreadFiles } from './unread-files.ts';
import { changeOfUser, signalMayBeLost } from './user-words.ts';
import { notesOn, noticesOn, warningsOf } from './words.ts';
import { keptContainers, lostFiles, notesOnCarried, warningsOfFiles } from './written-files-words.ts';
import { pathNotices } from './written-paths.ts';

/** What is to be deployed, and the steps that lead there from what was surveyed. */
export interface Deployment {
  readonly decision: Decision;
  readonly certificate: ChosenCertificate;
  readonly plan: Plan;
  /** How the server's nginx is called, and where it logs. */
  readonly nginx: { readonly command: string; readonly errorLog: string };
  /** Text of the application's nginx file. */
  readonly siteText: string;
  /** What is said of it every time, also where nothing is to change. */
  readonly warnings: readonly Text[];
  /** What is warned of by its code. */
  readonly notices: readonly Failure[];
  /** What a plan warns of besides: a deploy looks at the container itself. */
  readonly expected: readonly Failure[];
  /** What a person wants to know of it before it begins. */
  readonly notes: readonly Text[];
}

/** Plans a deployment on a server that has docker and nginx. Throws `Failures` with all that stands in its way. */
export function planDeployment(inputs: PlanInputs): Deployment {
  const { settings, project, surveyed, certificate } = inputs;
  const environment = renderedEnvironment(settings.container.environment);
  const adoptionSource = adoptionSourceOf(settings, project, surveyed, inputs.nginx);
  const decision = decide(settings, {
    project,
    surveyed,
    adoptionSource,
    certificate: certificate.pair,
    environmentSha256: environment === undefined ? undefined : sha256Of(environment),
    origin: inputs.origin,
    now: inputs.now,
  });
  const adoption = planAdoption(adoptionSource, decision, settings, project, surveyed, inputs.nginx);
  const shared = shareCertificate(project.app, decision.release.site.domain, certificate, surveyed);
  const folder = includeFolder(inputs.nginx);
  const file = folder === undefined ? undefined : `${folder}/${nginxFileOf(project.app)}`;
  const ports = sharedPortsOf(decision, surveyed, inputs.nginx, adoption);
  const managedFile = surveyed.nginx.state === 'missing' ? undefined : surveyed.nginx.managedFile;
  const database = unmountedDatabase(
    settings,
    project,
    decision.release.container,
    decision.newContainer !== undefined,
  );
  const unread = unreadFiles(decision.release.site, inputs.nginx, managedFile?.path);
  const choice = settings.container.writtenFiles;
  const beside =
    decision.newContainer === undefined ? { problems: [], notices: [] } : sideBySide(project, surveyed, adoption);
  const files = [
    ...(managedFile === undefined ? (file === undefined ? [] : [file]) : [managedFile.path]),
    ...[...adoption.servers.files, ...shared.others].map(({ change }) => change.path),
  ];
  // The port of a container that is taken over is redirected to it until then.
  const opened = openPorts(decision.release.site).filter((port) => port !== adoption.containerAdoption?.port);
  const blocked = closedPorts(opened, surveyed);
  const problems: Failure[] = [
    // First: what is to be saved comes before what is to be stopped.
    ...lostFiles(decision, choice, surveyed.storage.folders),
    ...database.problems,
    ...adoption.problems,
    ...obstacles(decision, project, surveyed, inputs.nginx, adoption),
    ...beside.problems,
    ...blocked.problems,
    ...spaceProblems(decision, project, surveyed, settings.server.host),
    ...strangersInTheWay(decision, surveyed, { files, certificate }),
    ...(file === undefined ? [noInclude(inputs.nginx)] : foreignFile(file, inputs)),
    ...unread.problems,
  ];
  if (problems.length > 0 || file === undefined) throw new Failures(problems);
  const steps = stepsFor(inputs, decision, adoption, shared.others, file);
  const unwritable = closedPlaces(steps, decision, surveyed, { files, certificate: certificate.pair.chainPath });
  if (unwritable.length > 0) throw new Failures(unwritable);
  return {
    decision,
    certificate,
    plan: makePlan(steps),
    nginx: {
      command: surveyed.nginx.state === 'missing' ? 'nginx' : nginxCommand(surveyed.nginx),
      errorLog: surveyed.nginx.state === 'missing' ? '' : errorLogOf(inputs.nginx, surveyed.nginx.version),
    },
    siteText: surveyed.nginx.state === 'missing' ? '' : renderSite(decision.release.site, surveyed.nginx.version),
    warnings: [
      ...certificate.warnings,
      ...certificatesByHand(decision.release.site.domain, certificate, surveyed, inputs.nginx, adoption.servers.cut),
      ...warningsOf(decision, surveyed),
      ...warningsOfFiles(decision, choice),
      ...database.warnings,
      ...keptContainers(surveyed),
      ...warningsOfAdoption(adoption, decision.release, surveyed),
    ],
    notices: [
      ...unread.notices,
      ...noticesOn(project, decision.release.container.inheritedEnvironment),
      ...changeOfUser(decision),
      ...beside.notices,
      ...heapNotices(settings.container),
      ...pathNotices(decision.release.container, project),
      ...portNotices(decision.release.container.loopbackPort, surveyed.listeners),
      ...(ports === undefined ? [] : sharedPortNotices(ports)),
      ...blocked.notices,
    ],
    expected: signalMayBeLost(decision, project),
    notes: [
      ...notesOn(decision, certificate),
      ...shared.notes,
      ...notesOnAdoption(adoption),
      ...notesOnCarried(decision),
      ...blocked.notes,
    ],
  };
}

function noInclude({ main }: NginxConfiguration): Failure {
  return failure('NGINX_NO_INCLUDE', { main, folder: `${posix.dirname(main)}/conf.d` });
}

/** A file of somebody else in the application's place is not overwritten; one that a power cut left empty is nobody's. */
function foreignFile(file: string, { project, surveyed, nginx }: PlanInputs): readonly Failure[] {
  const text = nginx.files.get(file);
  if (text === undefined || text.trim() === '' || managedBy(text)?.app === project.app) return [];
  if (surveyed.nginx.state !== 'missing' && surveyed.nginx.managedFile?.path === file) return [];
  return [failure('NGINX_FILE_NOT_OURS', { file, owner: managedBy(text)?.app ?? '-' })];
}

/** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
export const knownAfterProvisioning = text(
  'Image, container, certificate and nginx site: known after provisioning.',
  '镜像、容器、证书和 nginx 站点：安装环境后才能确定。',
);
