import type { Owner } from '../release/release.ts';
import type { FolderState } from '../survey/storage.ts';

/** Who an application without a user of its own runs as, where its folders allow: beyond the accounts of a distribution. */
export const applicationUser = { uid: 10_001, gid: 10_001 } as const;

/**
 * The user that can write to every folder, or undefined where only root can: folders that exist keep their owner
 * (nothing mounted is ever changed), those still to be made will belong to whom this says.
 */
export function folderOwner(folders: readonly FolderState[]): Owner | undefined {
  const owners = folders.filter((folder) => folder.exists).map(({ uid, gid }) => ({ uid, gid }));
  const [first, ...others] = owners;
  if (first === undefined) return applicationUser;
  if (first.uid === 0 || others.some((owner) => owner.uid !== first.uid || owner.gid !== first.gid)) return undefined;
  return first;
}
