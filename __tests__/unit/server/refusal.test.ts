import { expect, test } from '@jest/globals';
import { refusal } from '../../../src/server/refusal.ts';

test.each([
  [1, 'sudo: a password is required', 'SUDO_NEEDS_PASSWORD'],
  [1, 'sudo: a terminal is required to read the password; either use the -S option', 'SUDO_NEEDS_PASSWORD'],
  [1, 'sudo: sorry, you must have a tty to run sudo', 'SUDO_NEEDS_TTY'],
  [1, "Sorry, user deploy is not allowed to execute '/usr/bin/bash -s' as root on web.", 'SUDO_NOT_ALLOWED'],
  [1, 'deploy is not in the sudoers file.', 'SUDO_NOT_ALLOWED'],
  [1, 'Sorry, user deploy may not run sudo on web.', 'SUDO_NOT_ALLOWED'],
  [127, 'env: ‘sudo’: No such file or directory', 'SUDO_MISSING'],
  [127, "env: 'sudo': No such file or directory", 'SUDO_MISSING'],
  [127, "env: can't execute 'sudo': No such file or directory", 'SUDO_MISSING'],
  [127, "env: can't execute 'bash': No such file or directory", 'BASH_MISSING'],
  [1, 'sudo: bash: command not found', 'BASH_MISSING'],
  [1, 'This account is currently not available.', 'SHELL_UNUSABLE'],
  [null, '', 'SHELL_UNUSABLE'],
] as const)('exit %p with %j is %s', (code, output, expected) => {
  const found = refusal({ host: 'api.example.com', username: 'deploy', code, output });
  expect(found.code).toBe(expected);
  expect(found.evidence).toBe(output === '' ? undefined : output);
});

test('the cure of a sudo that asks is the exact line', () => {
  const found = refusal({ host: 'h', username: 'deploy', code: 1, output: 'sudo: a password is required' });
  for (const words of Object.values(found.text.cure)) {
    expect(words).toContain("echo 'deploy ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/zz-deploy");
  }
});

test.each([
  ['a password is required', '/etc/sudoers.d/zz-jane_doe'],
  ['sorry, you must have a tty to run sudo', '/etc/sudoers.d/zz-jane_doe-tty'],
])('after “%s” the file has a name that sudo does not pass over, and reads last', (words, file) => {
  const { cure } = refusal({ host: 'h', username: 'jane.doe', code: 1, output: `sudo: ${words}` }).text;
  for (const text of Object.values(cure)) {
    expect(text).toContain(`> ${file} && chmod 440 ${file}\``);
    expect(text).toMatch(/'(Defaults:)?jane\.doe /);
  }
});
