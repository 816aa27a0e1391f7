import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';

/** The files of a run's artifact by their names; they lie in the runner's temporary folder where there is no service. */
export function artifactOf(result: RunResult): Readonly<Record<string, string>> {
  const files = readdirSync(result.temp, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const),
  );
}

/** The steps in the artifact's record: ids and phases, in order. */
export function stepsOf(result: RunResult): readonly { readonly id: string; readonly phase: string }[] {
  const record = JSON.parse(artifactOf(result)['deployment.json'] ?? '{}') as {
    steps?: readonly { id: string; phase: string }[];
  };
  return record.steps ?? [];
}

/** Lines of a plan that name a step, what differs from run to run (release, time) made the same. */
export function titlesOf(plan: string): readonly string[] {
  return plan
    .split('\n')
    .filter((line) => /^ {2}\+ /.test(line))
    .map((line) => line.replace(/\d{8}T\d{6}Z-[0-9a-z]+/g, '<release>'));
}
