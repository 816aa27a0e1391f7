import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, type CommandResult, run } from '../../../practice/command.ts';
import { ownWorkflow, scriptOf } from './workflows.ts';

// What only GitHub runs, tried here: the scripts of workflows whose token can write.
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'workflow-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Runs a script as the runner does: bash, ended by the first command that fails. */
function runStep(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<CommandResult> {
  const file = join(place, 'step.sh');
  writeFileSync(file, script);
  return attempt(['bash', '-e', file], { cwd, env });
}

describe('Rebuild dist', () => {
  const workflow = ownWorkflow('rebuild-dist');
  const branch = 'dependabot/npm_and_yarn/production';
  const identity = ['-c', 'user.name=dependabot[bot]', '-c', 'user.email=bot@example.com'];
  let work: string;
  let built: string;

  beforeEach(async () => {
    const remote = join(place, 'remote.git');
    [work, built] = [join(place, 'work'), join(place, 'built')];
    await run(['git', 'init', '--quiet', '--bare', remote]);
    await run(['git', 'clone', '--quiet', remote, work]);
    for (const folder of [join(work, 'dist'), built]) mkdirSync(folder);
    writeFileSync(join(work, 'package-lock.json'), '{}\n');
    for (const name of ['index.js', '7.index.js']) writeFileSync(join(work, 'dist', name), `${name} of before\n`);
    await git('add', '.');
    await git(...identity, 'commit', '--quiet', '--message', 'Bump packages');
    await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    await git('checkout', '--quiet', '--detach');
  });

  async function git(...words: readonly string[]): Promise<string> {
    return (await run(['git', '-C', work, ...words])).trim();
  }

  /** The commit on Dependabot's branch. */
  async function tip(): Promise<string> {
    return (await git('ls-remote', 'origin', branch)).split('\t')[0] ?? '';
  }

  async function commitBuilt(): Promise<CommandResult> {
    const env = { BUILT: built, BRANCH: branch, GH_TOKEN: '' };
    const committed = await runStep(scriptOf(workflow, 'Commit dist/ where it is another'), work, env);
    return committed.code === 0 ? runStep(scriptOf(workflow, 'Push it'), work, env) : committed;
  }

  test('what was built becomes one commit on the branch, of plain files in dist/ alone', async () => {
    const before = await tip();
    for (const name of ['index.js', '12.index.js', 'post.js', 'licenses.txt', 'package.json'])
      writeFileSync(join(built, name), `${name} of now\n`, { mode: 0o755 });
    expect(await commitBuilt()).toMatchObject({ code: 0 });
    const after = await tip();
    expect(await git('rev-parse', `${after}^`)).toBe(before);
    expect((await git('diff', '--no-renames', '--name-status', before, after)).split('\n')).toEqual([
      'A\tdist/12.index.js',
      'D\tdist/7.index.js',
      'M\tdist/index.js',
      'A\tdist/licenses.txt',
      'A\tdist/package.json',
      'A\tdist/post.js',
    ]);
    const entries = (await git('ls-tree', '-r', after, 'dist')).split('\n');
    expect(entries.filter((entry) => !entry.startsWith('100644 blob '))).toEqual([]);
    expect(await git('log', '-1', '--format=%an: %B', after)).toBe(
      'github-actions[bot]: Build dist\n\n[dependabot skip]',
    );
  });

  test('the same again is no commit', async () => {
    const before = await tip();
    for (const name of ['index.js', '7.index.js']) writeFileSync(join(built, name), `${name} of before\n`);
    expect(await commitBuilt()).toMatchObject({ code: 0 });
    expect(await tip()).toBe(before);
  });

  test.each([
    ['a script by another name', (folder: string) => writeFileSync(join(folder, 'install.js'), '')],
    ['a hidden file', (folder: string) => writeFileSync(join(folder, '.gitattributes'), '')],
    ['a folder', (folder: string) => mkdirSync(join(folder, '8.index.js'))],
    ['a link', (folder: string) => symlinkSync('/etc/passwd', join(folder, '8.index.js'))],
    ['a name that the runner would obey', (folder: string) => writeFileSync(join(folder, '\n::error::x'), '')],
  ])('refused: %s', async (_, spoil) => {
    const before = await tip();
    writeFileSync(join(built, 'index.js'), 'index.js of now\n');
    spoil(built);
    const result = await commitBuilt();
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/^Not a file of dist\/: /);
    expect(`${result.stdout}${result.stderr}`).not.toMatch(/^::/m);
    expect(await tip()).toBe(before);
    expect(await git('status', '--porcelain')).toBe('');
  });

  test('a branch that has moved on stays as it is', async () => {
    await git(...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Bump more');
    await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    const moved = await tip();
    await git('checkout', '--quiet', 'HEAD^');
    writeFileSync(join(built, 'index.js'), 'index.js of now\n');
    expect(await commitBuilt()).toMatchObject({ code: 1 });
    expect(await tip()).toBe(moved);
  });
});

describe('Release', () => {
  const workflow = ownWorkflow('release');

  /** Runs a step with a `gh` that notes how it is called, and fails when it is asked for what is not there. */
  async function ghCalls(step: string, tag: string, missing = 'nothing'): Promise<readonly string[]> {
    const [folder, journal] = [join(place, 'bin'), join(place, 'journal')];
    mkdirSync(folder, { recursive: true });
    rmSync(journal, { force: true });
    const script = `#!/bin/bash\necho "$*" >>'${journal}'\n[[ $* != *"/git/ref/tags/${missing}" ]]\n`;
    writeFileSync(join(folder, 'gh'), script, { mode: 0o755 });
    const env = { PATH: `${folder}:${process.env.PATH}`, GH_REPO: 'o/r', GITHUB_SHA: '1a2b', TAG: tag };
    expect(await runStep(scriptOf(workflow, step), place, env)).toMatchObject({ code: 0 });
    return existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n') : [];
  }

  test.each([
    ['v1.2.3', '--latest'],
    ['v2.0.0-beta.1', '--prerelease'],
  ])('%s becomes a release that is %s', async (tag, kind) => {
    expect(await ghCalls('Make the release', tag)).toEqual([
      `release create ${tag} --verify-tag --generate-notes ${kind}`,
    ]);
  });

  test('the major tag moves to the commit, and is made where there is none', async () => {
    const step = 'Move the major tag';
    expect(await ghCalls(step, 'v12.3.4')).toEqual([
      'api --silent repos/o/r/git/ref/tags/v12',
      'api --silent --method PATCH repos/o/r/git/refs/tags/v12 -f sha=1a2b -F force=true',
    ]);
    expect(await ghCalls(step, 'v12.0.0', 'v12')).toEqual([
      'api --silent repos/o/r/git/ref/tags/v12',
      'api --silent --method POST repos/o/r/git/refs -f ref=refs/tags/v12 -f sha=1a2b',
    ]);
  });
});
