import type { IncomingHttpHeaders } from 'node:http';
import { type Agent, request } from 'node:https';
import { unlessCancelled } from '../messages/cancelled.ts';
import { failure } from '../messages/failure.ts';
import { readRetryAfter } from './problem.ts';

/** What is asked of an authority. */
export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly type?: string;
  readonly body?: string;
}

/** What it answered, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What asking needs of the run. */
export interface TransportOptions {
  /** The connections: through a proxy, or none. */
  readonly agent: Agent;
  /** The proxy on the way to a host, as it may be shown. */
  proxyFor(host: string): string | undefined;
  /** Takes secrets (a proxy's password) out of words. */
  shown(words: string): string;
  readonly cancelled: AbortSignal;
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Default: 30. */
  readonly timeoutSeconds?: number;
}

/** Asks an authority. Throws ACME_UNREACHABLE where none answered, or a failing server did, after several tries. */
export type Transport = (asked: Asked) => Promise<Answer>;

/** Seconds before each further try. */
const waits = [2, 5, 10];
/** Longer than any answer of an authority, in characters. */
const longest = 1_000_000;

/**
 * The way to an authority: node's own https with an agent, since axios knows no proxy for https. What the authority
 * refuses is an answer; a limit of its own (429) is never waited for here, since that may take hours.
 */
export function openTransport(options: TransportOptions): Transport {
  const { cancelled, now, sleep } = options;
  return async (asked) => {
    const { host, hostname } = new URL(asked.url);
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await unlessCancelled(() => tryOnce(asked, options), cancelled);
      if ('status' in outcome && outcome.status < 500) return outcome;
      const wait = waits[attempt];
      if (wait === undefined) {
        const reason = options.shown('reason' in outcome ? outcome.reason : `HTTP ${outcome.status}`);
        throw failure('ACME_UNREACHABLE', { host, proxy: options.proxyFor(hostname), reason });
      }
      const asks = 'status' in outcome ? readRetryAfter(outcome.headers['retry-after'], now()) : undefined;
      const milliseconds = Math.max(wait * 1000, Math.min((asks?.getTime() ?? 0) - now(), 30_000));
      await unlessCancelled(() => sleep(milliseconds), cancelled);
    }
  };
}

function tryOnce(
  { url, method, type, body }: Asked,
  { agent, cancelled, timeoutSeconds = 30 }: TransportOptions,
): Promise<Answer | { readonly reason: string }> {
  return new Promise((done) => {
    const failed = (error: Error): void =>
      done({ reason: error.message || (error as NodeJS.ErrnoException).code || '?' });
    const headers = {
      'user-agent': 'deploy-miniprogram-backend',
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    // One timer for all of it: name, connection, tunnel, answer.
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutSeconds * 1000)]);
    try {
      const sent = request(url, { method, agent, headers, signal }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > longest) response.destroy(new Error('its answer has no end'));
        });
        response.on('error', failed);
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.on('error', (error) =>
        failed(error.name === 'AbortError' ? new Error(`no answer in ${timeoutSeconds} s`) : error),
      );
      sent.end(body);
    } catch (error) {
      // A URL of the authority's that is no https.
      failed(error as Error);
    }
  });
}
