import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { appendEntries, type StoredEntry, zipOf } from './zip.ts';

const entryBytes = 10_000_000;

/**
 * A Boot jar of about `bytes`, made of a real one in `folder`: its own entries, then random ones that nothing compresses,
 * by turns a plain file of the application and a nested jar of BOOT-INF/lib. Returns its path.
 */
export async function makeBigJar(original: string, folder: string, bytes: number): Promise<string> {
  const path = join(folder, basename(original));
  const missing = Math.max(0, bytes - statSync(original).size);
  await appendEntries(original, path, randomEntries(Math.ceil(missing / entryBytes)));
  return path;
}

function* randomEntries(count: number): Generator<StoredEntry> {
  for (let n = 0; n < count; n++) {
    const bytes = randomBytes(entryBytes);
    yield n % 2 === 0
      ? { name: `BOOT-INF/classes/static/random-${n}.bin`, bytes }
      : { name: `BOOT-INF/lib/random-${n}.jar`, bytes: zipOf([{ name: 'random.bin', bytes }]) };
  }
}
