import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originOf, subjectOf } from '../../../src/action/origin.ts';

test('who runs what: the one who pressed the button, on whatever server', () => {
  const environment = {
    GITHUB_SHA: '1a2b',
    GITHUB_ACTOR: 'author',
    GITHUB_TRIGGERING_ACTOR: 'presser',
    GITHUB_SERVER_URL: 'https://git.example.com',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_RUN_ID: '7',
  };
  expect(originOf(environment)).toEqual({
    commit: '1a2b',
    actor: 'presser',
    runUrl: 'https://git.example.com/o/r/actions/runs/7',
  });
  expect(originOf({ GITHUB_ACTOR: 'author' })).toEqual({ commit: '', actor: 'author', runUrl: '' });
  expect(originOf({})).toEqual({ commit: '', actor: '', runUrl: '' });
});

test('the subject is the first line of the commit; none outside of a repository, none of what is no commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'origin-'));
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'Say "hello" $(now)\n\nBody');
  const commit = git('rev-parse', 'HEAD');
  expect(await subjectOf(commit, folder)).toBe('Say "hello" $(now)');
  expect(await subjectOf('0'.repeat(40), folder)).toBe('');
  expect(await subjectOf('--output=x', folder)).toBe('');
  expect(await subjectOf(commit, join(folder, 'nowhere'))).toBe('');
  rmSync(folder, { recursive: true, force: true });
  expect(await subjectOf(commit, tmpdir())).toBe('');
});
