import { deniedFolders } from '../../checks/permission.ts';
import type { PathWords } from '../../messages/errors/user.ts';
import type { Release } from '../../release/release.ts';
import { suggestedVolumes, volumesToPaste, writableFolder } from '../../release/volumes-to-paste.ts';
import { quote } from '../../shell/quote.ts';
import { isOfTheSystem } from '../../values/system-places.ts';
import { renderVolume, type Volume } from '../../values/volumes.ts';

/** Folders of an image that hold its programs, or all that it has: a mount there would hide them. */
const ofTheImage = /^\/(?:(?:bin|boot|dev|etc|lib\w*|proc|sbin|sys|usr)(?:\/.*)?|home|opt|root|run|srv|tmp|var)?$/;

/** Folders named at most. */
const shown = 5;

/** What look_at_candidate told of the user of a container and its working folder. */
export interface UserFacts {
  /** `uid:gid` on the server; empty: not known. */
  readonly user: string;
  readonly workdir: string;
}

/** What the log of a release's container says of folders that it cannot write to, and how it can; undefined: nothing. */
export function deniedPath(
  { app, container }: Pick<Release, 'app' | 'container'>,
  name: string,
  { user, workdir }: UserFacts,
  logLines: readonly string[],
): PathWords | undefined {
  const folders = deniedFolders(logLines, workdir || '/').slice(0, shown);
  if (folders.length === 0) return undefined;
  const words = {
    container: name,
    path: folders.join(', '),
    user,
    mounted: writableFolder(app, container.volumes),
  };
  const mounts = folders.flatMap((folder) => mountOf(folder, container.volumes) ?? []);
  const readOnly = mounts.find((volume) => volume.readOnly);
  if (readOnly !== undefined) return { ...words, volumes: '', chown: '', readOnly: renderVolume(readOnly) };
  const hosts = [...new Set(mounts.map(({ host }) => host))].filter(mayBeGiven);
  const chown = user === '' ? '' : hosts.map((host) => chownLine(user, host)).join('\n');
  const outside = folders.filter((folder) => mountOf(folder, container.volumes) === undefined);
  const fit = outside.every((folder) => isMountable(folder, workdir, user));
  const volumes =
    outside.length === 0 || !fit
      ? ''
      : (volumesToPaste([...container.volumes, ...suggestedVolumes(app, outside, container.volumes)]) ?? '');
  return { ...words, volumes, chown, readOnly: '' };
}

/** Whether a mount is a folder of the server whose owner may be changed. */
export function mayBeGiven(host: string): boolean {
  return host.startsWith('/') && !isOfTheSystem(host);
}

/** The line that gives a folder of the server to a user, all that is in it too; in one like `/data` may be others' files. */
export function chownLine(user: string, path: string): string {
  return `chown ${/^\/[^/]*$/.test(path) ? '' : '-R '}${user} ${quote(path)}`;
}

function mountOf(path: string, volumes: readonly Volume[]): Volume | undefined {
  return volumes
    .filter(({ container }) => path === container || path.startsWith(`${container}/`))
    .toSorted((a, b) => b.container.length - a.container.length)[0];
}

/** Whether a mount at `folder` hides nothing, and the user gets there. */
function isMountable(folder: string, workdir: string, user: string): boolean {
  if (ofTheImage.test(folder) || `${workdir}/`.startsWith(`${folder}/`)) return false;
  return user.startsWith('0:') || !folder.startsWith('/root/');
}
