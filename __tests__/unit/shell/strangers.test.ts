import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { quote } from '../../../src/shell/quote.ts';
import { readStrangers } from '../../../src/shell/strangers.ts';
import { runBash } from '../engine/local-server.ts';

const [nobody, user] = [65_534, 1234];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync('/tmp/strangers-');
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  writeFileSync(join(folder, 'a/b/file'), '');
  for (const path of ['', 'a', 'a/b']) chmodSync(join(folder, path), 0o755);
  chmodSync(join(folder, 'a/b/file'), 0o644);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What others can change of paths in the folder, by the paths in it; sudo's variables are none unless given. */
async function found(paths: readonly string[], environment: Record<string, string> = {}): Promise<readonly string[]> {
  const words = paths.map((path) => quote(path.startsWith('/') ? path : `${folder}/${path}`)).join(' ');
  const result = await runBash(['-euc', `${prelude}\nset -e\nstrangers ${words}\necho end`], {
    SUDO_UID: '',
    SUDO_GID: '',
    ...environment,
  });
  expect(result).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/(^|\n)end\n$/) });
  return readStrangers(result.stdout).map(
    ({ path, owner, mode }) => `${path.replace(folder, '').replace(/^\//, '') || '.'} ${owner} ${mode}`,
  );
}

const file = 'a/b/file';
const at = (path: string): string => join(folder, path);
const give = (path: string): void => chownSync(at(path), nobody, 0);

test('what is root’s along the whole way is nobody else’s, below a folder with the sticky bit too', async () => {
  expect(await found([file, 'a/b/none/at/all', '/usr/bin/env', '/'])).toEqual([]);
  chmodSync(join(folder, 'a'), 0o1777);
  expect(await found([file])).toEqual([]);
});

test.each<[string, () => void, string, readonly string[]]>([
  ['a file of another user', () => give(file), file, ['a/b/file nobody 644']],
  ['a folder of another user', () => give('a'), file, ['a nobody 755']],
  ['a folder that all may write to', () => chmodSync(at('a/b'), 0o777), file, ['a/b root 777']],
  ['a folder that a group may write to', () => chmodSync(at('a'), 0o775), file, ['a root 775']],
  [
    'all there is on one way',
    () => {
      give('a');
      chmodSync(at(file), 0o666);
    },
    file,
    ['a nobody 755', 'a/b/file root 666'],
  ],
  [
    'what links lead to',
    () => {
      give('a');
      mkdirSync(at('c'));
      symlinkSync('../a/b', at('c/link'));
      symlinkSync(`${folder}/c/../c/link/x`, at('start'));
    },
    'start/y',
    ['a nobody 755'],
  ],
  [
    'a link that another user made in a folder with the sticky bit',
    () => {
      chmodSync(folder, 0o1777);
      symlinkSync(file, at('link'));
      lchownSync(at('link'), nobody, nobody);
    },
    'link',
    ['. root 1777'],
  ],
])('%s is told', async (_, arrange, path, expected) => {
  arrange();
  expect(await found([path])).toEqual(expected);
});

test('what does not exist in a folder with the sticky bit, anybody may make', async () => {
  chmodSync(join(folder, 'a'), 0o1777);
  expect(await found(['a/none'])).toEqual(['a root 1777']);
});

test('the user who logged in counts as root, and a group of the same number', async () => {
  chownSync(join(folder, 'a'), user, user);
  chmodSync(join(folder, 'a'), 0o775);
  expect(await found([file])).toEqual(['a UNKNOWN 775']);
  expect(await found([file], { SUDO_UID: '1234', SUDO_GID: '1234' })).toEqual([]);
  chownSync(at('a'), user, 20);
  expect(await found([file], { SUDO_UID: '1234', SUDO_GID: '20' })).toEqual(['a UNKNOWN 775']);
});

test('links that lead to each other end', async () => {
  symlinkSync('two', join(folder, 'one'));
  symlinkSync('one', join(folder, 'two'));
  expect(await found(['one'])).toEqual([]);
});

test('odd names, and each told once', async () => {
  const odd = "it's a\nfolder [x]";
  mkdirSync(join(folder, odd));
  chmodSync(join(folder, odd), 0o777);
  expect(await found([odd, `${odd}/x`, `./${odd}//y`])).toEqual([`${odd} root 777`]);
});

test('a script that would write there names the failure, with the line that mends it', async () => {
  chmodSync(join(folder, 'a'), 0o777);
  const script = `${prelude}\nset -e\nroots_alone ${folder}/b\necho on\nroots_alone ${folder}/a/b\necho never`;
  const result = await runBash(['-c', script], { SUDO_UID: '' });
  expect(result).toMatchObject({ code: 70, stdout: 'on\n' });
  const failed = failureIn(result);
  expect(failed?.code).toBe('FOLDER_NOT_ROOTS');
  expect(failed?.text.cure.en).toContain(`chown root:root ${folder}/a && chmod go-w ${folder}/a`);
});
