import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A proxy of a company's network: whoever is told of it reaches the API through it. */
export interface ProxyServer {
  /** `http://198.18.0.1:40123`, for `https_proxy`. */
  readonly url: string;
  /** The hosts that it was asked for, in order, `dnspod.tencentcloudapi.com:443`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy at an address that tunnels to these hosts; others are refused with 403. */
export function startProxy(address: string, hosts: Readonly<Record<string, string | undefined>>): Promise<ProxyServer> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const server = createServer((_, answer) => answer.writeHead(405).end());
  server.on('connection', keep);
  server.on('connect', ({ url = '' }, client: Socket, head) => {
    asked.push(url);
    const [name = '', port = '443'] = url.split(':');
    const host = hosts[name];
    if (host === undefined) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const behind = keep(connect({ host, port: Number(port) }));
    behind.on('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      behind.write(head);
      behind.pipe(client).pipe(behind);
    });
    behind.on('close', () => client.destroy());
    client.on('close', () => behind.destroy());
    return client;
  });
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      for (const socket of open) socket.destroy();
    });
  return new Promise((done, fail) => {
    server.on('error', fail).listen(0, address, () => {
      const at = server.address();
      const port = typeof at === 'object' && at !== null ? at.port : 0;
      done({ url: `http://${address}:${port}`, asked, close });
    });
  });
}
