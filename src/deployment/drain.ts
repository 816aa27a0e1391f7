import { serversOn } from '../nginx/servers.ts';
import type { Site } from '../nginx/site.ts';
import type { Drain } from '../resources/nginx-workers.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Adoption } from './adoption/adoption.ts';
import { servingContainer } from './orphans.ts';
import type { Target } from './target.ts';

/** What the old workers of nginx carry to a version that this deployment stops; undefined: it stops none. */
export function drainOf(
  { release, newContainer }: Target,
  { containerAdoption }: Adoption,
  server: ProvisionedServer,
  file: string,
): Drain | undefined {
  const { nginx, configuration, releases } = server;
  const { current } = releases;
  const serving = newContainer === undefined ? undefined : servingContainer(server);
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
    ownPorts: ports.filter((port) => serversOn(configuration, port).every((block) => block.file === file)),
    backEnds: [...new Set(backEnds)],
  };
}

/** The static pages need no container. */
function portsOfApi({ httpsPort, publishedAppPort }: Site): readonly number[] {
  return [httpsPort, ...(publishedAppPort === undefined ? [] : [publishedAppPort])];
}
