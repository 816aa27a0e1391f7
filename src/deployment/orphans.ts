import { isReleaseId } from '../layout/release-id.ts';
import { candidateName, imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import type { Container } from '../survey/containers.ts';
import { servedRelease } from '../survey/nginx.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';

/** The container that a release made, by the id that its folder recorded; undefined: it is gone. */
export function containerOf(
  release: string,
  { releases, containers }: Pick<ProvisionedServer, 'releases' | 'containers'>,
): Container | undefined {
  const id = releases.containers.get(release);
  return id ? containers.find((container) => container.id === id) : undefined;
}

/** The container of the release that nginx serves, or else of the current one; it may have ended. */
export function servingContainer(server: ProvisionedServer): Container | undefined {
  const served = servedRelease(server.nginx);
  const { current } = server.releases;
  return (
    (served === undefined ? undefined : containerOf(served, server)) ??
    (current === undefined ? undefined : containerOf(current.id, server))
  );
}

/** Whether a container was made for a release of this application, whatever its name and its labels say. */
export function isOurs(
  container: Container,
  { image }: Pick<Release, 'image'>,
  { releases }: ProvisionedServer,
): boolean {
  return [...releases.containers].some(
    ([ofRelease, id]) =>
      id === container.id ||
      // Cut short between making it and writing its id down: it has never run.
      (id === '' && container.status === 'created' && container.name === candidateName({ image, id: ofRelease })),
  );
}

/** Containers of releases that do not serve, which nothing leads to: what a run that died left behind. */
export function orphanContainers(release: Pick<Release, 'image'>, server: ProvisionedServer): readonly Container[] {
  return notServing(release, server).filter((one) => one.name !== release.image && !isLedTo(one, server));
}

/**
 * Containers of releases that do not serve, but bear the application's name or are named by its nginx file: an old version
 * that was not retired. Only once another is proven can they go.
 */
export function oldContainers(release: Pick<Release, 'image'>, server: ProvisionedServer): readonly Container[] {
  const text = server.nginx.managedFile?.text ?? '';
  return notServing(release, server).filter((one) => one.name === release.image || leadsTo(text, one));
}

function notServing(release: Pick<Release, 'image'>, server: ProvisionedServer): readonly Container[] {
  const serving = servingContainer(server);
  return server.containers.filter((one) => one.id !== serving?.id && isOurs(one, release, server));
}

/** Whether anything in nginx's configuration leads to a port that a container publishes. */
function isLedTo(container: Container, { nginx }: ProvisionedServer): boolean {
  return leadsTo(nginx.dump, container) || leadsTo(nginx.managedFile?.text ?? '', container);
}

function leadsTo(text: string, { ports }: Container): boolean {
  return ports.some((port) => new RegExp(`(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\]):${port}(?!\\d)`).test(text));
}

/**
 * Releases of which only a folder or an image is left: a run that died, or was cancelled while it built. Folder and image of
 * a container that stays are kept with it: its id and the files that it mounts are there.
 */
export function orphanReleases(release: Pick<Release, 'app' | 'image'>, server: ProvisionedServer): readonly string[] {
  const { recorded, orphans } = server.releases;
  const served = servedRelease(server.nginx);
  const kept = server.written.containers.flatMap((one) => (one.kept ? [one.container] : []));
  const going = orphanContainers(release, server).flatMap(({ id }) => (kept.includes(id) ? [] : [id]));
  const stays = (id: string) => {
    const container = containerOf(id, server);
    return container !== undefined && !going.includes(container.id);
  };
  const built = server.images
    .filter(({ app, containers }) => app === release.app && containers.every((id) => going.includes(id)))
    .flatMap(({ tag, release: id }) => (id !== undefined && tag === imageTag({ image: release.image, id }) ? [id] : []))
    .filter((id) => isReleaseId(id) && !recorded.includes(id) && id !== served);
  return [...new Set([...orphans, ...built])].filter((id) => !stays(id));
}

/** What was surveyed, without what a deploy that is under way has prepared: that is no orphan. */
export function besideAnother(release: Pick<Release, 'app' | 'image'>, server: ProvisionedServer): ProvisionedServer {
  const orphans = orphanContainers(release, server);
  const prepared = orphanReleases(release, server);
  return {
    ...server,
    containers: server.containers.filter((container) => !orphans.includes(container)),
    images: server.images.filter(({ release }) => release === undefined || !prepared.includes(release)),
    buildLeftovers: [],
    releases: { ...server.releases, orphans: [], variablesLeft: [], emptyIncoming: false, unrecorded: false },
  };
}
