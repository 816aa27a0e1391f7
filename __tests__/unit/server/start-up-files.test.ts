import { expect, test } from '@jest/globals';
import { lookIntoStartUpFiles, readStartUpLine } from '../../../src/server/start-up-files.ts';

const proof = '/etc/passwd:1:root:x:0:0:root:/root:/bin/bash\n';

test('the look needs no quoting in any shell', () => {
  expect(lookIntoStartUpFiles).toMatch(/^[A-Za-z0-9 =:~/._-]+$/);
});

test.each([
  ['nothing shows', '', 'none'],
  ['an exec', '/root/.bashrc:3:exec zsh\n', { file: '/root/.bashrc', line: '3', word: 'exec' }],
  [
    'a test in front',
    '/root/.bashrc:3:[ -x /bin/zsh ] && exec /bin/zsh -l\n',
    { file: '/root/.bashrc', line: '3', word: 'exec' },
  ],
  ['a comment', '/root/.bashrc:1:# read by bash\n/root/.bashrc:9:x=1 # cat\n', 'none'],
  ['behind the guard', '/root/.bashrc:4:      *) return;;\n/root/.bashrc:9:exec zsh\n', 'none'],
  ['guarded itself', '/root/.bashrc:9:[[ $- == *i* ]] && exec zsh\n', 'none'],
  ['for people only', '/root/.bashrc:9:if [ -t 0 ]; then exec tmux; fi\n', 'none'],
  [
    'fish',
    '/root/.config/fish/config.fish:2:    read -P ok? answer\n',
    { file: '/root/.config/fish/config.fish', line: '2', word: 'read' },
  ],
  ['another file', '/root/.bashrc:4:*) return;;\n/etc/bashrc:2:cat\n', { file: '/etc/bashrc', line: '2', word: 'cat' }],
  ['a word within another', '/root/.bashrc:4:eval "$(SHELL=/bin/sh lesspipe)"\n', 'none'],
] as const)('%s', (_name, lines, expected) => {
  expect(readStartUpLine(`welcome\n${lines}${proof}`)).toEqual(expected);
});

test('a look that did not run tells nothing', () => {
  expect(readStartUpLine('This account is currently not available.\n')).toBeUndefined();
  expect(readStartUpLine('/root/.bashrc:3:exec zsh\n')).toBeUndefined();
});
