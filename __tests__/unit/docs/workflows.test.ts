import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../practice/home.ts';
import type { Action } from '../../../scripts/generate-docs.ts';
import { unusedByRollback } from '../../../src/settings/rollback-inputs.ts';
import { ownWorkflow, stepsOf, type Workflow, type WorkflowStep, workflowsIn } from './workflows.ts';

const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as Action;

/** This action by the name under which users call it. */
const published = 'deploy-miniprogram/deploy-miniprogram-backend@v1';

const own = workflowsIn('.github/workflows');
const examples = workflowsIn('examples/workflows');
const all = [...own, ...examples];

/** Every step of a workflow that runs this action. */
function ownSteps(workflow: Workflow): readonly WorkflowStep[] {
  return stepsOf(workflow).filter(({ uses }) => uses === '$/' || uses === published);
}

const vars = (name: string): string => `\${{ vars.${name} }}`;
const secret = (name: string): string => `\${{ secrets.${name} }}`;

/** What a workflow uses: actions, and workflows that it calls, with the comment beside each. */
function usedBy({ source }: Workflow): readonly string[] {
  return [...source.matchAll(/^\s*(?:- )?uses: *(.+)$/gm)].map(([, words = '']) => words);
}

test('the workflows that users copy are there, and those of the repository', () => {
  expect(examples.map(({ path }) => path).sort()).toEqual(
    ['dispatch', 'push', 'release', 'renew', 'rollback', 'status'].map((name) => `examples/workflows/${name}.yml`),
  );
  const names = ['check-dist', 'ci', 'codeql', 'e2e', 'rebuild-dist', 'release', 'zizmor'];
  expect(own.map(({ path }) => path)).toEqual(
    expect.arrayContaining(names.map((name) => `.github/workflows/${name}.yml`)),
  );
});

test.each(own)(
  '$path: what it uses is of this repository, or pinned by a commit whose version is written beside it',
  (workflow) => {
    const steps = [...stepsOf(workflow), ...Object.values(workflow.jobs)].filter(({ uses }) => uses !== undefined);
    const uses = usedBy(workflow);
    expect(uses).toHaveLength(steps.length);
    const ours = /^\$\/(?:\.github\/workflows\/[\w-]+\.yml)?$/;
    const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter((words) => !ours.test(words) && !pinned.test(words))).toEqual([]);
  },
);

test('one action has one pin in the whole repository', () => {
  // github/codeql-action/init and /analyze are one action of two parts.
  const pins = own.flatMap((workflow) =>
    usedBy(workflow).flatMap((words) => {
      const [, name = '', pin = ''] = /^([\w.-]+\/[\w.-]+)[\w./-]*@(.+)$/.exec(words) ?? [];
      return name === '' ? [] : [{ name, pin }];
    }),
  );
  const distinct = new Set(pins.map(({ name, pin }) => `${name}@${pin}`));
  expect(distinct.size).toBe(new Set(pins.map(({ name }) => name)).size);
});

test.each(all)('$path: permissions, concurrency and a limit of time are stated', (workflow) => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(workflow.concurrency).toBeDefined();
  for (const job of Object.values(workflow.jobs)) {
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
  }
});

test('a job whose token can write is one of three, and has no more than it needs', () => {
  const writers = own.flatMap(({ path, jobs }) =>
    Object.entries(jobs).flatMap(([name, { permissions }]) =>
      permissions === undefined ? [] : [[`${path}: ${name}`, permissions]],
    ),
  );
  expect(Object.fromEntries(writers)).toEqual({
    '.github/workflows/codeql.yml: analyze': { contents: 'read', 'security-events': 'write' },
    '.github/workflows/rebuild-dist.yml: commit': { contents: 'write' },
    '.github/workflows/release.yml: release': { contents: 'write' },
  });
});

test.each(own)('$path: no fork starts it with a token that can write, and no checkout keeps its token', (workflow) => {
  expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
});

