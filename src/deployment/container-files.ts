import { posix } from 'node:path';
import { carriedDirectory } from '../release/release.ts';
import type { CarriedFolder } from '../resources/container/carried-files.ts';
import type { Volume } from '../settings/volumes.ts';
import type { FolderState } from '../survey/storage.ts';
import type { WrittenFile, WrittenFiles } from '../survey/written-files.ts';
import { isDatabaseFile } from './database-file.ts';

/** Files in a container's own layer that would be lost with it. */
export interface FilesAtStake {
  /** Name of the container. */
  readonly container: string;
  /** False: Docker did not list them. */
  readonly seen: boolean;
  readonly running: boolean;
  /** All of them, sorted by path. */
  readonly files: readonly string[];
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
  const counted = written.files.filter((file) => counts(file, written) && !file.copied);
  const files = counted.map(({ path }) => path).toSorted();
  const hidden = (path: string) => volumes.find(({ container }) => path.startsWith(`${container}/`));
  const open = files.filter((path) => hidden(path) === undefined);
  const mounts = [...written.mounts, ...volumes.map(({ container }) => container), ...mountedFiles];
  const folderOf = (path: string) => mountableFolder(path, written, mounts);
  return {
    container: written.name,
    seen: written.seen,
    running: written.running,
    files,
    bytes: counted.reduce((sum, { times }) => sum + (times?.bytes ?? 0), 0),
    folders: [...new Set(open.flatMap((path) => folderOf(path) ?? []))].toSorted(),
    hiddenBy: volumes.filter((volume) => files.some((path) => hidden(path) === volume)),
    besideImage: open.filter((path) => folderOf(path) === undefined),
    inUse: written.running ? files.filter((path) => isDatabaseFile(path) || written.open.has(path)) : [],
  };
}

/**
 * Whether a file was created or changed after the version began to serve. A database counts in any case: what its first
 * start made holds whatever was put into it since, also where its file was not written to again yet.
 */
function counts({ path, times }: WrittenFile, { baseline }: WrittenFiles): boolean {
  const before = baseline?.get(path);
  if (before === undefined || times === undefined || isDatabaseFile(path)) return true;
  return before.changed !== times.changed || before.bytes !== times.bytes;
}

/**
 * The highest folder above a file that the image does not have; else the file's own, where the image has it without any
 * file. Nothing else may be mounted in it. Undefined: there is none.
 */
function mountableFolder(
  path: string,
  { addedFolders, imageFolders }: WrittenFiles,
  mounts: readonly string[],
): string | undefined {
  const parent = posix.dirname(path);
  const free = (folder: string) => !mounts.some((mount) => mount === folder || mount.startsWith(`${folder}/`));
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

/** What can be carried into the release `id`: what is in no use, into folders that hold nothing yet. */
export function foldersToCarry({ folders, hiddenBy }: FilesAtStake, app: string, id: string): readonly CarriedFolder[] {
  return [
    ...folders.map((folder) => ({ folder, host: `${carriedDirectory(app)}/${id}${folder}`, mount: true })),
    ...hiddenBy.map(({ host, container }) => ({ folder: container, host, mount: false })),
  ];
}

/** Mounts that already hold something: what is there may be newer, and is not written over. */
export function filledMounts({ hiddenBy }: FilesAtStake, states: readonly FolderState[]): readonly Volume[] {
  return hiddenBy.filter(
    ({ host }) => !host.startsWith('/') || states.some((state) => state.path === host && state.exists && !state.empty),
  );
}
