import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import type { ContainerFile } from '../release/release.ts';
import type { MountedFile } from '../values/mounted-files.ts';

/** A file of the runner that is to be mounted. */
export interface FileToMount extends ContainerFile {
  /** Where it lies on the runner. */
  readonly source: string;
  readonly bytes: number;
  /** Lower-case hex; for comparison in memory only: the content of a short file could be guessed from it. */
  readonly sha256: string;
}

/** These files are sent with every release, and held in memory. */
const most = 10_000_000;

/**
 * Reads the files to mount, named by their place. Throws `Failures` of `FILE_UNREADABLE` and `FILE_TOO_LARGE`, all of
 * them.
 */
export async function readFiles(files: readonly MountedFile[], folder: string): Promise<readonly FileToMount[]> {
  const failures: Failure[] = [];
  const found: FileToMount[] = [];
  for (const [index, { source, container }] of files.entries()) {
    const path = resolve(folder, source);
    try {
      const { size: bytes } = await plainFile(path);
      if (bytes > most) {
        failures.push(failure('FILE_TOO_LARGE', { path: source, megabytes: (bytes / 1e6).toFixed(1) }));
        continue;
      }
      const sha256 = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      found.push({ name: String(index + 1), container, source: path, bytes, sha256 });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      failures.push(failure('FILE_UNREADABLE', { path: source, detail }, { cause: error }));
    }
  }
  if (failures.length > 0) throw new Failures(failures);
  return found;
}

/** Of anything else a read may never end. */
async function plainFile(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('not a plain file');
  return found;
}
