import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.ts';
import { projectRoot } from '../home.ts';

/**
 * Makes a repository as a user has it: a project of examples/ with the workflows of examples/workflows, committed and
 * tagged. Returns its folder, which the caller removes.
 */
export async function makeRepository(project: string, tag: string): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'repository-'));
  cpSync(join(projectRoot, 'examples', project), place, {
    recursive: true,
    filter: (path) => !path.endsWith('/target'),
  });
  const workflows = join(place, '.github', 'workflows');
  mkdirSync(workflows, { recursive: true });
  cpSync(join(projectRoot, 'examples', 'workflows'), workflows, { recursive: true });
  writeFileSync(join(place, '.gitignore'), 'target/\n');
  const git = (...words: string[]): Promise<string> => run(['git', '-C', place, ...words]);
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', 'https://github.com/octocat/mccm-server.git');
  await git('add', '--all');
  const author = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com'];
  await git(...author, 'commit', '--quiet', '--message', 'Serve the mini program');
  await git('tag', tag);
  return place;
}
