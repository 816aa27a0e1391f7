import type { Project } from '../project/project.ts';
import type { InheritedSettings } from '../release/adoption-record.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { FolderState } from '../survey/storage.ts';
import { valueOfOption } from '../values/docker-options.ts';
import { type Owner, ownerOf } from './volume-owner.ts';

/** Whom a container runs as, and what decides it. */
export interface ContainerUser {
  /** As Docker takes it: `1000:1000`, `spring`; empty: root; undefined: what the base image says. */
  readonly word: string | undefined;
  /** By number, where that is known before the image is there. */
  readonly ids: Owner | undefined;
  readonly from: 'docker-options' | 'taken-over' | 'dockerfile' | 'base-image' | 'folders';
}

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
  const owner = ownerOf(folders) ?? root;
  return { word: owner.uid === 0 ? '' : renderOwner(owner), ids: owner, from: 'folders' };
}

/** `uid:gid`, as Docker and chown take it. */
export function renderOwner({ uid, gid }: Owner): string {
  return `${uid}:${gid}`;
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
