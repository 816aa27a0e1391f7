import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy as companies have one, in practice's network. */
export interface ConnectProxy {
  /** `198.18.0.1:40123`. */
  readonly place: string;
  /** Whereto tunnels were asked for, `dnspod.tencentcloudapi.com:443`, in order; plain requests by their method and URL. */
  readonly asked: string[];
  /** User and password of each tunnel, `user:password`; undefined: none were given. */
  readonly users: (string | undefined)[];
  close(): Promise<void>;
}

/** Starts a proxy at `address` that leads to the addresses which a run knows its host names by. */
export async function openConnectProxy(
  address: string,
  hosts: Readonly<Record<string, string>>,
): Promise<ConnectProxy> {
  const asked: string[] = [];
  const users: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    asked.push(url);
    const [, given] = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '') ?? [];
    users.push(given === undefined ? undefined : Buffer.from(given, 'base64').toString());
    client.on('error', () => {});
    const [host = '', port = ''] = url.split(':');
    const target = hosts[host];
    if (target === undefined) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(Number(port), target, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, address, done));
  return {
    place: `${address}:${(server.address() as AddressInfo).port}`,
    asked,
    users,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
