import type { Authorization, Client, Order } from 'acme-client';
import type { Secret } from '../redaction/secret.ts';
import type { Directory } from './directory.ts';
import { Refused, readProblem } from './problem.ts';
import type { Transport } from './transport.ts';

export type { Authorization, Order };

/** One of the ways in which an authority sees that a domain is ours. */
export type Challenge = Authorization['challenges'][number];

/** An account at an authority. What the authority refuses throws `Refused`; ACME_UNREACHABLE where it does not answer. */
export interface Session {
  /** The account's own URL: it stays the same as long as its key does. */
  readonly account: string;
  /** Orders a certificate. `replaces`: the id of the one that it is to follow (RFC 9773, 5). */
  order(domain: string, replaces: string | undefined): Promise<Order>;
  /** What became of an order. */
  look(order: Pick<Order, 'url'>): Promise<Order>;
  authorizations(order: Order): Promise<readonly Authorization[]>;
  /** The value of the TXT record that a challenge by DNS asks for. */
  recordValue(challenge: Challenge): Promise<string>;
  /** Has the authority look. */
  answer(challenge: Challenge): Promise<void>;
  finalize(order: Order, request: string): Promise<Order>;
  /** Leaf first, PEM. */
  chain(order: Order): Promise<string>;
}

/**
 * Opens the account of a key; one that the authority does not know yet is made, and its terms accepted. Bad nonces are
 * tried again by acme-client.
 */
export async function openSession(
  transport: Transport,
  { url }: Directory,
  key: Secret,
  email: string | undefined,
  now: () => number,
): Promise<Session> {
  const acme = await import('acme-client');
  // Its own way through http loses the network's errors, waits hours for limits, and finds no proxy.
  acme.axios.defaults.adapter = async (config) => {
    const asked = { url: String(config.url), method: (config.method ?? 'get').toUpperCase() as 'GET' };
    const data = config.data as string | undefined;
    const signed = data === undefined ? {} : { body: data, type: 'application/jose+json' };
    const { status, headers, body } = await transport({ ...asked, ...signed });
    if (status >= 400) {
      const problem = readProblem(status, body, headers['retry-after'], now());
      if (problem.type !== 'badNonce') throw new Refused(problem);
    }
    return { status, statusText: '', headers: headers as Record<string, string>, data: body, config };
  };
  const client = new acme.Client({ directoryUrl: url, accountKey: key.reveal() });
  await enter(client, email === undefined ? undefined : `mailto:${email}`);
  return {
    account: client.getAccountUrl(),
    order: (domain, replaces) =>
      client.createOrder({
        identifiers: [{ type: 'dns', value: domain }],
        // acme-client hands on what it does not know.
        ...(replaces === undefined ? {} : { replaces }),
      }),
    look: (order) => client.getOrder(order as Order),
    authorizations: (order) => client.getAuthorizations(order),
    recordValue: (challenge) => client.getChallengeKeyAuthorization(challenge),
    answer: async (challenge) => void (await client.completeChallenge(challenge)),
    finalize: (order, request) => client.finalizeOrder(order, request),
    chain: (order) => client.getCertificate(order),
  };
}

/** Finds the account of the key, else makes it. */
async function enter(client: Client, contact: string | undefined): Promise<void> {
  const asked = contact === undefined ? {} : { contact: [contact] };
  try {
    // Asked for at once, one that is there would be changed each time, and to nothing without a contact is refused.
    const { contact: known = [] } = await client.createAccount({ onlyReturnExisting: true });
    if (contact !== undefined && !known.includes(contact)) await client.updateAccount(asked);
  } catch (error) {
    if (!(error instanceof Refused && error.problem.type === 'accountDoesNotExist')) throw error;
    await client.createAccount({ termsOfServiceAgreed: true, ...asked });
  }
}
