import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Border, type BorderOptions, borderAt } from '../../../practice/border.ts';
import type { ConnectionFailure } from '../../../src/checks/connection.ts';
import type { HttpObservation } from '../../../src/checks/http.ts';
import { type IcpObservation, observeIcp, type TlsTry, withEarlierLooks } from '../../../src/checks/icp.ts';
import { lineOfIcp, linesOfIcp } from '../../../src/checks/icp-report.ts';
import {
  besideHostFirewall,
  explainedByBlock,
  type IcpVerdict,
  icpFailure,
  judgeIcp,
} from '../../../src/checks/icp-verdict.ts';
import type { Outside } from '../../../src/checks/outside.ts';
import type { TlsObservation } from '../../../src/checks/tls.ts';
import { failure } from '../../../src/messages/failure.ts';
import { bundle, openAuthority, usualFamily } from '../certificate/authority.ts';
import { freePort, serveHttps } from './servers.ts';

const domain = 'api.example.com';
const authority = openAuthority();
const { intermediate, leaf } = usualFamily(authority);
afterAll(() => authority.remove());

const failed = (kind: ConnectionFailure['kind'], stage: ConnectionFailure['stage']): ConnectionFailure => ({
  kind,
  stage,
  detail: 'E',
});
const answered = (status: number, location?: string): HttpObservation => ({
  kind: 'answered',
  status,
  ...(location === undefined ? {} : { location }),
});
const ok = answered(200);
const pageUrl = `https://dnspod.qcloud.com/static/webblock.html?d=${domain}`;
const page = answered(302, pageUrl);
const refused = failed('refused', 'connect');
const dropped = failed('timeout', 'connect');
const reset = failed('reset', 'handshake');
const starved = failed('timeout', 'handshake');
// A fatal alert is an answer in TLS's own words.
const alert = failed('handshake', 'handshake');
const served = { kind: 'served' } as TlsObservation;
const clean: TlsTry = { named: served, control: served };
const cut: TlsTry = { named: reset, control: alert };
const cutAlike: TlsTry = { named: reset, control: reset };
const closed: TlsTry = { named: refused, control: refused };
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

/** Five tries each; port 443 is closed unless it is said. */
function seen(
  http: readonly HttpObservation[],
  tls: readonly TlsTry[],
  tls443: readonly TlsTry[] = times(5, closed),
): IcpObservation {
  return {
    domain,
    address: '203.0.113.7',
    http: { port: 80, tries: http },
    tls: [
      { port: 443, tries: tls443 },
      { port: 8014, tries: tls },
    ],
  };
}

test.each<[string, IcpObservation, Partial<IcpVerdict>]>([
  ['all well', seen(times(5, ok), times(5, clean)), { status: 'not-blocked', ports: [80, 8014] }],
  ['a redirect of one’s own', seen(times(5, answered(301, `https://${domain}/`)), []), { status: 'not-blocked' }],
  ['only the https port is open', seen(times(5, dropped), times(5, clean)), { status: 'not-blocked', ports: [8014] }],
  [
    'a server that has nothing for the name says so in TLS',
    seen(times(5, refused), times(5, { named: alert, control: alert })),
    { status: 'not-blocked' },
  ],
  [
    'the page once',
    seen([...times(4, ok), page], times(5, clean)),
    { status: 'blocked', by: 'page', port: 80, seen: 1, tries: 5, open: true },
  ],
  ['the page under 566', seen([answered(566, pageUrl)], times(5, clean)), { status: 'blocked', by: 'page' }],
  ['the page’s address in an answer that leads nowhere', seen([answered(200, pageUrl)], []), { status: 'not-blocked' }],
  ['566 without the page', seen(times(5, answered(566)), times(5, clean)), { status: 'unknown', doubt: 'unsteady' }],
  [
    'every handshake with the name is reset',
    seen(times(5, ok), times(5, cut)),
    { status: 'blocked', by: 'resets', port: 8014, seen: 5, open: false },
  ],
  [
    'the same on 443 alone',
    seen(times(5, ok), times(5, clean), times(5, cut)),
    { status: 'blocked', by: 'resets', port: 443, open: true },
  ],
  ['too few resets', seen(times(5, ok), times(2, cut)), { status: 'unknown', doubt: 'some', port: 8014 }],
  ['one got through', seen(times(5, ok), [...times(4, cut), clean]), { status: 'unknown', doubt: 'some' }],
  ['one control did not', seen(times(5, ok), [...times(4, cut), cutAlike]), { status: 'unknown', doubt: 'some' }],
  ['everything is reset', seen(times(5, refused), times(5, cutAlike)), { status: 'unknown', doubt: 'all-alike' }],
  [
    'names are starved, which is no reset',
    seen(times(5, ok), times(5, { named: starved, control: served })),
    { status: 'unknown', doubt: 'unsteady' },
  ],
  [
    'plain http is cut, with nothing to compare',
    seen(times(5, failed('reset', 'request')), times(5, clean)),
    { status: 'unknown', doubt: 'unsteady', port: 80 },
  ],
  [
    'a port answers sometimes',
    seen([...times(4, ok), dropped], times(5, clean)),
    { status: 'unknown', doubt: 'unsteady' },
  ],
  ['nothing answers', seen(times(5, dropped), times(5, closed)), { status: 'unknown', doubt: 'closed' }],
])('%s', (_, observation, verdict) => {
  expect(judgeIcp(observation, 8014)).toMatchObject(verdict);
});

