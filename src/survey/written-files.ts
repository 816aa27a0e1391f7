import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Probe } from '../engine/survey.ts';
import type { Volume } from '../settings/volumes.ts';
import { writtenFilesScript } from './written-files-script.ts';

/** What a container holds in its own layer: it goes with the container. */
export interface WrittenFiles {
  /** Id and name of the container. */
  readonly container: string;
  readonly name: string;
  /** False: Docker did not tell; the rest is empty then. */
  readonly seen: boolean;
  readonly running: boolean;
  /** Paths in the container at which something is mounted. */
  readonly mounts: readonly string[];
  /** Files beyond a list of what nobody misses, those below a mount aside. */
  readonly files: readonly WrittenFile[];
  /** Folders that the image does not have. */
  readonly addedFolders: ReadonlySet<string>;
  /** Folders that the image has, and files of its own in them: mounted over, these would be hidden. */
  readonly imageFolders: ReadonlySet<string>;
  /** Files that its processes have open for writing. */
  readonly open: ReadonlySet<string>;
  /** Whether it stays since not all of its files could be carried out of it. */
  readonly kept: boolean;
  /** Files as they were when the version began to serve, by their path; undefined: nobody noted it. */
  readonly baseline: ReadonlyMap<string, FileTimes> | undefined;
}

/** When a file was changed, and its size. */
export interface FileTimes {
  /** Seconds since 1970 with their fraction, as text: only compared. No application can set it. */
  readonly changed: string;
  /** Modification time in whole seconds. */
  readonly modified: number;
  readonly bytes: number;
}

/** A file of a container's own layer. */
export interface WrittenFile {
  readonly path: string;
  /** Undefined where it cannot be told: a container that has ended, on another storage driver than overlay2. */
  readonly times: FileTimes | undefined;
  /**
   * Whether a folder of the server that is to be mounted has it already, name, time and size being equal: at its place,
   * or at the top where nothing is to be mounted at its place.
   */
  readonly copied: boolean;
}

/** What the containers of an application hold, and what runs that carried files left. */
export interface Written {
  readonly containers: readonly WrittenFiles[];
  /** Ids of releases that a run which died copied files for. */
  readonly copies: readonly string[];
}

/** The list of files that a release's container had when it began to serve: its id, then records of `layer_times`. */
export function baselineFile(releaseDirectory: string): string {
  return `${releaseDirectory}/baseline`;
}

/** Asks what the application's containers, and those that it could take over, hold in their own layers; `volumes` are those wanted. */
export function writtenFilesProbe(
  { app, image }: { readonly app: string; readonly image: string },
  volumes: readonly Volume[],
): Probe<Written> {
  return {
    script: writtenFilesScript(app, image, volumes),
    read: (output) => readWrittenFiles(output, volumes),
  };
}

/** Reads the probe's lines: one a container, its lists packed, and one a baseline. */
export function readWrittenFiles(output: string, volumes: readonly Volume[] = []): Written {
  const baselines = new Map(
    [...output.matchAll(/^baseline (\S+) (\S+)$/gm)].map(([, id = '', list]) => [
      id,
      filesOf(recordsOf(list).slice(1)),
    ]),
  );
  const kept = new Set([...output.matchAll(/^kept (\S+)$/gm)].map(([, id = '']) => id));
  const unseen = [...output.matchAll(/^unseen (\S+) (\S*)$/gm)].map(([, id = '', name = '']) => ({
    ...unseenFiles(id, name),
    kept: kept.has(id),
  }));
  const seen = [...output.matchAll(/^container (\S+) (\S+) (\d+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+)$/gm)].map(
    ([, id = '', name = '', pid, mounts, changes, times, imageFolders, host, open]): WrittenFiles => {
      const layer = layerOf(recordsOf(changes), recordsOf(times), recordsOf(mounts));
      const onServer = filesOf(recordsOf(host));
      return {
        container: id,
        name,
        seen: true,
        running: pid !== '0',
        mounts: recordsOf(mounts),
        files: layer.files.map((file) => ({ ...file, copied: isCopied(file, onServer, volumes) })),
        addedFolders: layer.addedFolders,
        imageFolders: new Set([...recordsOf(imageFolders), ...layer.robbedFolders]),
        open: new Set(recordsOf(open)),
        kept: kept.has(id),
        baseline: baselines.get(id),
      };
    },
  );
  const copies = [...output.matchAll(/^copying (\S+)$/gm)].map(([, id = '']) => id);
  return { containers: [...seen, ...unseen], copies };
}

