import { posix } from 'node:path';
import {
  adoptionRecordFile,
  applicationDirectory,
  dataFolder,
  inheritedEnvironmentFile,
  rollbackScript,
  staticDirectory,
} from '../layout/application-paths.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { ownerOf } from '../nginx/label.ts';
import { serversFor } from '../nginx/servers.ts';
import { portsOf, staticPorts } from '../nginx/site.ts';
import { label } from '../release/labels.ts';
import { imageTag } from '../release/names.ts';
import { holdersOf, isOfProgram } from '../survey/listeners.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { openedBy } from '../values/private-paths.ts';
import type { Adoption } from './adoption/adoption.ts';
import { goes } from './adoption/servers.ts';
import { isOurs } from './orphans.ts';
import { type SharedPorts, sharedPortProblems } from './shared-ports.ts';
import type { Target } from './target.ts';

/** What stands in the way of a release; every one with its name, nothing touched. Empty: nothing does. */
export function obstacles(
  target: Target,
  server: ProvisionedServer,
  adoption: Adoption,
  shared: SharedPorts,
): readonly Failure[] {
  return [
    ...placesNotOurs(target, server, adoption),
    ...privateVolumes(target, server),
    ...foreignContainers(target, server, adoption),
    ...takenTags(target, server, adoption),
    ...samePorts(target),
    ...foreignServers(target, server, adoption),
    ...takenPorts(target, server, adoption),
    ...sharedPortProblems(shared),
    ...unfitNetworks(target, server),
  ];
}

/** Places that bear our names: what is not ours there is not touched, what others can change is not relied on. */
function placesNotOurs({ release }: Target, { releases }: ProvisionedServer, { record }: Adoption): readonly Failure[] {
  const { app, site } = release;
  const folder = applicationDirectory(app);
  const needed = [
    folder,
    `${folder}/releases`,
    `${folder}/current`,
    releaseDirectory(release),
    rollbackScript(app),
    '/docker',
    '/docker/app',
  ];
  if (site.staticSite !== undefined) needed.push(staticDirectory(app), posix.dirname(site.staticSite.root));
  if (record !== undefined) needed.push(adoptionRecordFile(app), inheritedEnvironmentFile(app));
  return [...releases.taken.filter((path) => needed.includes(path)).map((path) => failure('PATH_TAKEN', { path }))];
}

/** Folders that would let the container read what is root's, or write what root runs; links are followed. */
function privateVolumes(
  { release }: Target,
  { releases, storage, configuration }: ProvisionedServer,
): readonly Failure[] {
  const applications = [applicationDirectory(release.app), ...releases.applications];
  const places = {
    applications,
    nginx: [posix.dirname(configuration.main)],
    files: [...configuration.files.keys()],
  };
  return release.container.volumes.flatMap((volume) => {
    const real = storage.folders.find(({ path }) => path === volume.host)?.real ?? volume.host;
    const opened = openedBy(volume, places) ?? openedBy({ ...volume, host: real }, places);
    const fit = dataFolder(release.app);
    return opened === undefined ? [] : [failure('VOLUME_PRIVATE', { path: volume.host, opened, fit })];
  });
}

/** Names of images that this deploy is to give, and that something bears already. */
function takenTags(
  { release, source, newContainer }: Target,
  { images }: ProvisionedServer,
  { containerAdoption }: Adoption,
): readonly Failure[] {
  const given = [
    ...(newContainer === undefined || source.kind === 'kept' ? [] : [imageTag(release)]),
    ...(containerAdoption === undefined ? [] : [containerAdoption.adopted.image]),
  ];
  return given
    .filter((tag) => images.some((image) => image.tag === tag))
    .map((tag) => failure('IMAGE_TAG_TAKEN', { tag }));
}

