import { type Failure, failure } from '../messages/failure.ts';
import type { ConnectionFailure } from './connection.ts';
import type { HttpObservation } from './http.ts';
import type { IcpObservation, TlsTry } from './icp.ts';

/** Whether access by the name is blocked for want of an ICP filing, as far as that can be seen from outside. */
export type IcpVerdict =
  | IcpBlocked
  /** On these ports; it does not say that there is a filing. */
  | { readonly status: 'not-blocked'; readonly domain: string; readonly ports: readonly number[] }
  | { readonly status: 'unknown'; readonly doubt: IcpDoubt; readonly port: number };

/** What was found of it: a verdict, or that no block is expected where the server is. */
export type IcpFinding = IcpVerdict | { readonly status: 'outside-mainland' };

/** A block that was seen. */
export interface IcpBlocked {
  readonly status: 'blocked';
  readonly domain: string;
  readonly address: string;
  readonly httpsPort: number;
  /** By the page that is shown in place of the site, or by resets of handshakes with the name. */
  readonly by: 'page' | 'resets';
  /** Where it was seen, in how many of how many tries. */
  readonly port: number;
  readonly seen: number;
  readonly tries: number;
  /** Whether the https port still answered each time. */
  readonly open: boolean;
}

/**
 * Why nothing is certain.
 * - `some`: only some tries with the name were cut. `all-alike`: handshakes are cut with and without the name.
 * - `unsteady`: a port answered some tries, or in no way that says anything. `closed`: no port answered.
 * - `host-firewall`: the server's own packet filter looks at contents, and may be what cuts.
 */
export type IcpDoubt = 'some' | 'all-alike' | 'unsteady' | 'closed' | 'host-firewall';

/** What one try came to. `closed`: nobody listens, or a firewall drops; `cut`: by its name. */
export type IcpTry = 'clean' | 'page' | 'cut' | 'cut-alike' | 'closed' | 'unclear';

/** The tries of one port. */
export interface IcpPort {
  readonly port: number;
  readonly protocol: 'http' | 'tls';
  readonly tries: readonly IcpTry[];
}

/** Resets beside controls that get through must be this many, without exception. */
const ENOUGH = 3;

/** Where Tencent Cloud leads requests for a domain without filing. */
const blockPage = /dnspod\.qcloud\.com\/static\/webblock/;

/** Seen in place of 302, with the same page; no server of its own says it. */
const blockStatus = 566;

/**
 * The verdict: `blocked` needs the block page once, or a port on which every handshake with the name is reset and every one
 * without gets through. `not-blocked` needs every port that answers to do so each time. All else is `unknown`.
 */
export function judgeIcp(seen: IcpObservation, httpsPort: number): IcpVerdict {
  const ports = portsOf(seen);
  const all = ({ tries }: IcpPort, kind: IcpTry): boolean => tries.every((one) => one === kind);
  const blocked = ports.find((one) => one.tries.includes('page') || (one.tries.length >= ENOUGH && all(one, 'cut')));
  if (blocked !== undefined) {
    const { domain, address } = seen;
    const { port, protocol, tries } = blocked;
    const by = protocol === 'http' ? 'page' : 'resets';
    const count = tries.filter((one) => one === 'page' || one === 'cut').length;
    const open = ports.some((one) => one.port === httpsPort && one.protocol === 'tls' && all(one, 'clean'));
    return { status: 'blocked', domain, address, httpsPort, by, port, seen: count, tries: tries.length, open };
  }
  const answering = ports.filter((one) => !all(one, 'closed'));
  const doubtful = answering.find((one) => !all(one, 'clean'));
  if (doubtful !== undefined) return { status: 'unknown', doubt: doubtOf(doubtful), port: doubtful.port };
  if (answering.length === 0) return { status: 'unknown', doubt: 'closed', port: httpsPort };
  return { status: 'not-blocked', domain: seen.domain, ports: answering.map(({ port }) => port) };
}

/** What each port's tries came to. */
export function portsOf({ http, tls }: IcpObservation): readonly IcpPort[] {
  return [
    { port: http.port, protocol: 'http', tries: http.tries.map(httpTry) },
    ...tls.map(({ port, tries }) => ({ port, protocol: 'tls' as const, tries: tries.map(tlsTry) })),
  ];
}

/** The failure that a block is; undefined where none was seen. */
export function icpFailure(verdict: IcpFinding | undefined): Failure | undefined {
  if (verdict?.status !== 'blocked') return undefined;
  return failure('ICP_BLOCKED', { ...verdict, page: verdict.by === 'page' });
}

/** What was found from outside, where a block was seen: what it explains is told as the block, and once. */
export function explainedByBlock(found: readonly Failure[], blocked: Failure | undefined): readonly Failure[] {
  if (blocked === undefined) return found;
  const explained = ({ code, message }: Failure): boolean =>
    code === 'REQUEST_RESET_BY_NAME' ||
    (code === 'SITE_REDIRECT' && blockPage.test(message)) ||
    (code === 'SITE_UNREACHABLE' && message.includes('ECONNRESET'));
  return [...new Set(found.map((one) => (explained(one) ? blocked : one)))];
}

/** The verdict once the server was asked: resets prove nothing where its own packet filter looks at contents. */
export function besideHostFirewall(verdict: IcpVerdict, found: readonly Failure[]): IcpVerdict {
  const filtered = found.some(({ code }) => code === 'HOST_FIREWALL_UNCLEAR');
  if (verdict.status !== 'blocked' || verdict.by === 'page' || !filtered) return verdict;
  return { status: 'unknown', doubt: 'host-firewall', port: verdict.port };
}

function httpTry(look: HttpObservation): IcpTry {
  if (look.kind !== 'answered') return isClosed(look) ? 'closed' : 'unclear';
  const { status, location = '' } = look;
  const leadsAway = (status >= 300 && status < 400) || status === blockStatus;
  if (leadsAway && blockPage.test(location)) return 'page';
  return status === blockStatus ? 'unclear' : 'clean';
}

function tlsTry({ named, control }: TlsTry): IcpTry {
  // An answer in TLS's own words is one, too: that of a server that has nothing for this name.
  if (named.kind === 'served' || named.kind === 'handshake') return 'clean';
  if (isClosed(named)) return 'closed';
  if (named.kind !== 'reset') return 'unclear';
  if (control.kind === 'served' || control.kind === 'handshake') return 'cut';
  return control.kind === 'reset' ? 'cut-alike' : 'unclear';
}

function isClosed({ kind, stage }: ConnectionFailure): boolean {
  return stage === 'connect' && (kind === 'refused' || kind === 'timeout' || kind === 'unreachable');
}

function doubtOf({ tries }: IcpPort): IcpDoubt {
  if (tries.includes('cut')) return 'some';
  return tries.includes('cut-alike') ? 'all-alike' : 'unsteady';
}
