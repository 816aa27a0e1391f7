import type { NginxConfiguration } from '../nginx/configuration.ts';
import { serversOn } from '../nginx/servers.ts';
import type { Site } from '../nginx/site.ts';
import type { Drain } from '../resources/nginx-workers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { Adoption } from './adoption/adoption.ts';
import type { Decision } from './decide.ts';
import { servingContainer } from './orphans.ts';

/** What the old workers of nginx carry to a version that this deployment stops; undefined: it stops none. */
export function drainOf(
  { release, current, newContainer }: Decision,
  { containerAdoption }: Adoption,
  surveyed: DeploymentSurvey,
  configuration: NginxConfiguration,
  file: string,
): Drain | undefined {
  const { nginx } = surveyed;
  const serving = newContainer === undefined ? undefined : servingContainer(surveyed);
  if (nginx.state !== 'running' || (serving === undefined && containerAdoption === undefined)) return undefined;
  const sites = [release.site, ...(current === undefined ? [] : [current.site])];
  const ports = [...new Set(sites.flatMap(portsOfApi))];
  const adopted =
    containerAdoption?.container.published.flatMap(({ port, containerPort }) => [port, containerPort]) ?? [];
  const backEnds = [
    ...[...(nginx.managedFile?.text ?? '').matchAll(/^ *server 127\.0\.0\.1:(\d+);$/gm)].map(([, port]) =>
      Number(port),
    ),
    ...adopted,
    // On the host's network it publishes nothing.
    ...(containerAdoption === undefined ? [] : [release.container.appPort]),
  ];
  return {
    seconds: release.drainTimeoutSeconds,
    ports,
    ownPorts: ports.filter((port) => serversOn(configuration, port).every((server) => server.file === file)),
    backEnds: [...new Set(backEnds)],
  };
}

/** The static pages need no container. */
function portsOfApi({ httpsPort, publishedAppPort }: Site): readonly number[] {
  return [httpsPort, ...(publishedAppPort === undefined ? [] : [publishedAppPort])];
}
