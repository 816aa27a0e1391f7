import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { type ConnectionFailure, type ConnectionStage, classify } from './connection.ts';
import { authority } from './origin.ts';
import { describeTls, type TlsServed, type TlsTarget, tlsOptions } from './tls.ts';

/** Where to look: `https://<domain>:<port><path>`, asked of `address`. */
export interface HttpsTarget {
  readonly domain: string;
  readonly port: number;
  /** Begins with `/`; may hold a query. */
  readonly path: string;
  /** The address to connect to, whatever the name resolves to. */
  readonly address: string;
  /** Milliseconds for everything together. */
  readonly timeoutMs: number;
  /** As in `TlsTarget`. */
  readonly ca?: readonly string[];
}

/** A response. */
export interface HttpsAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** The header `location` of a redirect, which is not followed. */
  readonly location?: string;
  /** The beginning of the body, up to 500 characters. */
  readonly body: string;
  readonly tls: TlsServed;
}

/** What one look came to. */
export type HttpsObservation = HttpsAnswered | ConnectionFailure;

const BODY_CHARACTERS = 500;

/**
 * One GET over a connection of its own. Never throws. A certificate that does not hold is described, not refused:
 * the request carries nothing that would have to be protected.
 */
export function observeHttps(target: HttpsTarget): Promise<HttpsObservation> {
  return new Promise((resolve) => {
    let stage: ConnectionStage = 'connect';
    let tls: TlsServed | undefined;
    let answer: Omit<HttpsAnswered, 'body' | 'tls'> | undefined;
    let body = '';
    const end = (failure: ConnectionFailure) => {
      clearTimeout(timer);
      sent.destroy();
      // A body that breaks off or stalls does not take back the status.
      resolve(answer === undefined || tls === undefined ? failure : { ...answer, body, tls });
    };
    const tlsTarget: TlsTarget = { ...target, servername: target.domain };
    const sent = request({
      ...tlsOptions(tlsTarget),
      agent: false,
      path: target.path,
      headers: { host: authority(target.domain, target.port), accept: '*/*' },
    });
    const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), target.timeoutMs);
    sent.once('socket', (socket) => {
      socket.once('connect', () => {
        stage = 'handshake';
      });
      socket.once('secureConnect', () => {
        stage = 'request';
        tls = describeTls(socket as TLSSocket);
      });
    });
    sent.once('response', (response) => {
      answer = headOf(response);
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body = (body + chunk).slice(0, BODY_CHARACTERS);
        if (body.length === BODY_CHARACTERS) end(noCertificate);
      });
      response.once('end', () => end(noCertificate));
      response.once('error', (error) => end(classify(error, stage)));
    });
    sent.on('error', (error) => end(classify(error, stage)));
    sent.end();
  });
}

/** Where the server sent no certificate at all there is nothing to say of TLS, and the status is not believed. */
const noCertificate: ConnectionFailure = { kind: 'handshake', stage: 'request', detail: 'no certificate' };

function headOf(response: IncomingMessage): Omit<HttpsAnswered, 'body' | 'tls'> {
  const { location } = response.headers;
  return { kind: 'answered', status: response.statusCode ?? 0, ...(location === undefined ? {} : { location }) };
}
