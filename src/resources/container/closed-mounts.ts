import type { ClosedMounts } from '../../messages/errors/user.ts';
import { isOfTheSystem } from '../../values/system-places.ts';
import { chownLine } from './denied-path.ts';

/** A mount that hinders a container's user, as `ask_mounts` tells it. */
export interface MountObservation {
  readonly hindrance: string;
  /** On the server. */
  readonly path: string;
  /** In the container. */
  readonly place: string;
  readonly owner: string;
  readonly mode: string;
  /** Some files that the user cannot change. */
  readonly files: string;
}

/** Reads what `ask_mounts` found, a line each; what belongs to the system nobody means to write to. */
export function readMounts(mounts: string): readonly MountObservation[] {
  return mounts
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [hindrance = '', path = '', place = '', owner = '', mode = '', files = ''] = line.split('\t');
      return { hindrance, path, place, owner, mode, files };
    })
    .filter(({ path }) => !isOfTheSystem(path));
}

/** Those that `chown` opens; undefined where there is none. */
export function closedMounts(user: string, mounts: string): ClosedMounts | undefined {
  const paths = readMounts(mounts).flatMap(({ hindrance, path }) =>
    hindrance === 'closed' || hindrance === 'files' ? [path] : [],
  );
  if (paths.length === 0) return undefined;
  return { user, paths: paths.join(', '), chown: paths.map((path) => chownLine(user, path)).join('\n') };
}
