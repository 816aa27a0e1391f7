import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a port of this machine that delays what goes over it, and can be cut. */
export interface SlowLink {
  readonly port: number;
  /** Connections made over it so far. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly open: number;
  /** How often the runner spoke after the other side had: answers that were waited for. */
  readonly turns: number;
  /** Bytes towards the server so far. */
  readonly up: number;
  /** Cuts every connection, as a network does. */
  drop(): void;
  stop(): Promise<void>;
}

/** A line to `port` on which each direction takes `milliseconds`; it has no limit of speed, so that windows show. */
export async function openSlowLink(port: number, milliseconds: number): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let turns = 0;
  let up = 0;
  let lastSpoke: 'runner' | 'server' | undefined;
  // What is on its way when the line goes down keeps nothing alive.
  const later = (work: () => void): void => void setTimeout(work, milliseconds).unref();
  const pass = (from: Socket, to: Socket, who: 'runner' | 'server'): void => {
    from.on('data', (chunk: Buffer) => {
      if (who === 'runner') {
        up += chunk.length;
        if (lastSpoke === 'server') turns += 1;
      }
      lastSpoke = who;
      later(() => to.destroyed || to.write(chunk));
    });
    from.on('end', () => later(() => to.destroyed || to.end()));
    from.on('close', () => later(() => to.destroy()));
    from.on('error', () => {});
  };
  const server = createServer({ noDelay: true }, (runner) => {
    connections += 1;
    const other = connect({ port, host: '127.0.0.1', noDelay: true });
    sockets.add(runner).add(other);
    pass(runner, other, 'runner');
    pass(other, runner, 'server');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    get open() {
      return [...sockets].filter((socket) => !socket.destroyed).length;
    },
    get turns() {
      return turns;
    },
    get up() {
      return up;
    },
    drop,
    stop: () => {
      drop();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
