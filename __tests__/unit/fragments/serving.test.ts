import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { lookAtNginx, readServing } from '../../../src/fragments/serving.ts';
import { type Authority, type Issued, openAuthority } from '../certificate/authority.ts';
import { runBash } from '../engine/local-server.ts';

let authority: Authority;
let leaf: Issued;
let server: Server;
let port: number;
let seen: { host: string | undefined; path: string | undefined; name: unknown }[] = [];
beforeAll(async () => {
  authority = openAuthority();
  leaf = authority.selfSigned({ name: 'api.example.com', dns: ['api.example.com'] });
  server = createServer({ cert: leaf.pem, key: leaf.keyPem }, (request, response) => {
    seen.push({
      host: request.headers.host,
      path: request.url,
      name: (request.socket as never as { servername: string }).servername,
    });
    if (request.url === '/bare') return void response.writeHead(502).end('<p>no headers</p>');
    if (request.url === '/binary')
      return void response.writeHead(200, headers).end(Buffer.from([0, 13, 10, 255, 0, 10, 81, 10, 82]));
    if (request.url === '/mimic') {
      return void response
        .writeHead(200, headers)
        .end('HTTP/1.1 500 no\r\nX-Deploy-Release: body\r\n\r\n-----BEGIN CERTIFICATE-----\n');
    }
    response.writeHead(401, headers).end('Q\nB\nR\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  seen = [];
});
afterAll(async () => {
  authority?.remove();
  if (server?.listening) await once(server.close(), 'close');
});

const headers = { 'x-deploy-release': '20261123T160512Z-1a2b3c4', 'X-Deploy-Configuration': '0123456789abcdef' };

async function look(at: number, path: string, script = lookAtNginx) {
  const { stdout } = await runBash(['-c', `set -u\n${script}\nlook_at_nginx https api.example.com ${at} ${path}`]);
  return readServing(stdout);
}

test('one connection brings status, release, configuration and certificate, by the domain’s name', async () => {
  const fingerprint = new X509Certificate(leaf.pem).fingerprint256.replaceAll(':', '').toLowerCase();
  const release = headers['x-deploy-release'];
  expect(await look(port, '/deploy-proof/1')).toEqual({
    status: 401,
    release,
    configuration: '0123456789abcdef',
    fingerprint,
    sent: 1,
  });
  expect(seen).toEqual([{ host: `api.example.com:${port}`, path: '/deploy-proof/1', name: 'api.example.com' }]);
  for (const path of ['/binary', '/mimic']) {
    expect(await look(port, path)).toMatchObject({ status: 200, release, fingerprint });
  }
});

test('the certificates that come are counted, the leaf included', async () => {
  const intermediate = authority.issue(authority.selfSigned({ name: 'Root' }), { name: 'Intermediate' });
  const below = authority.issue(intermediate, { name: 'api.example.com', dns: ['api.example.com'] });
  const whole = createServer({ cert: below.pem + intermediate.pem, key: below.keyPem }, (_, response) =>
    response.end(),
  );
  whole.listen(0, '127.0.0.1');
  await once(whole, 'listening');
  expect(await look((whole.address() as AddressInfo).port, '/')).toMatchObject({ status: 200, sent: 2 });
  await once(whole.close(), 'close');
});

test('an answer without our headers has none', async () => {
  expect(await look(port, '/bare')).toMatchObject({ status: 502, release: '', configuration: '' });
});

test('nobody there, or somebody who speaks no TLS', async () => {
  const nothing = { status: 0, release: '', configuration: '', fingerprint: '' };
  const plain = createTcpServer((socket) => {
    socket
      .on('error', () => {})
      .resume()
      .end('HTTP/1.1 200 OK\r\nX-Deploy-Release: plain\r\n\r\n');
  });
  plain.listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const plainPort = (plain.address() as AddressInfo).port;
  expect(await look(plainPort, '/')).toEqual(nothing);
  plain.close();
  await once(plain, 'close');
  expect(await look(plainPort, '/')).toEqual(nothing);
});

test('who takes connections and is silent holds nobody up, not even where SIGTERM is ignored', async () => {
  // Reads what comes, else it would not see that the other side is gone.
  const silent = createTcpServer((socket) => void socket.on('error', () => {}).resume());
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const impatient = `trap '' TERM HUP INT; look_seconds=0.3\n${lookAtNginx}`;
  expect(await look((silent.address() as AddressInfo).port, '/', impatient)).toMatchObject({ status: 0 });
  silent.close();
});

test('lines that are none', () => {
  expect(readServing('')).toEqual({ status: 0, release: '', configuration: '', fingerprint: '' });
  expect(readServing('- - - - -')).toEqual({ status: 0, release: '', configuration: '', fingerprint: '' });
});
