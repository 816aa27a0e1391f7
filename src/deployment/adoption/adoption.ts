import type { Failure } from '../../messages/failure.ts';
import type { AdoptionRecord, InheritedSettings } from '../../release/adoption-record.ts';
import type { Release } from '../../release/release.ts';
import type { ContainerAdoption } from '../../resources/container/adoption.ts';
import { holdsPort, isRunning, type ManualContainer } from '../../survey/manual-container.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import type { Target } from '../target.ts';
import { type AdoptedServers, serversToAdopt, toUtf8 } from './servers.ts';

/** What is adopted with a release, and what stands in the way of that. */
export interface Adoption {
  /** The container that this run adopts; undefined: none, or an earlier run did. */
  readonly container: ManualContainer | undefined;
  readonly inherited: InheritedSettings | undefined;
  readonly containerAdoption: ContainerAdoption | undefined;
  readonly servers: AdoptedServers;
  /** What is to be remembered; undefined: nothing new is adopted. */
  readonly record: AdoptionRecord | undefined;
  readonly problems: readonly Failure[];
}

/** Works out how a set-up by hand is adopted by the release that was decided on. */
export function planAdoption({ release, adoption: source }: Target, server: ProvisionedServer): Adoption {
  const { container, inherited } = source;
  const at = release.id.slice(0, release.id.indexOf('-'));
  const containerAdoption =
    container === undefined ? undefined : containerAdoptionOf(container, release, at, server.time);
  const servers = source.servers
    ? serversToAdopt(release.site, server.nginx, server.configuration)
    : { cut: [], files: [], problems: [] };
  const earlier = server.releases.adopted;
  return {
    container,
    inherited,
    containerAdoption,
    servers,
    record:
      containerAdoption === undefined && servers.cut.length === 0
        ? undefined
        : {
            format: 1,
            at,
            container: containerAdoption?.adopted ?? earlier?.container,
            inherited,
            servers: [
              ...(earlier?.servers ?? []),
              ...servers.cut.map(({ file, line, text }) => ({ file, line, text: toUtf8(text) })),
            ],
          },
    problems: servers.problems,
  };
}

/** A container with the names under which it and its image are kept. */
function containerAdoptionOf(
  container: ManualContainer,
  release: Release,
  at: string,
  surveyedAt: string,
): ContainerAdoption {
  const { id, name } = container;
  const kept = { keptAs: `${release.image}-adopted-${at}`, image: `${release.image}:adopted-${at}` };
  return { container, adopted: { id, name, ...kept, surveyedAt }, port: portInTheWay(container, release) };
}

/** The port that nginx is to listen on and that only the old container's end sets free. */
function portInTheWay(container: ManualContainer, { site }: Release): number | undefined {
  const port = site.publishedAppPort;
  if (port === undefined || !isRunning(container)) return undefined;
  return holdsPort(container, port) || container.networkMode === 'host' ? port : undefined;
}
