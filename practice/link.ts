import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { openLane, openQueue, type Queue } from './link-queue.ts';

/**
 * A slow, far link in this process: a TCP proxy that paces and delays. Up is towards the target.
 *
 * What it has of a real one: each direction has its rate, which all connections share in the order in which they send; half
 * of the round trip each way; a new connection takes a round trip before its first byte goes.
 * What it hides: slow start and congestion control (a connection has the whole rate from its first byte), loss, headers
 * and acknowledgements, and name resolution. A connection holds what one with a window of rate times round trip has in
 * flight; before it come the buffers of the kernel on loopback, which take up to some 4 MB that the sender counts as sent
 * and that count nothing here yet. A target that refuses shows as a connection that is accepted, then reset.
 */
export interface LinkOptions {
  readonly target: { readonly host: string; readonly port: number };
  readonly bytesPerSecond: number;
  readonly roundTripMs: number;
  /** Where it listens (default: 127.0.0.1). */
  readonly address?: string;
}

/** What went over a connection. */
export interface Traffic {
  /** Bytes that were sent into the link, also those that were lost in it. */
  readonly bytesUp: number;
  readonly bytesDown: number;
  /**
   * Changes of direction: how often bytes began to go up after all earlier ones had arrived and, after that, some had come
   * down; the first ones count as well. So each wait for an answer is one; what opens a window amid an upload, or amid a
   * download, is none. Opening a connection takes one more, which `connections` has.
   */
  readonly exchanges: number;
}

/** What went over all of them. */
export interface LinkTraffic extends Traffic {
  /** Connections that were opened. */
  readonly connections: number;
  /** Those, and the ones that were open already, in the order in which they were opened. */
  readonly each: readonly Traffic[];
}

/** A link that is open. */
export interface Link {
  readonly address: string;
  readonly port: number;
  /** What it came to since it was opened, or since {@link reset}. */
  traffic(): LinkTraffic;
  /** Counts from nothing; what is open stays open. */
  reset(): void;
  /** Resets every connection. Later ones are let through. */
  cut(): void;
  /** Does so once this many more bytes have reached the target. */
  cutAfter(bytesUp: number): void;
  /** Delivers nothing more in either direction, and leaves all connections open. */
  stall(): void;
  /** Resets every connection and lets no more in. */
  close(): Promise<void>;
}

interface Connection {
  readonly traffic: { -readonly [key in keyof Traffic]: Traffic[key] };
  /** Delivers nothing more. */
  stop(): void;
  cut(): void;
}

/** More than this on its way down is a download that goes on, not the end of an answer: a packet of SSH has 32 KiB. */
const downloadBytes = 32 * 1024;

/** Opens a link to a target. */
export async function openLink(options: LinkOptions): Promise<Link> {
  const { target, bytesPerSecond, roundTripMs, address = '127.0.0.1' } = options;
  const lanes = { up: openLane(bytesPerSecond, roundTripMs / 2), down: openLane(bytesPerSecond, roundTripMs / 2) };
  const window = Math.max(64 * 1024, (bytesPerSecond * roundTripMs) / 1000);
  const live = new Set<Connection>();
  let counted: Connection[] = [];
  let connections = 0;
  let bytesUntilCut = Number.POSITIVE_INFINITY;
  let stalled = false;

  const cut = (): void => {
    bytesUntilCut = Number.POSITIVE_INFINITY;
    for (const connection of live) connection.cut();
  };

  const accept = (client: Socket): void => {
    const traffic = { bytesUp: 0, bytesDown: 0, exchanges: 0 };
    const timers: NodeJS.Timeout[] = [];
    let server: Socket | undefined;
    let answered = true;
    const queues: { readonly up: Queue; readonly down: Queue } = {
      up: openQueue(lanes.up, window, (bytes) => {
        bytesUntilCut -= bytes;
        if (bytesUntilCut <= 0) cut();
      }),
      down: openQueue(lanes.down, window, () => {
        answered ||= queues.up.bytes === 0;
      }),
    };
    const connection: Connection = {
      traffic,
      stop: () => {
        for (const queue of [queues.up, queues.down]) queue.stop();
      },
      cut: () => {
        live.delete(connection);
        for (const timer of timers) clearTimeout(timer);
        connection.stop();
        for (const socket of [client, server]) {
          // A reset would wait until it is connected, which it may never be.
          if (socket?.connecting) socket.destroy();
          else socket?.resetAndDestroy();
        }
      },
    };
    live.add(connection);
    counted.push(connection);
    connections += 1;
    if (stalled) connection.stop();
    const guard = (socket: Socket, other: () => Socket | undefined): void => {
      socket.setNoDelay(true);
      socket.on('error', connection.cut).on('close', () => {
        if (other()?.destroyed !== false) live.delete(connection);
      });
    };
    guard(client, () => server);
    // The client's first bytes go once its handshake is over; the server learns of the connection half a trip later.
    const opened = setTimeout(() => {
      queues.up.read(client, (bytes) => {
        if (queues.up.bytes === 0 && answered && queues.down.bytes <= downloadBytes) traffic.exchanges += 1;
        answered = false;
        traffic.bytesUp += bytes;
      });
    }, roundTripMs);
    const arrived = setTimeout(() => {
      server = connect({ ...target, allowHalfOpen: true });
      guard(server, () => client);
      queues.up.deliverTo(server);
      queues.down.deliverTo(client);
      queues.down.read(server, (bytes) => {
        traffic.bytesDown += bytes;
      });
    }, roundTripMs * 1.5);
    timers.push(opened, arrived);
  };

  const listener = createServer({ allowHalfOpen: true, pauseOnConnect: true }, accept);
  await new Promise<void>((done, fail) => listener.on('error', fail).listen(0, address, done));
  const sum = (what: keyof Traffic): number => counted.reduce((all, { traffic }) => all + traffic[what], 0);
  return {
    address,
    port: (listener.address() as AddressInfo).port,
    traffic: () => ({
      bytesUp: sum('bytesUp'),
      bytesDown: sum('bytesDown'),
      exchanges: sum('exchanges'),
      connections,
      each: counted.map(({ traffic }) => ({ ...traffic })),
    }),
    reset: () => {
      counted = counted.filter((connection) => live.has(connection));
      for (const { traffic } of counted) Object.assign(traffic, { bytesUp: 0, bytesDown: 0, exchanges: 0 });
      connections = 0;
    },
    cut,
    cutAfter: (bytesUp) => {
      bytesUntilCut = bytesUp;
    },
    stall: () => {
      stalled = true;
      for (const connection of live) connection.stop();
    },
    close: () =>
      new Promise((done) => {
        listener.close(() => done());
        cut();
      }),
  };
}
