import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';

/** A server on 127.0.0.1 that counts the connections it got. */
export interface Listening {
  readonly port: number;
  connections(): number;
  close(): Promise<void>;
}

/** Serves https; without `answer` every request gets 200 and `ok`. */
export function serveHttps(options: ServerOptions, answer?: RequestListener): Promise<Listening> {
  const server = createHttpsServer(options, answer ?? ((_request, response) => void response.end('ok')));
  // A client that breaks off, or an alert, is the point of some tests.
  server.on('tlsClientError', () => {});
  return listen(server);
}

/** Hands over each raw connection. */
export function serveTcp(answer: (socket: Socket) => void, port = 0): Promise<Listening> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    answer(socket);
  });
  return listen(server, port);
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = await serveTcp(() => {});
  await server.close();
  return server.port;
}

/** The server name in a ClientHello, if it holds one: enough of RFC 8446 and RFC 6066 to look for the words. */
export function asksFor(hello: Buffer, name: string): boolean {
  return hello.includes(Buffer.from(name));
}

async function listen(server: Server, port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket) => {
    count += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
