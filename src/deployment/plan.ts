import { posix } from 'node:path';
import type { Replaced } from '../checks/dns-cached.ts';
import { makePlan, type Plan } from '../engine/plan.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import { nginxCommand } from '../nginx/command.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { errorLogOf } from '../nginx/error-log.ts';
import { includeFolder } from '../nginx/include-folder.ts';
import { managedBy, nginxFileOf } from '../nginx/label.ts';
import { renderSite } from '../nginx/render-site.ts';
import { openPorts } from '../nginx/site.ts';
import { runName } from '../release/run-name.ts';
import { deadMirrors } from '../resources/base-image/base-image.ts';
import { notesOnHooks } from '../resources/hook/hook.ts';
import type { Account } from '../survey/account.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { planAdoption } from './adoption/adoption.ts';
import { notesOnAdoption, warningsOfAdoption } from './adoption/words.ts';
import { closedPlaces } from './closed-places.ts';
import { closedPorts } from './closed-ports.ts';
import { type CloudTarget, planCloud } from './cloud.ts';
import { obstacles, sharedPortsOf } from './obstacles.ts';
import { portNotices } from './port.ts';
import { certificatesByHand, shareCertificate } from './shared-certificate.ts';
import { sharedPortNotices } from './shared-ports.ts';
import { sideBySide } from './side-by-side.ts';
import { spaceProblems } from './space.ts';
import { stepsFor } from './steps.ts';
import { strangersInTheWay } from './strangers.ts';
import { strategyFor } from './strategies/choose.ts';
import type { Target } from './target.ts';
import { unreadFiles } from './unread-files.ts';
import { changeOfUser, signalMayBeLost } from './user-words.ts';
import { planWayBack } from './way-back.ts';
import { notesOn, warningsOf } from './words.ts';
import { keptContainers, lostFiles, notesOnCarried, warningsOfFiles } from './written-files-words.ts';

/** A release that is to serve, and the steps that lead there from what was surveyed. */
export interface Deployment {
  readonly target: Target;
  readonly plan: Plan;
  /** How the server's nginx is called, and where it logs. */
  readonly nginx: { readonly command: string; readonly errorLog: string };
  /** Text of the application's nginx file. */
  readonly siteText: string;
  /** What resolvers may go on answering once the name leads here; undefined: it does already. */
  readonly replaced: Replaced | undefined;
  /** What is said of it every time, also where nothing is to change. */
  readonly warnings: readonly Text[];
  /** What is warned of by its code. */
  readonly notices: readonly Failure[];
  /** What a plan warns of besides: a deploy looks at the container itself. */
  readonly expected: readonly Failure[];
  /** What a person wants to know of it before it begins. */
  readonly notes: readonly Text[];
}

/**
 * Plans the way from what is on a server, and in the account that it is in, to a release, whichever command asks for it.
 * Throws `Failures` with all that stands in its way.
 */
export function planDeployment(target: Target, server: ProvisionedServer, account: Account | undefined): Deployment {
  const { release, certificate, advice } = target;
  const strategy = strategyFor(target);
  const { nginx, configuration } = server;
  const adoption = planAdoption(target, server);
  const shared = shareCertificate(release.app, release.site.domain, certificate, server);
  const folder = includeFolder(configuration);
  const file = folder === undefined ? undefined : `${folder}/${nginxFileOf(release.app)}`;
  const ports = sharedPortsOf(target, server, adoption);
  const unread = unreadFiles(release.site, configuration, nginx.managedFile?.path);
  const beside = strategy.sideBySide ? sideBySide(release, server, adoption) : { problems: [], notices: [] };
  const own = nginx.managedFile?.path ?? file;
  const files = [
    ...(own === undefined ? [] : [own]),
    ...[...adoption.servers.files, ...shared.others].map(({ change }) => change.path),
  ];
  // The port of a container that is adopted is redirected to it until then.
  const opened = openPorts(release.site).filter((port) => port !== adoption.containerAdoption?.port);
  const blocked = closedPorts(opened, server);
  const cloud = planCloud(cloudTargetOf(target), account);
  const problems: Failure[] = [
    // First: what is to be saved comes before what is to be stopped.
    ...lostFiles(target, server.storage.folders),
    ...advice.problems,
    ...adoption.problems,
    ...obstacles(target, server, adoption, ports),
    ...beside.problems,
    ...blocked.problems,
    ...spaceProblems(target, server),
    ...strangersInTheWay(target, server, files),
    ...(file === undefined ? [noInclude(configuration)] : foreignFile(file, release.app, server)),
    ...unread.problems,
    ...cloud.problems,
  ];
  if (problems.length > 0 || file === undefined) throw new Failures(problems);
  const way = stepsFor(strategy, target, server, adoption, shared.others, file);
  const recorded = way.some(({ id }) => id === 'release.record');
  const steps = [...way, ...(recorded ? [planWayBack(target, server, own ?? file)] : []), ...cloud.steps];
  const unwritable = closedPlaces(steps, target, server, files);
  if (unwritable.length > 0) throw new Failures(unwritable);
  return {
    target,
    plan: makePlan(steps),
    nginx: { command: nginxCommand(nginx), errorLog: errorLogOf(configuration, nginx.version) },
    siteText: renderSite(release.site, nginx.version),
    replaced: cloud.replaced,
    warnings: [
      ...certificate.warnings,
      ...certificatesByHand(release.site.domain, certificate, server, adoption.servers.cut),
      ...warningsOf(target, server),
      ...warningsOfFiles(target),
      ...advice.warnings,
      ...keptContainers(server),
      ...warningsOfAdoption(adoption, release, server),
    ],
    notices: [
      ...unread.notices,
      ...advice.notices.configuration,
      ...changeOfUser(target, server),
      ...beside.notices,
      ...advice.notices.paths,
      ...portNotices(release.container.loopbackPort, server.listeners),
      ...sharedPortNotices(ports),
      ...deadMirrors(server),
      ...blocked.notices,
      ...cloud.notices,
    ],
    expected: signalMayBeLost(target),
    notes: [
      ...notesOn(target),
      ...shared.notes,
      ...notesOnAdoption(adoption),
      ...notesOnCarried(target),
      ...blocked.notes,
      ...(steps.length === 0 ? [] : notesOnHooks(target.choices.hooks, target.newContainer !== undefined)),
    ],
  };
}

function cloudTargetOf({ release, publicAddress, choices }: Target): CloudTarget {
  const { app, origin, site, container } = release;
  return {
    app,
    domain: site.domain,
    publicAddress,
    dnsOverwrite: choices.dnsOverwrite,
    ports: openPorts(site),
    appPort: container.appPort,
    run: runName(origin),
  };
}

function noInclude({ main }: NginxConfiguration): Failure {
  return failure('NGINX_NO_INCLUDE', { main, folder: `${posix.dirname(main)}/conf.d` });
}

/** A file of somebody else in the application's place is not overwritten; one that a power cut left empty is nobody's. */
function foreignFile(file: string, app: string, { nginx, configuration }: ProvisionedServer): readonly Failure[] {
  const text = configuration.files.get(file);
  if (text === undefined || text.trim() === '' || managedBy(text)?.app === app) return [];
  if (nginx.managedFile?.path === file) return [];
  return [failure('NGINX_FILE_NOT_OURS', { file, owner: managedBy(text)?.app ?? '-' })];
}
