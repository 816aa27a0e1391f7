import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerStep, Step, SwitchStep } from '../../../src/engine/step.ts';
import { inheritedEnvironmentFile } from '../../../src/layout/application-paths.ts';
import { releaseDirectory } from '../../../src/layout/release-paths.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import type { Release } from '../../../src/release/release.ts';
import { planEnvironment, settleLeftVariables } from '../../../src/resources/release-environment.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { release as another } from '../deployment/release.ts';
import { runBash } from '../engine/local-server.ts';
import { openSwitchRun, type SwitchRun } from '../engine/switch-run.ts';

// A release that had variables of its own and of a container set up by hand, and is to get others.
let run: SwitchRun;
beforeEach(() => {
  run = openSwitchRun();
  write('env', 'TOKEN=old\n');
  write('env.adopted', 'URL=old\n');
  write('adopted.env', '# ours\nURL=by hand\nTOKEN=by hand\n');
});
afterEach(() => run.remove());

const had = { env: 'TOKEN=old\n', 'env.adopted': 'URL=old\n' };
const has = { env: 'TOKEN=today\n', 'env.adopted': 'URL=by hand\n' };
const readied = { ...had, 'env.next': has.env, 'env.adopted.next': has['env.adopted'] };

function write(name: string, content: string): void {
  writeFileSync(join(run.directory, name), content, { mode: 0o600 });
}

/** The files of variables in the release's folder. */
function variables(): Readonly<Record<string, string>> {
  const names = readdirSync(run.directory).filter((name) => name.startsWith('env'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(run.directory, name), 'utf8')]));
}

const release: Release = {
  ...another,
  container: { ...another.container, environmentNames: ['TOKEN'], inheritedEnvironment: ['URL'] },
};

/** With the folders of the test in the place of the server's. */
function here<S extends Step>(step: S): S {
  const at = (script: string): string =>
    script
      .replaceAll(inheritedEnvironmentFile(release.app), join(run.directory, 'adopted.env'))
      .replaceAll(releaseDirectory(release), run.directory);
  const { script, undo } = step as ServerStep;
  return { ...step, script: at(script), ...(undo === undefined ? {} : { undo: at(undo) }) };
}

function steps(of = release): readonly [ServerStep, SwitchStep] {
  return planEnvironment(of, new Secret('TOKEN=today\n')).map(here) as [ServerStep, SwitchStep];
}

async function bash(script: string, input?: Buffer): Promise<void> {
  const { code, stderr } = await runBash(
    ['-c', `set -e\n${prelude}\n${script}`],
    {},
    input === undefined ? {} : { input },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

async function prepare({ script, input }: ServerStep): Promise<void> {
  await bash(script, await input?.());
}

/** Prepares and switches; killed where `cut` says. */
async function switchedUpTo(cut: string): Promise<void> {
  const [first, last] = steps();
  await prepare(first);
  run.render([last, run.step('prove', 'prove'), run.step('drain', 'drain')]);
  await run.run('run', cut);
}

test('what the release has stays as it is while others are prepared, and also where they are taken back', async () => {
  write('env.next', 'LEFT=by a run that died\n');
  const [first] = steps();
  await prepare(first);
  expect(variables()).toEqual(readied);
  for (const name of ['env.next', 'env.adopted.next'])
    expect(statSync(join(run.directory, name)).mode & 0o777).toBe(0o600);
  for (const _ of [1, 2]) await bash(first.undo ?? '');
  expect(variables()).toEqual(had);
});

test('they are its own once it serves', async () => {
  await switchedUpTo('');
  expect(variables()).toEqual(has);
});

test('a server that dies between switch and record goes on with those that the container was started with', async () => {
  await switchedUpTo('do-drain');
  expect(variables()).toEqual(readied);
  await run.run('resume');
  expect(run.events().at(-1)).toMatch(/^outcome/);
  expect(variables()).toEqual(has);
});

test('one that dies before keeps those that it had, and the next run removes the others', async () => {
  await switchedUpTo('do-prove');
  await run.run('resume');
  expect(variables()).toEqual(readied);
  const [left] = settleLeftVariables(release.app, [release.id], 'another').map(here);
  await bash(left?.script ?? '');
  expect(variables()).toEqual(had);
});

test('where they could not take their place, the next run has the release that serves take them', async () => {
  await prepare(steps()[0]);
  const [left] = settleLeftVariables(release.app, [release.id], release.id).map(here);
  for (const _ of [1, 2]) await bash(left?.script ?? '');
  expect(variables()).toEqual(has);
});

test('values of before that are given now are nowhere any more', async () => {
  const [first, last] = steps({ ...release, container: { ...release.container, inheritedEnvironment: [] } });
  rmSync(join(run.directory, 'adopted.env'));
  await prepare(first);
  await bash(last.script);
  expect(variables()).toEqual({ env: has.env });
});
