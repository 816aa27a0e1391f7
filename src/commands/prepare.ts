import { decideTarget } from '../decision/target.ts';
import { type CloudPlan, planCloud } from '../deployment/cloud.ts';
import { type Deployment, planDeployment } from '../deployment/plan.ts';
import { needsOfRun } from '../deployment/space.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import type { Step } from '../engine/step.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures } from '../messages/failure.ts';
import { staticPorts } from '../nginx/site.ts';
import { defaultVolumes } from '../release/default-volumes.ts';
import { runName } from '../release/run-name.ts';
import { complainsOfOwnPair, planCertificate } from '../resources/certificate.ts';
import { planEngine } from '../resources/docker-engine.ts';
import { missingPackages, planPackages, provisionProblems } from '../resources/packages/packages.ts';
import { provisionNeeds } from '../resources/packages/room.ts';
import type { Server } from '../server/server.ts';
import { spaceFailures } from '../server/space.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { closedFailures } from '../survey/closed-places.ts';
import { type DeploymentSurvey, placesOfPackages, placesOfRun, surveyDeployment } from '../survey/deployment.ts';
import { type ProvisionedServer, provisionedServer } from '../survey/provisioned-server.ts';
import { brokenBefore, confined, distrusted, refusals } from '../survey/refusals.ts';
import { runnerSupplies } from '../survey/runner-image.ts';
import { imageArchitecture } from '../values/image-architecture.ts';
import type { Cloud } from './account.ts';
import { checkHooks } from './check-hooks.ts';
import type { Prepared } from './read-runner.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { surveyAdopted } from './survey-adopted.ts';

/**
 * Surveys the server, once it lets `opening` pass. What it finds may be one that cannot be worked with: see {@link refuse}.
 * Throws `Failures` where root would run or write what another user can change.
 */
export async function look(
  server: Server,
  settings: DeploySettings,
  { project }: Prepared,
  run: Run,
  record: RunRecord,
  opening = '',
): Promise<DeploymentSurvey> {
  return timed(run, record, 'survey', commandMessages.survey, async () => {
    const volumes = settings.container.volumes ?? defaultVolumes(project.app);
    const surveyed = await surveyDeployment(server, project, settings.site.domain, volumes, opening);
    const { current } = surveyed.releases;
    record.previous = current;
    run.log.info(current === undefined ? commandMessages.nothingDeployed : commandMessages.current(current.id));
    const strange = distrusted(surveyed, applicationDirectory(project.app));
    if (strange.length > 0) throw new Failures(strange);
    const [adopted, supplies] = await Promise.all([
      surveyAdopted(server, settings, project, surveyed, volumes),
      suppliesFor(surveyed, run),
      checkHooks(server, settings.hooks),
    ]);
    return { ...adopted, supplies };
  });
}

/** How the runner can help with base images that the server lacks; it is not asked where there are none. */
async function suppliesFor(
  { imageSources, system }: DeploymentSurvey,
  { docker }: Run,
): Promise<DeploymentSurvey['supplies']> {
  const missing = imageSources.map(({ image }) => image);
  return missing.length === 0 ? new Map() : runnerSupplies(docker, missing, imageArchitecture(system.architecture));
}

/** Throws `Failures` where the server, or what surrounds it, is one that cannot be worked with. */
export function refuse(
  surveyed: DeploymentSurvey,
  settings: DeploySettings,
  { project }: Prepared,
  cloud: Cloud,
  run: Run,
): void {
  const nginx = surveyed.nginx.state === 'missing' ? undefined : surveyed.nginx;
  const broken = nginx?.managedFile?.broken;
  const missing = missingPackages(surveyed);
  const problems = [
    // The pair to be served is the very one: another one would be served in its stead.
    ...(settings.certificate.source === 'existing' &&
    nginx &&
    broken !== undefined &&
    complainsOfOwnPair(broken, settings.site.domain)
      ? [brokenBefore(nginx, broken)]
      : []),
    ...confined(surveyed.system),
    ...refusals(surveyed.docker, surveyed.nginx, project.baseImages),
    ...provisionProblems(surveyed.system, missing, settings.provision ? 'yes' : 'no'),
    ...spaceFailures(
      settings.server.host,
      [...needsOfRun, ...provisionNeeds(surveyed.system, missing)],
      surveyed.storage.fileSystems,
    ),
    ...closedFailures(surveyed.closed, [...placesOfRun, ...(missing.length > 0 ? placesOfPackages : [])]),
    ...cloudPlanFor(settings, project.app, cloud, run).problems,
  ];
  if (problems.length > 0) throw new Failures(problems);
}

/** What is to be published in the account, as far as the inputs alone tell: known before anything is touched. */
export function cloudPlanFor(
  { site, container, tencent }: DeploySettings,
  app: string,
  { account, publicAddress }: Cloud,
  { origin }: Pick<Run, 'origin'>,
): CloudPlan {
  const published = container.publishPort === true && container.port !== undefined ? [container.port] : [];
  const pages = site.staticSite === undefined ? [] : [staticPorts.https, staticPorts.http];
  return planCloud(
    {
      app,
      domain: site.domain,
      publicAddress,
      dnsOverwrite: tencent?.dnsOverwrite ?? [],
      ports: [site.httpsPort, ...pages, ...published],
      appPort: container.port,
      run: runName(origin),
    },
    account,
  );
}

/** Steps that bring a server to "docker and nginx present"; none where it is. */
export function provisioning(surveyed: DeploymentSurvey): readonly Step[] {
  const missing = missingPackages(surveyed);
  return [...planPackages(surveyed.system, missing), ...planEngine(surveyed.system, surveyed.docker)];
}

/**
 * Steps that put back what keeps nginx from starting and is ours: the very pair of the inputs, which files of ours name.
 * Until it is whole, each application of the domain would be refused for the other's file.
 */
export function mending(
  { nginx, certificates }: DeploymentSurvey,
  settings: DeploySettings,
  { provided }: Prepared,
): readonly Step[] {
  if (nginx.state === 'missing' || provided?.install === undefined) return [];
  const { pair, install } = provided;
  if (![pair.chainPath, pair.keyPath].some((path) => nginx.complaint.includes(`"${path}"`))) return [];
  return planCertificate(pair, settings.site.domain, install.chain, install.key, certificates);
}

/** The server after provisioning. Throws `Failures` where it is still one that cannot be worked with. */
export function provisioned(
  surveyed: DeploymentSurvey,
  settings: DeploySettings,
  prepared: Prepared,
  cloud: Cloud,
  run: Run,
): ProvisionedServer {
  refuse(surveyed, settings, prepared, cloud, run);
  return provisionedServer(surveyed);
}

/** Decides the release of the project, and plans the way to it. Throws `Failures` with all that stands in its way. */
export function planFor(
  settings: DeploySettings,
  { project }: Prepared,
  server: ProvisionedServer,
  certificate: ServedCertificate,
  { account, publicAddress }: Cloud,
  { origin, now: clock }: Run,
): Deployment {
  const now = new Date(clock());
  const target = decideTarget({ settings, project, server, certificate, publicAddress, origin, now });
  return planDeployment(target, server, account);
}
