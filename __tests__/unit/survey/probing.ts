import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ScriptProbe } from '../../../src/engine/probe.ts';
import { survey } from '../../../src/engine/survey.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

/**
 * Programs that stand before the machine's own, and a folder for files: both anew for each test of the file that
 * imports them.
 */
export let programs: Programs;
export let folder: string;
beforeEach(() => {
  programs = openPrograms();
  folder = mkdtempSync(join(tmpdir(), 'probes-'));
});
afterEach(() => {
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks this machine, absolute paths of the script led to the test's folder. */
export async function ask<T>(probe: ScriptProbe<T>, ...roots: readonly string[]): Promise<T> {
  const script = roots.reduce((text, root) => text.replaceAll(root, `${folder}${root}`), probe.script);
  return (await survey(programs.server, { it: { ...probe, script } })).it as T;
}

/** Puts a file into the test's folder; its whole path. */
export function put(path: string, content: string): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}
