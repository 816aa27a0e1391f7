import { posix } from 'node:path';
import { type Failure, failure } from '../messages/failure.ts';
import type { Stranger } from '../shell/strangers.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
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
  const places = [...nginx.strangersOfPlaces];
  const ofFile = (file: string): readonly Stranger[] =>
    places.filter(([place]) => place === file || place === posix.dirname(file)).flatMap(([, found]) => found);
  const made = storage.folders.filter(
    ({ path, exists }) => !exists && release.container.volumes.some(({ host }) => host === path),
  );
  return [
    ...files.flatMap((file) => refuse(file, ofFile(file))),
    ...(certificate.install === undefined
      ? []
      : refuse(posix.dirname(posix.dirname(certificate.pair.chainPath)), strangers.certificates)),
    ...made.flatMap(({ path }) => {
      const found = strangers.volumes.get(path) ?? [];
      return found.length === 0 ? [] : [failure('VOLUME_NOT_ROOTS', { folder: path, found })];
    }),
  ];
}

function refuse(folder: string, found: readonly Stranger[]): readonly Failure[] {
  const once = found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
  return once.length === 0 ? [] : [failure('FOLDER_NOT_ROOTS', { folder, found: once })];
}
