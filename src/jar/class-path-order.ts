import type { ArchiveEntry } from './archive.ts';
import type { Manifest } from './manifest.ts';

/** What a Boot jar says of its class path. */
export interface ClassPathSource {
  readonly manifest: Manifest;
  readonly bootVersion: string | undefined;
  /** As its directory lists them. */
  readonly entries: readonly Pick<ArchiveEntry, 'name'>[];
  /** Text of its class path index; undefined where it has none. */
  readonly index: string | undefined;
}

/** Where the launcher looks for the class path index: where the manifest says, else beside the classes. */
export function classPathIndexName(manifest: Manifest): string {
  return manifest.classPathIndex ?? manifest.classesFolder.replace(/classes\/$/, 'classpath.idx');
}

/**
 * Whether the libraries come in the same order when the jar is unpacked. From the jar, the launcher takes them as the
 * directory lists them. Unpacked, those that its index does not name come first, sorted, and then those of the index,
 * which JarLauncher reads since Boot 2.3, WarLauncher since 2.7. Of two libraries with the same class the first counts.
 */
export function keepsClassPathOrder({ manifest, bootVersion, entries, index }: ClassPathSource): boolean {
  const names = entries.map(({ name }) => name);
  const isLibrary = (name: string) =>
    !name.endsWith('/') && manifest.libraryFolders.some((folder) => name.startsWith(folder));
  const packed = names.filter((name) => name === manifest.classesFolder || isLibrary(name));
  if (packed[0] !== manifest.classesFolder || packed.length === new Set(packed).size + 1) return false;
  const indexed = index === undefined || !readsIndex(manifest, bootVersion) ? [] : namesIn(index);
  if (indexed === undefined) return false;
  const byName = packed.slice(1).filter((name) => !indexed.includes(name));
  const unpacked = [manifest.classesFolder, ...byName.toSorted(compare), ...indexed];
  return packed.length === unpacked.length && packed.every((name, at) => name === unpacked[at]);
}

function readsIndex({ mainClass }: Manifest, bootVersion = '1'): boolean {
  const [major = 0, minor = 0] = bootVersion.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= (mainClass?.endsWith('.WarLauncher') ? 7 : 3));
}

function namesIn(index: string): readonly string[] | undefined {
  const lines = index.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = lines.map((line) => /^- "(.+)"$/.exec(line)?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** As folders are walked: `lib/b.jar` is before `lib-provided/a.jar`. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replaceAll('/', '\0')) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
