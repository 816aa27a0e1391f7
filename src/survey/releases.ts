import type { JarBasis } from '../delta/basis.ts';
import { readIndex } from '../delta/index-file.ts';
import { adoptionRecordFile } from '../layout/application-paths.ts';
import type { AdoptionRecord } from '../release/adoption-record.ts';
import type { ContainerSpec, Release } from '../release/release.ts';
import { decode } from '../shell/packed.ts';
import { type ProbeLines, parted, readLines } from './probe-lines.ts';
import { readWriter, type Writer } from './writers.ts';

/** What the application's folder on the server holds. */
export interface Releases {
  /**
   * The release that serves: the one that nginx brings, else the one that `current` points at; undefined before the
   * first deploy.
   */
  readonly current: Release | undefined;
  /** Whether it serves without being recorded as the current one: the record failed, or was cut short. */
  readonly unrecorded: boolean;
  /** Ids of all recorded releases, oldest first. */
  readonly recorded: readonly string[];
  /** Ids of folders of ours without a record: what a run that died left behind. */
  readonly orphans: readonly string[];
  /** Id of the container that each release made, by the release; empty where it was just being made. */
  readonly containers: ReadonlyMap<string, string>;
  /** SHA-256 of the current release's env file; undefined when it has none. */
  readonly environmentSha256: string | undefined;
  /** SHA-256 of the current release's mounted files, by their names in its folder. */
  readonly fileSha256: ReadonlyMap<string, string>;
  /** Releases beside whose variables others were left by a run that died: they were to get those. */
  readonly variablesLeft: readonly string[];
  /** SHA-256 of jars that lie in a build folder, with their paths: need not be sent again. */
  readonly jars: ReadonlyMap<string, string>;
  /** The newest of them whose pieces are known, at most two: later jars are put together from them. */
  readonly bases: readonly JarBasis[];
  /** Folders of static sites. */
  readonly statics: readonly StaticFolder[];
  /** What was taken over of a set-up by hand; undefined: nothing was. */
  readonly adopted: AdoptionRecord | undefined;
  /** Loopback ports that releases of any application have recorded. */
  readonly recordedPorts: readonly number[];
  /** Whether a switch that a reboot cut short waits to be ended. */
  readonly halfDone: boolean;
  /** The release that such a switch leads to. */
  readonly halfDoneRelease: string | undefined;
  /** Whether an upload that was cut short left something: of a jar, or of an image. */
  readonly incoming: boolean;
  /** Whether an upload that was cut short left an empty folder. */
  readonly emptyIncoming: boolean;
  /** Who holds the application's lock at the moment, as a person reads it; undefined when nobody does. */
  readonly underWay: string | undefined;
  /** Paths that bear a name of ours and are not ours. */
  readonly taken: readonly string[];
  /** Containers that can write where root reads what it obeys; nothing of the folder was read then. */
  readonly writers: readonly Writer[];
  /** Folders of all applications that were deployed to this server, links followed. */
  readonly applications: readonly string[];
  /** What is known of the releases that are recorded, and of others whose container is there. */
  readonly known: ReadonlyMap<string, KnownRelease>;
}

/** A release as its folder tells of it. */
export interface KnownRelease {
  readonly release: Release;
  readonly environmentSha256: string | undefined;
  readonly fileSha256: ReadonlyMap<string, string>;
}

/** The files of a static site on the server, whole: they are renamed into place. */
export interface StaticFolder {
  /** Name of the folder: SHA-256 of what is in it. */
  readonly sha256: string;
  /** Ids of the releases that name it. */
  readonly releases: readonly string[];
}

