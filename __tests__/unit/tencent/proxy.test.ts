import type { ApiFailure } from '../../../src/tencent/api-failure.ts';
import { proxyAgent, proxyFor, proxySecrets } from '../../../src/tencent/proxy.ts';
import { type ApiServer, good, open, openApiServer, openProxy, thrown } from './api-server.ts';

let api: ApiServer;
let proxy: Awaited<ReturnType<typeof openProxy>>;
beforeAll(async () => {
  api = await openApiServer();
  proxy = await openProxy(api.port);
  api.replies = [good()];
});
afterAll(async () => {
  await proxy.close();
  await api.close();
});
beforeEach(() => {
  proxy.asked.length = 0;
  api.seen.length = 0;
});

const read = ['dnspod:DescribeDomain', { Domain: 'example.com' }] as const;

/** An account with the product's own connections, which lead to the server where they do not lead to a proxy. */
function behind(env: Record<string, string>) {
  const { port, ca } = api;
  const direct = { port, lookup: api.agent().options.lookup };
  return open(api, {
    env,
    agent: proxyAgent(env, { ca, ...('https_proxy' in env && !('no_proxy' in env) ? {} : direct) }),
  });
}

describe('connections', () => {
  test('go through the tunnel of https_proxy, with its user and password', async () => {
    await behind({ https_proxy: `http://user:p%40ss@127.0.0.1:${proxy.port}` }).tencent.call(...read);
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.asked).toEqual([{ target: 'dnspod.example.com:443', authorization }]);
    expect(api.seen).toHaveLength(1);
  });

  test('go past it to a host in no_proxy', async () => {
    await behind({ https_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: 'localhost,.example.com' }).tencent.call(
      ...read,
    );
    expect(proxy.asked).toEqual([]);
    expect(api.seen).toHaveLength(1);
  });

  test('do not heed http_proxy, neither as given nor in the environment of the process', async () => {
    const before = process.env.http_proxy;
    process.env.http_proxy = `http://127.0.0.1:${proxy.port}`;
    try {
      await behind({ http_proxy: `http://127.0.0.1:${proxy.port}` }).tencent.call(...read);
    } finally {
      if (before === undefined) delete process.env.http_proxy;
      else process.env.http_proxy = before;
    }
    expect(proxy.asked).toEqual([]);
    expect(api.seen).toHaveLength(1);
  });

  test('that a proxy refuses name the proxy, without user and password', async () => {
    const refusing = await openProxy(api.port, '407 Proxy Authentication Required for user:p%40ss@ and p@ss');
    const { tencent } = behind({ https_proxy: `http://user:p%40ss@127.0.0.1:${refusing.port}` });
    const failure = (await thrown(tencent.call(...read))) as ApiFailure;
    await refusing.close();
    expect(failure).toMatchObject({ code: 'TENCENT_UNREACHABLE', mayHaveTakenEffect: false });
    expect(failure.text.what.en).toContain(`through the proxy http://127.0.0.1:${refusing.port}`);
    expect(failure.text.what.en).toContain('407');
    expect(failure.text.cure.en).toContain('no_proxy: dnspod.example.com');
    expect(JSON.stringify(failure.text)).not.toMatch(/user:|p@ss|p%40ss/);
  });
});

describe('a proxy that says nothing', () => {
  const write = ['dnspod:DeleteRecord', { Domain: 'example.com', RecordId: 1 }] as const;

  test('is given up like a connection that fails: nothing was sent', async () => {
    const silent = await openProxy(api.port, '');
    const { tencent } = open(api, {
      env: { https_proxy: `http://127.0.0.1:${silent.port}` },
      agent: undefined,
      timeoutSeconds: 1,
    });
    const failure = (await thrown(tencent.call(...write))) as ApiFailure;
    await silent.close();
    expect(failure).toMatchObject({ code: 'TENCENT_UNREACHABLE', mayHaveTakenEffect: false });
    expect(failure.text.what.en).toMatch(/through the proxy .*tunnel timed out/);
    expect(silent.asked).toHaveLength(4);
  });

  test('does not hold a cancelled run', async () => {
    const silent = await openProxy(api.port, '');
    const { tencent, cancel } = open(api, {
      env: { https_proxy: `http://127.0.0.1:${silent.port}` },
      agent: undefined,
    });
    silent.onAsked(() => cancel.abort());
    expect(await thrown(tencent.call(...write))).toMatchObject({ code: 'CANCELLED' });
    await silent.close();
  });
});

describe('the proxy that is told of', () => {
  const given = { https_proxy: 'http://user:password@proxy.example.net:3128/' };
  test.each<[string, Record<string, string>, string | undefined]>([
    ['none', {}, undefined],
    ['without its user', given, 'http://proxy.example.net:3128'],
    ['by the upper-case name', { HTTPS_PROXY: 'https://proxy.example.net' }, 'https://proxy.example.net'],
    ['of a kind that Node does not read', { https_proxy: 'socks5://proxy.example.net' }, undefined],
    ['that is no URL', { https_proxy: 'http://' }, undefined],
    ['http_proxy is for http', { http_proxy: 'http://proxy.example.net' }, undefined],
    ['no_proxy: all', { ...given, no_proxy: '*' }, undefined],
    ['no_proxy: the host', { ...given, no_proxy: 'other.com, DNSPOD.example.com' }, undefined],
    ['no_proxy: the host with its port', { ...given, NO_PROXY: 'dnspod.example.com:443' }, undefined],
    ['no_proxy: a suffix', { ...given, no_proxy: '.example.com' }, undefined],
    ['no_proxy: a suffix with a star', { ...given, no_proxy: '*.example.com' }, undefined],
    [
      'no_proxy: a parent without a dot is that host alone',
      { ...given, no_proxy: 'example.com' },
      'http://proxy.example.net:3128',
    ],
  ])('%s', (_, env, expected) => {
    expect(proxyFor('dnspod.example.com', env)).toBe(expected);
  });

  test('its password is a secret, as it is written and as it is meant', () => {
    const secrets = proxySecrets({ https_proxy: 'http://user:p%40ss@proxy.example.net' });
    expect(secrets).toEqual(['user:p%40ss@', 'p%40ss', 'p@ss']);
    expect(proxySecrets({ https_proxy: 'http://proxy.example.net' })).toEqual([]);
  });
});
