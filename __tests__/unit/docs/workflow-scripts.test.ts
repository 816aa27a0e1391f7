import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, type CommandResult } from '../../../practice/command.ts';
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
