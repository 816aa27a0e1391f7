import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The label of every container, network, volume and image that practice makes; cleaning touches nothing without it. */
export const label = 'deploy-miniprogram-practice';

/** The project's root folder. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Where practice keeps all of its files unless $PRACTICE_HOME names another folder. */
export const usualHome = `/var/cache/${label}`;

/** The folder for all that practice keeps between runs: `$PRACTICE_HOME`, else the usual one. */
export const home = resolve(process.env.PRACTICE_HOME ?? usualHome);

/** A folder under `home`, made where missing. */
export function folder(...names: string[]): string {
  const path = join(home, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Where practice tells what it is doing. */
export type Say = (line: string) => void;
