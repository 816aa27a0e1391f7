import { X509Certificate } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../../src/certificate/chain.ts';
import { diagnose, type Inside } from '../../../src/checks/diagnose.ts';
import { type PortFirewall, unaskedFirewall } from '../../../src/checks/host-firewall.ts';
import { type Outside, type OutsideTarget, observeFromOutside } from '../../../src/checks/outside.ts';
import { linesOf } from '../../../src/checks/report.ts';
import type { RuleAt } from '../../../src/filters/ruleset.ts';
import type { Verdict } from '../../../src/filters/verdict.ts';
import { bundle, openAuthority, usualFamily } from '../certificate/authority.ts';
import { asksFor, freePort, type Listening, serveHttps, serveTcp } from './servers.ts';

const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const expired = authority.issue(intermediate, {
  name: 'x',
  dns: ['api.example.com'],
  from: '20200101',
  until: '20200401',
});
const other = authority.issue(intermediate, { name: 'y', dns: ['www.example.com'] });
const selfSigned = authority.selfSigned({ name: 'api.example.com', dns: ['api.example.com'] });
afterAll(() => authority.remove());

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
async function up(server: Promise<Listening>): Promise<Listening> {
  const listening = await server;
  open.push(listening);
  return listening;
}

const pair = { cert: bundle(leaf, intermediate), key: leaf.keyPem };
const leafFingerprint = fingerprint(new X509Certificate(leaf.pem));

/** A clock that notes how long it was asked to sleep and does what `during` says instead. */
function clockWith(during: (pause: number) => Promise<unknown> = async () => {}) {
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => {
    pauses.push(milliseconds);
    await during(pauses.length);
  };
  return { pauses, clock: { now: () => pauses.reduce((sum, pause) => sum + pause, 0), sleep } };
}

function target(httpsPort: number, part: Partial<OutsideTarget> = {}): OutsideTarget {
  return {
    domain: 'api.example.com',
    httpsPort,
    publicAddress: '127.0.0.1',
    path: '/health',
    expected: { status: [{ from: 200, to: 200 }], fingerprint: leafFingerprint },
    timeoutMs: 400,
    attempts: 1,
    tls12: true,
    clock: clockWith().clock,
    ca: [root.pem],
    resolve: async () => ['127.0.0.1'],
    ...part,
  };
}

const inside: Inside = {
  application: 'healthy',
  nginxProven: true,
  listener: 'nginx',
  hostFirewall: unaskedFirewall,
};
const codes = (outside: Outside, seen?: Inside) =>
  diagnose(seen === undefined ? { outside } : { outside, inside: seen }).map(({ code }) => code);

