import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/messages/failure.ts';
import type { Session } from '../../src/server/session.ts';
import { loginOptions, withSession } from './login.ts';
import { type OpenSsh, skippedFor, startOpenSsh, withoutRoot } from './openssh.ts';

const withOpenSsh = withoutRoot === undefined ? describe : describe.skip;

// Root's login shell here is bash, which reads ~/.bashrc when sshd runs a command.
withOpenSsh(`a ~/.bashrc on OpenSSH’s own server${skippedFor(withoutRoot)}`, () => {
  let home: string;
  let server: OpenSsh;
  let key: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    writeFileSync(join(home, 'bash-env'), 'echo read BASH_ENV\n');
    server = await startOpenSsh(['MaxStartups 100', `SetEnv HOME=${home} BASH_ENV=${home}/bash-env SHELLOPTS=xtrace`]);
    key = server.userKey('plain', ['-t', 'ed25519']);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Works in a session on a server where root has this ~/.bashrc. */
  async function withBashrc<T>(lines: string, work: (session: Session) => Promise<T>): Promise<T> {
    writeFileSync(join(home, '.bashrc'), lines);
    return withSession(loginOptions(server.port, key, server.fingerprint('ed25519')), work);
  }

  const script =
    'IFS= read -r first; printf "%s, %s, %s\\n" "$first" "$(cat)" "$-"; export -p | grep -c OPTIONS; exit 3';
  const whole = { code: 3, stdout: 'one, two, hpB\n0\n', stderr: '' };

  const shapes: [string, string][] = [
    ['nothing', ''],
    ['prints', 'echo hello; echo oops >&2; printf "no line end"'],
    ['reads a line', 'read -r answer'],
    ['reads lines', 'read -r a; read -r b; read -r c; select x in 1 2; do break; done'],
    [
      'exports what shapes programs',
      'export TMOUT=1 POSIXLY_CORRECT=1 GREP_OPTIONS=--color=always TAR_OPTIONS=-v LD_BIND_NOW=1',
    ],
    ['exports functions', 'cat() { echo mine; }; printf() { :; }; export -f cat printf'],
    ['is strict', 'set -euo pipefail'],
    ['spoils PATH', 'PATH=/opt/bin'],
    ['has an alias and a function in the way', 'shopt -s expand_aliases; alias env=false; env() { :; }'],
    ['is traced', 'set -x'],
    ['starts bash and waits for it', 'bash'],
    ['puts bash in its place', 'exec bash'],
    ['puts a login bash in its place', '[ -n "$once" ] || { export once=1; exec bash -l; }'],
  ];
  test.each(shapes)('that %s does not shape a script', (_name, lines) => shapesNothing(lines));
  for (const [does, lines] of [
    ['puts zsh in its place', 'exec zsh'],
    ['starts zsh and waits for it', 'zsh'],
  ] as const)
    test(`that ${does} does not shape a script`, () => shapesNothing(lines));

  async function shapesNothing(lines: string): Promise<void> {
    await withBashrc(lines, async (session) => {
      for (let round = 1; round <= 2; round += 1) {
        const stdin = Readable.from([Buffer.from('one\ntwo\n')], { objectMode: false });
        expect(await session.run(script, { stdin })).toEqual(whole);
      }
      expect(await session.run('cat')).toEqual({ code: 0, stdout: '', stderr: '' });
    });
  }

  const thefts: [string, string, string, string][] = [
    ['reads all', 'echo welcome\ncat >/dev/null', '2', 'cat'],
    ['is a program in its place', '# exec comes later\nif true; then exec dash; fi', '2', 'exec'],
    ['reads until something comes', 'while read -r line; do :; done', '1', 'read'],
  ];
  test.each(thefts)('that %s is named', (_name, lines, line, word) => isNamed(lines, line, word));
  for (const shell of ['fish', 'tcsh'])
    test(`that puts ${shell} in its place is named`, () => isNamed(`exec ${shell}`, '1', 'exec'));

  async function isNamed(lines: string, line: string, word: string): Promise<void> {
    const error = await withBashrc(lines, (session) => session.run('exit 0')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Failure);
    expect(error).toMatchObject({
      code: 'STARTUP_FILE',
      message: expect.stringContaining(`${home}/.bashrc, line ${line} (\`${word}\`)`),
    });
  }

  test('that leads output away keeps the script from running unseen', async () => {
    const trace = join(home, 'trace');
    for (const lines of [
      'exec >/dev/null 2>&1',
      'exec >/dev/null',
      `exec >${home}/log`,
      'exec 2>/dev/null',
      'exec 2>&1',
    ]) {
      const run = withBashrc(lines, (session) => session.run(`touch ${trace}`));
      await expect(run).rejects.toMatchObject({ code: 'STARTUP_FILE' });
      expect(existsSync(trace)).toBe(false);
    }
  });

  test('nothing of a script runs when a part of it was taken', async () => {
    const trace = join(home, 'trace');
    for (const bytes of [10, 700, 900, 1500]) {
      const error = await withBashrc(`head -c ${bytes} >/dev/null`, (session) =>
        session.run(`touch ${trace}\n${'#'.repeat(4000)}`).then((result) => result.code),
      ).catch((reason: unknown) => reason);
      // The first bytes are empty lines.
      if (error === 0) rmSync(trace);
      else expect(error).toMatchObject({ code: 'STARTUP_FILE' });
      expect(existsSync(trace)).toBe(false);
    }
  });

  test('a script that stays begins as well, or is given up by name', async () => {
    await withBashrc('read -r x', async (session) => {
      const open = await session.open('while read -r line; do echo "<$line>"; done');
      open.writeLine('beat');
      expect(await open.readLine()).toBe('<beat>');
      await open.close();
    });
  });
});
