import { posix } from 'node:path';
import { unpacked } from '../shell/packed.ts';

/** When a file was changed, and its size. */
export interface FileTimes {
  /**
   * Seconds since 1970 with their fraction, as text: only compared. No application can set it. Undefined where only Docker
   * can look: of a container that has ended, on another storage driver than overlay2.
   */
  readonly changed: string | undefined;
  /** Modification time in whole seconds. */
  readonly modified: number;
  readonly bytes: number;
}

/** What is at a path: its times count where it is a file. */
export interface Found {
  readonly type: 'file' | 'folder' | 'other';
  readonly times: FileTimes;
}

/** A lock or a process id is no longer than this; a contract may be called `.lock`, too. */
const lockBytes = 4096;

/** The lists that the probe prints of a layer, unpacked. */
export interface LayerLists {
  /** `A|C|D PATH`, as `docker diff` says, without what nobody misses. */
  readonly changes: readonly string[];
  /** Folders in which anything was changed, whether somebody misses it or not. */
  readonly folders: readonly string[];
  /** What is known of the paths. */
  readonly found: ReadonlyMap<string, Found>;
  readonly mounts: readonly string[];
  /** Mounts that no later container gets: what is in them counts as the layer does. */
  readonly anonymous: ReadonlyMap<string, string>;
}

/** A container's own files and folders; below a mount nothing counts. */
export function layerOf({ changes, folders, found, mounts, anonymous }: LayerLists) {
  const inAnonymous = (path: string) => [...anonymous.keys()].some((place) => path.startsWith(`${place}/`));
  const inMount = (path: string) => mounts.some((mount) => path === mount || path.startsWith(`${mount}/`));
  const entries = changes
    .map((entry) => ({ kind: entry.slice(0, 1), path: entry.slice(2) }))
    .filter(({ path }) => inAnonymous(path) || !inMount(path));
  const parents = new Set(folders);
  const isFolder = (path: string) =>
    found.get(path)?.type === 'folder' || parents.has(path) || mounts.some((mount) => mount.startsWith(`${path}/`));
  return {
    files: entries
      .filter(({ kind, path }) => kind !== 'D' && !isFolder(path))
      .map(({ path }) => ({ path, known: found.get(path) }))
      // What is empty holds nothing; a link holds nothing of its own.
      .filter(({ path, known }) => known === undefined || (known.type === 'file' && holdsSomething(path, known.times)))
      .map(({ path, known }) => ({ path, times: known?.times })),
    addedFolders: new Set(entries.filter(({ kind, path }) => kind === 'A' && isFolder(path)).map(({ path }) => path)),
    robbedFolders: entries.filter(({ kind }) => kind === 'D').map(({ path }) => posix.dirname(path)),
  };
}

function holdsSomething(path: string, { bytes }: FileTimes): boolean {
  return bytes > (/[.](?:lock|lck|pid)$/.test(path) ? lockBytes : 0);
}

/** Plain files among what was found, by their path. */
export function filesOf(found: ReadonlyMap<string, Found>): ReadonlyMap<string, FileTimes> {
  return new Map([...found].filter(([, { type }]) => type === 'file').map(([path, { times }]) => [path, times]));
}

/** Reads records `MODE CTIME MTIME SIZE PATH`, the mode in hex. */
export function readTimes(records: readonly string[]): ReadonlyMap<string, Found> {
  const types: Readonly<Record<number, Found['type']>> = { 32768: 'file', 16384: 'folder' };
  return new Map(
    records.map((record) => {
      const [, mode = '0', changed, modified = '0', bytes = '0', path = ''] =
        /^(\w+) (\S+) (\d+) (\d+) [.]?(.*)$/s.exec(record) ?? [];
      const type = types[Number.parseInt(mode, 16) & 0xf000] ?? 'other';
      return [path, { type, times: { changed, modified: Number(modified), bytes: Number(bytes) } }];
    }),
  );
}

/** Reads pairs of a folder and what `tar -tv --full-time --quoting-style=escape` listed of a copy from there, in UTC. */
export function readCopies(records: readonly string[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (let at = 0; at + 1 < records.length; at += 2) {
    const pathOf = (name: string) => `${records[at]}/${unescaped(name).replace(/\/$/, '')}`;
    for (const line of (records[at + 1] ?? '').split('\n')) {
      const [, kind = '', bytes, date, time, names = ''] =
        /^(.)\S+ \S+ +(\d+) (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\S* (.*)$/.exec(line) ?? [];
      const [name = '', target = ''] = names.split({ h: ' link to ', l: ' -> ' }[kind] ?? '\n');
      const times = { changed: undefined, modified: Date.parse(`${date}T${time}Z`) / 1000, bytes: Number(bytes) };
      const types: Readonly<Record<string, Found['type']>> = { '-': 'file', d: 'folder', l: 'other' };
      // `h`: a second name of a file that came before.
      const one = kind === 'h' ? found.get(pathOf(target)) : { type: types[kind] ?? 'other', times };
      if (name !== '' && one !== undefined) found.set(pathOf(name), one);
    }
  }
  return found;
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A name as it is: tar writes what is not printable, and each byte beyond ASCII, in octal. */
function unescaped(name: string): string {
  const bytes = name.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Records of a packed list; `-` has none. */
export function recordsOf(list = '-'): readonly string[] {
  if (list === '-') return [];
  return unpacked(list).toString('utf8').split('\0').slice(0, -1);
}
