import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codeOf, options, withSession } from './login.ts';
import { keyPair, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sudo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PATH with a `sudo` of this body, and with the named programs of the system. */
function pathWith(name: string, sudo: string | undefined, programs: readonly string[]): string {
  const bin = join(folder, name);
  mkdirSync(bin);
  for (const program of programs) symlinkSync(`/usr/bin/${program}`, join(bin, program));
  if (sudo !== undefined) {
    writeFileSync(join(bin, 'sudo'), `#!/bin/sh\n${sudo}\n`);
    chmodSync(join(bin, 'sudo'), 0o755);
  }
  return bin;
}

const become = '[ "$1 $2" = "-n -H" ] || exit 9\nshift 2\nexec "$@"';

test.each([
  ['allowed', become, ['env', 'bash'], 'none'],
  ['asks', 'echo "sudo: a password is required" >&2; exit 1', ['env', 'bash'], 'SUDO_NEEDS_PASSWORD'],
  ['requiretty', 'echo "sudo: sorry, you must have a tty to run sudo" >&2; exit 1', ['env'], 'SUDO_NEEDS_TTY'],
  [
    'other commands only',
    `echo "Sorry, user deploy is not allowed to execute '/usr/bin/bash -s' as root on web." >&2; exit 1`,
    ['env'],
    'SUDO_NOT_ALLOWED',
  ],
  ['no sudo', undefined, ['env', 'bash'], 'SUDO_MISSING'],
  ['no bash', 'echo "sudo: bash: command not found" >&2; exit 1', ['env'], 'BASH_MISSING'],
] as const)('a user who is not root: %s', async (name, sudo, programs, expected) => {
  const server = await startSshServer({ hostKeys: [hostKey.private], path: pathWith(name, sudo, programs) });
  try {
    const settings = options(server.port, hostKey, userKey, { username: 'deploy' });
    expect(await withSession(settings, (s) => codeOf(s.run('exit 0')))).toBe(expected);
    expect(server.commands).toEqual(['env LC_ALL=C sudo -n -H bash -s']);
    expect(server.connections).toBe(1);
  } finally {
    await server.stop();
  }
});

test('root without bash', async () => {
  const server = await startSshServer({ hostKeys: [hostKey.private], path: pathWith('root', undefined, ['env']) });
  try {
    expect(await withSession(options(server.port, hostKey, userKey), (s) => codeOf(s.run('exit 0')))).toBe(
      'BASH_MISSING',
    );
  } finally {
    await server.stop();
  }
});
