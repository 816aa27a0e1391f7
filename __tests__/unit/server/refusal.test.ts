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
  [126, 'env: ‘sudo’: Permission denied', 'SUDO_MISSING'],
  [127, "/usr/bin/env: 'sudo': No such file or directory", 'SUDO_MISSING'],
  [127, '/usr/bin/env: “bash”: 没有那个文件或目录', 'BASH_MISSING'],
  // Exit codes before words: env in another language, with quotes of its own.
  [127, 'env: “sudo”: 没有那个文件或目录', 'SUDO_MISSING'],
  [127, 'env: "sudo": 没有那个文件或目录', 'SUDO_MISSING'],
  [127, 'env: »bash«: Datei oder Verzeichnis nicht gefunden', 'BASH_MISSING'],
  // sudo-rs (src/common/error.rs, src/pam/error.rs).
  [1, 'sudo: interactive authentication is required', 'SUDO_NEEDS_PASSWORD'],
  [1, 'sudo: Interaction is required', 'SUDO_NEEDS_PASSWORD'],
  [1, 'sudo: A terminal is required to authenticate', 'SUDO_NEEDS_PASSWORD'],
  [1, 'sudo: Authentication required but not attempted', 'SUDO_NEEDS_PASSWORD'],
  [1, "sudo: I'm sorry deploy. I'm afraid I can't do that", 'SUDO_NOT_ALLOWED'],
  [1, "sudo: Sorry, user deploy may not run 'bash' on web.", 'SUDO_NOT_ALLOWED'],
  [1, "Sorry, user deploy is not allowed to execute 'bash' as root on web.", 'SUDO_NOT_ALLOWED'],
  [1, 'sudo: Sorry, user deploy is not allowed to authenticate as root.', 'SUDO_NOT_ALLOWED'],
  [1, "sudo: 'bash': command not found", 'BASH_MISSING'],
  [1, 'sudo: sudo must be owned by uid 0 and have the setuid bit set', 'SUDO_REFUSED'],
  [1, 'sudo: invalid configuration: /etc/sudoers: unexpected end of file', 'SUDO_REFUSED'],
  [1, 'sudo: Account validation failure, is your account locked?', 'SUDO_REFUSED'],
  [1, 'sudo: Account or password is expired, reset your password and try again', 'SUDO_REFUSED'],
  [1, 'sudo: The "no new privileges" flag is set, which prevents sudo from running as root.', 'SUDO_REFUSED'],
  [1, 'sudo: invalid option provided', 'SUDO_REFUSED'],
  // sudo, in words that are no refusal of a rule.
  [1, 'sudo: effective uid is not 0, is /usr/bin/sudo on a file system with the nosuid option set?', 'SUDO_REFUSED'],
  [1, 'sudo: /etc/sudoers is world writable\nsudo: no valid sudoers sources found, quitting', 'SUDO_REFUSED'],
  [1, 'sudo: unable to open log file: /var/log/sudo.log: Read-only file system', 'SUDO_REFUSED'],
  // What sudo says in passing is no refusal that hides another.
  [
    1,
    'sudo: unable to resolve host web: Name or service not known\nsudo: a password is required',
    'SUDO_NEEDS_PASSWORD',
  ],
  // Forced commands: cloud-init's, and others.
  [142, 'Please login as the user "ubuntu" rather than the user "root".\n', 'LOGIN_AS_OTHER'],
  [0, 'Please login as the user "ec2-user" rather than the user "root".', 'LOGIN_AS_OTHER'],
  [1, 'Please log in as admin instead.', 'LOGIN_AS_OTHER'],
  [1, '请使用用户 ubuntu 登录', 'LOGIN_AS_OTHER'],
  [1, 'Please log in as a different user.', 'SHELL_UNUSABLE'],
  [1, 'Log in with ssh keys only.', 'SHELL_UNUSABLE'],
  [1, 'Please login as the default user.', 'SHELL_UNUSABLE'],
  [1, 'You have to login with your personal account; use the account described below.', 'SHELL_UNUSABLE'],
  // A profile that greets, before sudo refuses.
  [1, 'Hint: log in as postgres for backups.\nsudo: a password is required', 'SUDO_NEEDS_PASSWORD'],
  [1, 'Please log in as $(reboot).', 'SHELL_UNUSABLE'],
  [142, 'No.', 'SHELL_UNUSABLE'],
  [1, 'WARNING: Your password has expired.\nPassword change required but no TTY available.', 'PASSWORD_EXPIRED'],
  [1, 'This account is currently not available.', 'SHELL_UNUSABLE'],
  [1, '此账户目前不可用。', 'SHELL_UNUSABLE'],
  [1, 'This service allows sftp connections only.', 'SHELL_UNUSABLE'],
  [1, 'sudoku: welcome', 'SHELL_UNUSABLE'],
  // A shell that a start-up file ended.
  [127, '/root/.bashrc: 第 1 行：exec: tmux: 未找到', 'STARTUP_FILE'],
  [127, '/root/.zshenv:3: command not found: tmux', 'STARTUP_FILE'],
  [1, 'open terminal failed: not a terminal', 'SHELL_UNUSABLE'],
  [1, 'Must be connected to a terminal.', 'SHELL_UNUSABLE'],
  [1, '/root/.bashrc: line 1: nvm: command not found\nNo.', 'SHELL_UNUSABLE'],
  // Our own: a part of the text is missing.
  [71, '', 'STARTUP_FILE'],
  [null, '', 'SHELL_UNUSABLE'],
] as const)('exit %p with %j is %s', (code, output, expected) => {
  const found = refusal({ host: 'api.example.com', username: 'deploy', code, output });
  expect(found.code).toBe(expected);
  expect(found.evidence).toBe(output === '' ? undefined : output.trim());
});

test.each([
  ['Please login as the user "ubuntu" rather than the user "root".', '`username: ubuntu`'],
  ['Please login as the user "ec2-user" rather than the user "root".', '`username: ec2-user`'],
  ['Please login as the user "$(reboot)" rather than the user "root".', '`username` to another user'],
])('root that is told %j sets `username`, and gives root no shell', (output, cure) => {
  const { text } = refusal({ host: 'h', username: 'root', code: 142, output });
  expect(text.cure.en).toContain(cure);
  expect(text.cure.en + text.cure.zh).not.toContain('chsh');
});

test('what is unknown is shown in its own words', () => {
  for (const [code, output, words] of [
    [1, '欢迎使用堡垒机\n\n  会话已记录  \n', '欢迎使用堡垒机 / 会话已记录'],
    [
      1,
      'sudo: unable to stat /etc/sudoers: 没有那个文件或目录',
      'sudo: unable to stat /etc/sudoers: 没有那个文件或目录',
    ],
  ] as const) {
    const { what } = refusal({ host: 'h', username: 'deploy', code, output }).text;
    expect(what.en).toContain(words);
    expect(what.zh).toContain(words);
  }
  const silent = refusal({ host: 'h', username: 'deploy', code: null, seconds: 40, output: '' }).text.what.en;
  expect(silent).toContain('said nothing');
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
