import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Failure } from '../../src/messages/failure.ts';
import { rootCommand } from '../../src/server/frame.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { codeOf, options, withSession } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');

describe('scripts over one connection', () => {
  let server: SshServer;
  let session: Session;
  beforeAll(async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    session = await connect(options(server.port, hostKey, userKey));
  });
  afterAll(async () => {
    session?.dispose();
    await server?.stop();
  });

  test.each([
    ['exit code, both streams', 'echo out; echo err >&2; exit 3', { code: 3, stdout: 'out\n', stderr: 'err\n' }],
    ['no last line end', 'printf a; printf b >&2', { code: 0, stdout: 'a', stderr: 'b' }],
    ['the last command decides', 'false', { code: 1, stdout: '', stderr: '' }],
    ['a signal is no success', 'kill -9 $$', { code: null, stdout: '', stderr: '' }],
    ['empty', '', { code: 0, stdout: '', stderr: '' }],
    ['a comment last', 'echo a # b', { code: 0, stdout: 'a\n', stderr: '' }],
    ['a here-document', "cat <<'END'\n$HOME 部署\nEND", { code: 0, stdout: '$HOME 部署\n', stderr: '' }],
    [
      'language and path are fixed',
      'echo $LC_ALL ${PATH#/usr/local/sbin:/usr/local/bin:}',
      { code: 0, stdout: 'C /usr/sbin:/usr/bin:/sbin:/bin\n', stderr: '' },
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await session.run(script)).toEqual(expected);
  });

  test('a script that does not parse runs not at all', async () => {
    const result = await session.run('echo half\nif true; then');
    expect(result.stdout).toBe('');
    expect(result.code).not.toBe(0);
    expect(result.stderr).toMatch(/syntax error/);
  });

  test('data after the script is read by its commands, byte for byte', async () => {
    const data = randomBytes(3_000_000);
    const chunks = [data.subarray(0, 1), data.subarray(1, 100_000), data.subarray(100_000)];
    const { code, stdout } = await session.run('head -c 10 | sha256sum | cut -c1-8; sha256sum | cut -c1-64', {
      stdin: Readable.from(chunks, { objectMode: false }),
    });
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe(createHash('sha256').update(data.subarray(0, 10)).digest('hex').slice(0, 8));
  });

  test('data arrives whole where one command reads it', async () => {
    const data = randomBytes(5_000_000);
    const { stdout } = await session.run('sha256sum', { stdin: Readable.from([data], { objectMode: false }) });
    expect(stdout.slice(0, 64)).toBe(createHash('sha256').update(data).digest('hex'));
  });

  test('a script that ends before it read its data does not hang, and its source is closed', async () => {
    const stdin = Readable.from(
      (function* () {
        for (let i = 0; i < 1000; i += 1) yield randomBytes(100_000);
      })(),
      { objectMode: false },
    );
    expect((await session.run('echo enough; exit 5', { stdin })).code).toBe(5);
    expect(stdin.destroyed).toBe(true);
  });

  test('a source that fails, fails the run with its own error', async () => {
    const stdin = Readable.from(
      (function* () {
        yield Buffer.from('x');
        throw new Error('the file is gone');
      })(),
      { objectMode: false },
    );
    await expect(session.run('cat >/dev/null; sleep 60', { stdin })).rejects.toThrow('the file is gone');
  });

  test('lines are told as they come, and the mark is not among them', async () => {
    const seen: string[] = [];
    await session.run('echo a; echo 二 >&2; printf c', { onLine: (line, stream) => seen.push(`${stream}:${line}`) });
    expect(seen.sort()).toEqual(['stderr:二', 'stdout:a', 'stdout:c']);
  });

  test('several scripts at once share the connection', async () => {
    const results = await Promise.all([1, 2, 3, 4].map((n) => session.run(`echo ${n}`)));
    expect(results.map((r) => r.stdout)).toEqual(['1\n', '2\n', '3\n', '4\n']);
    expect(server.connections).toBe(1);
  });

  test('no script is in any command line', () => {
    expect(new Set(server.commands)).toEqual(new Set([rootCommand]));
  });

  test('round trips are counted: the channel, the command, each script', async () => {
    await withSession(options(server.port, hostKey, userKey), async (fresh) => {
      const channels = server.commands.length;
      await fresh.run('true');
      expect(fresh.roundTrips).toBe(3);
      for (let i = 0; i < 50; i += 1) await fresh.run('true');
      expect(fresh.roundTrips).toBe(53);
      expect(server.commands.length - channels).toBe(1);
    });
  });

  test('silence is a stall, whatever the total', async () => {
    expect(await codeOf(session.run('sleep 60', { stallSeconds: 0.4 }))).toBe('CONNECTION_STALLED');
    const busy = 'for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done';
    expect((await session.run(busy, { stallSeconds: 0.8 })).code).toBe(0);
    expect((await session.run('echo still there')).stdout).toBe('still there\n');
  });

  test('a script that reads nothing of what is sent stalls', async () => {
    const stdin = Readable.from([randomBytes(8_000_000)], { objectMode: false });
    expect(await codeOf(session.run('sleep 60', { stdin, stallSeconds: 0.5 }))).toBe('CONNECTION_STALLED');
  });

  test('an open script answers line by line', async () => {
    const open = await session.open('while read -r word; do echo "got $word"; done; echo bye; exit 4');
    open.writeLine('one');
    expect(await open.readLine()).toBe('got one');
    open.writeLine('two');
    expect(await open.readLine()).toBe('got two');
    const result = await open.close();
    expect(result.code).toBe(4);
    expect(await open.readLine()).toBe('bye');
    expect(await open.readLine()).toBeUndefined();
  });
});