describe('observeFromOutside', () => {
  test('all well', async () => {
    const { port } = await up(serveHttps(pair));
    const outside = await observeFromOutside(target(port));
    expect(outside).toMatchObject({
      name: { kind: 'points-here' },
      address: '127.0.0.1',
      tls: { kind: 'served', fingerprint256: leafFingerprint },
      tls12: { kind: 'ecdhe', cipher: expect.stringMatching(/^TLS_ECDHE_/) },
      https: { kind: 'answered', status: 200 },
      attempts: 1,
    });
    expect(codes(outside)).toEqual([]);
    expect(codes(outside, inside)).toEqual([]);
    expect(linesOf(outside).map(({ en }) => en)).toEqual([
      'api.example.com resolves to 127.0.0.1',
      expect.stringMatching(/^TLSv1\.3, TLS_\w+; certificate valid until .*chain complete \(certificates sent: 2\)$/),
      `GET https://api.example.com:${port}/health: 200`,
    ]);
  });

  test('nothing but a name is needed', async () => {
    const { port } = await up(serveHttps(pair));
    const { publicAddress: _, ...rest } = target(port, { expected: { status: [{ from: 100, to: 499 }] } });
    const outside = await observeFromOutside(rest);
    expect(outside).toMatchObject({ name: { kind: 'resolves' }, https: { kind: 'answered' } });
    expect(codes(outside)).toEqual([]);
  });

  test.each([
    ['elsewhere', async () => ['127.0.0.9'], 'DNS_ELSEWHERE'],
    ['several', async () => ['127.0.0.9', '127.0.0.1'], 'DNS_SEVERAL'],
    ['missing', () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })), 'DNS_NOT_FOUND'],
    ['unknown', () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' })), 'DNS_UNKNOWN'],
  ])('name %s: the look goes to the server all the same', async (kind, resolve, code) => {
    const { port } = await up(serveHttps(pair));
    const outside = await observeFromOutside(target(port, { resolve }));
    expect(outside).toMatchObject({ name: { kind }, https: { kind: 'answered', status: 200 } });
    expect(codes(outside)).toEqual([code]);
  });

  test('neither name nor address: DNS alone is told', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const { publicAddress: _, ...rest } = target(1, { resolve });
    const outside = await observeFromOutside(rest);
    expect(outside).not.toHaveProperty('address');
    expect(codes(outside)).toEqual(['DNS_NOT_FOUND']);
  });

  test('tries again where nothing answers yet, and stops when something does', async () => {
    const port = await freePort();
    const forward = (socket: Socket, to: number) => {
      const further = connect(to, '127.0.0.1');
      socket.on('close', () => further.destroy());
      socket.pipe(further).pipe(socket);
    };
    const behind = await up(serveHttps(pair));
    const { pauses, clock } = clockWith(async (pause) => {
      if (pause === 2) await up(serveTcp((socket) => forward(socket, behind.port), port));
    });
    const outside = await observeFromOutside(target(port, { attempts: 5, clock }));
    expect(outside).toMatchObject({ attempts: 3, tookMs: 4000, https: { kind: 'answered' } });
    expect(pauses).toEqual([2000, 2000]);
  });

  test('tries are bounded', async () => {
    const { pauses, clock } = clockWith();
    const outside = await observeFromOutside(target(await freePort(), { attempts: 3, clock }));
    expect({ attempts: outside.attempts, pauses: pauses.length }).toEqual({ attempts: 3, pauses: 2 });
  });

  test('a wrong answer is not asked again', async () => {
    const server = await up(serveHttps(pair, (_, response) => response.writeHead(503).end()));
    const outside = await observeFromOutside(target(server.port, { attempts: 5 }));
    expect(outside.attempts).toBe(1);
    expect(server.connections()).toBe(3); // TLS, TLS 1.2, request
  });
});

