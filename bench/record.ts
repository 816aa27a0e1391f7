import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../practice/run-action.ts';

/** What a run's deployment.json says, as far as it is measured. */
export interface DeploymentRecord {
  /** Exchanges over SSH, by the action's own count; logging in is not in it. */
  readonly roundTrips: number;
  readonly timings: readonly { readonly id: string; readonly seconds: number }[];
}

/** The record in the artifact of a run. Throws an Error where it has none. */
export function recordOf({ temp }: RunResult): DeploymentRecord {
  const file = readdirSync(temp, { recursive: true, withFileTypes: true }).find((f) => f.name === 'deployment.json');
  if (file === undefined) throw new Error(`no deployment.json in ${temp}`);
  return JSON.parse(readFileSync(join(file.parentPath, file.name), 'utf8')) as DeploymentRecord;
}
