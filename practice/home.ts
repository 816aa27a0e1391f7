import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The label of every container, network, volume and image that practice makes; cleaning touches nothing without it. */
export const label = 'deploy-miniprogram-practice';

/** The project's root folder. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** The folder for all that practice keeps between runs: `$PRACTICE_HOME`, else one under /var/cache. */
export const home = resolve(process.env.PRACTICE_HOME ?? `/var/cache/${label}`);

/** A folder under `home`, made where missing. */
export function folder(...names: string[]): string {
  const path = join(home, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Where practice tells what it is doing. */
export type Say = (line: string) => void;
