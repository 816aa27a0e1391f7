import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { idToken } from '../../../src/action/id-token.ts';

const names = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const;
const before = names.map((name) => process.env[name]);
let server: Server;
let status = 200;
const asked: { url: string | undefined; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    response.writeHead(status, { connection: 'close' }).end(status === 200 ? '{"value":"the-id-token"}' : '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
beforeEach(() => {
  process.env[names[0]] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api=1`;
  process.env[names[1]] = 'request-token';
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  names.forEach((name, i) => {
    if (before[i] === undefined) delete process.env[name];
    else process.env[name] = before[i];
  });
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

describe('the ID token', () => {
  test('is asked for with its audience', async () => {
    expect((await idToken('sts.tencentcloudapi.com')).reveal()).toBe('the-id-token');
    expect(asked.at(-1)).toEqual({
      url: '/token?api=1&audience=sts.tencentcloudapi.com',
      authorization: 'Bearer request-token',
    });
  });

  test.each(names)('is refused by a job without permission (no %s)', async (name) => {
    delete process.env[name];
    await expect(idToken('a')).rejects.toMatchObject({ code: 'OIDC_PERMISSION_MISSING' });
  });

  test('tells that its service fails, which is no missing permission, without the address and token of the service', async () => {
    status = 404;
    const failed = await idToken('a').catch((error: unknown) => error);
    status = 200;
    expect(failed).toMatchObject({ code: 'OIDC_TOKEN_UNAVAILABLE' });
    expect(JSON.stringify(failed)).not.toMatch(/request-token|api=1/);
  });
});
