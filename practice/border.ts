/**
 * A device at the border of a cloud's network: it stands in front of a server at an address of its own, looks at the first
 * bytes of each connection, and blocks a domain that has no ICP filing (备案): requests in plain http get the block page,
 * handshakes with the name a reset. Everything else passes.
 *
 *   const border = await openBorder(server.address, { domain, ports: [80, 8014], pages: 'always' });
 *   await runAction({ inputs: { ..., 'public-ip': border.address }, hosts: { [domain]: border.address } });
 *   await border.close();
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { attempt, run } from './command.ts';
import { type FirstBytes, readFirstBytes } from './first-bytes.ts';
import { addressAt, addressRanges, device } from './network.ts';
import { exclusively } from './processes.ts';
import { until } from './waiting.ts';

/** How often something is done: to each, to none, or to every n-th, counted on each port. */
export type Often = 'always' | 'never' | number;

/** What a border blocks. */
export interface BorderOptions {
  /** The name that it looks for. */
  readonly domain: string;
  /** Where it forwards connections; on others nobody listens, as behind a server that has nothing there. */
  readonly ports: readonly number[];
  /** Requests in plain http with the name that get the block page (default `never`). */
  readonly pages?: Often;
  /** The status of the block page (default 302; 566 is seen, too). */
  readonly status?: number;
  /** Handshakes with the name that are reset (default `never`). */
  readonly resets?: Often;
  /** The ports where it resets (default: all). */
  readonly resetsAt?: readonly number[];
  /** Handshakes without the name are reset as often (default false). */
  readonly anyName?: boolean;
}

/** A border that is up. */
export interface Border {
  readonly address: string;
  /** What it did so far. */
  readonly counts: { readonly pages: number; readonly resets: number; readonly passed: number };
  /** Ends it, its connections, and takes its address away. */
  close(): Promise<void>;
}

const { first, end } = addressRanges.borders;
const addresses = Array.from({ length: end - first }, (_, index) => addressAt(first + index));

/** Opens a border in front of a server, at a free address of practice's network; waits for one. */
export function openBorder(server: string, options: BorderOptions): Promise<Border> {
  return until('an address for a border', 900, () => exclusively('border', () => openAtFree(server, options)));
}

async function openAtFree(server: string, options: BorderOptions): Promise<Border | undefined> {
  for (const address of addresses) {
    await run(['ip', 'address', 'replace', `${address}/32`, 'dev', device]);
    // Whoever has the address listens there.
    const border = await borderAt(address, server, options).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      return undefined;
    });
    if (border === undefined) continue;
    const close = (): Promise<void> =>
      exclusively('border', async () => {
        await border.close();
        await attempt(['ip', 'address', 'delete', `${address}/32`, 'dev', device]);
      });
    return { ...border, close };
  }
  return undefined;
}

/** A border at an address of this machine. Throws the system's error where one of its ports is taken. */
export async function borderAt(address: string, server: string, options: BorderOptions): Promise<Border> {
  const counts = { pages: 0, resets: 0, passed: 0 };
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const listeners: Server[] = [];
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    await Promise.all(listeners.map((one) => new Promise<void>((done) => one.close(() => done()))));
  };
  try {
    for (const port of options.ports) {
      const decide = judgeAt(port, options);
      const listener = createServer((client) => {
        let bytes: Buffer = Buffer.alloc(0);
        const hear = (more: Buffer): void => {
          bytes = Buffer.concat([bytes, more]);
          const first = readFirstBytes(bytes);
          if (first.kind === 'incomplete') return;
          client.off('data', hear);
          const decision = decide(first);
          counts[decision] += 1;
          if (decision === 'resets') client.resetAndDestroy();
          else if (decision === 'pages') client.end(blockPage(options));
          else pass(client, keep(connect({ host: server, port })), bytes);
        };
        keep(client).on('data', hear);
      });
      listeners.push(listener);
      await new Promise<void>((done, fail) => listener.once('error', fail).listen(port, address, done));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { address, counts, close };
}

type Decision = 'pages' | 'resets' | 'passed';

/** What becomes of a connection by its first bytes; it counts those of one port. */
function judgeAt(port: number, options: BorderOptions): (first: FirstBytes) => Decision {
  const { domain, pages = 'never', resets = 'never', resetsAt = options.ports, anyName = false } = options;
  const page = counter(pages);
  const reset = counter(resetsAt.includes(port) ? resets : 'never');
  return (first) => {
    if (first.kind === 'http' && first.name === domain && page()) return 'pages';
    if (first.kind === 'tls' && (anyName || first.name === domain) && reset()) return 'resets';
    return 'passed';
  };
}

function counter(often: Often): () => boolean {
  let count = 0;
  return () => {
    count += 1;
    return often === 'always' || (often !== 'never' && count % often === 0);
  };
}

function pass(client: Socket, behind: Socket, bytes: Buffer): void {
  behind.write(bytes);
  behind.pipe(client).pipe(behind);
  behind.on('close', () => client.destroy());
  client.on('close', () => behind.destroy());
}

function blockPage({ domain, status = 302 }: BorderOptions): string {
  const location = `https://dnspod.qcloud.com/static/webblock.html?d=${domain}`;
  return `HTTP/1.1 ${status} Found\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}
