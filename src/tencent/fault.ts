/** Why a call of the API brought no result. */
export type Fault =
  /** Tencent answered with an error of its own. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly requestId: string }
  /** An answer of HTTP other than 200; its body is lost in the SDK. */
  | { readonly kind: 'status'; readonly status: number }
  /** An answer that is none of the API's. */
  | { readonly kind: 'garbage' }
  /** No answer. `sent`: the request may have arrived. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly sent: boolean }
  /** The request cannot be written: a character that a header cannot hold, a host name that is none. */
  | { readonly kind: 'unwritable' };

/** No answer came in time. */
export function timedOut(seconds: number): Fault {
  return { kind: 'unreachable', reason: `no answer within ${seconds} s`, sent: true };
}

/**
 * What the SDK (4.1.313) threw, in one form. Its exception is known by the field `requestId` alone: its name is `Error`. It
 * has a code where Tencent answered with one, `httpCode` where the status was not 200, else only the words of what the
 * network came to. What it does not wrap: node-fetch's error for a body that is no JSON or breaks off, and the
 * `TypeError` for JSON without `Response`.
 */
export function faultOf(error: unknown): Fault {
  if (typeof error !== 'object' || error === null) return { kind: 'garbage' };
  const { message, requestId, code, httpCode, type } = error as Readonly<Record<string, unknown>>;
  const words = typeof message === 'string' ? message : '';
  if (typeof requestId === 'string') {
    if (typeof code === 'string' && code !== '') return { kind: 'refused', code, message: words, requestId };
    if (typeof httpCode === 'number') return { kind: 'status', status: httpCode };
    if (requestId !== '') return { kind: 'garbage' };
    return unwritable.test(words) ? { kind: 'unwritable' } : noAnswer(words);
  }
  return type === 'system' || type === 'body-timeout' ? noAnswer(words) : { kind: 'garbage' };
}

/** Of node-fetch, Node's http and URL. These words repeat the header, hence the credentials: never shown. */
const unwritable = /legal HTTP header|Invalid character in header|Invalid URL/;

function noAnswer(words: string): Fault {
  if (/^network timeout at: |^Response timeout while/.test(words))
    return { kind: 'unreachable', reason: 'timeout', sent: true };
  const [, reason = ''] = /(?: failed, reason| while trying to fetch [^ ]+): (.*)$/s.exec(words) ?? [];
  return { kind: 'unreachable', reason: reason.trim() || 'the connection failed', sent: !unsent.test(reason) };
}

/** What goes wrong before the request itself is on its way. */
const unsent =
  /^(connect|getaddrinfo|queryA+) |tunnel|certificate|before secure TLS connection|issuer cert|altnames|CERT_|EPROTO|wrong version number/i;
