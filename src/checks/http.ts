import { request } from 'node:http';
import { type ConnectionFailure, type ConnectionStage, classify } from './connection.ts';

/** Where to look: `http://<domain><path>`, asked of `address` on `port`. */
export interface HttpTarget {
  readonly domain: string;
  readonly port: number;
  readonly path: string;
  /** The address to connect to, whatever the name resolves to. */
  readonly address: string;
  /** Milliseconds for everything together. */
  readonly timeoutMs: number;
}

/** The head of a response. */
export interface HttpAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** The header `location` of a redirect, which is not followed. */
  readonly location?: string;
}

/** What one look came to. */
export type HttpObservation = HttpAnswered | ConnectionFailure;

/** One GET in plain http over a connection of its own; redirects are told, not followed. Never throws. */
export function observeHttp({ domain, port, path, address, timeoutMs }: HttpTarget): Promise<HttpObservation> {
  return new Promise((resolve) => {
    let stage: ConnectionStage = 'connect';
    const sent = request({ host: address, port, path, agent: false, headers: { host: domain, accept: '*/*' } });
    const end = (look: HttpObservation) => {
      clearTimeout(timer);
      sent.destroy();
      resolve(look);
    };
    const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), timeoutMs);
    sent.once('socket', (socket) => {
      socket.once('connect', () => {
        stage = 'request';
      });
    });
    sent.once('response', ({ statusCode = 0, headers: { location } }) => {
      end({ kind: 'answered', status: statusCode, ...(location === undefined ? {} : { location }) });
    });
    // Stays on: a request that is being destroyed may report once more.
    sent.on('error', (error) => end(classify(error, stage)));
    sent.end();
  });
}
