import { posix } from 'node:path';
import { type Failure, failure } from '../messages/failure.ts';
import type { Stranger } from '../shell/strangers.ts';
import type { InstalledNginx } from '../survey/nginx.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { certificateFolder, type Strangers } from '../survey/strangers.ts';
import type { Target } from './target.ts';

/**
 * Folders in which another user could lead root elsewhere, of those that this deployment writes to (rule *Roots
 * alone*). `files` are those of nginx that it writes: the application's, and those of others.
 */
export function strangersInTheWay(
  { release, certificate }: Target,
  { nginx, storage, strangers }: ProvisionedServer,
  files: readonly string[],
): readonly Failure[] {
  const made = storage.folders.filter(
    ({ path, exists }) => !exists && release.container.volumes.some(({ host }) => host === path),
  );
  return [
    ...strangersOfFiles(files, nginx),
    ...(certificate.install !== undefined || certificate.expected === true
      ? strangersOfCertificates(release.site.domain, strangers)
      : []),
    ...made.flatMap(({ path }) => {
      const found = strangers.volumes.get(path) ?? [];
      return found.length === 0 ? [] : [failure('VOLUME_NOT_ROOTS', { folder: path, found })];
    }),
  ];
}

/** Folders of nginx's files in which another user could lead root elsewhere. */
export function strangersOfFiles(
  files: readonly string[],
  { strangersOfPlaces }: Pick<InstalledNginx, 'strangersOfPlaces'>,
): readonly Failure[] {
  const ofFile = (file: string): readonly Stranger[] =>
    [...strangersOfPlaces]
      .filter(([place]) => place === file || place === posix.dirname(file))
      .flatMap(([, found]) => found);
  return files.flatMap((file) => refuse(file, ofFile(file)));
}

/** The same of the folder of a domain's certificates. */
export function strangersOfCertificates(domain: string, { certificates }: Strangers): readonly Failure[] {
  return refuse(certificateFolder(domain), certificates);
}

function refuse(folder: string, found: readonly Stranger[]): readonly Failure[] {
  const once = found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
  return once.length === 0 ? [] : [failure('FOLDER_NOT_ROOTS', { folder, found: once })];
}