const outside = (part: Partial<Outside>): Outside => ({
  domain,
  httpsPort: 8014,
  path: '/',
  expected: { status: [] },
  name: { kind: 'resolves', addresses: [] },
  attempts: 1,
  tookMs: 1,
  ...part,
});

test('what the looks before saw counts: the page in place of the redirect, one handshake that was cut', () => {
  const well = seen(times(5, ok), times(5, clean), times(5, clean));
  const status = (first: Outside, redirect?: HttpObservation) =>
    judgeIcp(withEarlierLooks(well, first, redirect && { document: outside({ httpsPort: 443 }), redirect }), 8014)
      .status;
  expect(status(outside({ tls: served }))).toBe('not-blocked');
  expect(status(outside({ tls: served }), page)).toBe('blocked');
  expect(status(outside({ tls: reset, control: served }))).toBe('unknown');
  expect(status(outside({ tls: reset, control: served, httpsPort: 9999 }))).toBe('not-blocked');
});

test('a block explains a handshake cut by name and its own page, and is told once', () => {
  const blocked = icpFailure(judgeIcp(seen([page], times(5, cut)), 8014));
  const byName = failure('REQUEST_RESET_BY_NAME', { domain, address: '203.0.113.7', port: 8014, detail: 'ECONNRESET' });
  const redirect = (location: string) =>
    failure('SITE_REDIRECT', { url: 'u', status: 302, location, expected: 'e', domain, address: '203.0.113.7' });
  const dns = failure('DNS_UNKNOWN', { domain, detail: 'EAI_AGAIN' });
  const silent = (detail: string) => failure('SITE_UNREACHABLE', { address: 'a', port: 80, apiPort: 8014, detail });
  const webblock = redirect('https://dnspod.qcloud.com/static/webblock.html');
  const found = [byName, dns, webblock, redirect('/'), silent('ECONNRESET'), silent('ETIMEDOUT')];
  const told = explainedByBlock(found, blocked).map(({ code }) => code);
  expect(told).toEqual(['ICP_BLOCKED', 'DNS_UNKNOWN', 'SITE_REDIRECT', 'SITE_UNREACHABLE']);
  expect(explainedByBlock(found, undefined)).toEqual(found);
});

test('resets prove nothing where the server’s own packet filter may be what cuts; the page does', () => {
  const unclear = [failure('HOST_FIREWALL_UNCLEAR', { port: 8014, detail: 'd', rules: 'r', command: 'c' })];
  const byResets = judgeIcp(seen([], times(5, cut)), 8014);
  const byPage = judgeIcp(seen([page], times(5, cut)), 8014);
  expect(besideHostFirewall(byResets, unclear)).toMatchObject({ status: 'unknown', doubt: 'host-firewall' });
  expect(besideHostFirewall(byResets, [])).toBe(byResets);
  expect(besideHostFirewall(byPage, unclear)).toBe(byPage);
});

describe('the look itself, through a border', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
  });

  async function look(options: Partial<BorderOptions>) {
    const site = await serveHttps({ cert: bundle(leaf, intermediate), key: leaf.keyPem });
    open.push(site);
    const plain = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
    await new Promise((resolve) => plain.once('listening', resolve));
    open.push({ close: () => new Promise((resolve) => plain.close(() => resolve())) });
    const httpPort = (plain.address() as AddressInfo).port;
    const border: Border = await borderAt('127.0.0.2', '127.0.0.1', {
      domain,
      ports: [httpPort, site.port],
      ...options,
    });
    open.push(border);
    const pauses: number[] = [];
    const observed = await observeIcp({
      domain,
      address: border.address,
      httpPort,
      tlsPorts: [await freePort(), site.port],
      timeoutMs: 2000,
      clock: { sleep: async (milliseconds) => void pauses.push(milliseconds) },
    });
    const verdict = judgeIcp(observed, site.port);
    return { verdict, border, pauses, lines: [...linesOfIcp(observed), lineOfIcp(verdict)].map(({ en }) => en) };
  }

  test('nothing is blocked: each port five times, the tries one after another', async () => {
    const { verdict, border, pauses, lines } = await look({});
    expect(verdict.status).toBe('not-blocked');
    expect(border.counts).toEqual({ pages: 0, resets: 0, passed: 15 });
    expect(pauses.slice(0, 4)).toEqual([300, 600, 900, 1200]);
    expect(lines).toEqual([
      expect.stringMatching(/^HTTP, port \d+: 5 of 5 requests answered, block page: 0$/),
      expect.stringMatching(/^TLS, port \d+: closed$/),
      expect.stringMatching(/^TLS, port \d+: 5 of 5 connections with the domain accepted, .*: 0$/),
      expect.stringMatching(/^No block .* does not mean that api\.example\.com has a filing\.$/),
    ]);
  });

  test.each<[string, Partial<BorderOptions>, Partial<IcpVerdict>]>([
    ['the page', { pages: 'always' }, { status: 'blocked', by: 'page', seen: 5 }],
    ['the page once, under its own status', { pages: 5, status: 566 }, { status: 'blocked', by: 'page', seen: 1 }],
    ['resets by name', { resets: 'always' }, { status: 'blocked', by: 'resets', seen: 5 }],
    ['some resets', { resets: 2 }, { status: 'unknown', doubt: 'some' }],
    ['resets of all', { resets: 'always', anyName: true }, { status: 'unknown', doubt: 'all-alike' }],
    ['another name', { resets: 'always', pages: 'always', domain: 'example.com' }, { status: 'not-blocked' }],
  ])('%s', async (_, options, expected) => {
    expect((await look(options)).verdict).toMatchObject(expected);
  });
});
