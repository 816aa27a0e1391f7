import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the action and act's artifact service. */
export interface ArtifactRelay {
  /** For ACTIONS_RUNTIME_URL. */
  readonly url: string;
  close(): Promise<void>;
}

/** A request without what act's service, older than GitHub's, refuses to know. */
export function withoutMimeType(body: string): string {
  const fields = Object.entries(JSON.parse(body) as Record<string, unknown>);
  return JSON.stringify(Object.fromEntries(fields.filter(([name]) => !/^mime_?type$/i.test(name))));
}

/**
 * An answer whose signed address comes through the storage client unharmed: the client encodes a query anew, reads `+`
 * as itself where act means a space, and an `=` at the end of the signature as a separator.
 */
export function withSteadyAddress(body: string): string {
  return body.replace(/"signed_?upload_?url":\s*"[^"]*"/i, (entry) =>
    entry.replaceAll('+', '%20').replace(/=+(?=&expires)/, (signs) => '%3D'.repeat(signs.length)),
  );
}

/** Starts a relay on loopback in front of act's artifact service at `port`. */
export async function startArtifactRelay(port: number): Promise<ArtifactRelay> {
  const server = createServer((asked, answer) => {
    relay(asked, port)
      .then(({ status, headers, body }) => answer.writeHead(status, headers).end(body))
      .catch((error: Error) => answer.writeHead(502).end(error.message));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => end(server),
  };
}

interface Relayed {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | string;
}

async function relay(asked: IncomingMessage, port: number): Promise<Relayed> {
  const creates = asked.url?.endsWith('/CreateArtifact') === true;
  const sent = await read(asked);
  const body = creates ? Buffer.from(withoutMimeType(sent.toString())) : sent;
  const answer = await ask(port, asked, { ...withoutLength(asked.headers), 'content-length': body.length }, body);
  const received = await read(answer);
  return {
    status: answer.statusCode ?? 502,
    headers: withoutLength(answer.headers),
    body: creates ? withSteadyAddress(received.toString()) : received,
  };
}

/** The length is that of a body which may be another here. */
function withoutLength(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-length' && name !== 'transfer-encoding');
  return Object.fromEntries(kept);
}

function ask(
  port: number,
  { method = 'GET', url = '/' }: IncomingMessage,
  headers: OutgoingHttpHeaders,
  body: Buffer,
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    // The client's Host stays: act writes the signed address after it, which must lead through here as well.
    const options = { host: '127.0.0.1', port, method, path: url, headers, agent: false };
    request(options, done).on('error', fail).end(body);
  });
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
