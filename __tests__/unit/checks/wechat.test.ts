import { X509Certificate } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { connect } from 'node:net';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { diagnose } from '../../../src/checks/diagnose.ts';
import { type Outside, observeFromOutside } from '../../../src/checks/outside.ts';
import { checkWechat } from '../../../src/checks/wechat.ts';
import { certificateRules } from '../../../src/checks/wechat-certificate.ts';
import type { Text } from '../../../src/messages/text.ts';
import * as say from '../../../src/messages/wechat.ts';
import { bundle, type Issued, openAuthority, usualFamily } from '../certificate/authority.ts';
import { freePort, type Listening, serveHttps, serveTcp } from './servers.ts';

const domain = 'api.example.com';
const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
afterAll(() => authority.remove());

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}

const issue = (order: Partial<Parameters<typeof authority.issue>[1]>): Issued =>
  authority.issue(intermediate, { name: domain, dns: [domain], ...order });

/** A server with a certificate and the usual intermediate; a weak one needs OpenSSL's leave. */
const serving = (issued: Issued, more: ServerOptions = {}): ServerOptions => ({
  cert: bundle(issued, intermediate),
  key: issued.keyPem,
  ...more,
});
const weak = { ciphers: 'DEFAULT@SECLEVEL=0' };

async function look(port: number, on = domain): Promise<Outside> {
  return observeFromOutside({
    domain: on,
    httpsPort: port,
    publicAddress: '127.0.0.1',
    path: '/',
    expected: { status: [{ from: 200, to: 200 }] },
    timeoutMs: 2000,
    attempts: 1,
    tls12: true,
    clock: { now: () => 0, sleep: async () => {} },
    ca: [root.pem],
    resolve: async () => ['127.0.0.1'],
  });
}

const states = (outside: Outside, state: string): readonly string[] =>
  checkWechat(outside).flatMap((rule) => (rule.state === state ? rule.rule.en : []));
const codes = (outside: Outside): readonly string[] =>
  checkWechat(outside).flatMap(({ failure }) => failure?.code ?? []);

const rsa = issue({ key: 'RSA-2048' });
const ownRsa = 'TLS_AES_128_GCM_SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384';

test.each<[string, ServerOptions]>([
  ['P-256', serving(leaf)],
  ['RSA 2048', serving(rsa)],
  ['TLS 1.2 alone', serving(rsa, { maxVersion: 'TLSv1.2' })],
  [
    'a server that would rather have RSA suites',
    serving(rsa, { honorCipherOrder: true, ciphers: `${ownRsa}:ECDHE-RSA-AES128-GCM-SHA256` }),
  ],
  ['its root sent as well', { cert: bundle(leaf, intermediate, root), key: leaf.keyPem }],
])('every rule is kept: %s', async (_name, options) => {
  const server = await serveHttps(options);
  open.push(server);
  const outside = await look(server.port);
  expect(states(outside, 'broken')).toEqual([]);
  expect(states(outside, 'unseen')).toEqual([]);
  // Handshake, TLS 1.2 where it was not that already, request.
  expect(server.connections()).toBeLessThanOrEqual(3);
});