describe('diagnose, by what real servers show', () => {
  type Answer = () => Promise<Listening>;
  const raw = (answer: (socket: Socket) => void) => () => serveTcp(answer);
  const https =
    (cert: string, keyPem: string, status = 200) =>
    () =>
      serveHttps({ cert, key: keyPem }, (_, response) => response.writeHead(status).end('body'));
  const cutByName = (socket: Socket) =>
    socket.once('data', (hello) => (asksFor(hello, 'api.example.com') ? socket.resetAndDestroy() : socket.end(alert)));
  // A fatal alert, handshake_failure (RFC 8446, 6.2): what a server says that serves nobody without a name.
  const alert = Buffer.from([21, 3, 3, 0, 2, 2, 40]);
  const asked = (part: Partial<PortFirewall>): Inside => ({ ...inside, hostFirewall: { ...unaskedFirewall, ...part } });
  // What only ufw says: no program lists its rules.
  const closed = asked({ program: 'ufw', open: false, absent: ['nft'] });
  const opened = asked({ program: 'firewalld' });
  const at = (words: string, part: Partial<RuleAt> = {}): RuleAt => ({
    ...{ tool: 'iptables', family: 'ip', table: 'filter', chain: 'INPUT', hook: 'input', number: 1, content: false },
    words,
    ...part,
  });
  const rule = at('-p tcp --dport 8014 -j DROP');
  const ruled = (connect: Verdict, later: Verdict = { kind: 'open' }, part: Partial<PortFirewall> = {}): Inside =>
    asked({ verdict: { connect, later }, ...part });
  const limited: Verdict = { kind: 'unclear', by: [at('-m limit --limit 1/min -j ACCEPT')] };
  const byContent: Verdict = { kind: 'unclear', by: [at('-m string --string … -j REJECT', { content: true })] };
  const nobody: Answer | undefined = undefined;
  const cloudOpen = { kind: 'open', instance: 'ins-abcd1234' } as const;
  const cloudClosed = { ...cloudOpen, kind: 'closed', product: 'cvm', list: 'sg-one', rule: undefined } as const;
  const anyCertificate = { status: [{ from: 200, to: 200 }] };

  test.each<[string, Answer | undefined, Inside | undefined, string, Partial<OutsideTarget>?]>([
    ['nothing answers, server unknown', nobody, undefined, 'OUTSIDE_UNREACHABLE'],
    ['nothing answers, no firewall', nobody, inside, 'CLOUD_FIREWALL_OR_ROUTE'],
    ['nothing answers, firewall open', nobody, opened, 'CLOUD_FIREWALL_OR_ROUTE'],
    ['nothing answers, the cloud lets it in', nobody, { ...inside, cloud: cloudOpen }, 'ROUTE_BLOCKED'],
    ['nothing answers, the cloud does not', nobody, { ...inside, cloud: cloudClosed }, 'CLOUD_FIREWALL_CLOSED'],
    ['nothing answers, neither firewall lets it in', nobody, { ...closed, cloud: cloudClosed }, 'HOST_FIREWALL_CLOSED'],
    ['nothing answers, firewall closed', nobody, closed, 'HOST_FIREWALL_CLOSED'],
    [
      'nothing answers, ufw says so and its rules let it in',
      nobody,
      asked({ program: 'ufw', open: false }),
      'CLOUD_FIREWALL_OR_ROUTE',
    ],
    ['nothing answers, a rule closes', nobody, ruled({ kind: 'closed', by: rule }), 'HOST_FIREWALL_CLOSED'],
    [
      'nothing answers, ufw is open and a rule before it closes',
      nobody,
      ruled({ kind: 'closed', by: rule }, { kind: 'open' }, { program: 'ufw' }),
      'HOST_FIREWALL_CLOSED',
    ],
    [
      'a rule bans the runner',
      nobody,
      ruled({ kind: 'sources', by: rule, most: false, client: '198.18.0.1' }),
      'HOST_FIREWALL_SOURCES',
    ],
    [
      'a rule lets the runner in',
      nobody,
      ruled({ kind: 'sources', by: rule, most: true, admitted: '198.18.0.1' }),
      'CLOUD_FIREWALL_OR_ROUTE',
    ],
    [
      'a rule for some, the runner unknown',
      nobody,
      ruled({ kind: 'sources', by: rule, most: false }),
      'HOST_FIREWALL_SOURCES',
    ],
    ['a rule redirects', nobody, ruled({ kind: 'redirected', by: rule }), 'HOST_FIREWALL_REDIRECTS'],
    [
      'a rule redirects, and something answers',
      https(selfSigned.pem, selfSigned.keyPem),
      ruled({ kind: 'redirected', by: rule }),
      'HOST_FIREWALL_REDIRECTS',
    ],
    ['a rule limits', nobody, ruled(limited), 'HOST_FIREWALL_UNCLEAR'],
    ['rules that could not be read', nobody, asked({ unread: ['nft'] }), 'HOST_FIREWALL_UNCLEAR'],
    ['silence after the connection', raw(() => {}), closed, 'CLOUD_FIREWALL_OR_ROUTE'],
    [
      'silence after the connection, a rule drops what follows',
      raw(() => {}),
      ruled({ kind: 'open' }, { kind: 'closed', by: rule }),
      'HOST_FIREWALL_CLOSED',
    ],
    [
      'silence after the connection, a rule is for its beginning',
      raw(() => {}),
      ruled({ kind: 'closed', by: rule }),
      'CLOUD_FIREWALL_OR_ROUTE',
    ],
    [
      'reset by name, a rule looks at contents',
      raw(cutByName),
      ruled({ kind: 'open' }, byContent),
      'HOST_FIREWALL_UNCLEAR',
    ],
    ['reset by name, a rule limits', raw(cutByName), ruled(limited, limited), 'REQUEST_RESET_BY_NAME'],
    [
      'reset, name or not',
      raw((socket) => void socket.once('data', () => socket.resetAndDestroy())),
      inside,
      'CLOUD_FIREWALL_OR_ROUTE',
    ],
    ['reset by name', raw(cutByName), inside, 'REQUEST_RESET_BY_NAME'],
    ['reset by name, server unknown', raw(cutByName), undefined, 'REQUEST_RESET_BY_NAME'],
    ['plain http', raw((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')), inside, 'OUTSIDE_PLAIN_HTTP'],
    ['alert', raw((socket) => void socket.once('data', () => socket.end(alert))), inside, 'TLS_HANDSHAKE_FAILED'],
    ['old certificate', https(bundle(expired, intermediate), expired.keyPem), inside, 'SERVED_CERTIFICATE_WRONG'],
    [
      'expired',
      https(bundle(expired, intermediate), expired.keyPem),
      inside,
      'SERVED_CERTIFICATE_EXPIRED',
      { expected: anyCertificate },
    ],
    [
      'another name',
      https(bundle(other, intermediate), other.keyPem),
      inside,
      'SERVED_CERTIFICATE_NAMES',
      { expected: anyCertificate },
    ],
    [
      'self-signed',
      https(selfSigned.pem, selfSigned.keyPem),
      inside,
      'SERVED_CERTIFICATE_UNTRUSTED',
      { expected: anyCertificate },
    ],
    ['no intermediate', https(leaf.pem, leaf.keyPem), inside, 'SERVED_CHAIN_INCOMPLETE'],
    ['status', https(pair.cert, pair.key, 502), inside, 'APPLICATION_STATUS'],
    ['no response', () => serveHttps(pair, () => {}), inside, 'HTTPS_NO_ANSWER'],
    ['nginx not proven', nobody, { ...inside, nginxProven: false, listener: 'java (pid 812)' }, 'NGINX_NOT_SERVING'],
    [
      'application down before all else',
      nobody,
      { ...closed, nginxProven: false, application: exited() },
      'APPLICATION_EXITED',
    ],
  ])('%s', async (...[, answer, seen, code, part]) => {
    const port = answer === undefined ? await freePort() : (await up(answer())).port;
    const outside = await observeFromOutside(target(port, part));
    expect(codes(outside, seen)).toEqual([code]);
    for (const { text } of diagnose(seen === undefined ? { outside } : { outside, inside: seen })) {
      for (const words of Object.values(text).flatMap((one) => [one.en, one.zh]))
        expect(words).not.toMatch(/undefined|\[object|^$/);
    }
  });

  function exited() {
    return {
      name: 'mccm-server',
      status: 'exited',
      exitCode: 1,
      oomKilled: false,
      restarts: 3,
      port: 8004,
      listening: [],
      logLines: ['boom'],
    };
  }

  test('a closed firewall and a name that leads elsewhere are two things', async () => {
    const outside = await observeFromOutside(target(await freePort(), { resolve: async () => ['127.0.0.9'] }));
    expect(codes(outside, closed)).toEqual(['HOST_FIREWALL_CLOSED', 'DNS_ELSEWHERE']);
  });

  test('texts hold what is needed for the cure', async () => {
    const port = await freePort();
    const outside = await observeFromOutside(target(port));
    const cure = (seen: Inside) => diagnose({ outside, inside: seen })[0]?.text.cure.en;
    const dropped = (part: Partial<RuleAt>, program: PortFirewall['program'] = 'none', zone = 'public'): Inside =>
      ruled({ kind: 'closed', by: { ...rule, ...part } }, { kind: 'open' }, { program, zone });
    const native = { tool: 'nft', family: 'inet', table: 'filter', chain: 'a b', number: 7 };
    for (const [seen, command] of [
      [closed, `ufw allow ${port}/tcp`],
      [
        asked({ program: 'firewalld', open: false, absent: ['nft'] }),
        `firewall-cmd --permanent --add-port=${port}/tcp && firewall-cmd --reload`,
      ],
      [dropped({}), `iptables -t filter -I INPUT -p tcp --dport ${port} -j ACCEPT`],
      [dropped({}, 'ufw'), `iptables -t filter -I INPUT -p tcp --dport ${port} -j ACCEPT`],
      [dropped({ chain: 'OUTPUT', hook: 'output' }), `iptables -t filter -I OUTPUT -p tcp --sport ${port} -j ACCEPT`],
      [dropped(native), `nft insert rule inet filter 'a b' tcp dport ${port} accept`],
      [dropped({ chain: 'ufw-user-input' }, 'ufw'), `ufw insert 1 allow ${port}/tcp`],
      [dropped({ chain: 'ufw-reject-input' }, 'ufw'), `ufw allow ${port}/tcp`],
      [
        dropped({ ...native, table: 'firewalld', chain: 'filter_INPUT' }, 'firewalld'),
        `--zone=public --add-port=${port}/tcp`,
      ],
      [dropped({ ...native, table: 'firewalld', chain: 'filter_IN_public_deny' }, 'firewalld'), '--add-rich-rule='],
    ] as const) {
      expect(cure(seen)).toContain(command);
    }
    expect(cure(inside)).toContain(`TCP:${port}`);
  });

  test('the missing certificate is named, the body of a wrong status shown', async () => {
    const alone = await up(https(leaf.pem, leaf.keyPem)());
    const [incomplete] = diagnose({ outside: await observeFromOutside(target(alone.port)) });
    expect(incomplete?.text.what.en).toContain('certificates sent: 1; missing: "Test Intermediate"');
    const unwell = await up(https(pair.cert, pair.key, 503)());
    const [status] = diagnose({ outside: await observeFromOutside(target(unwell.port)) });
    expect(status?.evidence).toBe('body');
  });
});
