import { posix } from 'node:path';
import type { ScriptProbe } from '../engine/probe.ts';
import type { Volume } from '../values/volumes.ts';
import { type FileTimes, filesOf, layerOf, readCopies, readTimes, recordsOf } from './container-layer.ts';
import { readLines } from './probe-lines.ts';
import { type Application, mostFiles, writtenFilesScript } from './written-files-script.ts';

/** What a container holds in its own layer, and in volumes without a name of their own: it goes with the container. */
export interface WrittenFiles {
  /** Id and name of the container. */
  readonly container: string;
  readonly name: string;
  /** False: Docker did not tell; the rest is empty then. */
  readonly seen: boolean;
  readonly running: boolean;
  /** When it was started again after its baseline was noted, in seconds; undefined: it was not. */
  readonly restarted: number | undefined;
  /** Paths in the container at which something is mounted. */
  readonly mounts: readonly string[];
  /** Names of the volumes that no later container gets, by the path of their mount: Docker named them. */
  readonly anonymous: ReadonlyMap<string, string>;
  /** Files beyond a list of what nobody misses; of mounts, only those of `anonymous`. */
  readonly files: readonly WrittenFile[];
  /** Whether it holds more files than are told of. */
  readonly cut: boolean;
  /** Folders that the image does not have. */
  readonly addedFolders: ReadonlySet<string>;
  /** Folders that the image has, and files of its own in them: mounted over, these would be hidden. */
  readonly imageFolders: ReadonlySet<string>;
  /** Files that its processes have open for writing; undefined: not known. */
  readonly open: ReadonlySet<string> | undefined;
  /** Whether it stays since not all of its files could be carried out of it. */
  readonly kept: boolean;
  /** Files as they were when the version began to serve, by their path; undefined: nobody noted it. */
  readonly baseline: ReadonlyMap<string, FileTimes> | undefined;
}

/** A file of a container's own layer. */
export interface WrittenFile {
  readonly path: string;
  /** Undefined where it cannot be told. */
  readonly times: FileTimes | undefined;
  /**
   * Whether a folder of the server that is to be mounted has it already, name, time and size being equal: at its place,
   * or at the top where nothing is to be mounted at its place.
   */
  readonly copied: boolean;
}

/** What the containers of an application hold, and what runs that carried files left. */
export interface Written {
  /** The application's own; one that is to be taken over is asked for by itself. */
  readonly containers: readonly WrittenFiles[];
  /** Ids of releases that a run which died copied files for. */
  readonly copies: readonly string[];
}

/**
 * Asks what the application's containers hold, or the one with the id `other`, which bears neither its name nor is one of
 * its releases; `volumes` are those wanted.
 */
export function writtenFilesProbe(
  application: Application,
  volumes: readonly Volume[],
  other?: string,
): ScriptProbe<Written> {
  return {
    script: writtenFilesScript(application, volumes, other),
    read: (output) => readWrittenFiles(output, volumes),
  };
}

/** Reads the probe's lines: one a container, its lists packed, and one a baseline. */
export function readWrittenFiles(output: string, volumes: readonly Volume[] = []): Written {
  const { fields: of } = readLines(output);
  const baselines = new Map(of('baseline').map(([id = '', at, list]) => [id, { at: Number(at), list }]));
  const kept = new Set(of('kept').map(([id = '']) => id));
  const unseen = of('unseen').map(([id = '', name = '']) => ({ ...unseenFiles(id, name), kept: kept.has(id) }));
  const seen = of('container').map((line): WrittenFiles => {
    const [id = '', name = '', pid, started = '', ...lists] = line;
    const list = (at: number) => recordsOf(lists[at]);
    const mounts = list(0).filter(Boolean);
    const anonymous = anonymousOf(list(1));
    const files = list(2);
    const layer = layerOf({
      changes: files.slice(0, mostFiles),
      folders: list(3),
      found: new Map([...readCopies(list(5)), ...readTimes(list(4))]),
      mounts,
      anonymous,
    });
    const onServer = filesOf(readTimes(list(7)));
    const open = list(8);
    const baseline = baselines.get(id);
    const startedAt = Date.parse(started) / 1000;
    return {
      container: id,
      name,
      seen: true,
      running: pid !== '0',
      restarted: baseline !== undefined && startedAt > baseline.at ? startedAt : undefined,
      mounts,
      anonymous,
      files: layer.files.map((file) => ({ ...file, copied: isCopied(file, onServer, volumes) })),
      cut: files.length > mostFiles,
      addedFolders: layer.addedFolders,
      imageFolders: new Set([...list(6), ...layer.robbedFolders]),
      open: open.length === 0 ? undefined : new Set(open.slice(1)),
      kept: kept.has(id),
      baseline: baseline === undefined ? undefined : filesOf(readTimes(recordsOf(baseline.list).slice(1))),
    };
  });
  return { containers: [...seen, ...unseen], copies: of('copying').map(([id = '']) => id) };
}

/** A container of which Docker does not tell what it holds, or which was not there to be asked. */
export function unseenFiles(container: string, name: string): WrittenFiles {
  const none = new Set<string>();
  return {
    container,
    name,
    seen: false,
    running: true,
    restarted: undefined,
    mounts: [],
    anonymous: new Map(),
    files: [],
    cut: false,
    addedFolders: none,
    imageFolders: none,
    open: undefined,
    kept: false,
    baseline: undefined,
  };
}

/** Volumes by the path of their mount, of records PATH, FOLDER, NAME. */
function anonymousOf(records: readonly string[]): ReadonlyMap<string, string> {
  const volumes = new Map<string, string>();
  for (let at = 0; at + 2 < records.length; at += 3) volumes.set(records[at] ?? '', records[at + 2] ?? '');
  return volumes;
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
