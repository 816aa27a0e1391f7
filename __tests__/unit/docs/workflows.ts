import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../practice/home.ts';

export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A job, or the call of another workflow, which has no steps and no limit of time of its own. */
export interface WorkflowJob {
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly WorkflowStep[];
}

export interface Workflow {
  readonly path: string;
  readonly source: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** The workflows of a folder of the repository. */
export function workflowsIn(folder: string): readonly Workflow[] {
  return readdirSync(join(projectRoot, folder)).map((name) => {
    const path = join(folder, name);
    const source = readFileSync(join(projectRoot, path), 'utf8');
    return { ...(parse(source) as Omit<Workflow, 'path' | 'source'>), path, source };
  });
}

/** The workflow of that name among the repository's own. Throws an Error if there is none. */
export function ownWorkflow(name: string): Workflow {
  const found = workflowsIn('.github/workflows').find(({ path }) => path.endsWith(`/${name}.yml`));
  if (found === undefined) throw new Error(`no workflow ${name}`);
  return found;
}

/** Every step of every job. */
export function stepsOf({ jobs }: Workflow): readonly WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

/** The bash script of a named step. Throws an Error if there is none. */
export function scriptOf(workflow: Workflow, name: string): string {
  const script = stepsOf(workflow).find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`${workflow.path} has no script ${name}`);
  return script;
}
