import type { X509Certificate } from 'node:crypto';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { fingerprint, notAfter } from '../certificate/chain.ts';
import { type ConnectionFailure, type ConnectionStage, classify } from './connection.ts';

/** Where to look. */
export interface TlsTarget {
  /** IPv4 or IPv6 address; the name is not resolved again. */
  readonly address: string;
  readonly port: number;
  /** The name asked for (SNI) and looked for in the certificate; empty: none is sent. */
  readonly servername: string;
  /** Milliseconds for connecting and handshake together. */
  readonly timeoutMs: number;
  /** PEM roots to trust instead of Node's own and those of NODE_EXTRA_CA_CERTS. */
  readonly ca?: readonly string[];
}

/** A TLS handshake that came to its end, whether or not the certificate holds. */
export interface TlsServed {
  readonly kind: 'served';
  /** `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** SHA-256 of the served leaf, 64 lower-case hex digits. */
  readonly fingerprint256: string;
  /** How many certificates the server sent; Node's own roots do not count. */
  readonly chainLength: number;
  /** What the server sent, in its order. */
  readonly certificates: readonly X509Certificate[];
  readonly notAfter: Date;
  /** Why the certificate does not hold for this name (`CERT_HAS_EXPIRED`); absent where it does. */
  readonly authorizationError?: string;
}

/** What one look came to. */
export type TlsObservation = TlsServed | ConnectionFailure;

/**
 * One TLS handshake, 1.2 or newer, the chain checked as it was sent: Node fetches no missing intermediate, so what
 * holds here holds in WeChat. Never throws; sends no request.
 */
export function observeTls(target: TlsTarget): Promise<TlsObservation> {
  return handshake(target, { maxVersion: 'TLSv1.3' });
}

/**
 * What a client gets that knows nothing newer than TLS 1.2: an ECDHE suite, another one (`cipher` names it), or nothing.
 */
export type Tls12 =
  | { readonly kind: 'ecdhe' | 'other'; readonly cipher: string }
  | { readonly kind: 'refused'; readonly detail: string };

/** OpenSSL's name for the suites with an ephemeral key on an elliptic curve. */
const ecdheSuites = 'ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES';

/**
 * Looks at TLS 1.2 alone, which older phones need, after a handshake that came to `seen`: one more handshake where all is
 * well, none where it was an ECDHE suite of 1.2 already. Undefined where connections fail: that is no refusal.
 */
export async function observeTls12(target: TlsTarget, seen: TlsServed): Promise<Tls12 | undefined> {
  if (seen.protocol === 'TLSv1.2' && isEcdhe(seen)) return { kind: 'ecdhe', cipher: seen.cipher };
  const ecdhe = await ask12(target, ecdheSuites);
  if (ecdhe?.kind === 'served') return { kind: 'ecdhe', cipher: ecdhe.cipher };
  if (ecdhe === undefined) return undefined;
  const any = seen.protocol === 'TLSv1.2' ? seen : await ask12(target);
  if (any?.kind === 'served') return { kind: isEcdhe(any) ? 'ecdhe' : 'other', cipher: any.cipher };
  return any && { kind: 'refused', detail: any.detail };
}

/** A handshake that offers nothing newer than 1.2; tried again once, then undefined, where the connection fails. */
async function ask12(target: TlsTarget, ciphers?: string): Promise<TlsObservation | undefined> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const look = await handshake(target, { maxVersion: 'TLSv1.2', ...(ciphers === undefined ? {} : { ciphers }) });
    if (look.kind === 'served' || look.kind === 'handshake') return look;
  }
  return undefined;
}

function isEcdhe({ cipher }: TlsServed): boolean {
  return cipher.startsWith('TLS_ECDHE_');
}

/** What every look at TLS asks for. An unverified handshake is let through, so that it can be described. */
export function tlsOptions(target: TlsTarget): ConnectionOptions {
  return {
    host: target.address,
    port: target.port,
    servername: target.servername,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
    ...(target.ca === undefined ? {} : { ca: [...target.ca] }),
  };
}

/** Describes a socket whose handshake is done; undefined where the server sent no certificate. */
export function describeTls(socket: TLSSocket): TlsServed | undefined {
  const certificates = servedCertificates(socket);
  const [leaf] = certificates;
  if (leaf === undefined) return undefined;
  return {
    kind: 'served',
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    fingerprint256: fingerprint(leaf),
    chainLength: certificates.length,
    certificates,
    notAfter: notAfter(leaf),
    // The types say Error; Node gives the code as a string, and null where all is well.
    ...(socket.authorized ? {} : { authorizationError: String(socket.authorizationError) }),
  };
}

function handshake(
  target: TlsTarget,
  offer: Pick<ConnectionOptions, 'maxVersion' | 'ciphers'>,
): Promise<TlsObservation> {
  return new Promise((resolve) => {
    let stage: ConnectionStage = 'connect';
    const socket = connect({ ...tlsOptions(target), ...offer });
    const end = (look: TlsObservation) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(look);
    };
    const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), target.timeoutMs);
    socket.once('connect', () => {
      stage = 'handshake';
    });
    socket.once('secureConnect', () =>
      end(describeTls(socket) ?? { kind: 'handshake', stage: 'handshake', detail: 'no certificate' }),
    );
    // Stays on: a socket that is being destroyed may report once more.
    socket.on('error', (error) => end(classify(error, stage)));
  });
}

function servedCertificates(socket: TLSSocket): readonly X509Certificate[] {
  // Unlike getPeerCertificate(true), this holds what was sent and nothing out of the local trust store.
  const certificates: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next !== undefined) {
    certificates.push(next);
    next = next.issuerCertificate;
  }
  return certificates;
}
