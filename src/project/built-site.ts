import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { failure } from '../messages/failure.ts';
import { formatBytes } from '../server/space.ts';
import type { StaticSiteSettings } from '../settings/settings.ts';
import { findFiles, type HashedFile, hashFiles } from './folder.ts';

/** A built front end on the runner. */
export interface BuiltSite {
  readonly files: readonly HashedFile[];
  readonly bytes: number;
  /** SHA-256 over the site's path and the names and contents of its files: the same, and nothing is sent. */
  readonly sha256: string;
  /** Path of the URL, `/` at both ends. */
  readonly path: string;
  readonly fallback: boolean;
}

/** A front end is far smaller; a folder that was named by mistake is not. */
const most = { files: 20_000, bytes: 2_000_000_000 };

/**
 * Reads the folder of a static site; undefined where none is wanted. `workspace` is what its path counts from.
 * Throws `STATIC_SITE_UNREADABLE`, `_NO_INDEX`, `_NOT_BUILT`, `_TOO_LARGE`.
 */
export async function readStaticSite(
  settings: StaticSiteSettings | undefined,
  workspace: string,
): Promise<BuiltSite | undefined> {
  if (settings === undefined) return undefined;
  const { folder: given, path, fallback } = settings;
  const folder = resolve(workspace, given);
  const top = await readingOf(given, () => readdir(folder));
  if (!top.includes('index.html')) {
    throw failure('STATIC_SITE_NO_INDEX', { folder: given, built: await builtIn(given, workspace) });
  }
  // Vite keeps its index.html beside the sources: all of them, and what they depend on, would be public.
  const sources = ['package.json', 'node_modules'].find((name) => top.includes(name));
  if (sources !== undefined) {
    throw failure('STATIC_SITE_NOT_BUILT', { folder: given, sources, built: await builtIn(given, workspace) });
  }
  const found = await readingOf(given, () => findFiles(folder, isPublic));
  const bytes = found.reduce((sum, file) => sum + file.bytes, 0);
  if (found.length > most.files || bytes > most.bytes) {
    throw failure('STATIC_SITE_TOO_LARGE', {
      folder: given,
      files: found.length,
      bytes: formatBytes(bytes),
      mostFiles: most.files,
      mostBytes: formatBytes(most.bytes),
    });
  }
  const files = await readingOf(given, () => hashFiles(found));
  return { files, bytes, sha256: hashOf(path, files), path, fallback };
}

/** Where builds write to, by their usual names; HBuilderX has `unpackage/dist/build/web`, Angular `dist/NAME/browser`. */
const output = /^(?:dist|build|out|unpackage)$/;

/** The folder below `given` that a build wrote, which is the one with an index.html; empty where none is found. */
async function builtIn(given: string, workspace: string): Promise<string> {
  let places = [given];
  for (let depth = 0; depth <= 4 && places.length > 0; depth += 1) {
    const below: string[] = [];
    for (const place of places) {
      const entries = await readdir(resolve(workspace, place), { withFileTypes: true }).catch(() => []);
      if (depth > 0 && entries.some(({ name }) => name === 'index.html')) return place;
      const folders = entries.filter((entry) => entry.isDirectory() && (depth > 0 || output.test(entry.name)));
      below.push(...folders.map(({ name }) => posix.join(place, name)).toSorted());
    }
    places = below;
  }
  return '';
}

/** What begins with a dot (`.env`, `.git`, `.DS_Store`) is nobody's to read, but for what a standard puts there. */
function isPublic(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.startsWith('.') || path === '.well-known';
}

function hashOf(path: string, files: readonly HashedFile[]): string {
  const content = [path, files.map((file) => [file.path, file.sha256])];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function readingOf<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw failure('STATIC_SITE_UNREADABLE', { folder, detail }, { cause: error });
  }
}
