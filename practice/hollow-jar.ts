import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedJar } from './changed-jar.ts';

/** A zip archive without entries: its end record alone. */
const empty = Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);

/**
 * Makes a copy of a Boot jar whose libraries are hollow: names and settings are those of the original, so that the action
 * reads the same out of it, at a fraction of its size. It cannot be started.
 */
export function hollowOf(jar: string, hollow: string): Promise<void> {
  return changedJar(jar, hollow, (tree) => {
    const libraries = join(tree, 'BOOT-INF/lib');
    for (const name of readdirSync(libraries)) {
      if (statSync(join(libraries, name)).size > 20_000) writeFileSync(join(libraries, name), empty);
    }
    return ['.'];
  });
}
