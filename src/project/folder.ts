import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A plain file below a folder of the runner. */
export interface FoundFile {
  /** Its path in the folder, with `/`. */
  readonly path: string;
  /** Where it lies on the runner. */
  readonly source: string;
  /** 0755 where it can be executed, else 0644: git's two, so that every checkout of a commit has the same. */
  readonly mode: number;
  readonly bytes: number;
}

/** A file, and what is in it. */
export interface HashedFile extends FoundFile {
  readonly sha256: string;
}

/** A file that is sent along with the Dockerfile. */
export type ContextFile = Omit<HashedFile, 'bytes'>;

/**
 * All plain files below a folder, sorted. Links are not followed, so that nothing outside of it is sent. `wanted` tells of
 * each entry by its path whether it, or what is below it, counts. Throws what `readdir` and `lstat` throw.
 */
export async function findFiles(
  folder: string,
  wanted: (path: string) => boolean,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = [];
  for (const path of (await filesBelow(folder, '', wanted)).toSorted()) {
    const source = join(folder, path);
    const found = await lstat(source);
    // Windows has no modes: a script is known by how it begins.
    const executable = platform === 'win32' ? await isScript(source) : (found.mode & 0o111) !== 0;
    files.push({ path, source, mode: executable ? 0o755 : 0o644, bytes: found.size });
  }
  return files;
}

/** Whether a file begins with `#!`, by which Linux knows a script (execve(2)). */
async function isScript(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) return (chunk as Buffer).toString() === '#!';
  return false;
}

/** The same files with the SHA-256 of each. */
export async function hashFiles(files: readonly FoundFile[]): Promise<readonly HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file.source), hash);
    hashed.push({ ...file, sha256: hash.digest('hex') });
  }
  return hashed;
}

/** Not by `readdir` alone: its `recursive` goes into folders that are linked, and would send what lies outside. */
async function filesBelow(
  folder: string,
  prefix: string,
  wanted: (path: string) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = `${prefix}${entry.name}`;
      if (!wanted(path)) return [];
      if (entry.isDirectory()) return filesBelow(folder, `${path}/`, wanted);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}