function foreignContainers(
  { release }: Target,
  server: ProvisionedServer,
  { container: adopted }: Adoption,
): readonly Failure[] {
  return server.containers
    .filter((container) => container.id !== adopted?.id)
    .filter((container) => container.name === release.image && !isOurs(container, release, server))
    .map((container) =>
      failure('CONTAINER_NOT_OURS', { container: container.name, owner: container.labels[label.app] ?? '-' }),
    );
}

function foreignServers(
  { release }: Target,
  { nginx, configuration }: ProvisionedServer,
  { servers }: Adoption,
): readonly Failure[] {
  const { domain } = release.site;
  const foreign = portsOf(release.site).flatMap((port) => {
    const found = serversFor(configuration, domain, port).filter(
      (server) => server.file !== nginx.managedFile?.path && !goes(server, servers),
    );
    const ownerOfFile = (file: string) => ownerOf(file, configuration.files.get(file) ?? '')?.app;
    const owner = found.map(({ file }) => ownerOfFile(file)).find((app) => app !== undefined);
    if (owner !== undefined && ofBrowsers(port)) return [failure('SITE_TAKEN', { domain, port, app: owner })];
    return found.map(({ file, line }) =>
      failure('SERVER_BLOCK_TAKEN', { domain, port, file, line, app: ownerOfFile(file) ?? '-' }),
    );
  });
  // Whoever has 443 mostly has 80 as well: told once.
  const [taken] = foreign.filter(({ code }) => code === 'SITE_TAKEN');
  return foreign.filter((one) => one.code !== 'SITE_TAKEN' || one === taken);
}

/** Whether a port is one that one application of a domain has to itself. */
function ofBrowsers(port: number): boolean {
  return port === staticPorts.https || port === staticPorts.http;
}

/** The application's own port may come from the jar, where the inputs could not be held against each other. */
function samePorts({ release }: Target): readonly Failure[] {
  const { publishedAppPort, httpsPort } = release.site;
  if (publishedAppPort === undefined) return [];
  if (publishedAppPort === httpsPort)
    return [failure('INPUT_SAME_PORT', { name: 'app-port', other: 'https-port', port: httpsPort })];
  if (release.site.staticSite !== undefined && ofBrowsers(publishedAppPort))
    return [failure('INPUT_STATIC_PORT', { name: 'app-port', port: publishedAppPort })];
  return [];
}

/** Ports that nginx is to listen on, held by something else. nginx itself, which is root's, may hold them for other names. */
function takenPorts(
  { release }: Target,
  { listeners, nginx }: ProvisionedServer,
  { containerAdoption }: Adoption,
): readonly Failure[] {
  return portsOf(release.site).flatMap((port) => {
    // What the old container holds it lets go when it stops.
    if (port === containerAdoption?.port) return [];
    const holder = holdersOf(listeners, port).find((socket) => !isOfProgram(socket, nginx.program));
    return holder === undefined
      ? []
      : [
          failure('PORT_TAKEN', {
            port,
            process: holder.process || '-',
            pid: holder.pid ?? '-',
            address: holder.address,
          }),
        ];
  });
}

/** What other servers of this nginx do to the ports of the site. */
export function sharedPortsOf(
  { release }: Target,
  { nginx, configuration, listeners, filters: { addresses }, maskedNginx: masked }: ProvisionedServer,
  { servers, containerAdoption }: Adoption,
): SharedPorts {
  const { site } = release;
  return {
    site,
    nginx,
    configuration,
    listeners,
    addresses,
    masked,
    taken: servers,
    released: containerAdoption?.port,
  };
}

/** Networks that the container is to be on, and cannot. */
function unfitNetworks({ release }: Target, { networks }: ProvisionedServer): readonly Failure[] {
  const known = networks.map(({ name }) => name).join(', ') || '-';
  return release.container.networks.flatMap((network) => {
    const found = networks.find(({ name }) => name === network);
    if (found === undefined) return [failure('NETWORK_MISSING', { network, known })];
    const { driver, internal } = found;
    if (driver === 'bridge' && !internal) return [];
    return [failure('NETWORK_UNFIT', { network, driver: internal ? `${driver}, internal` : driver })];
  });
}
