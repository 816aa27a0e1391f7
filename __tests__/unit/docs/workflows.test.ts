import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Action } from '../../../scripts/generate-docs.ts';

const root = new URL('../../../', import.meta.url).pathname;
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** This action by the name under which users call it. */
const published = 'deploy-miniprogram/deploy-miniprogram-backend@v1';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly path: string;
  readonly source: string;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

function workflowsIn(folder: string): readonly Workflow[] {
  return readdirSync(join(root, folder)).map((name) => {
    const path = join(folder, name);
    const source = readFileSync(join(root, path), 'utf8');
    return { ...(parse(source) as Omit<Workflow, 'path' | 'source'>), path, source };
  });
}

const own = workflowsIn('.github/workflows');
const examples = workflowsIn('examples/workflows');
const all = [...own, ...examples];

/** Every step of a workflow that runs this action. */
function ownSteps({ jobs }: Workflow): readonly Step[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.filter(({ uses }) => uses === './' || uses === published);
}

test('the workflows that users copy are there, and those of the repository', () => {
  expect(examples.map(({ path }) => path).sort()).toEqual(
    ['dispatch', 'push', 'release'].map((name) => `examples/workflows/${name}.yml`),
  );
  expect(own.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['check-dist', 'ci', 'e2e', 'release'].map((name) => `.github/workflows/${name}.yml`)),
  );
});

test.each(own)(
  '$path: what it uses is of this repository, or pinned by a commit whose version is written beside it',
  ({ source }) => {
    const uses = [...source.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, words = '']) => words);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((words) => !/^\.\/$|^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(words))).toEqual([]);
  },
);

test('one action has one pin in the whole repository', () => {
  const pins = own.flatMap(({ source }) => [...source.matchAll(/uses: ([\w.-]+\/[\w./-]+)@(.+)$/gm)]);
  const distinct = new Set(pins.map(([, name, pin]) => `${name}@${pin}`));
  expect(distinct.size).toBe(new Set(pins.map(([, name]) => name)).size);
});

test.each(all)('$path: permissions, concurrency and a limit of time are stated', (workflow) => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(workflow.concurrency).toBeDefined();
  for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
});

test.each(examples)('$path: runs this action by its published name', (workflow) => {
  expect(ownSteps(workflow).map(({ uses }) => uses)).toEqual([published]);
});

test.each(all)('$path: every input it gives to this action is declared', (workflow) => {
  const given = ownSteps(workflow).flatMap((step) => Object.keys(step.with ?? {}));
  expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
});

test.each(all)('$path: every output it reads of this action is declared', (workflow) => {
  const ids = ownSteps(workflow).map(({ id }) => id);
  const read = [...workflow.source.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id]) => ids.includes(id))
    .map(([, , name = '']) => name);
  expect(read.filter((name) => !Object.hasOwn(action.outputs, name))).toEqual([]);
});

test.each(all)('$path: nothing from outside is pasted into a shell, but handed over as a variable', (workflow) => {
  const scripts = Object.values(workflow.jobs).flatMap((job) =>
    job.steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  );
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});
