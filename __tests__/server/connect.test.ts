import { describe, expect, test } from '@jest/globals';
import type { AuthContext } from 'ssh2';
import { Failure } from '../../src/messages/failure.ts';
import { Secret } from '../../src/redaction/secret.ts';
import { parseHostKeys } from '../../src/server/host-key.ts';
import { connect, type SessionOptions } from '../../src/server/session.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { codeOf, fingerprintOf, hastyClock, options } from './login.ts';
import { blobOf, keyPair, type SshServerOptions, startSshServer, startTcpServer } from './ssh-server.ts';

const ed25519 = keyPair('ed25519');
const ecdsa = keyPair('ecdsa');
const rsa = keyPair('rsa');
const stranger = keyPair('ed25519');
const userKey = keyPair('ed25519');

/** Connects to such a server; what came of it, and what the server saw. */
async function attempt(serverOptions: SshServerOptions, more: (port: number) => Partial<SessionOptions>) {
  const server = await startSshServer(serverOptions);
  const clock = hastyClock();
  try {
    const settings = options(server.port, ed25519, userKey, more(server.port));
    const session = await connect(settings, undefined, clock).catch((error: unknown) => error);
    const failed = session instanceof Failure ? session : undefined;
    if (failed === undefined) (session as { dispose(): void }).dispose();
    return {
      code: failed?.code ?? 'none',
      failure: failed,
      connections: server.connections,
      logins: server.logins,
      pauses: clock.pauses.length,
    };
  } finally {
    await server.stop();
  }
}

const three = [ed25519.private, ecdsa.private, rsa.private];

describe('host keys', () => {
  test.each([
    ['ed25519 by fingerprint', [ed25519], 1],
    ['ecdsa by fingerprint, ed25519 negotiated first', [ecdsa], 2],
    ['rsa by fingerprint', [rsa], 3],
    ['stranger and rsa', [stranger, rsa], 3],
  ])('a server of three keys, pinned: %s', async (_name, pinned, connections) => {
    const result = await attempt({ hostKeys: three }, () => ({
      hostKey: parseHostKeys(pinned.map(fingerprintOf).join('\n')),
    }));
    expect(result.code).toBe('none');
    expect(result.connections).toBe(connections);
    expect(new Set(result.logins)).toEqual(new Set(['publickey:ssh-ed25519']));
  });

  test.each([
    ['ecdsa', ecdsa],
    ['rsa', rsa],
  ])('a known_hosts line tells the type, so the first connection asks for it: %s', async (_name, key) => {
    const result = await attempt({ hostKeys: three }, () => ({ hostKey: parseHostKeys(`127.0.0.1 ${key.public}`) }));
    expect(result).toMatchObject({ code: 'none', connections: 1 });
  });

  test('an unknown server gets nothing, and every key it showed is named', async () => {
    const result = await attempt({ hostKeys: three }, () => ({ hostKey: parseHostKeys(fingerprintOf(stranger)) }));
    expect(result).toMatchObject({ code: 'HOST_KEY_MISMATCH', logins: [] });
    for (const key of [ed25519, ecdsa, rsa, stranger])
      expect(result.failure?.text.why.en).toContain(fingerprintOf(key));
  });

  test('a pinned type with another key is a mismatch on the first connection', async () => {
    const result = await attempt({ hostKeys: three }, () => ({ hostKey: parseHostKeys(`h ${stranger.public}`) }));
    expect(result).toMatchObject({ code: 'HOST_KEY_MISMATCH', connections: 1, logins: [] });
  });

  test('no pin fails before a login and prints the line to paste', async () => {
    const result = await attempt({ hostKeys: three }, () => ({ hostKey: parseHostKeys('') }));
    expect(result).toMatchObject({ code: 'HOST_KEY_MISSING', connections: 1, logins: [] });
    for (const words of Object.values(result.failure?.text.cure ?? {})) {
      expect(words.split('\n')).toContain(fingerprintOf(ed25519));
      expect(words).toContain('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub');
    }
  });

  test('the line that was printed lets in', async () => {
    const first = await attempt({ hostKeys: [ecdsa.private] }, () => ({ hostKey: parseHostKeys('') }));
    const line = first.failure?.text.cure.en.split('\n').at(-1) ?? '';
    expect(await attempt({ hostKeys: [ecdsa.private] }, () => ({ hostKey: parseHostKeys(line) }))).toMatchObject({
      code: 'none',
    });
  });

  test('accept-any', async () => {
    const result = await attempt({ hostKeys: three }, () => ({ hostKey: parseHostKeys('accept-any') }));
    expect(result).toMatchObject({ code: 'none', connections: 1 });
  });
});

