/**
 * Why a connection came to nothing.
 * - `refused`: the host answered that nothing listens (or a firewall that rejects did).
 * - `timeout`: no answer in time. `reset`: cut from the other side, by RST or by a close without a word.
 * - `unreachable`: no route, no address, or not allowed from here.
 * - `plain-http`: what answered speaks no TLS. `handshake`: it speaks TLS, but the two found no agreement.
 */
export type ConnectionFailureKind = 'refused' | 'timeout' | 'reset' | 'unreachable' | 'plain-http' | 'handshake';

/** How far it came: to the TCP connection, to the TLS handshake, or to the request. */
export type ConnectionStage = 'connect' | 'handshake' | 'request';

/** A connection that failed. `detail` is the system's or OpenSSL's own word for it (`ECONNREFUSED`). */
export interface ConnectionFailure {
  readonly kind: ConnectionFailureKind;
  readonly stage: ConnectionStage;
  readonly detail: string;
}

/** Sorts what node:tls and node:https throw. */
export function classify(error: Error, stage: ConnectionStage): ConnectionFailure {
  const code = codeOf(error);
  return { kind: kindOf(code), stage, detail: code || error.message };
}

/** Whether another try may bring something else: the network failed, not the agreement. */
export function isTransient(failure: ConnectionFailure): boolean {
  return failure.kind !== 'plain-http' && failure.kind !== 'handshake';
}

/** Where a request already waited to be written, Node gives EPROTO and leaves OpenSSL's reason to the message. */
function codeOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code !== 'EPROTO') return code;
  const reason = error.message.match(/:SSL routines:[^:]*:([^:]+):/)?.[1];
  return `ERR_SSL_${(reason ?? 'EPROTO').toUpperCase().replaceAll(' ', '_')}`;
}

function kindOf(code: string): ConnectionFailureKind {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ERR_SSL_UNEXPECTED_EOF_WHILE_READING':
      return 'reset';
    // What OpenSSL makes of the first bytes of an HTTP response, by what their place in a TLS record would mean.
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'ERR_SSL_HTTP_REQUEST':
      return 'plain-http';
    default:
      // HPE_*: the answer to the request was no HTTP. Anything else of the E* kind is the system's.
      return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.startsWith('HPE_')
        ? 'handshake'
        : 'unreachable';
  }
}
