import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:http';
import { Agent, createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Log } from '../../../src/messages/log.ts';
import type { Text } from '../../../src/messages/text.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { openTencent, type TencentOptions } from '../../../src/tencent/open.ts';
import type { OpenTencent } from '../../../src/tencent/tencent.ts';
import { openAuthority } from '../certificate/authority.ts';

/** A request as the server saw it. */
export interface Seen {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** How the server answers one request; `hang`: not at all, `reset`: it cuts the connection. */
export type Reply =
  | { readonly status?: number; readonly body: string; readonly type?: string }
  | 'hang'
  | 'reset'
  | (() => Reply);

/** A server on the loopback that speaks as the API does, at every name below example.com by TLS. */
export interface ApiServer {
  /** The answers to come, one a request; the last one stays. */
  replies: Reply[];
  readonly seen: Seen[];
  readonly port: number;
  readonly ca: string;
  /** Connections that lead here, whatever the host name. */
  agent(): Agent;
  close(): Promise<void>;
}

/** What succeeds. */
export function good(fields: object = {}): Reply {
  return { body: JSON.stringify({ Response: { ...fields, RequestId: 'req-good' } }) };
}

/** What Tencent refuses with: HTTP 200 all the same. */
export function bad(code: string, message = 'Words of Tencent.'): Reply {
  return { body: JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: 'req-bad' } }) };
}

export async function openApiServer(): Promise<ApiServer> {
  const authority = openAuthority();
  const root = authority.selfSigned({ name: 'Test Root' });
  const leaf = authority.issue(root, { name: 'api', dns: ['*.example.com'] });
  authority.remove();
  const seen: Seen[] = [];
  const server = createServer({ key: leaf.keyPem, cert: leaf.pem }, async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ headers: request.headers as Record<string, string>, body });
    let reply = (api.replies.length > 1 ? api.replies.shift() : api.replies[0]) ?? good();
    while (typeof reply === 'function') reply = reply();
    if (reply === 'hang') return;
    if (reply === 'reset') return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? 'application/json' }).end(reply.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const api: ApiServer = {
    replies: [],
    seen,
    port,
    ca: root.pem,
    agent: () =>
      new Agent({
        ca: root.pem,
        port,
        lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      }),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return api;
}

/** A proxy on the loopback that leads every tunnel to `port`, refuses it with a status line, or says nothing (''). */
export async function openProxy(port: number, refuse?: string) {
  const asked: { readonly target: string; readonly authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  let onAsked = (): void => {};
  const server = createPlainServer();
  server.on('connect', (request, client: Socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    onAsked();
    sockets.add(client);
    client.on('error', () => {});
    if (refuse === '') return;
    if (refuse !== undefined) return void client.end(`HTTP/1.1 ${refuse}\r\n\r\n`);
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    onAsked: (hear: () => void) => {
      onAsked = hear;
    },
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      for (const one of sockets) one.destroy();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What a test sees of an account that it opened. */
export interface Opened {
  readonly tencent: OpenTencent;
  /** Milliseconds that were waited between tries; no time passes. */
  readonly waits: number[];
  readonly told: Text[];
  readonly hidden: string[];
  readonly cancel: AbortController;
}

export const lastingKey = {
  kind: 'key',
  secretId: new Secret('AKIDexampleexample'),
  secretKey: new Secret('secretkeyexample0123'),
  token: undefined,
} as const;

/** What a test gives instead; `agent: undefined`: the product's own connections. */
type Given = Partial<Omit<TencentOptions, 'agent'>> & { readonly agent?: Agent | undefined };

/** An account behind `api`. */
export function open(api: ApiServer, options: Given = {}): Opened {
  const { agent, ...rest } = options;
  const [waits, told, hidden]: [number[], Text[], string[]] = [[], [], []];
  const cancel = new AbortController();
  const log = { info: (line: Text) => told.push(line) } as unknown as Log;
  const tencent = openTencent(
    {
      credentials: lastingKey,
      endpoint: 'example.com',
      language: 'en',
      session: 'owner/repo 17.1',
      env: {},
      log,
      now: () => Date.parse('2026-01-02T03:04:05Z'),
      sleep: async (milliseconds) => void waits.push(milliseconds),
      idToken: async () => {
        throw new Error('No ID token is needed here.');
      },
      hide: (secret) => hidden.push(secret.reveal()),
      ...rest,
      ...(agent === undefined ? ('agent' in options ? {} : { agent: api.agent() }) : { agent }),
    },
    cancel.signal,
  );
  return { tencent, waits, told, hidden, cancel };
}

/** What a promise is rejected with; fails where it is not. */
export async function thrown(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}
