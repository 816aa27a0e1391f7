import { posix } from 'node:path';
import { makePlan, type Plan } from '../engine/plan.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import { type Text, text } from '../messages/text.ts';
import type { Configuration } from '../nginx/configuration.ts';
import { includeFolder } from '../nginx/include-folder.ts';
import { managedBy, nginxFileOf } from '../nginx/label.ts';
import { renderSite } from '../nginx/render-site.ts';
import { openPorts } from '../nginx/site.ts';
import { heritageOf, planAdoption } from './adoption/adoption.ts';
import { notesOnAdoption, warningsOfAdoption } from './adoption/words.ts';
import type { ChosenCertificate } from './certificate.ts';
import { closedPorts } from './closed-ports.ts';
import { type Decision, decide } from './decide.ts';
import { unmountedDatabase } from './embedded-database.ts';
import { environmentFile, sha256Of } from './environment.ts';
import { heapNotices } from './heap.ts';
import { obstacles } from './obstacles.ts';
import { portNotices } from './port.ts';
import { certificatesByHand, shareCertificate } from './shared-certificate.ts';
import { sideBySide } from './side-by-side.ts';
import { spaceProblems } from './space.ts';
import { type PlanInputs, stepsFor } from './steps.ts';
import { strangersInTheWay } from './strangers.ts';
import { unreadFiles } from './unread-files.ts';
import { notesOn, warningsOf } from './words.ts';
import { keptContainers, lostFiles, notesOnCarried, warningsOfFiles } from './written-files-words.ts';

/** What is to be deployed, and the steps that lead there from what was surveyed. */
export interface Deployment {
  readonly decision: Decision;
  readonly certificate: ChosenCertificate;
  readonly plan: Plan;
  /** Text of the application's nginx file. */
  readonly siteText: string;
  /** What is said of it every time, also where nothing is to change. */
  readonly warnings: readonly Text[];
  /** What is warned of by its code. */
  readonly notices: readonly Failure[];
  /** What a person wants to know of it before it begins. */
  readonly notes: readonly Text[];
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
  const adoption = planAdoption(heritage, decision, settings, project, surveyed, inputs.nginx);
  const shared = shareCertificate(project.app, decision.release.site.domain, certificate, surveyed);
  const folder = includeFolder(inputs.nginx);
  const file = folder === undefined ? undefined : `${folder}/${nginxFileOf(project.app)}`;
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
  // The port of a container that is taken over is redirected to it until then.
  const opened = openPorts(decision.release.site).filter((port) => port !== adoption.takeover?.port);
  const closed = closedPorts(opened, surveyed);
  const problems: Failure[] = [
    // First: what is to be saved comes before what is to be stopped.
    ...lostFiles(decision, choice, surveyed.storage.folders),
    ...database.problems,
    ...adoption.problems,
    ...obstacles(decision, project, surveyed, inputs.nginx, adoption),
    ...beside.problems,
    ...closed.problems,
    ...spaceProblems(decision, project, surveyed, settings.server.host),
    ...strangersInTheWay(decision, surveyed, {
      files: [
        ...(managedFile === undefined ? (file === undefined ? [] : [file]) : [managedFile.path]),
        ...[...adoption.servers.files, ...shared.others].map(({ change }) => change.path),
      ],
      certificate,
    }),
    ...(file === undefined ? [noInclude(inputs.nginx)] : foreignFile(file, inputs)),
    ...unread.problems,
  ];
  if (problems.length > 0 || file === undefined) throw new Failures(problems);
  return {
    decision,
    certificate,
    plan: makePlan(stepsFor(inputs, decision, adoption, shared.others, file)),
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
      ...beside.notices,
      ...heapNotices(settings.container),
      ...portNotices(decision.release.container.loopbackPort, surveyed.listeners),
      ...closed.notices,
    ],
    notes: [
      ...notesOn(decision, certificate),
      ...shared.notes,
      ...notesOnAdoption(adoption),
      ...notesOnCarried(decision),
      ...closed.notes,
    ],
  };
}

function noInclude({ main }: Configuration): Failure {
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