function unseenFiles(container: string, name: string): Omit<WrittenFiles, 'kept'> {
  const none = new Set<string>();
  const nothing = {
    running: true,
    mounts: [],
    files: [],
    addedFolders: none,
    imageFolders: none,
    open: none,
    baseline: undefined,
  };
  return { container, name, seen: false, ...nothing };
}

/** What `docker diff` listed, with what is known of each path; below a mount nothing counts. */
function layerOf(changes: readonly string[], records: readonly string[], mounts: readonly string[]) {
  const entries = changes
    .map((entry) => ({ kind: entry.slice(0, 1), path: entry.slice(2) }))
    .filter(({ path }) => !mounts.some((mount) => path === mount || path.startsWith(`${mount}/`)));
  const known = new Map(records.map((record) => [...readTimes(record)] as const));
  const parents = new Set(entries.map(({ path }) => posix.dirname(path)));
  const isFolder = (path: string) => known.get(path)?.type === 'folder' || parents.has(path);
  return {
    files: entries
      .filter(({ kind, path }) => kind !== 'D' && !isFolder(path))
      .map(({ path }) => ({ path, found: known.get(path) }))
      // What is empty holds nothing; a link holds nothing of its own.
      .filter(({ found }) => found === undefined || (found.type === 'file' && found.times.bytes > 0))
      .map(({ path, found }) => ({ path, times: found?.times })),
    addedFolders: new Set(entries.filter(({ kind, path }) => kind === 'A' && isFolder(path)).map(({ path }) => path)),
    robbedFolders: entries.filter(({ kind }) => kind === 'D').map(({ path }) => posix.dirname(path)),
  };
}

function isCopied(
  { path, times }: Pick<WrittenFile, 'path' | 'times'>,
  onServer: ReadonlyMap<string, FileTimes>,
  volumes: readonly Volume[],
): boolean {
  const over = volumes.find(({ container }) => path.startsWith(`${container}/`));
  const places =
    over === undefined
      ? volumes.map(({ host }) => `${host}/${posix.basename(path)}`)
      : [`${over.host}${path.slice(over.container.length)}`];
  return places.some((place) => {
    const copy = onServer.get(place);
    return times !== undefined && copy?.bytes === times.bytes && copy.modified === times.modified;
  });
}

/** Plain files of `MODE CTIME MTIME SIZE PATH` records, by their path. */
function filesOf(records: readonly string[]): ReadonlyMap<string, FileTimes> {
  const files = new Map<string, FileTimes>();
  for (const record of records) {
    const [path, { type, times }] = readTimes(record);
    if (type === 'file') files.set(path, times);
  }
  return files;
}

function readTimes(record: string): readonly [path: string, { readonly type: string; readonly times: FileTimes }] {
  const [, mode = '0', changed = '', modified = '0', bytes = '0', path = ''] =
    /^(\w+) (\S+) (\d+) (\d+) [.]?(.*)$/s.exec(record) ?? [];
  const types: Readonly<Record<number, string>> = { 32768: 'file', 16384: 'folder' };
  const type = types[Number.parseInt(mode, 16) & 0xf000] ?? 'other';
  return [path, { type, times: { changed, modified: Number(modified), bytes: Number(bytes) } }];
}

/** The records of a packed list; the last one may have been cut, and is left out then. */
function recordsOf(list = ''): readonly string[] {
  return gunzipSync(Buffer.from(list, 'base64')).toString('utf8').split('\0').slice(0, -1);
}