/** Reads the probe's lines. */
export function readReleases(output: string, app = ''): Releases {
  const lines = readLines(output);
  const { value, values, fields, has } = lines;
  const known = knownIn(lines);
  const adopted = value('adopted');
  const record = adopted === undefined ? undefined : readRecord<AdoptionRecord>(adopted);
  const strange = adopted !== undefined && record === undefined ? [adoptionRecordFile(app)] : [];
  const found: Releases = {
    current: undefined,
    unrecorded: false,
    environmentSha256: undefined,
    fileSha256: new Map(),
    recorded: values('recorded').toSorted(),
    orphans: values('orphan').toSorted(),
    containers: new Map(values('container').map(parted)),
    variablesLeft: values('variables-left').toSorted(),
    // The path comes last: a Dockerfile may put the jar where there is a space in the name.
    jars: new Map(values('jar').map(parted)),
    bases: basesIn(lines),
    statics: fields('static').map(([sha256 = '', ...releases]) => ({ sha256, releases })),
    adopted: record,
    recordedPorts: values('port').map(Number),
    halfDone: has('half-done'),
    halfDoneRelease: value('half-done'),
    incoming: has('incoming'),
    emptyIncoming: has('empty-incoming'),
    underWay: value('under-way'),
    taken: [...values('taken').map(decode), ...strange],
    writers: values('writer').map(readWriter),
    applications: values('application').map(decode),
    known,
  };
  const current = value('current') ?? '';
  return withCurrent(found, found.recorded.includes(current) ? known.get(current) : undefined, false);
}

/**
 * What was read, with the release as the current one that nginx serves (`served`, by its file or its answer) whatever
 * `current` points at: where its record failed, its folder must not be taken for an orphan's.
 */
export function whatServes(found: Releases, served: string | undefined): Releases {
  if (served === undefined || served === found.current?.id) return found;
  const spared = { ...found, orphans: found.orphans.filter((id) => id !== served) };
  const known = found.known.get(served);
  if (known === undefined) return spared;
  const recorded = [...new Set([...found.recorded, served])].toSorted();
  return withCurrent({ ...spared, recorded }, known, true);
}

function withCurrent(found: Releases, known: KnownRelease | undefined, unrecorded: boolean): Releases {
  if (known === undefined) return found;
  const { release, environmentSha256, fileSha256 } = known;
  return { ...found, current: release, environmentSha256, fileSha256, unrecorded };
}

function knownIn({ values, fields }: ProbeLines): ReadonlyMap<string, KnownRelease> {
  const environments = new Map(values('env').map(parted));
  const files = fields('file');
  return new Map(
    values('known').flatMap((line) => {
      const [id, base64] = parted(line);
      const release = readRelease(base64);
      if (release === undefined) return [];
      const fileSha256 = new Map(
        files.flatMap(([of, name = '', sha256 = '']) => (of === id ? [[name, sha256] as const] : [])),
      );
      return [[id, { release, environmentSha256: environments.get(id), fileSha256 }] as const];
    }),
  );
}

function basesIn({ value, values }: ProbeLines): readonly JarBasis[] {
  return ['0', '3'].flatMap((at) => {
    const [, sha256 = '', bytes, path = ''] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(value(`basis-${at}`) ?? '') ?? [];
    const pieces = readIndex(values(`piece-${at}`), Number(bytes));
    const folder = path.slice(0, path.indexOf('/build/'));
    return pieces === undefined ? [] : [{ path, folder, sha256, bytes: Number(bytes), pieces }];
  });
}

/** Settings of a container that earlier versions did not have, or JSON left out. */
const unknownBefore: Pick<
  ContainerSpec,
  'carried' | 'files' | 'networks' | 'memory' | 'inheritedEnvironment' | 'user'
> = {
  carried: [],
  files: [],
  networks: [],
  memory: undefined,
  inheritedEnvironment: [],
  user: undefined,
};

/** The record of a release, from its file in base64; undefined: it cannot be read. */
export function readRelease(base64: string): Release | undefined {
  const record = readRecord<Release>(base64);
  return record && { ...record, container: { ...unknownBefore, ...record.container } };
}

/** A record that another version wrote in another form counts as none: the deploy writes a new one. */
function readRecord<T extends { readonly format: 1 }>(base64: string): T | undefined {
  try {
    const record = JSON.parse(decode(base64)) as T;
    return record.format === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}