test('a release is made after everything that a pull request passes', () => {
  const { jobs } = ownWorkflow('release');
  expect(jobs.ci?.uses).toBe('$/.github/workflows/ci.yml');
  expect(jobs.e2e?.uses).toBe('$/.github/workflows/e2e.yml');
  expect(jobs.release?.needs).toEqual(['version', 'ci', 'e2e']);
  for (const name of ['ci', 'e2e']) expect(Object.keys(ownWorkflow(name).on)).toContain('workflow_call');
  expect(ownWorkflow('ci').jobs['ci-ok']?.needs).toEqual(['checks', 'tests', 'e2e']);
});

test('zizmor is pinned by its hashes', () => {
  const requirements = readFileSync(join(projectRoot, '.github/zizmor/requirements.txt'), 'utf8');
  expect(requirements).toMatch(/^zizmor==\d+\.\d+\.\d+(?: \\\n {4}--hash=sha256:[0-9a-f]{64})+$/m);
});

test.each(examples)('$path: runs this action by its published name', (workflow) => {
  expect(ownSteps(workflow).map(({ uses }) => uses)).toEqual([published]);
});

test('the schedule is in a file of its own, off the hour, and never meets a deploy', () => {
  // GitHub disables a file that has a schedule whole, with the triggers of a deploy that were in it.
  const scheduled = examples.filter(({ on }) => on.schedule !== undefined);
  expect(scheduled.map(({ path, on }) => [path, Object.keys(on)])).toEqual([
    ['examples/workflows/renew.yml', ['schedule', 'workflow_dispatch']],
  ]);
  const [, minute] = /cron: '(\d+) \d+ \* \* \*'/.exec(scheduled[0]?.source ?? '') ?? [];
  expect(Number(minute) % 5).toBeGreaterThan(0);
  // `status` takes no lock: it need not wait for a deploy.
  for (const { path, concurrency } of examples.filter(({ path }) => !path.endsWith('/status.yml')))
    expect([path, concurrency]).toEqual([path, { group: 'deploy-production', 'cancel-in-progress': false }]);
});

test('all examples that bring a certificate have it of one source, and the same account', () => {
  const names = ['certificate', 'tencent-secret-id', 'tencent-secret-key'];
  const bring = examples.flatMap(ownSteps).filter((step) => !['rollback', 'status'].includes(`${step.with?.command}`));
  const given = bring.map((step) => names.map((name) => step.with?.[name]));
  expect(new Set(given.map((values) => values.join()))).toEqual(
    // An empty `certificate` is `tencent`, since credentials are given.
    new Set([[vars('CERTIFICATE'), secret('TENCENT_SECRET_ID'), secret('TENCENT_SECRET_KEY')].join()]),
  );
});

test('rollback and status are started by hand, with neither a jar nor a checkout', () => {
  for (const command of ['rollback', 'status']) {
    const workflow = examples.find(({ path }) => path === `examples/workflows/${command}.yml`);
    if (workflow === undefined) throw new Error(command);
    expect(Object.keys(workflow.on)).toEqual(['workflow_dispatch']);
    expect(stepsOf(workflow).filter(({ uses }) => uses !== undefined)).toHaveLength(1);
    const [given = {}] = ownSteps(workflow).map((step) => step.with);
    expect(given).toMatchObject({ command, 'host-key': vars('SERVER_HOST_KEY') });
    const inputs = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    expect(unusedByRollback(new Map(Object.entries(inputs)))).toEqual([]);
  }
});

test.each(examples)('$path: every secret and variable it reads is named in its first lines', ({ source }) => {
  const head = source.slice(0, source.indexOf('\nname:'));
  const read = [...source.matchAll(/\b(?:secrets|vars)\.(\w+)/g)].map(([, name = '']) => name);
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((name) => !new RegExp(`\\b${name}\\b`).test(head))).toEqual([]);
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
  const scripts = stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});
