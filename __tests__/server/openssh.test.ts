import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as netConnect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret } from '../../src/redaction/secret.ts';
import { withEnoughShells } from '../../src/server/enough-shells.ts';
import { parseHostKeys } from '../../src/server/host-key.ts';
import { connect, type Session, type SessionOptions } from '../../src/server/session.ts';
import { sessionsNeeded } from '../../src/server/sessions-needed.ts';
import { parseHost } from '../../src/values/host.ts';
import { codeOf, loginOptions, withSession } from './login.ts';
import { type OpenSsh, skippedFor, startOpenSsh, withoutIpv6, withoutRoot } from './openssh.ts';
import { openSlowLink } from './slow-link.ts';

const withOpenSsh = withoutRoot === undefined ? describe : describe.skip;

withOpenSsh(`OpenSSH's own server${skippedFor(withoutRoot)}`, () => {
  let server: OpenSsh;
  let key: string;
  beforeAll(async () => {
    server = await startOpenSsh(['PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'MaxStartups 100']);
    key = server.userKey('plain', ['-t', 'ed25519']);
  });
  afterAll(async () => {
    await server?.stop();
  });

  const settings = (more: Partial<SessionOptions> = {}): SessionOptions =>
    loginOptions(server.port, key, server.fingerprint('ed25519'), more);

  test.each([
    ['ed25519', ['-t', 'ed25519'], undefined],
    ['ed25519 with passphrase', ['-t', 'ed25519'], 'open sesame'],
    ['ecdsa', ['-t', 'ecdsa', '-b', '256'], undefined],
    ['ecdsa 521, PEM', ['-t', 'ecdsa', '-b', '521', '-m', 'PEM'], undefined],
    ['rsa', ['-t', 'rsa', '-b', '2048'], undefined],
    ['rsa, PEM with passphrase', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], 'open sesame'],
    ['rsa, PKCS#8 with passphrase', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'], 'open sesame'],
    ['ecdsa, PKCS#8', ['-t', 'ecdsa', '-b', '384', '-m', 'PKCS8'], undefined],
  ])('a key of ssh-keygen: %s', async (name, options, passphrase) => {
    const made = server.userKey(name.replaceAll(/\W/g, ''), options, passphrase);
    const more = {
      privateKey: new Secret(made.trim().replaceAll('\n', '\r\n')),
      passphrase: passphrase === undefined ? undefined : new Secret(passphrase),
    };
    const result = await withSession(settings(more), (s) => s.run('id -u'));
    expect(result).toEqual({ code: 0, stdout: '0\n', stderr: '' });
  });

  test.each(['ed25519', 'rsa'])('a login with %s waits for its key and for nothing else', async (type) => {
    const privateKey = new Secret(server.userKey(`swift-${type}`, ['-t', type]));
    const link = await openSlowLink(server.port, 40);
    try {
      const session = await connect(settings({ port: link.port, privateKey }));
      // Greetings and algorithms, keys, the login itself: asked for leave and for a key's fitness first, it would be five.
      expect(link.turns).toBeLessThanOrEqual(3);
      session.dispose();
    } finally {
      await link.stop();
    }
  });

  test.each(['ed25519', 'ecdsa', 'rsa'] as const)('any host key, as fingerprint and as line: %s', async (type) => {
    for (const pin of [server.fingerprint(type).split(' ')[1] ?? '', server.knownHost(type)]) {
      const more = { hostKey: parseHostKeys(pin) };
      expect(await withSession(settings(more), (s) => s.run('exit 3'))).toMatchObject({ code: 3 });
    }
  });

  test('a key nobody knows, and a password that is not asked for', async () => {
    const stranger = { privateKey: new Secret(key), username: 'nobody' };
    const work = withSession(settings(stranger), (s) => s.run('true'));
    await expect(work).rejects.toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      message: expect.stringContaining('Tried: publickey. It offers: publickey'),
    });
    const password = { privateKey: undefined, password: new Secret('open sesame') };
    expect(await codeOf(withSession(settings(password), (s) => s.run('true')))).toBe('PASSWORD_NOT_ACCEPTED');
  });

  test('a killed command has no exit code', async () => {
    expect(await withSession(settings(), (s) => s.run('kill -9 $$'))).toEqual({ code: null, stdout: '', stderr: '' });
  });

  test('20 MB arrive whole, while a heartbeat goes on beside them', async () => {
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

  test('sshd that ends the session in the middle', async () => {
    await withSession(settings(), async (session) => {
      const sshd =
        'p=$$; until [[ $(cat "/proc/$p/comm") = sshd* ]]; do p=$(sed "s/.*) . //; s/ .*//" "/proc/$p/stat"); done';
      expect(await codeOf(session.run(`${sshd}; kill -9 "$p"; sleep 1`))).toBe('CONNECTION_LOST');
    });
  });
});

withOpenSsh('an sshd that allows some sessions per connection (MaxSessions)', () => {
  /** Works in a session with a server of this limit. */
  async function withLimit<T>(limit: number, work: (session: Session) => Promise<T>): Promise<T> {
    const server = await startOpenSsh([`MaxSessions ${limit}`]);
    try {
      const key = server.userKey('one', ['-t', 'ed25519']);
      return await withSession(loginOptions(server.port, key, server.knownHost('rsa')), work);
    } finally {
      await server.stop();
    }
  }

  test('one further session is refused, and the limit named', async () => {
    await withLimit(1, async (session) => {
      const open = await session.open('read -r');
      await expect(session.run('true')).rejects.toMatchObject({
        code: 'CHANNEL_REFUSED',
        text: { why: { en: expect.stringContaining(`needs ${sessionsNeeded} sessions`) } },
      });
      await open.close();
    });
  });

  /** What a plan, and a deploy that has its lock, find out while they survey the server. */
  const plan = (session: Session) => withEnoughShells(session, () => session.run('sleep 1; echo seen'));
  const deploy = async (session: Session) => {
    const keeper = await session.open('read -r');
    try {
      return await withEnoughShells(session, () => session.run('sleep 1; echo seen'));
    } finally {
      await keeper.close();
    }
  };

  test.each([
    ['plan', plan],
    ['deploy', deploy],
  ])('a %s is refused where a cancelled deploy would lack one, before anything is changed', async (_name, look) => {
    for (let limit = 1; limit < sessionsNeeded; limit += 1) {
      await expect(withLimit(limit, look)).rejects.toMatchObject({
        code: 'SESSIONS_TOO_FEW',
        message: expect.stringContaining(`allows ${limit} SSH sessions per connection; a deployment needs`),
      });
    }
    expect(await withLimit(sessionsNeeded, look)).toMatchObject({ stdout: 'seen\n' });
  });
});

withOpenSsh('an sshd whose places for logins are taken by an idle connection (MaxStartups)', () => {
  test('is waited for until one becomes free, and named when none does in time', async () => {
    const server = await startOpenSsh(['MaxStartups 1:100:1', 'LoginGraceTime 5']);
    const key = server.userKey('waits', ['-t', 'ed25519']);
    let idle = netConnect(server.port, '127.0.0.1').on('error', () => {});
    try {
      // The connection that found the server listening may still have the place.
      while (!String(await once(idle, 'data')).startsWith('SSH-')) {
        idle = netConnect(server.port, '127.0.0.1').on('error', () => {});
      }
      const options = (connectTimeoutSeconds: number): SessionOptions =>
        loginOptions(server.port, key, server.knownHost('ed25519'), { connectTimeoutSeconds });
      expect(await codeOf(connect(options(2)))).toBe('SSH_TURNED_AWAY');
      const session = await connect(options(30));
      expect(await session.run('id -u')).toMatchObject({ stdout: '0\n' });
      session.dispose();
    } finally {
      idle.destroy();
      await server.stop();
    }
  }, 40_000);
});

const lacks = withoutRoot ?? withoutIpv6;
const withIpv6 = lacks === undefined ? describe : describe.skip;

withIpv6(`an address of IPv6${skippedFor(lacks)}`, () => {
  let server: OpenSsh;
  let key: string;
  beforeAll(async () => {
    server = await startOpenSsh(['PasswordAuthentication no'], '::1');
    key = server.userKey('six', ['-t', 'ed25519']);
  });
  afterAll(async () => {
    await server?.stop();
  });

  const settings = (more: Partial<SessionOptions> = {}): SessionOptions =>
    loginOptions(server.port, key, server.knownHost('ed25519'), { host: parseHost('::1'), ...more });

  test.each(['::1', '[::1]', '0:0:0:0:0:0:0:1'])('as input %s, pinned by its line of known_hosts', async (input) => {
    expect(server.knownHost('ed25519')).toMatch(/^\[::1\]:\d+ ssh-ed25519 /);
    const result = await withSession(settings({ host: parseHost(input) }), (s) => s.run('echo "$SSH_CONNECTION"'));
    expect(result.stdout).toMatch(/^::1 \d+ ::1 \d+\n$/);
  });

  test('failures name it as it was given, apart from the port', async () => {
    const unpinned = withSession(settings({ hostKey: parseHostKeys('') }), (s) => s.run('true'));
    await expect(unpinned).rejects.toMatchObject({
      code: 'HOST_KEY_MISSING',
      message: expect.stringContaining(`::1, port ${server.port}, cannot be told`),
    });
    const elsewhere = withSession(settings({ port: 1 }), (s) => s.run('true'));
    await expect(elsewhere).rejects.toMatchObject({
      code: 'CONNECTION_REFUSED',
      message: expect.stringContaining('::1 refuses connections to port 1'),
    });
  });
});
