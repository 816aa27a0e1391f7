import { posix } from 'node:path';
import { keptReleases, listOfKept } from '../deployment/kept-releases.ts';
import { containerOf, orphanContainers } from '../deployment/orphans.ts';
import { environmentFile, filesDirectory } from '../layout/release-paths.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { basesOf } from '../resources/kept-image.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';

/**
 * What a release that was kept lacks to serve again; of the server that was surveyed for it. `ownVariables`: it is to have
 * those that it had.
 */
export function missingParts(release: Release, ownVariables: boolean, server: ProvisionedServer): readonly Failure[] {
  const { app, id, container, site } = release;
  const { releases } = server;
  const known = releases.known.get(id);
  const env = ownVariables && container.environmentNames.length > 0 && known?.environmentSha256 === undefined;
  const files = container.files.filter(({ name }) => known?.fileSha256.has(name) !== true);
  const pages = site.staticSite === undefined ? undefined : posix.dirname(site.staticSite.root);
  const hasPages = releases.statics.some(({ sha256 }) => sha256 === posix.basename(pages ?? ''));
  const gone = [
    ...(env ? [{ part: 'env', path: environmentFile(release) }] : []),
    ...files.map(({ name }) => ({ part: 'files', path: `${filesDirectory(release)}/${name}` })),
    ...(pages === undefined || hasPages ? [] : [{ part: 'static', path: pages }]),
  ];
  const kept = listOfKept(keptReleases(server), id);
  return [
    ...gone.map(({ part, path }) => failure('RELEASE_INCOMPLETE', { app, release: id, path, part, kept })),
    ...missingImage(release, server),
    ...containerInTheWay(release, server),
  ];
}

/** It is built again where it was pruned, of what is on the server. */
function missingImage(release: Release, { images, baseImages }: ProvisionedServer): readonly Failure[] {
  const tag = imageTag(release);
  const found = images.find((image) => image.tag === tag);
  if (found !== undefined) return found.app === release.app ? [] : [failure('IMAGE_TAG_TAKEN', { tag })];
  const base = basesOf(release).find((image) => !baseImages.includes(image));
  return base === undefined ? [] : [failure('IMAGE_MISSING', { tag, base })];
}

/**
 * Its old container, in the place of which a new one would be recorded: it holds files that could not be carried, or is none
 * that a run which died left behind. Such a one is removed first, where nothing is lost with it.
 */
function containerInTheWay(release: Release, server: ProvisionedServer): readonly Failure[] {
  const container = containerOf(release.id, server);
  if (container === undefined) return [];
  const { app, id } = release;
  if (server.written.containers.some((one) => one.container === container.id && one.kept))
    return [failure('RELEASE_CONTAINER_KEPT', { app, release: id, container: container.name })];
  if (orphanContainers(release, server).includes(container)) return [];
  return [failure('RELEASE_CONTAINER_THERE', { app, release: id, container: container.name })];
}
