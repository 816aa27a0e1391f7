import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rootCommand, sudoCommand } from '../../src/server/frame.ts';
import type { Session } from '../../src/server/session.ts';
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
    if (sudo !== '') chmodSync(join(bin, 'sudo'), 0o755);
  }
  return bin;
}

/** sudo-rs before 0.2.9 takes no `-H`. */
const become =
  '[ "$1" = -n ] || exit 9\nshift\ncase $1 in -*) echo "sudo: invalid option provided" >&2; exit 1 ;; esac\nexec "$@"';

test.each([
  ['allowed', become, ['env', 'bash'], 'none'],
  ['asks', 'echo "sudo: a password is required" >&2; exit 1', ['env', 'bash'], 'SUDO_NEEDS_PASSWORD'],
  [
    'other commands only',
    `echo "Sorry, user deploy is not allowed to execute '/usr/bin/bash -s' as root on web." >&2; exit 1`,
    ['env'],
    'SUDO_NOT_ALLOWED',
  ],
  ['no sudo', undefined, ['env', 'bash'], 'SUDO_MISSING'],
  ['no sudo, and env may not run it', '', ['env', 'bash'], 'SUDO_MISSING'],
  ['sudo-rs asks', 'echo "sudo: interactive authentication is required" >&2; exit 1', ['env'], 'SUDO_NEEDS_PASSWORD'],
  [
    'sudo-rs does not know the user',
    `echo "sudo: I'm sorry deploy. I'm afraid I can't do that" >&2; exit 1`,
    ['env'],
    'SUDO_NOT_ALLOWED',
  ],
  [
    'sudo in words that nobody knows',
    'echo "sudo: /etc/sudoers:3:1: syntax error" >&2; echo "sudo: no valid sudoers sources found, quitting" >&2; exit 1',
    ['env'],
    'SUDO_REFUSED',
  ],
  ['no bash', 'echo "sudo: bash: command not found" >&2; exit 1', ['env'], 'BASH_MISSING'],
] as const)('a user who is not root: %s', async (name, sudo, programs, expected) => {
  const server = await startSshServer({ hostKeys: [hostKey.private], path: pathWith(name, sudo, programs) });
  try {
    const settings = options(server.port, hostKey, userKey, { username: 'deploy' });
    expect(await withSession(settings, (s) => codeOf(s.run('exit 0')))).toBe(expected);
    expect(server.commands).toEqual([sudoCommand]);
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

describe('sudo that runs only from a terminal', () => {
  const wantsTerminal = `[ -t 0 ] || { echo "sudo: sorry, you must have a tty to run sudo" >&2; exit 1; }\n${become}`;
  const programs = [
    'env',
    'bash',
    'sh',
    'cat',
    'mkfifo',
    'mktemp',
    'rm',
    'sha256sum',
    'cut',
    'script',
    'tty',
    'cksum',
    'base64',
  ];
  const commands = [sudoCommand, rootCommand];

  /** A session with a server of such a sudo; the commands that the server was given come with the result. */
  async function withTerminal<T>(
    name: string,
    sudo: string,
    has: readonly string[],
    work: (session: Session) => Promise<T>,
  ): Promise<{ result: T; commands: readonly string[] }> {
    const server = await startSshServer({ hostKeys: [hostKey.private], path: pathWith(name, sudo, has) });
    try {
      const before = folders();
      const settings = options(server.port, hostKey, userKey, { username: 'deploy' });
      const result = await withSession(settings, work);
      // Its shells end with the session, and take their folders along.
      while (folders().some((folder) => !before.includes(folder))) await pause(20);
      return { result, commands: server.commands };
    } finally {
      await server.stop();
    }
  }

  /** Folders that a session under way makes for its pipes. */
  const folders = () => readdirSync('/tmp').filter((name) => name.startsWith('deploy-miniprogram.'));

  test('gets one, and is asked only once whether it needs one', async () => {
    const { result, commands: given } = await withTerminal('tty', wantsTerminal, programs, async (session) => [
      await session.run('echo out; echo err >&2; exit 3'),
      ...(await Promise.all([session.run('tty'), session.run('tty')])),
    ]);
    expect(result).toEqual([
      { code: 3, stdout: 'out\n', stderr: 'err\n' },
      // The terminal is sudo's alone.
      { code: 1, stdout: 'not a tty\n', stderr: '' },
      { code: 1, stdout: 'not a tty\n', stderr: '' },
    ]);
    expect(given).toEqual([...commands, commands[1]]);
  });

  test('gets one for each of several scripts that are the first at a time', async () => {
    const { result } = await withTerminal('several', wantsTerminal, programs, (session) =>
      Promise.all([1, 2, 3].map((number) => session.run(`echo ${number}`))),
    );
    expect(result.map(({ stdout }) => stdout)).toEqual(['1\n', '2\n', '3\n']);
  });

  test('bytes of every kind arrive as they are, and lines go both ways', async () => {
    const data = randomBytes(3_000_000);
    const { result } = await withTerminal('bytes', wantsTerminal, programs, async (session) => {
      const stdin = Readable.from([data, Buffer.from('\x03\x04\x11\x13\r\n\0')], { objectMode: false });
      const sum = await session.run('sha256sum | cut -c1-64', { stdin });
      const open = await session.open('while read -r line; do echo "<$line>"; done');
      open.writeLine('beat');
      const line = await open.readLine();
      return { sum: sum.stdout.trim(), line, end: await open.close() };
    });
    const expected = createHash('sha256').update(data).update('\x03\x04\x11\x13\r\n\0').digest('hex');
    expect(result).toMatchObject({ sum: expected, line: '<beat>', end: { code: 0 } });
  });

  test('a script that ends while its input is open leaves no word of its pipes', async () => {
    const { result } = await withTerminal('open', wantsTerminal, programs, async (session) => {
      const open = await session.open('read -r line; echo "<$line>"; exit 4');
      open.writeLine('release');
      const lines = [await open.readLine(), await open.readLine()];
      return { lines, end: await open.close() };
    });
    expect(result).toEqual({ lines: ['<release>', undefined], end: { code: 4, stdout: '<release>\n', stderr: '' } });
  });

  test.each([
    ['no script(1) to make one', wantsTerminal, programs.filter((name) => name !== 'script'), 'SUDO_NEEDS_TTY'],
    [
      'a password on top of it',
      wantsTerminal.replace(become, 'echo "sudo: a password is required" >&2; exit 1'),
      programs,
      'SUDO_NEEDS_PASSWORD',
    ],
  ] as const)('%s', async (name, sudo, has, expected) => {
    const { result, commands: given } = await withTerminal(name.replaceAll(/\W/g, ''), sudo, has, (session) =>
      codeOf(session.run('exit 0')),
    );
    expect(result).toBe(expected);
    expect(given).toEqual(commands);
  });

  test('what the script is sent stands in no command line', async () => {
    const { result } = await withTerminal('argv', wantsTerminal, [...programs, 'ps', 'grep'], (session) =>
      session.run('key=hunter2hunter2; ps -eo args | grep -c "[h]unter2hunter2"; :'),
    );
    expect(result.stdout).toBe('0\n');
  });
});