// What the diagnosis of the way of a request tells as well, it tells in the same words.
test.each<[string, ServerOptions, string, Text[] | undefined, readonly string[]]>([
  ['TLS 1.3 alone', serving(leaf, { minVersion: 'TLSv1.3' }), 'WECHAT_TLS12', [say.ruleSuites], []],
  ['RSA suites alone', serving(rsa, { ciphers: ownRsa }), 'WECHAT_SUITES', [], []],
  ['RSA suites alone, no TLS 1.3', serving(rsa, { ciphers: ownRsa, maxVersion: 'TLSv1.2' }), 'WECHAT_SUITES', [], []],
  ['no intermediate', { cert: leaf.pem, key: leaf.keyPem }, 'SERVED_CHAIN_INCOMPLETE', [], ['SERVED_CHAIN_INCOMPLETE']],
  ['out of order', { cert: bundle(leaf, root, intermediate), key: leaf.keyPem }, 'WECHAT_CHAIN_ORDER', [], []],
  ['SHA-1', serving(issue({ hash: 'sha1' }), weak), 'WECHAT_SIGNATURE', [say.ruleChain], ['WECHAT_SIGNATURE']],
  [
    'SHA-1 above it',
    {
      ...serving(leaf, weak),
      cert: bundle(leaf, authority.crossSign(root, intermediate, { name: 'Test Intermediate', hash: 'sha1' })),
    },
    'WECHAT_SIGNATURE',
    [say.ruleChain],
    ['WECHAT_SIGNATURE'],
  ],
  // OpenSSL of Node 20 takes such a key, that of Node 24 does not.
  ['RSA 1024', serving(issue({ key: 'RSA-1024' }), weak), 'WECHAT_KEY', undefined, []],
  ['P-384', serving(issue({ key: 'P-384' })), 'WECHAT_KEY', [], []],
  ['no purpose', serving(issue({ usage: '' })), 'WECHAT_USAGE', [], []],
  ['for clients', serving(issue({ usage: 'clientAuth' })), 'WECHAT_USAGE', [say.ruleChain], ['WECHAT_USAGE']],
  ['too long', serving(issue({ until: day(199) })), 'WECHAT_LIFETIME', [], []],
  [
    'other name',
    serving(issue({ dns: ['www.example.com'] })),
    'SERVED_CERTIFICATE_NAMES',
    [],
    ['SERVED_CERTIFICATE_NAMES'],
  ],
  [
    'expired',
    serving(issue({ from: day(-60), until: day(-1) })),
    'SERVED_CERTIFICATE_EXPIRED',
    [say.ruleChain],
    ['SERVED_CERTIFICATE_EXPIRED'],
  ],
])('broken: %s', async (_name, options, code, unseen, diagnosed) => {
  const server = await serveHttps(options);
  open.push(server);
  const outside = await look(server.port);
  expect(codes(outside)).toEqual([code]);
  if (unseen === undefined) return;
  expect(states(outside, 'unseen')).toEqual(unseen.map(({ en }) => en));
  const found = diagnose({ outside });
  expect(found.map((one) => one.code)).toEqual(diagnosed);
  const same = checkWechat(outside).flatMap(({ failure }) => failure?.message ?? []);
  for (const { message } of found) expect(same).toContain(message);
});

test.each(['203.0.113.7', 'localhost', 'api.weixin.qq.com', 'a.localhost', '1.2.3'])(
  'no server domain: %s',
  async (name) => {
    const outside = { ...(await look(await freePort())), domain: name };
    expect(codes(outside)).toEqual(['WECHAT_HOST']);
  },
);

test('what could not be seen is broken by nobody', async () => {
  const nothing = await look(await freePort());
  expect(codes(nothing)).toEqual([]);
  expect(states(nothing, 'unseen')).toHaveLength(10);

  // The first handshake passes; every later connection is cut.
  const behind = await serveHttps(serving(leaf));
  let connections = 0;
  const cut = await serveTcp((socket) => {
    connections += 1;
    if (connections > 1) return void socket.destroy();
    const onward = connect(behind.port, '127.0.0.1').on('error', () => {});
    socket.pipe(onward).pipe(socket);
  });
  open.push(behind, cut);
  const outside = await look(cut.port);
  expect(codes(outside)).toEqual([]);
  expect(states(outside, 'unseen')).toEqual([say.ruleForm.en, say.ruleTls.en, say.ruleSuites.en]);
});

test.each([
  ['20260401', '20261017', 'ok'],
  ['20260401', '20261018', 'broken'],
  ['20260301', '20270402', 'ok'],
  ['20260301', '20270403', 'broken'],
  ['20200101', '20230101', 'unseen'],
])('the lifetime from %s until %s: %s', (from, until, state) => {
  const certificates = [new X509Certificate(issue({ from, until }).pem)];
  expect(certificateRules({ domain, port: 8014, certificates }).at(-1)?.state).toBe(state);
});
