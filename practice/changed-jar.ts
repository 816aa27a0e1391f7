import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';

/**
 * Makes a copy of a Boot jar at `copy`, its files changed in between: `change` gets the folder that they are unpacked in, and
 * the path of the manifest, which is kept apart since the `jar` tool writes it itself. What `change` gives is packed, in
 * this order, folders with all that is in them.
 */
export async function changedJar(
  jar: string,
  copy: string,
  change: (tree: string, manifest: string) => readonly string[],
): Promise<void> {
  const work = `${copy}.work`;
  const tree = join(work, 'tree');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  await run(['jar', '--extract', '--file', jar], { cwd: tree });
  const manifest = join(work, 'MANIFEST.MF');
  renameSync(join(tree, 'META-INF/MANIFEST.MF'), manifest);
  const paths = change(tree, manifest);
  // Spring Boot reads nested jars in place, so they must be stored.
  const made = join(work, 'made');
  const all = paths.flatMap((path) => ['-C', tree, path]);
  await run(['jar', '--create', '--no-compress', '--file', made, '--manifest', manifest, ...all]);
  renameSync(made, copy);
  rmSync(work, { recursive: true });
}