describe('logging in', () => {
  const onlyKey = (context: AuthContext) =>
    context.method === 'publickey' && context.key.data.equals(blobOf(userKey.public))
      ? (true as const)
      : (['publickey'] as const);
  const onlyPassword = (context: AuthContext) =>
    context.method === 'password' && context.password === 'open sesame' ? (true as const) : (['password'] as const);
  const interactive = (context: AuthContext): true | ['keyboard-interactive'] => {
    if (context.method !== 'keyboard-interactive') return ['keyboard-interactive'];
    return true;
  };
  const password = new Secret('open sesame');
  const none = { privateKey: undefined };

  test.each([
    ['the key', onlyKey, {}, 'none'],
    ['another key', onlyKey, { privateKey: new Secret(stranger.private) }, 'AUTHENTICATION_FAILED'],
    ['password', onlyPassword, { ...none, password }, 'none'],
    ['key refused, then password', onlyPassword, { password }, 'none'],
    ['wrong password', onlyPassword, { ...none, password: new Secret('wrong words') }, 'PASSWORD_WRONG'],
    ['a server without passwords', onlyKey, { ...none, password }, 'PASSWORD_NOT_ACCEPTED'],
    ['keyboard-interactive', interactive, { ...none, password }, 'none'],
    ['nothing to show', onlyKey, none, 'AUTHENTICATION_FAILED'],
  ] as const)('%s', async (_name, authenticate, more, expected) => {
    const result = await attempt(
      { hostKeys: [ed25519.private], authenticate: (context) => authenticate(context) as true | 'password'[] },
      () => more,
    );
    expect(result).toMatchObject({ code: expected, connections: 1, pauses: 0 });
  });

  test('a gateway that takes no login ahead of its turn gets one in turn', async () => {
    const result = await attempt({ hostKeys: [ed25519.private], inTurn: true }, () => ({}));
    expect(result).toMatchObject({ code: 'none', connections: 2, pauses: 0 });
    // Ahead, then asked and proven.
    expect(result.logins).toHaveLength(3);
  });

  test('a server that hangs up on every login is asked once more, and no more', async () => {
    const server = await startSshServer({
      hostKeys: [ed25519.private],
      authenticate: () => {
        server.drop();
        return ['publickey'];
      },
    });
    try {
      const clock = hastyClock();
      const connecting = connect(options(server.port, ed25519, userKey), undefined, clock);
      expect([await codeOf(connecting), server.connections, clock.pauses]).toEqual(['HANDSHAKE_FAILED', 2, []]);
    } finally {
      await server.stop();
    }
  });

  test('the failure names user, methods tried and offered, never the password', async () => {
    const result = await attempt(
      { hostKeys: [ed25519.private], authenticate: () => ['password', 'publickey'] },
      () => ({
        username: 'deploy',
        password: new Secret('hunter2hunter2'),
      }),
    );
    expect(result.failure?.text.what.en).toMatch(
      /user deploy in\. Tried: publickey, password\. .*offers: password, publickey/,
    );
    expect(JSON.stringify(result.failure?.text) + result.failure?.stack).not.toContain('hunter2hunter2');
  });

  test('an unreadable key fails before any contact', async () => {
    const result = await attempt({ hostKeys: [ed25519.private] }, () => ({ privateKey: new Secret(userKey.public) }));
    expect(result).toMatchObject({ code: 'PRIVATE_KEY_IS_PUBLIC', connections: 0 });
  });
});

describe('not getting through', () => {
  const settings = (port: number, more: Partial<SessionOptions> = {}) => options(port, ed25519, userKey, more);

  test('nobody listens', async () => {
    const server = await startTcpServer(() => {});
    await server.stop();
    expect(await codeOf(connect(settings(server.port)))).toBe('CONNECTION_REFUSED');
  });

  test('a name that does not exist', async () => {
    const clock = hastyClock();
    expect(await codeOf(connect(settings(22, { host: 'no-such-host.invalid' }), undefined, clock))).toBe(
      'HOST_NOT_FOUND',
    );
    expect(clock.pauses).toEqual([]);
  });

  test('a server that says nothing', async () => {
    const server = await startTcpServer(() => {});
    expect(await codeOf(connect(settings(server.port, { connectTimeoutSeconds: 0.5 })))).toBe('HANDSHAKE_TIMEOUT');
    await server.stop();
  });

  test('something else than SSH', async () => {
    const server = await startTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const code = await codeOf(connect(settings(server.port), undefined, hastyClock()));
    await server.stop();
    expect(code).toBe('NOT_AN_SSH_SERVER');
  });

  test.each([
    ['Exceeded MaxStartups', 'SSH_TURNED_AWAY'],
    ['Not allowed at this time', 'SSH_TURNED_AWAY'],
    ['220 mail.example.com ESMTP', 'NOT_AN_SSH_SERVER'],
  ])('a greeting of %j', async (words, expected) => {
    const server = await startTcpServer((socket) => socket.end(`${words}\r\n`));
    const code = await codeOf(connect(settings(server.port), undefined, hastyClock()));
    await server.stop();
    expect(code).toBe(expected);
  });

  test('cut off eight times, then let through: MaxStartups of an old sshd', async () => {
    const result = await attempt({ hostKeys: [ed25519.private], cut: (n) => n <= 8 }, () => ({
      connectTimeoutSeconds: 30,
    }));
    expect(result).toMatchObject({ code: 'none', connections: 9, pauses: 8 });
  });

  test('cut off always: tried until the time is over, with pauses of at most 4 s', async () => {
    const result = await attempt({ hostKeys: [ed25519.private], cut: () => true }, () => ({
      connectTimeoutSeconds: 30,
    }));
    expect(result).toMatchObject({ code: 'HANDSHAKE_FAILED', connections: 12, pauses: 11 });
  });

  test('turned away always: how often, how long and in which words', async () => {
    const server = await startTcpServer((socket) => socket.end('Exceeded MaxStartups\r\n'));
    const log = listeningLog();
    const error = await connect(settings(server.port), log, hastyClock()).catch((reason: unknown) => reason);
    await server.stop();
    expect(error).toMatchObject({
      code: 'SSH_TURNED_AWAY',
      message: expect.stringMatching(/turned 5 connections away within 10 seconds: Exceeded MaxStartups$/),
    });
    expect(log.lines).toEqual([
      expect.stringMatching(/^info The server closes SSH connections before a login\. Trying again/),
    ]);
  });

  test('a refused login is never tried again', async () => {
    const result = await attempt({ hostKeys: [ed25519.private], authenticate: () => ['publickey'] }, () => ({}));
    expect(result).toMatchObject({ code: 'AUTHENTICATION_FAILED', connections: 1, pauses: 0 });
  });
});
