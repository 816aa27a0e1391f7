import { glob, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { failure } from '../messages/failure.ts';
import { type Kind, kindOf } from './executable.ts';

const sideProduct = /(?:-plain|-sources|-javadoc)\.[jw]ar$|\.original$/i;
const application = /\.[jw]ar$/i;

/** The jar that is meant. */
export interface FoundJar {
  /** Absolute. */
  readonly path: string;
  /** How many archives were opened to tell which is the executable one; 0: its name told. */
  readonly opened: number;
}

/**
 * The one application that `pattern` (a path or a glob, relative to `folder`) means: of several files the one that is
 * executable. A path that exists is taken as it stands.
 * Throws `Failure`: JAR_NOT_FOUND, JAR_ONLY_SIDE_PRODUCTS, JAR_AMBIGUOUS.
 */
export async function findJar(pattern: string, folder: string): Promise<FoundJar> {
  const literal = resolve(folder, pattern);
  if (await isFile(literal)) return { path: literal, opened: 0 };

  const matches = await filesMatching(pattern, folder);
  const named = matches.filter((path) => isApplication(basename(path)));
  // A build may name its executable jar as others name their by-products.
  const misnamed = matches.filter((path) => !named.includes(path) && application.test(path));
  const [jar, ...others] = named;
  if (jar !== undefined && others.length === 0 && misnamed.length === 0) {
    return { path: resolve(folder, jar), opened: 0 };
  }
  const kinds = await kindsOf([...named, ...misnamed], folder);
  const chosen = choose(kinds, named);
  if (chosen.length > 1) {
    const unread = chosen.filter((path) => kinds.get(path) === 'unreadable');
    throw failure('JAR_AMBIGUOUS', { pattern, matches: chosen.join(', '), unread });
  }
  const [only] = chosen;
  if (only !== undefined) return { path: resolve(folder, only), opened: kinds.size };
  const setAside = matches.filter((path) => application.test(path) || sideProduct.test(path));
  if (setAside.length > 0) {
    throw failure('JAR_ONLY_SIDE_PRODUCTS', { pattern, setAside: setAside.join(', '), opened: named.length > 0 });
  }
  throw failure('JAR_NOT_FOUND', { pattern, folder });
}

/** Whether a file of this name can be the application: a jar or war that is no by-product of the build. */
export function isApplication(fileName: string): boolean {
  return application.test(fileName) && !sideProduct.test(fileName);
}

/** The application among archives, or several that could be it; none where none can be. */
function choose(kinds: ReadonlyMap<string, Kind>, named: readonly string[]): readonly string[] {
  const of = (among: readonly string[], ...wanted: readonly Kind[]) =>
    among.filter((path) => wanted.some((kind) => kind === kinds.get(path)));
  const all = [...kinds.keys()];
  const misnamed = all.filter((path) => !named.includes(path));
  // What cannot be read may be a newer build of the application: an older one is not deployed in its stead.
  const unread = of(named, 'unreadable');
  const ways = [of(named, 'boot'), of(named, 'whole'), of(misnamed, 'boot', 'whole'), of(named, 'bare')];
  const found = ways.find((way) => way.length > 0) ?? [];
  const could = [...found, ...unread];
  // Alone it is refused later on, with what is wrong with it.
  return could.length === 0 && named.length === 1 ? named : could.sort();
}

async function kindsOf(paths: readonly string[], folder: string): Promise<ReadonlyMap<string, Kind>> {
  const kinds = new Map<string, Kind>();
  for (const path of paths) kinds.set(path, await kindOf(resolve(folder, path)));
  return kinds;
}

/** The files that match, each once: a link to one of them is no other file. */
async function filesMatching(pattern: string, folder: string): Promise<readonly string[]> {
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd: folder })) {
    if (await isFile(resolve(folder, match))) matches.push(match);
  }
  const files = new Map<string, string>();
  for (const match of matches.sort()) {
    const real = await realpath(resolve(folder, match));
    const before = files.get(real);
    // The file itself rather than a link to it.
    if (before === undefined || resolve(folder, match) === real) files.set(real, match);
  }
  return [...files.values()].sort();
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isFile(),
    () => false,
  );
}
