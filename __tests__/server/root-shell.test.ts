import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withEnoughShells } from '../../src/server/enough-shells.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { sessionsNeeded } from '../../src/server/sessions-needed.ts';
import { codeOf, loginOptions, options, withSession } from './login.ts';
import { type OpenSsh, skippedFor, startOpenSsh, withoutRoot } from './openssh.ts';
import { keyPair, startSshServer } from './ssh-server.ts';

const withOpenSsh = withoutRoot === undefined ? describe : describe.skip;

withOpenSsh(`shells that stay, on OpenSSH’s own server${skippedFor(withoutRoot)}`, () => {
  let server: OpenSsh;
  let key: string;
  let session: Session;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'root-shell-'));
    server = await startOpenSsh(['MaxStartups 100']);
    key = server.userKey('plain', ['-t', 'ed25519']);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    session = await connect(loginOptions(server.port, key, server.fingerprint('ed25519')));
  });
  afterEach(() => session?.dispose());

  /** Channels that the server has opened for this session: each is told as a session of the user's. */
  const channels = () => server.log().match(/Starting session: command/g)?.length ?? 0;

  test('nothing of a script reaches the next one', async () => {
    const look = [
      'pwd; umask; echo "${left-none} ${own-none}"; type -t work || echo none',
      '(cd /proc/$BASHPID/fd; echo *); trap -p; ulimit -c; echo "$$"; cat',
    ].join('\n');
    const before = channels();
    const first = (await session.run(look)).stdout.split('\n');
    const spoiling = [
      `cd ${folder}; umask 077; export left=1; own=1; work() { :; }; export -f work; exec 7>${folder}/open 8<&0`,
      "trap 'echo over' EXIT; ulimit -c 0; set -u; shopt -s nullglob; exit 7",
    ].join('\n');
    expect(await session.run(spoiling)).toEqual({ code: 7, stdout: 'over\n', stderr: '' });
    const second = (await session.run(look)).stdout.split('\n');
    expect(second.slice(0, -2)).toEqual(first.slice(0, -2));
    expect(first.slice(0, 4)).toEqual(['/', '0022', 'none none', 'none']);
    // The fourth one reads the folder.
    expect(first[4]).toBe('0 1 2 3');
    expect(channels() - before).toBe(1);
    const last = await session.run(look, { stdin: Readable.from([]) });
    expect(last.stdout.split('\n').slice(0, -2)).toEqual(first.slice(0, -2));
  });

  test('what a script prints stays its own, whatever it is and however it ends', async () => {
    const before = channels();
    const run = (script: string) => session.run(script);
    expect(await run('printf a; printf b >&2; kill -9 $$')).toEqual({ code: null, stdout: 'a', stderr: 'b' });
    expect(await run(`printf 'x\\0y\\0'; exit 3`)).toEqual({ code: 3, stdout: 'x\0y\0', stderr: '' });
    // As sshd waits for whoever has a command's output.
    expect(await run('(sleep 0.5; echo late; echo later >&2) & echo now; exit 4')).toEqual({
      code: 4,
      stdout: 'now\nlate\n',
      stderr: 'later\n',
    });
    const begun = performance.now();
    expect(await run('sleep 30 >/dev/null 2>&1 & echo "$!"')).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - begun).toBeLessThan(10_000);
    const long = await run('head -c 1000000 /dev/urandom | tee >(sha256sum | cut -c1-64 >&2) | base64 -w0');
    const bytes = Buffer.from(long.stdout, 'base64');
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([1e6, long.stderr.trim()]);
    expect(await run('cat; echo "<$(cat)>"')).toEqual({ code: 0, stdout: '<>\n', stderr: '' });
    expect(channels() - before).toBe(1);
  });

  test('a script of 300 kB and its input of a megabyte arrive as they are, in one exchange', async () => {
    const input = randomBytes(1_000_000);
    const words = randomBytes(150_000).toString('hex');
    const script = `printf %s '${words}' | sha256sum | cut -c1-64; sha256sum | cut -c1-64`;
    const sums = [words, input].map((data) => `${createHash('sha256').update(data).digest('hex')}\n`);
    await session.run('true');
    const before = session.roundTrips;
    expect(await session.run(script, { input })).toEqual({ code: 0, stdout: sums.join(''), stderr: '' });
    expect(await session.run('head -c 1', { input: Buffer.from('xyz') })).toMatchObject({ code: 0, stdout: 'x' });
    expect(session.roundTrips - before).toBe(2);
  });

  test('shells opened ahead cost no exchange, whatever is taken for good', async () => {
    await Promise.all(session.warm(sessionsNeeded));
    const before = channels();
    expect(session.roundTrips).toBe(0);
    const keeper = await session.open('while read -r line; do echo "<$line>"; done');
    for (let i = 0; i < 20; i += 1) await session.run('true');
    expect(session.roundTrips).toBe(21);
    expect(channels()).toBe(before);
    keeper.writeLine('beat');
    expect(await keeper.readLine()).toBe('<beat>');
    expect((await keeper.close()).code).toBe(0);
    // Another one takes its place.
    await Promise.all(session.warm(sessionsNeeded));
    expect(channels() - before).toBe(1);
  });

  test('a script that hangs keeps up neither a keeper nor another script', async () => {
    await Promise.all(session.warm(sessionsNeeded));
    const keeper = await session.open('while read -r line; do echo "<$line>"; done');
    const hanging = session.run('echo begun; exec sleep 60').catch((error: unknown) => error);
    keeper.writeLine('beat');
    expect(await keeper.readLine()).toBe('<beat>');
    expect(await session.run('echo undone')).toMatchObject({ stdout: 'undone\n' });
    session.dispose();
    expect(await hanging).toMatchObject({ code: 'CONNECTION_LOST' });
  });

  test('one that is given up is ended, and the next one runs', async () => {
    const pid = join(folder, 'pid');
    const stalls = session.run(`echo "$$" >${pid}; sleep 1; while echo line; do sleep 0.05; done`, {
      stallSeconds: 0.5,
    });
    expect(await codeOf(stalls)).toBe('CONNECTION_STALLED');
    const number = readFileSync(pid, 'utf8').trim();
    while (existsSync(`/proc/${number}`)) await pause(20);
    expect(await session.run('echo next')).toMatchObject({ code: 0, stdout: 'next\n' });
  });

  test('a shell that is killed in the middle of a script makes a success of nothing', async () => {
    const killing = 'p=$PPID; kill -9 "$(cut -d" " -f4 /proc/$p/stat)"; exit 0';
    const { code } = await session.run(killing);
    expect(code).toBeNull();
    expect(await session.run('echo next')).toMatchObject({ code: 0, stdout: 'next\n' });
  });

  test('all of them end with the connection', async () => {
    await Promise.all(session.warm(sessionsNeeded));
    const pid = join(folder, 'writer');
    const writing = session.run(`echo "$$" >${pid}; while echo line; do sleep 0.05; done`, {
      onLine: () => session.dispose(),
    });
    expect(await codeOf(writing)).toBe('CONNECTION_LOST');
    const number = readFileSync(pid, 'utf8').trim();
    while (existsSync(`/proc/${number}`)) await pause(20);
  });
});

describe('sessions that a server leaves unanswered', () => {
  test('hold up no script that another shell can run, and are counted as refused', async () => {
    const [hostKey, userKey] = [keyPair('ed25519'), keyPair('ed25519')];
    const server = await startSshServer({ hostKeys: [hostKey.private], answered: sessionsNeeded - 1 });
    try {
      const work = withSession(options(server.port, hostKey, userKey), (session) =>
        withEnoughShells(session, () => session.run('echo seen'), 1),
      );
      await expect(work).rejects.toMatchObject({
        code: 'SESSIONS_TOO_FEW',
        message: expect.stringContaining('allows 2 SSH sessions'),
      });
    } finally {
      await server.stop();
    }
  });
});
