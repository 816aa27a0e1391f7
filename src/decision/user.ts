import type { Project } from '../project/project.ts';
import type { InheritedSettings } from '../release/adoption-record.ts';
import { renderOwner } from '../release/owner.ts';
import type { ContainerUser, Owner } from '../release/release.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { FolderState } from '../survey/storage.ts';
import { valueOfOption } from '../values/docker-options.ts';
import { folderOwner } from './volume-owner.ts';

/** Root and its group. */
const root: Owner = { uid: 0, gid: 0 };

/**
 * Decides whom the container runs as, for it and its folders alike: `docker-options`, else as a container that was taken
 * over, else the Dockerfile, else the owner of `folders`, the mounted ones that it may write to.
 */
export function decideUser(
  { container: { options } }: DeploySettings,
  { dockerfile }: Pick<Project, 'dockerfile'>,
  inherited: InheritedSettings | undefined,
  folders: readonly FolderState[],
): ContainerUser {
  const option = valueOfOption(options, 'user');
  // An empty value counts as none for Docker.
  if (option) return named(option, 'docker-options');
  if (inherited !== undefined) {
    const { given, effective } = inherited.user;
    if (dockerfile === undefined) return named(effective, 'taken-over');
    if (given !== '') return named(given, 'taken-over');
  }
  if (dockerfile?.user !== undefined) return named(dockerfile.user, 'dockerfile');
  if (dockerfile !== undefined) return { word: undefined, ids: undefined, from: 'base-image' };
  const owner = folderOwner(folders) ?? root;
  return { word: owner.uid === 0 ? '' : renderOwner(owner), ids: owner, from: 'folders' };
}

function named(word: string, from: ContainerUser['from']): ContainerUser {
  return { word, ids: idsOf(word), from };
}

/**
 * The numbers of a user, where its word tells both. Of a number alone the image's passwd tells the group (Docker reference,
 * USER).
 */
function idsOf(word: string): Owner | undefined {
  if (/^(?:0|root)?(?::(?:0|root))?$/.test(word)) return root;
  const [, uid, gid] = /^(\d{1,10}):(\d{1,10})$/.exec(word) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
