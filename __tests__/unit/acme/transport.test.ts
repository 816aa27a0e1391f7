import { openTransport, type TransportOptions } from '../../../src/acme/transport.ts';
import { proxyAgent } from '../../../src/tencent/proxy.ts';
import { type ApiServer, openApiServer, openProxy } from '../tencent/api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

function open(options: Partial<TransportOptions> = {}) {
  const waits: number[] = [];
  const transport = openTransport({
    agent: api.agent(),
    proxyFor: () => undefined,
    shown: (words) => words.replace('p@ss', '***'),
    cancelled: new AbortController().signal,
    now: () => 0,
    sleep: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  });
  return { transport, waits };
}
const asked = { url: 'https://acme.example.com/dir', method: 'GET' } as const;

test('what is refused is an answer, and no limit is waited for', async () => {
  api.replies = [{ status: 429, body: 'too many' }];
  const { transport, waits } = open();
  expect(await transport(asked)).toMatchObject({ status: 429, body: 'too many' });
  expect(waits).toEqual([]);
});

test('a server that fails and a connection that is cut are tried again', async () => {
  api.replies = [{ status: 503, body: '' }, 'reset', { status: 200, body: 'good' }];
  const { transport, waits } = open();
  expect(await transport(asked)).toMatchObject({ status: 200, body: 'good' });
  expect(waits).toEqual([2000, 5000]);
});

test('one that stays so is told with its port, the reason and the proxy, without secrets', async () => {
  api.replies = [{ status: 500, body: '' }];
  const { transport, waits } = open({ proxyFor: (host) => `http://proxy.for.${host}` });
  const failed = transport({ ...asked, url: 'https://acme.example.com:14000/dir' });
  await expect(failed).rejects.toMatchObject({ code: 'ACME_UNREACHABLE' });
  const { text } = await failed.catch((error) => error);
  expect(text.what.en).toContain(
    'acme.example.com:14000 does not answer through the proxy http://proxy.for.acme.example.com: HTTP 500',
  );
  expect(waits).toHaveLength(3);
  const hidden = await open({
    agent: Object.assign(api.agent(), {
      createConnection: () => {
        throw new Error('no tunnel for p@ss');
      },
    }),
  })
    .transport(asked)
    .catch((error) => error);
  expect(hidden.text.what.en).toContain('no tunnel for ***');
});

test('goes through the tunnel of https_proxy', async () => {
  api.replies = [{ status: 200, body: 'good' }];
  const proxy = await openProxy(api.port);
  const agent = proxyAgent({ https_proxy: `http://127.0.0.1:${proxy.port}` }, { ca: api.ca });
  expect(await open({ agent }).transport(asked)).toMatchObject({ status: 200, body: 'good' });
  expect(proxy.asked).toMatchObject([{ target: 'acme.example.com:443' }]);
  await proxy.close();
});

test('silence is given up, and a cancelled run does not wait for it', async () => {
  api.replies = ['hang'];
  const silent = open({ timeoutSeconds: 0.2 }).transport(asked);
  await expect(silent).rejects.toMatchObject({ text: { what: { en: expect.stringContaining('no answer in 0.2 s') } } });
  const cancel = new AbortController();
  const cancelled = open({ cancelled: cancel.signal }).transport(asked);
  setTimeout(() => cancel.abort(), 50);
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
});
