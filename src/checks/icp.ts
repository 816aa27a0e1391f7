import { type HttpObservation, observeHttp } from './http.ts';
import { type Clock, isCutInHandshake, type Outside } from './outside.ts';
import type { PagesObservation } from './pages.ts';
import { observeTls, type TlsObservation } from './tls.ts';

/** Where to look for a block of a domain without an ICP filing (备案). */
export interface IcpTarget {
  readonly domain: string;
  /** The server's public address, whatever the name resolves to. */
  readonly address: string;
  /** The port for plain http. */
  readonly httpPort: number;
  /** The ports for TLS. */
  readonly tlsPorts: readonly number[];
  /** Milliseconds for each connection. */
  readonly timeoutMs: number;
  readonly clock: Pick<Clock, 'sleep'>;
}

/** A handshake with the name beside the same one without: a device that cuts by name lets the second through. */
export interface TlsTry {
  readonly named: TlsObservation;
  readonly control: TlsObservation;
}

/** What several tries came to, by their ports. */
export interface IcpObservation {
  readonly domain: string;
  readonly address: string;
  readonly http: { readonly port: number; readonly tries: readonly HttpObservation[] };
  readonly tls: readonly { readonly port: number; readonly tries: readonly TlsTry[] }[];
}

/** Blocks are intermittent: one clean try proves nothing. */
const TRIES = 5;

/** From the beginning of one try to that of the next, whether or not it has ended. */
const PAUSE_MS = 300;

/**
 * Several tries on every port at once. Changes nothing and never throws; it takes the pauses and one connection's time at
 * most.
 */
export async function observeIcp(target: IcpTarget): Promise<IcpObservation> {
  const { domain, address, httpPort, tlsPorts, timeoutMs } = target;
  const handshake = (port: number, servername: string): Promise<TlsObservation> =>
    observeTls({ address, port, servername, timeoutMs });
  const [http, tls] = await Promise.all([
    tries(target, () => observeHttp({ domain, port: httpPort, path: '/', address, timeoutMs })),
    Promise.all(
      tlsPorts.map(async (port) => ({
        port,
        tries: await tries(target, async () => {
          const [named, control] = await Promise.all([handshake(port, domain), handshake(port, '')]);
          return { named, control };
        }),
      })),
    ),
  ]);
  return { domain, address, http: { port: httpPort, tries: http }, tls };
}

/** With what the looks before have seen of the same: the page in place of a redirect, a handshake that was cut. */
export function withEarlierLooks(
  seen: IcpObservation,
  outside: Outside,
  pages: PagesObservation | undefined,
): IcpObservation {
  const cut = [outside, ...(pages === undefined ? [] : [pages.document])].flatMap((look) => {
    const { httpsPort: port, tls: named, control } = look;
    return named !== undefined && isCutInHandshake(named) && control !== undefined ? [{ port, named, control }] : [];
  });
  const redirect = pages?.redirect;
  const { http, tls } = seen;
  return {
    ...seen,
    http: redirect === undefined ? http : { ...http, tries: [redirect, ...http.tries] },
    tls: tls.map((one) => ({ ...one, tries: [...cut.filter(({ port }) => port === one.port), ...one.tries] })),
  };
}

function tries<T>({ clock }: IcpTarget, look: () => Promise<T>): Promise<readonly T[]> {
  const begun = async (number: number): Promise<T> => {
    if (number > 0) await clock.sleep(number * PAUSE_MS);
    return look();
  };
  return Promise.all(Array.from({ length: TRIES }, (_, number) => begun(number)));
}