describe('what can go wrong once logged in', () => {
  let server: SshServer;
  afterEach(async () => {
    await server.stop();
  });

  test('a connection cut in the middle rejects everything that runs on it, once', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    const session = await connect(options(server.port, hostKey, userKey));
    await session.run('true');
    const open = await session.open('while read -r l; do :; done');
    const reading = codeOf(open.readLine());
    const running = codeOf(
      session.run('echo begun; sleep 60', {
        onLine: () => server.drop(),
      }),
    );
    expect(await running).toBe('CONNECTION_LOST');
    expect(await reading).toBe('CONNECTION_LOST');
    expect(await codeOf(open.close())).toBe('CONNECTION_LOST');
    open.writeLine('into the void');
    expect(await codeOf(session.run('true'))).toBe('CONNECTION_LOST');
    expect(session.lost?.code).toBe('CONNECTION_LOST');
  });

  test('cut while uploading', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    const session = await connect(options(server.port, hostKey, userKey));
    const stdin = Readable.from(
      (function* () {
        for (let i = 0; ; i += 1) {
          if (i === 50) server.drop();
          yield randomBytes(64_000);
        }
      })(),
      { objectMode: false },
    );
    expect(await codeOf(session.run('cat >/dev/null', { stdin }))).toBe('CONNECTION_LOST');
    expect(stdin.destroyed).toBe(true);
  });

  test('reconnect goes on with the same pins', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    const session = await connect(options(server.port, hostKey, userKey));
    server.drop();
    expect(await codeOf(session.run('true'))).toBe('CONNECTION_LOST');
    // The step that was cut off and the watch of the switch may both ask.
    await Promise.all([session.reconnect(), session.reconnect()]);
    expect((await session.run('echo again')).stdout).toBe('again\n');
    session.dispose();
    expect(server.connections).toBe(2);
  });

  test('a session that is disposed never connects again', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    const session = await connect(options(server.port, hostKey, userKey));
    session.dispose();
    expect(await codeOf(session.reconnect())).toBe('CONNECTION_LOST');
    expect(await codeOf(session.run('true'))).toBe('CONNECTION_LOST');
    expect(server.connections).toBe(1);
  });

  test('disposed while it connects again, it leaves no connection behind', async () => {
    let disposeAt = (): void => {};
    server = await startSshServer({
      hostKeys: [hostKey.private],
      authenticate: () => {
        disposeAt();
        return true;
      },
    });
    const session = await connect(options(server.port, hostKey, userKey));
    disposeAt = () => session.dispose();
    expect(await codeOf(session.reconnect())).toBe('CONNECTION_LOST');
    expect(server.connections).toBe(2);
    await until(() => server.open === 0);
  });

  test.each(['before it begins', 'while it logs in'])('connecting that is cancelled %s is given up', async (when) => {
    const person = new AbortController();
    if (when === 'before it begins') person.abort();
    server = await startSshServer({
      hostKeys: [hostKey.private],
      authenticate: () => {
        person.abort();
        return true;
      },
    });
    const connecting = connect(options(server.port, hostKey, userKey), undefined, undefined, person.signal);
    expect(await codeOf(connecting)).toBe('CONNECTION_LOST');
    await until(() => server.open === 0);
  });

  test('disposing ends what runs', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private] });
    const session = await connect(options(server.port, hostKey, userKey));
    const running = codeOf(session.run('sleep 60', { onLine: () => {} }));
    session.dispose();
    expect(await running).toBe('CONNECTION_LOST');
  });

  test.each([
    ['a command that is not allowed', { refuseExec: true }, 'SHELL_UNUSABLE'],
    ['no further channel', { refuseSession: true }, 'CHANNEL_REFUSED'],
  ])('%s', async (_name, more, expected) => {
    server = await startSshServer({ hostKeys: [hostKey.private], ...more });
    const code = await withSession(options(server.port, hostKey, userKey), (s) => codeOf(s.run('true')));
    expect(code).toBe(expected);
  });

  test('what a login shell prints before the script is not the output of the script', async () => {
    server = await startSshServer({
      hostKeys: [hostKey.private],
      onExec: (channel) => {
        channel.write('Welcome!');
        channel.stderr.write('mesg: ttyname failed\n');
        const child = spawn('bash', ['--norc', '--noprofile', '-p', '-s']);
        channel.pipe(child.stdin);
        child.stdout.pipe(channel);
        child.stderr.pipe(channel.stderr);
      },
    });
    const result = await withSession(options(server.port, hostKey, userKey), (s) => s.run('echo real'));
    expect(result).toEqual({ code: 0, stdout: 'real\n', stderr: '' });
  });

  test('a forced command that sends back what it is sent, secrets included', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private], onExec: (channel) => void channel.pipe(channel) });
    const secret = 'hunter2hunter2'.repeat(20);
    const run = withSession(options(server.port, hostKey, userKey), (s) => s.run(`password=${secret}; true`));
    const error = await run.catch((reason: unknown) => reason as Failure);
    expect(error).toMatchObject({ code: 'SHELL_UNUSABLE' });
    const told = JSON.stringify([(error as Failure).text, (error as Failure).evidence]);
    expect(told.match(/[A-Za-z0-9+/=]{60,}/)).toBeNull();
    expect(told).not.toContain('cksum');
  });

  test('a server that takes the script and says nothing is given up, by name', async () => {
    server = await startSshServer({ hostKeys: [hostKey.private], onExec: () => {} });
    const silent = options(server.port, hostKey, userKey, { stallSeconds: 1 });
    const run = withSession(silent, (s) => s.run('true'));
    await expect(run).rejects.toMatchObject({ code: 'SHELL_UNUSABLE', message: expect.stringContaining('1 s') });
  }, 30_000);

  test('nologin', async () => {
    server = await startSshServer({
      hostKeys: [hostKey.private],
      onExec: (channel) => {
        channel.write('This account is currently not available.\n');
        channel.exit(1);
        channel.close();
      },
    });
    const work = withSession(options(server.port, hostKey, userKey), (s) => s.open('true'));
    await expect(work).rejects.toMatchObject({
      code: 'SHELL_UNUSABLE',
      evidence: 'This account is currently not available.',
    });
  });
});

/** Waits until `state` holds; a test that waits in vain runs into its own limit. */
async function until(state: () => boolean): Promise<void> {
  while (!state()) await pause(10);
}
