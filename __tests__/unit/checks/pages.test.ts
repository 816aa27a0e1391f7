import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { diagnosePages } from '../../../src/checks/diagnose-pages.ts';
import { type PortFirewall, unaskedFirewall } from '../../../src/checks/host-firewall.ts';
import { observePages } from '../../../src/checks/pages.ts';
import { linesOfPages } from '../../../src/checks/report.ts';
import { bundle, openAuthority, usualFamily } from '../certificate/authority.ts';
import { asksFor, freePort, type Listening, serveHttps, serveTcp } from './servers.ts';

const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const pair = { cert: bundle(leaf, intermediate), key: leaf.keyPem };
afterAll(() => authority.remove());

const domain = 'api.example.com';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function up(server: Promise<Listening>): Promise<number> {
  const listening = await server;
  open.push(listening);
  return listening.port;
}

/** Serves plain http; its port. */
async function plain(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return (server.address() as AddressInfo).port;
}

async function look(httpsPort: number, httpPort: number) {
  const pauses: number[] = [];
  const clock = { now: () => 0, sleep: async (milliseconds: number) => void pauses.push(milliseconds) };
  const pages = await observePages({
    domain,
    httpsPort,
    httpPort,
    publicAddress: '127.0.0.1',
    path: '/admin/',
    expected: { status: [{ from: 200, to: 200 }] },
    timeoutMs: 400,
    attempts: 2,
    tls12: false,
    clock,
    ca: [root.pem],
    resolve: async () => ['127.0.0.1'],
  });
  return { pages, pauses };
}

const leads = (to: (httpsPort: number) => string, httpsPort: number) =>
  plain((_, response) => response.writeHead(301, { location: to(httpsPort) }).end());
const home = (port: number) => `https://${domain}:${port}/`;
const errorLog = '/var/log/nginx/error.log';
const none = (_port: number): PortFirewall => unaskedFirewall;

async function problems(httpsPort: number, httpPort: number, firewallAt = none, soundPort: number | undefined = 8014) {
  const { pages } = await look(httpsPort, httpPort);
  return diagnosePages({ pages, httpPort, soundPort, errorLog, firewallAt });
}

test('a document over https, and plain http that leads there: nothing is wrong', async () => {
  const https = await up(serveHttps(pair));
  const http = await leads(home, https);
  expect(await problems(https, http)).toEqual([]);
  const { pages } = await look(https, http);
  const lines = linesOfPages(pages).map(({ en }) => en);
  expect(lines).toEqual([
    expect.stringContaining('chain complete'),
    `GET https://${domain}:${https}/admin/: 200`,
    `GET http://${domain}/: 301, redirects to ${home(https)}`,
  ]);
});

test('where the API answers, a silent port is told by its number, with filing as a cause', async () => {
  const [https, http] = [await freePort(), await freePort()];
  const found = await problems(https, http);
  expect(found.map(({ code }) => code)).toEqual(['SITE_UNREACHABLE', 'SITE_UNREACHABLE']);
  expect(found[0]?.text.what.en).toContain(`TCP port ${https}`);
  expect(found[1]?.text.what.en).toContain(`TCP port ${http}`);
  expect(found[0]?.text.why.zh).toContain('备案');
  expect((await look(https, http)).pauses).toEqual([2000, 1000]);
});

test('where the API does not answer either, they are shut like its own port', async () => {
  const { pages } = await look(await freePort(), await freePort());
  const found = diagnosePages({ pages, httpPort: 80, soundPort: undefined, errorLog, firewallAt: none });
  expect(found.map(({ code }) => code)).toEqual(['CLOUD_FIREWALL_OR_ROUTE', 'CLOUD_FIREWALL_OR_ROUTE']);
});

test('the cloud’s firewall is told apart, by port, where its rules are known', async () => {
  const [https, http] = [await freePort(), await freePort()];
  const { pages } = await look(https, http);
  const found = (soundPort: number | undefined) =>
    diagnosePages({
      ...{ pages, httpPort: http, soundPort, errorLog, firewallAt: none },
      cloudAt: (port) =>
        port === https
          ? { kind: 'closed', product: 'cvm', instance: 'ins-1', list: 'sg-1', rule: undefined }
          : { kind: 'open', instance: 'ins-1' },
    }).map(({ code }) => code);
  expect(found(8014)).toEqual(['CLOUD_FIREWALL_CLOSED', 'SITE_UNREACHABLE']);
  expect(found(undefined)).toEqual(['CLOUD_FIREWALL_CLOSED', 'ROUTE_BLOCKED']);
});

test('the host’s own firewall is told apart, by port', async () => {
  const [https, http] = [await freePort(), await freePort()];
  const firewallAt = (port: number): PortFirewall => ({
    ...unaskedFirewall,
    program: 'ufw',
    open: port === https,
    absent: ['nft'],
  });
  const found = await problems(https, http, firewallAt);
  expect(found.map(({ code }) => code)).toEqual(['SITE_UNREACHABLE', 'HOST_FIREWALL_CLOSED']);
  expect(found[1]?.text.cure.en).toContain(`ufw allow ${http}/tcp`);
});

test('a connection that is cut when it names the domain', async () => {
  const alert = Buffer.from([21, 3, 3, 0, 2, 2, 40]);
  const https = await up(
    serveTcp((socket) =>
      socket.once('data', (hello) => (asksFor(hello, domain) ? socket.resetAndDestroy() : socket.end(alert))),
    ),
  );
  const found = await problems(https, await leads(home, https));
  expect(found.map(({ code }) => code)).toEqual(['REQUEST_RESET_BY_NAME']);
});

test.each<[string, (httpsPort: number) => string]>([
  ['the page for names that are not filed', () => `https://dnspod.qcloud.com/static/webblock.html?d=${domain}`],
  ['a name that only begins like the domain', () => `https://${domain}.example.net/`],
])('plain http that leads to %s', async (_, to) => {
  const https = await up(serveHttps(pair));
  const [found] = await problems(https, await leads(to, https));
  expect(found?.code).toBe('SITE_REDIRECT');
  expect(found?.text.what.en).toContain(to(https));
});

test('plain http that leads nowhere, and a document that is not there', async () => {
  const https = await up(serveHttps(pair, (_, response) => response.writeHead(404).end('gone')));
  const http = await plain((_, response) => response.end('welcome'));
  const found = await problems(https, http);
  expect(found.map(({ code, text }) => [code, text.what.en])).toEqual([
    ['SITE_STATUS', `https://${domain}:${https}/admin/ answers with status 404; expected: 200`],
    ['SITE_REDIRECT', expect.stringContaining('status 200, location -')],
  ]);
});

test('a certificate that does not hold is told as that of its port', async () => {
  const https = await up(serveHttps({ cert: leaf.pem, key: leaf.keyPem }));
  const [found] = await problems(https, await leads(home, https));
  expect(found?.code).toBe('SERVED_CHAIN_INCOMPLETE');
  expect(found?.text.what.en).toContain(`${domain}:${https}`);
});
