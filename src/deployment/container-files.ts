import { posix } from 'node:path';
import { carriedDirectory } from '../layout/application-paths.ts';
import type { CarriedFolder } from '../resources/container/files-of-old.ts';
import type { FileTimes } from '../survey/container-layer.ts';
import type { FolderState } from '../survey/storage.ts';
import type { WrittenFile, WrittenFiles } from '../survey/written-files.ts';
import { isFolder, type Volume } from '../values/volumes.ts';
import { isDatabaseFile } from './database-file.ts';

/** Files in a container's own layer that would be lost with it. */
export interface FilesAtStake {
  /** Name of the container. */
  readonly container: string;
  /** False: Docker did not list them. */
  readonly seen: boolean;
  readonly running: boolean;
  /** All of them that are known, sorted by path. */
  readonly files: readonly string[];
  /** Whether there are more than Docker was asked for: nothing is known of the rest. */
  readonly cut: boolean;
  /** What they take on the disk. */
  readonly bytes: number;
  /** Folders that can be mounted, since the image has no files of its own there; sorted. */
  readonly folders: readonly string[];
  /** Mounts of the new container that would hide some of them. */
  readonly hiddenBy: readonly Volume[];
  /** Files in folders where the image has files of its own: mounted over, those would be hidden. */
  readonly besideImage: readonly string[];
  /** Database files, and files that are being written: a copy that is made while the container runs could be torn. */
  readonly inUse: readonly string[];
}

/**
 * Works out what would be lost with a container of which Docker told `written`, where the new one has `volumes` and files
 * mounted at `mountedFiles`.
 */
export function filesAtStake(
  written: WrittenFiles,
  volumes: readonly Volume[],
  mountedFiles: readonly string[] = [],
): FilesAtStake {
  const deepestFirst = volumes.toSorted((one, other) => other.container.length - one.container.length);
  const over = (path: string) => deepestFirst.find(({ container }) => path.startsWith(`${container}/`));
  const stays = (path: string) => {
    const volume = over(path);
    return volume !== undefined && written.anonymous.get(volume.container) === volume.host;
  };
  const counted = written.files.filter((file) => counts(file, written) && !file.copied && !stays(file.path));
  const files = counted.map(({ path }) => path).toSorted();
  const open = files.filter((path) => over(path) === undefined);
  const mounts = [...written.mounts, ...volumes.map(({ container }) => container), ...mountedFiles];
  const folderOf = (path: string) => mountableFolder(path, written, mounts);
  return {
    container: written.name,
    seen: written.seen,
    running: written.running,
    files,
    cut: written.cut,
    bytes: counted.reduce((sum, { times }) => sum + (times?.bytes ?? 0), 0),
    folders: [...new Set(open.flatMap((path) => folderOf(path) ?? []))].toSorted(),
    hiddenBy: volumes.filter((volume) => files.some((path) => over(path) === volume)),
    besideImage: open.filter((path) => folderOf(path) === undefined),
    inUse: written.running ? files.filter((path) => isDatabaseFile(path) || written.open?.has(path)) : [],
  };
}

/** Seconds for which a start may go on writing what it writes at each start. */
const startSeconds = 120;

/**
 * Whether a file was created or changed after the version began to serve. What a later start of the container wrote
 * again, at the same size, does not count, a database aside.
 */
function counts({ path, times }: WrittenFile, written: WrittenFiles): boolean {
  const before = written.baseline?.get(path);
  if (before === undefined || times === undefined || before.bytes !== times.bytes) return true;
  if (isDatabaseFile(path)) return before.changed !== times.changed || isOpen(path, written);
  const same = times.changed === undefined ? before.modified === times.modified : before.changed === times.changed;
  return !same && !isOfStart(times, written);
}

/** A database that is open may hold in memory what came since. */
function isOpen(path: string, { running, open }: WrittenFiles): boolean {
  return running && (open === undefined || open.has(path));
}

function isOfStart({ changed, modified }: FileTimes, { restarted }: WrittenFiles): boolean {
  const at = Number(changed ?? modified);
  // Whole seconds stand for the one that had begun.
  return restarted !== undefined && at >= Math.floor(restarted) && at <= restarted + startSeconds;
}

/**
 * The highest folder above a file that the image does not have; else the file's own, where the image has it without any
 * file; or the place of a volume. Nothing else may be mounted in it. Undefined: there is none.
 */
function mountableFolder(path: string, written: WrittenFiles, mounts: readonly string[]): string | undefined {
  const folder = folderToMount(path, written, mounts);
  // An application chooses the names of its folders: one that `volumes` cannot name is not for pasting either.
  return folder !== undefined && isFolder(folder) && !folder.includes(':') ? folder : undefined;
}

function folderToMount(
  path: string,
  { addedFolders, imageFolders, anonymous }: WrittenFiles,
  mounts: readonly string[],
): string | undefined {
  const parent = posix.dirname(path);
  const holdsMount = (folder: string) => mounts.some((mount) => mount.startsWith(`${folder}/`));
  const volume = [...anonymous.keys()].find((place) => path.startsWith(`${place}/`));
  if (volume !== undefined) return holdsMount(volume) || imageFolders.has(volume) ? undefined : volume;
  const free = (folder: string) => !mounts.includes(folder) && !holdsMount(folder);
  const added = ancestors(path).find((folder) => addedFolders.has(folder) && free(folder));
  if (added !== undefined) return added;
  const ofTheSystem = /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$)/;
  return ofTheSystem.test(parent) || addedFolders.has(parent) || imageFolders.has(parent) || !free(parent)
    ? undefined
    : parent;
}

/** The folders above a path, the highest first, without the root. */
function ancestors(path: string): readonly string[] {
  const parts = posix.dirname(path).split('/').slice(1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`).filter((folder) => folder !== '/');
}

/**
 * What can be carried: what is in no use, into folders that hold nothing yet; those that are made for it are below the word
 * of the run, which no other run has.
 */
export function foldersToCarry(
  { folders, hiddenBy }: FilesAtStake,
  app: string,
  run: string,
): readonly CarriedFolder[] {
  return [
    ...folders.map((folder) => ({ folder, host: `${carriedDirectory(app)}/${run}${folder}`, mount: true, run })),
    ...hiddenBy.map(({ host, container }) => ({ folder: container, host, mount: false, run })),
  ];
}

/** Mounts that already hold something: what is there may be newer, and is not written over. */
export function filledMounts({ hiddenBy }: FilesAtStake, states: readonly FolderState[]): readonly Volume[] {
  return hiddenBy.filter(
    ({ host }) => !host.startsWith('/') || states.some((state) => state.path === host && state.exists && !state.empty),
  );
}
