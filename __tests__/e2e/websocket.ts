import { randomBytes } from 'node:crypto';
import { connect } from 'node:tls';
import { domain, type Scene } from './scene.ts';

/** A websocket connection through nginx (RFC 6455, as little of it as short texts need). */
export interface EchoSocket {
  /** Sends a text and awaits the same one back. Rejects when the connection ends first. */
  echo(words: string): Promise<void>;
  /** Resolves with the time at which the connection ended. */
  readonly closed: Promise<number>;
  end(): void;
}

function frame(words: string): Buffer {
  const mask = randomBytes(4);
  const payload = Buffer.from(words).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length]), mask, payload]);
}

/** Opens a websocket on a scene's server. Rejects where it is not upgraded. */
export async function openSocket(scene: Scene, path: string): Promise<EchoSocket> {
  const socket = connect({
    host: scene.server.address,
    port: 8014,
    servername: domain,
    ca: scene.world.authority.root,
  });
  let received = Buffer.alloc(0);
  let ended = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    wake();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((done) => {
    socket.on('close', () => {
      ended = true;
      wake();
      done(Date.now());
    });
  });
  /** Awaits that `take` finds what it looks for at the beginning of what came. */
  const awaitBytes = (what: string, take: () => boolean): Promise<void> =>
    new Promise((done, fail) => {
      const look = (): void => {
        const found = take();
        if (!found && !ended) return;
        waiting.delete(look);
        if (found) done();
        else fail(new Error(`the websocket ended before ${what}`));
      };
      waiting.add(look);
      look();
    });

  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${domain}:8014`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  await awaitBytes('an answer', () => {
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = received.subarray(0, end).toString();
    if (!head.startsWith('HTTP/1.1 101')) throw new Error(`no websocket: ${head}`);
    received = received.subarray(end + 4);
    return true;
  });
  return {
    closed,
    end: () => socket.destroy(),
    echo: async (words) => {
      socket.write(frame(words));
      const wanted = Buffer.concat([Buffer.from([0x81, Buffer.byteLength(words)]), Buffer.from(words)]);
      await awaitBytes(`the echo of ${words}`, () => {
        if (received.length < wanted.length) return false;
        const came = received.subarray(0, wanted.length);
        received = received.subarray(wanted.length);
        return came.equals(wanted);
      });
    },
  };
}
