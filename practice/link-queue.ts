import type { Socket } from 'node:net';

/** One direction of a link, which all connections share. */
export interface Lane {
  /** When bytes that are sent now have arrived, in the time of `performance.now()`. */
  arrival(bytes: number): number;
}

/** What of one connection is on its way in one direction. */
export interface Queue {
  /** Bytes that were read and have not been delivered. */
  readonly bytes: number;
  /** Takes in what a socket gives, no more than the window holds; `onBytes` hears of each piece before it is taken. */
  read(source: Socket, onBytes: (bytes: number) => void): void;
  /** Delivers to a socket from now on, each piece when it has arrived. */
  deliverTo(target: Socket): void;
  /** Delivers nothing more. */
  stop(): void;
}

/** A lane of a rate, and of a time that every byte travels. */
export function openLane(bytesPerSecond: number, delayMs: number): Lane {
  let freeAt = 0;
  return {
    arrival: (bytes) => {
      freeAt = Math.max(freeAt, performance.now()) + (bytes / bytesPerSecond) * 1000;
      return freeAt + delayMs;
    },
  };
}

/** A queue on a lane; `onDelivered` hears how many bytes were delivered, each time. */
export function openQueue(lane: Lane, window: number, onDelivered: (bytes: number) => void): Queue {
  // A piece of no bytes is the end.
  const pieces: { readonly piece: Buffer; readonly at: number }[] = [];
  let bytes = 0;
  let source: Socket | undefined;
  let target: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const take = (piece: Buffer): void => {
    pieces.push({ piece, at: lane.arrival(piece.length) });
    bytes += piece.length;
    if (bytes >= window) source?.pause();
    go();
  };
  const go = (): void => {
    const [next] = pieces;
    if (stopped || timer !== undefined || next === undefined || target === undefined || target.writableNeedDrain)
      return;
    timer = setTimeout(deliver, Math.max(0, Math.ceil(next.at - performance.now())), target);
  };
  const deliver = (to: Socket): void => {
    timer = undefined;
    while (!stopped && !to.writableNeedDrain) {
      const [next] = pieces;
      if (next === undefined || next.at > performance.now()) break;
      pieces.shift();
      if (next.piece.length === 0) {
        to.end();
        continue;
      }
      to.write(next.piece);
      bytes -= next.piece.length;
      if (bytes < window) source?.resume();
      onDelivered(next.piece.length);
    }
    go();
  };

  return {
    get bytes() {
      return bytes;
    },
    read: (from, onBytes) => {
      source = from;
      from.on('data', (piece: Buffer) => {
        onBytes(piece.length);
        take(piece);
      });
      from.on('end', () => take(Buffer.alloc(0)));
      from.resume();
    },
    deliverTo: (to) => {
      target = to;
      to.on('drain', go);
      go();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
