import type { Answer, Asked, Transport } from '../../../src/acme/transport.ts';

/** What came to the authority: the path, and what was signed. */
export interface Seen {
  readonly path: string;
  readonly payload: Readonly<Record<string, unknown>> | undefined;
}

type Reply = { readonly status?: number; readonly body?: object | string; readonly headers?: Record<string, string> };

/** An authority in memory with one order, without a network. */
export interface FakeAuthority {
  readonly transport: Transport;
  /** POSTs alone. */
  readonly seen: readonly Seen[];
  /** Replies in place of its own by path, one a request; the last one stays. */
  readonly instead: Record<string, Reply[]>;
  order: { status: string; [field: string]: unknown };
  authorization: { status: string; [field: string]: unknown };
  /** Whether the key has an account; its contacts. */
  account: readonly string[] | undefined;
}

export const directoryUrl = 'https://acme.example.com/dir';
const at = (path: string): string => `https://acme.example.com${path}`;

/** A refusal, as RFC 8555 has it. */
export function problem(status: number, type: string, detail: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { type: `urn:ietf:params:acme:error:${type}`, detail } };
}

export function fakeAuthority(meta: object = {}): FakeAuthority {
  const seen: Seen[] = [];
  const order = {
    status: 'pending',
    expires: '2099-01-01T00:00:00Z',
    identifiers: [],
    authorizations: [at('/authz')],
    finalize: at('/finalize'),
    certificate: at('/certificate'),
  };
  const challenges = [{ type: 'dns-01', status: 'pending', token: 'token', url: at('/challenge') }];
  const authority: FakeAuthority = {
    seen,
    instead: {},
    order,
    authorization: { status: 'pending', identifier: {}, challenges },
    account: undefined,
    transport: async (asked) => answerOf(asked),
  };
  const own = (path: string): Reply => {
    const located = { location: at('/order') };
    if (path === '/dir') {
      const [newNonce, newAccount, newOrder, renewalInfo] = ['/nonce', '/account', '/orders', '/renewal'].map(at);
      return { body: { newNonce, newAccount, newOrder, renewalInfo, meta } };
    }
    if (path === '/me') return { body: { status: 'valid', contact: authority.account } };
    if (path === '/account') {
      const known = authority.account !== undefined;
      if (!known && seen.at(-1)?.payload?.onlyReturnExisting === true)
        return problem(400, 'accountDoesNotExist', 'none');
      return { status: known ? 200 : 201, body: { status: 'valid' }, headers: { location: at('/me') } };
    }
    if (path === '/orders') return { status: 201, body: authority.order, headers: located };
    if (path === '/order' || path === '/finalize') return { body: authority.order };
    if (path === '/authz') return { body: authority.authorization };
    if (path === '/certificate') return { body: 'PEM' };
    return path === '/nonce' || path === '/challenge' ? { body: {} } : problem(404, 'malformed', `no ${path}`);
  };
  const answerOf = ({ url, method, body }: Asked): Answer => {
    const path = url.replace('https://acme.example.com', '');
    if (method === 'POST') {
      const { payload } = JSON.parse(body ?? '{}') as { payload: string };
      const signed = Buffer.from(payload, 'base64url').toString();
      seen.push({ path, payload: signed === '' ? undefined : JSON.parse(signed) });
    }
    const replies = authority.instead[path] ?? [];
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? own(path);
    const { status = 200, headers = {}, body: answer = '' } = reply;
    return {
      status,
      headers: { 'replay-nonce': String(seen.length), ...headers },
      body: typeof answer === 'string' ? answer : JSON.stringify(answer),
    };
  };
  return authority;
}
