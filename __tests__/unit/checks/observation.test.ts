import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../../src/certificate/chain.ts';
import { observeHttps } from '../../../src/checks/https.ts';
import { observeTls, observeTls12, type TlsServed, type TlsTarget } from '../../../src/checks/tls.ts';
import { bundle, openAuthority, usualFamily } from '../certificate/authority.ts';
import { freePort, type Listening, serveHttps, serveTcp } from './servers.ts';

const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const dns = ['api.example.com'];
const expired = authority.issue(intermediate, { name: 'api.example.com', dns, from: '20200101', until: '20200401' });
const other = authority.issue(intermediate, { name: 'www.example.com', dns: ['www.example.com'] });
const selfSigned = authority.selfSigned({ name: 'api.example.com', dns });
afterAll(() => authority.remove());

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
async function up(server: Promise<Listening>): Promise<number> {
  const listening = await server;
  open.push(listening);
  return listening.port;
}

const pair = { cert: bundle(leaf, intermediate), key: leaf.keyPem };
const at = (port: number, timeoutMs = 5000): TlsTarget => ({
  address: '127.0.0.1',
  port,
  servername: 'api.example.com',
  timeoutMs,
  ca: [root.pem],
});

const badAnswers: readonly [string, (socket: Socket) => void, string][] = [
  ['plain http', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'), 'plain-http'],
  [
    'http after reading',
    (socket) => socket.once('data', () => socket.end('HTTP/1.0 400 Bad Request\r\n\r\n')),
    'plain-http',
  ],
  ['reset after the hello', (socket) => socket.once('data', () => socket.resetAndDestroy()), 'reset'],
  ['closed after the hello', (socket) => socket.once('data', () => socket.end()), 'reset'],
  ['closed at once', (socket) => socket.end(), 'reset'],
  ['silence', () => {}, 'timeout'],
];

describe('observeTls', () => {
  test('a good server', async () => {
    const port = await up(serveHttps(pair));
    const look = await observeTls(at(port));
    expect(look).toMatchObject({
      kind: 'served',
      protocol: 'TLSv1.3',
      fingerprint256: fingerprint(new X509Certificate(leaf.pem)),
      chainLength: 2,
      notAfter: new Date(new X509Certificate(leaf.pem).validTo),
    });
    expect(look).not.toHaveProperty('authorizationError');
    expect(await observeTls12(at(port), look as TlsServed)).toMatchObject({ kind: 'ecdhe' });
  });

  test.each([
    ['no intermediate', { cert: leaf.pem, key: leaf.keyPem }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 1],
    ['expired', { cert: bundle(expired, intermediate), key: expired.keyPem }, 'CERT_HAS_EXPIRED', 2],
    ['another name', { cert: bundle(other, intermediate), key: other.keyPem }, 'ERR_TLS_CERT_ALTNAME_INVALID', 2],
    ['self-signed', { cert: selfSigned.pem, key: selfSigned.keyPem }, 'DEPTH_ZERO_SELF_SIGNED_CERT', 1],
  ])('%s is described, not repaired', async (_name, options, authorizationError, chainLength) => {
    const port = await up(serveHttps(options));
    expect(await observeTls(at(port))).toMatchObject({ kind: 'served', authorizationError, chainLength });
  });

  test('a root that is not trusted', async () => {
    const port = await up(serveHttps({ ...pair, cert: bundle(leaf, intermediate, root) }));
    const look = await observeTls({ ...at(port), ca: [selfSigned.pem] });
    expect(look).toMatchObject({ kind: 'served', authorizationError: 'SELF_SIGNED_CERT_IN_CHAIN', chainLength: 3 });
  });

  test('TLS versions', async () => {
    const only12 = await up(serveHttps({ ...pair, maxVersion: 'TLSv1.2' }));
    expect(await observeTls(at(only12))).toMatchObject({ kind: 'served', protocol: 'TLSv1.2' });
    const only13 = await up(serveHttps({ ...pair, minVersion: 'TLSv1.3' }));
    const look = await observeTls(at(only13));
    expect(look).toMatchObject({ kind: 'served', protocol: 'TLSv1.3' });
    expect(await observeTls12(at(only13), look as TlsServed)).toMatchObject({ kind: 'refused' });
    const old = await up(
      serveHttps({ ...pair, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    );
    expect(await observeTls(at(old))).toMatchObject({ kind: 'handshake', stage: 'handshake' });
  });

  test('a server that knows no such name', async () => {
    const refuse = (_name: string, done: (error: Error) => void) => done(new Error('unknown'));
    const port = await up(serveHttps({ ...pair, SNICallback: refuse }));
    expect(['handshake', 'reset']).toContain((await observeTls(at(port))).kind);
  });

  test.each(badAnswers)('%s', async (_name, answer, kind) => {
    const port = await up(serveTcp(answer));
    expect(await observeTls(at(port, 300))).toMatchObject({ kind, stage: 'handshake' });
  });

  test('nothing listens', async () => {
    const look = await observeTls(at(await freePort()));
    expect(look).toEqual({ kind: 'refused', stage: 'connect', detail: 'ECONNREFUSED' });
  });

  test('no route', async () => {
    // 255.255.255.255 takes no TCP connection on any system: no packet leaves the machine.
    const look = await observeTls({ ...at(443), address: '255.255.255.255' });
    expect(look).toMatchObject({ kind: 'unreachable', stage: 'connect' });
  });

  test('without a name none is sent', async () => {
    const asked: string[] = [];
    const port = await up(
      serveTcp((socket) =>
        socket.once('data', (hello) => {
          asked.push(String(hello.includes('api.example.com')));
          socket.end();
        }),
      ),
    );
    await observeTls(at(port));
    await observeTls({ ...at(port), servername: '' });
    expect(asked).toEqual(['true', 'false']);
  });
});

describe('observeHttps', () => {
  const https = (port: number, path = '/', timeoutMs = 5000) =>
    observeHttps({ domain: 'api.example.com', port, path, address: '127.0.0.1', timeoutMs, ca: [root.pem] });

  test('asks the address, with the name as SNI and Host', async () => {
    const names: string[] = [];
    const note = (name: string, done: (error: null) => void) => {
      names.push(name);
      done(null);
    };
    const port = await up(
      serveHttps({ ...pair, SNICallback: note }, (request, response) =>
        response.end(`${request.method} ${request.headers.host} ${request.url}`),
      ),
    );
    const look = await https(port, '/health?full=1');
    expect(look).toMatchObject({ kind: 'answered', status: 200, body: `GET api.example.com:${port} /health?full=1` });
    expect(look.kind === 'answered' && look.tls).toMatchObject({ protocol: 'TLSv1.3', chainLength: 2 });
    expect(names).toEqual(['api.example.com']);
  });

  test('a redirect is not followed, a status not judged', async () => {
    const port = await up(serveHttps(pair, (_, response) => response.writeHead(302, { location: '/login' }).end()));
    expect(await https(port)).toMatchObject({ kind: 'answered', status: 302, location: '/login', body: '' });
  });

  test('a certificate that does not hold is described', async () => {
    const port = await up(
      serveHttps({ cert: leaf.pem, key: leaf.keyPem }, (_, response) => response.writeHead(503).end('{}')),
    );
    const look = await https(port);
    expect(look).toMatchObject({
      status: 503,
      body: '{}',
      tls: { authorizationError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    });
  });

  test('a long body is cut, an endless one not waited for', async () => {
    const long = await up(serveHttps(pair, (_, response) => response.end('x'.repeat(100_000))));
    expect(await https(long)).toMatchObject({ kind: 'answered', body: 'x'.repeat(500) });
    const endless = await up(serveHttps(pair, (_, response) => void response.write('begun')));
    expect(await https(endless, '/', 300)).toMatchObject({ kind: 'answered', status: 200, body: 'begun' });
  });

  test.each(badAnswers)('%s', async (_name, answer, kind) => {
    const port = await up(serveTcp(answer));
    expect(await https(port, '/', 300)).toMatchObject({ kind, stage: 'handshake' });
  });

  test('a request without a response', async () => {
    const hangs = await up(serveHttps(pair, () => {}));
    expect(await https(hangs, '/', 300)).toEqual({ kind: 'timeout', stage: 'request', detail: 'ETIMEDOUT' });
    const cuts = await up(serveHttps(pair, (request) => request.socket.destroy()));
    expect(await https(cuts)).toMatchObject({ kind: 'reset', stage: 'request' });
    expect(await https(await freePort())).toMatchObject({ kind: 'refused', stage: 'connect' });
  });
});

test('NODE_EXTRA_CA_CERTS counts, for the looks and for the roots', async () => {
  const port = await up(serveHttps(pair));
  const rootFile = join(authority.folder, 'extra.pem');
  writeFileSync(rootFile, root.pem);
  const module = (name: string) => JSON.stringify(new URL(`../../../src/${name}`, import.meta.url).href);
  const program = `
    const { observeTls } = await import(${module('checks/tls.ts')});
    const { trustedRoots } = await import(${module('certificate/roots.ts')});
    const { ca: _, ...target } = ${JSON.stringify(at(port))};
    const { kind, authorizationError } = await observeTls(target);
    console.log(JSON.stringify({ kind, authorizationError, root: trustedRoots().some(({ subject }) => subject === 'CN=Test Root') }));`;
  const run = async (env: NodeJS.ProcessEnv) => {
    const { NODE_EXTRA_CA_CERTS: _extra, NODE_OPTIONS: _options, ...rest } = process.env;
    const argv = ['--input-type=module', '--no-warnings', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, argv, { env: { ...rest, ...env } });
    return JSON.parse(stdout) as unknown;
  };
  expect(await run({ NODE_EXTRA_CA_CERTS: rootFile })).toEqual({ kind: 'served', root: true });
  expect(await run({})).toEqual({
    kind: 'served',
    authorizationError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    root: false,
  });
});
