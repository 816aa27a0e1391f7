import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret } from '../../src/redaction/secret.ts';
import { parseHostKeys } from '../../src/server/host-key.ts';
import { connect, type JumpOptions, type SessionOptions } from '../../src/server/session.ts';
import { codeOf, loginOptions, withSession } from './login.ts';
import { type OpenSsh, skippedFor, startOpenSsh, withoutRoot } from './openssh.ts';
import { openSlowLink, type SlowLink } from './slow-link.ts';

const withOpenSsh = withoutRoot === undefined ? describe : describe.skip;
/** Waits for it for as long as the test may take. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
const wrong = `SHA256:${'A'.repeat(43)}`;

withOpenSsh(`a server behind a jump host, both of OpenSSH${skippedFor(withoutRoot)}`, () => {
  let jump: OpenSsh;
  let server: OpenSsh;
  let link: SlowLink;
  let jumpKey: string;
  let key: string;
  beforeAll(async () => {
    // It runs nothing for anybody.
    jump = await startOpenSsh(['AuthenticationMethods publickey', 'MaxSessions 0', 'AllowTcpForwarding local']);
    server = await startOpenSsh(['AuthenticationMethods publickey', 'MaxStartups 100']);
    jumpKey = jump.userKey('jump', ['-t', 'ed25519']);
    key = server.userKey('server', ['-t', 'rsa', '-b', '2048']);
    link = await openSlowLink(jump.port, 0);
  });
  afterAll(async () => {
    await link?.stop();
    await jump?.stop();
    await server?.stop();
  });

  const by = (more: Partial<JumpOptions> = {}): JumpOptions => ({
    host: '127.0.0.1',
    port: link.port,
    username: 'root',
    privateKey: new Secret(jumpKey),
    keyInput: 'jump-private-key',
    hostKey: parseHostKeys(jump.fingerprint('ed25519')),
    ...more,
  });
  const settings = (more: Partial<SessionOptions> = {}): SessionOptions =>
    loginOptions(server.port, key, server.fingerprint('ecdsa'), { jump: by(), ...more });
  const attempt = (more: Partial<SessionOptions>) => withSession(settings(more), (session) => session.run('true'));

  test('scripts run on it as root, and what it knows of the runner is known to be of another', async () => {
    const { jumpHost, result } = await withSession(settings({ host: 'localhost' }), async (session) => ({
      jumpHost: session.behindJumpHost,
      result: await session.run('id -u; exit 3'),
    }));
    expect(result).toEqual({ code: 3, stdout: '0\n', stderr: '' });
    expect(jumpHost).toBe(true);
  });

  test('20 MB arrive whole, while a heartbeat goes on beside them and does not wait for them', async () => {
    const data = randomBytes(20_000_000);
    await withSession(settings(), async (session) => {
      const open = await session.open('while read -r l; do echo "$l"; done');
      const sum = session.run('sha256sum | cut -c1-64', { stdin: Readable.from([data], { objectMode: false }) });
      open.writeLine('beat');
      expect(await open.readLine()).toBe('beat');
      expect((await sum).stdout.trim()).toBe(createHash('sha256').update(data).digest('hex'));
      expect((await open.close()).code).toBe(0);
    });
  });

  test.each<[string, () => Partial<SessionOptions>, string, RegExp, RegExp]>([
    [
      'nothing pinned at the jump host',
      () => ({ jump: by({ hostKey: parseHostKeys('') }) }),
      'HOST_KEY_MISSING',
      /`jump-host-key` is empty, so the jump host/,
      /paste this line as `jump-host-key`:\nSHA256:/,
    ],
    [
      'another key pinned at the jump host',
      () => ({ jump: by({ hostKey: parseHostKeys(wrong) }) }),
      'HOST_KEY_MISMATCH',
      /^HOST_KEY_MISMATCH: The jump host .* that `jump-host-key` does not name/,
      /into `jump-host-key`/,
    ],
    [
      'nothing pinned at the server',
      () => ({ hostKey: parseHostKeys('') }),
      'HOST_KEY_MISSING',
      /: `host-key` is empty, so 127/,
      /paste this line as `host-key`:\nSHA256:/,
    ],
    [
      'another key pinned at the server',
      () => ({ hostKey: parseHostKeys(wrong) }),
      'HOST_KEY_MISMATCH',
      /: 127.* that `host-key` does not name/,
      /into `host-key`/,
    ],
    [
      'a key that the jump host does not know',
      () => ({ jump: by({ privateKey: new Secret(key) }) }),
      'AUTHENTICATION_FAILED',
      /: The jump host 127.* does not let the user root in/,
      /^On the jump host, as root.*Or correct the user in `jump-host` or `jump-private-key`/,
    ],
    [
      'a key that the server does not know',
      () => ({ privateKey: new Secret(jumpKey) }),
      'AUTHENTICATION_FAILED',
      /: 127.* does not let the user root in/,
      /^On the server, as root.*Or correct `username` or `private-key`/,
    ],
    [
      'a jump host that is not there',
      () => ({ jump: by({ port: 1 }) }),
      'CONNECTION_REFUSED',
      /: The jump host 127.* refuses/,
      /set the port in `jump-host`/,
    ],
    [
      'a name that the runner does not know',
      () => ({ jump: by({ host: 'no.such.host.invalid' }), connectTimeoutSeconds: 1 }),
      'HOST_NOT_FOUND',
      /\(`jump-host`\)/,
      /Correct `jump-host`/,
    ],
    [
      'a port of the server that is closed',
      () => ({ port: 1 }),
      'JUMP_TARGET_UNREACHABLE',
      /jump host 127.* the server 127.0.0.1, port 1 \(Connection refused\)/,
      /Set `host` and `port`/,
    ],
    [
      'a name that the jump host does not know',
      () => ({ host: 'no.such.host.invalid' }),
      'JUMP_TARGET_UNREACHABLE',
      /the server no.such.host.invalid, port/,
      /Set `host` and `port`/,
    ],
  ])('%s', async (_name, more, code, what, cure) => {
    const failed = await attempt(more()).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code, message: expect.stringMatching(what) });
    expect(failed).toMatchObject({ text: { cure: { en: expect.stringMatching(cure) } } });
  });

  test('one that forwards nothing is named, and what to change there', async () => {
    const closed = await startOpenSsh(['AllowTcpForwarding no']);
    try {
      const mine = new Secret(closed.userKey('mine', ['-t', 'ed25519']));
      const failed = attempt({ jump: by({ port: closed.port, privateKey: mine }) });
      await expect(failed).rejects.toMatchObject({
        code: 'JUMP_FORWARD_REFUSED',
        text: { cure: { en: expect.stringContaining(`PermitOpen 127.0.0.1:${server.port}`) } },
      });
    } finally {
      await closed.stop();
    }
  });

  test('a jump host that is lost ends the connection, which is then made anew through both', async () => {
    await withSession(settings(), async (session) => {
      const made = link.connections;
      const lost = session.run('echo begun; sleep 20', { onLine: () => link.drop() });
      await expect(lost).rejects.toMatchObject({
        code: 'CONNECTION_LOST',
        message: expect.stringContaining('jump host'),
      });
      expect(await codeOf(session.run('true'))).toBe('CONNECTION_LOST');
      await session.reconnect();
      expect(link.connections).toBe(made + 1);
      expect(await session.run('id -u')).toMatchObject({ stdout: '0\n' });
    });
  });

  test('a server that ends the connection is told from a lost jump host, and nothing stays open', async () => {
    const session = await connect(settings());
    const failed = session.run(`pid=$$
      until read -r name <"/proc/$pid/comm"; case $name in sshd*) true ;; *) false ;; esac; do
        pid=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status")
      done
      kill -9 "$pid"; sleep 5`);
    await expect(failed).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
      message: expect.stringMatching(/connection to 127/),
    });
    session.dispose();
    const other = await connect(settings());
    other.dispose();
    await until(() => link.open === 0);
  });

  test('nothing is connected any more once the run is cancelled while the jump host connects', async () => {
    const cancelled = new AbortController();
    const silent = await openSlowLink(server.port, 60_000);
    try {
      const work = connect(settings({ port: silent.port }), undefined, undefined, cancelled.signal);
      await until(() => silent.connections === 1);
      cancelled.abort();
      expect(await codeOf(work)).toBe('CONNECTION_LOST');
      await until(() => link.open === 0);
    } finally {
      await silent.stop();
    }
  });

  test('the time for connecting is that of both', async () => {
    const silent = await openSlowLink(server.port, 60_000);
    try {
      expect(await codeOf(attempt({ port: silent.port, connectTimeoutSeconds: 2 }))).toBe('HANDSHAKE_TIMEOUT');
    } finally {
      await silent.stop();
    }
  });
});
