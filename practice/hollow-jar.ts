import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';

/** A zip archive without entries: its end record alone. */
const empty = Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);

/**
 * Makes a copy of a Boot jar whose libraries are hollow: names and settings are those of the original, so that the action
 * reads the same out of it, at a twentieth of its size. It cannot be started.
 */
export async function hollowOf(jar: string, hollow: string): Promise<void> {
  const work = `${hollow}.work`;
  const tree = join(work, 'tree');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  await run(['jar', '--extract', '--file', jar], { cwd: tree });
  const libraries = join(tree, 'BOOT-INF/lib');
  for (const name of readdirSync(libraries)) {
    if (statSync(join(libraries, name)).size > 20_000) writeFileSync(join(libraries, name), empty);
  }
  const manifest = join(work, 'MANIFEST.MF');
  renameSync(join(tree, 'META-INF/MANIFEST.MF'), manifest);
  const made = join(work, 'made.jar');
  await run(['jar', '--create', '--no-compress', '--file', made, '--manifest', manifest, '-C', tree, '.']);
  renameSync(made, hollow);
  rmSync(work, { recursive: true });
}
