import type { Client } from './addresses.ts';
import { type Connection, type Packet, packetsOf } from './packet.ts';
import type { FilterChain, Hook, PacketFilters, RuleAt, Table } from './ruleset.ts';
import { type End, walk } from './walk.ts';

/** What the packet filters do with connections to a port. */
export type Verdict =
  | { readonly kind: 'open' }
  /** A rule drops them, or sends them elsewhere, whoever connects. */
  | { readonly kind: 'closed' | 'redirected'; readonly by: RuleAt }
  /** A rule does for some clients only, and where `most`, for whom no rule names: for `client`, not for `admitted`. */
  | {
      readonly kind: 'sources';
      readonly by: RuleAt;
      readonly most: boolean;
      readonly client?: string;
      readonly admitted?: string;
    }
  /** It depends on what is not known: on these rules, or on rules that could not be read. */
  | { readonly kind: 'unclear'; readonly by: readonly RuleAt[] };

/** What they do with the beginning of a connection, and with what follows. */
export interface PortVerdict {
  readonly connect: Verdict;
  readonly later: Verdict;
}

const ways: Readonly<Record<Packet['direction'], readonly Hook[]>> = {
  in: ['ingress', 'prerouting', 'input'],
  out: ['output', 'postrouting', 'egress'],
};

/** What the packet filters of a server do with connections to `port`, at `address` where it is known. */
export function verdictOf(filters: PacketFilters, port: number, address?: string): PortVerdict {
  const { device, addresses, runner } = filters;
  const family = address?.includes(':') === true ? 'ip6' : 'ip';
  const own = addresses.filter((one) => one.includes(':') === (family === 'ip6'));
  const shared = { family, port, device, addresses: own.includes(address ?? '') ? [address ?? ''] : own } as const;
  const known = runner !== '' && runner.includes(':') === (family === 'ip6');
  const judge = (part: 'connect' | 'later'): Verdict => {
    const of = (client: Client): Verdict => through(filters, { ...shared, client }, part);
    const all = of('anyone');
    if (all.kind !== 'sources' && all.kind !== 'unclear') return all;
    const its = known ? of({ address: runner }) : undefined;
    if (its?.kind === 'unclear' || (its === undefined && all.kind === 'unclear')) return its ?? all;
    const others = of('elsewhere');
    const most = isShut(others);
    if (its !== undefined && isShut(its)) return { kind: 'sources', by: its.by, most, client: runner };
    const by = isShut(others) ? others.by : all.kind === 'sources' ? all.by : undefined;
    if (by === undefined) return its ?? all;
    return { kind: 'sources', by, most, ...(its === undefined ? {} : { admitted: runner }) };
  };
  return { connect: judge('connect'), later: judge('later') };
}

/** What they do with connections of the server to itself, by which a site is proven. */
export function verdictOnLoopback(filters: PacketFilters, port: number): Verdict {
  const own = '127.0.0.1';
  return through(filters, { family: 'ip', port, device: 'lo', addresses: [own], client: { address: own } }, 'connect');
}

function isShut(verdict: Verdict): verdict is Verdict & { readonly kind: 'closed' | 'redirected' } {
  return verdict.kind === 'closed' || verdict.kind === 'redirected';
}

function through(filters: PacketFilters, connection: Connection, part: 'connect' | 'later'): Verdict {
  const found = packetsOf(connection)[part].map((packet) => led(filters, packet));
  return (
    found.find(({ kind }) => kind === 'closed' || kind === 'redirected') ??
    together(found) ??
    found.find(({ kind }) => kind === 'sources') ?? { kind: 'open' }
  );
}

/** All rules on which it depends. */
function together(found: readonly Verdict[]): Verdict | undefined {
  const by = found.flatMap((one) => (one.kind === 'unclear' ? one.by : []));
  const unclear = found.some(({ kind }) => kind === 'unclear');
  return unclear
    ? { kind: 'unclear', by: by.filter((rule, at) => by.findIndex((one) => same(one, rule)) === at) }
    : undefined;
}

function same(one: RuleAt, other: RuleAt): boolean {
  return (
    one.tool === other.tool && one.table === other.table && one.chain === other.chain && one.number === other.number
  );
}

/** Leads one packet through all base chains on its way: dropped by one, it is dropped. */
function led({ tables }: PacketFilters, first: Packet): Verdict {
  let packet = first;
  const found: Verdict[] = [];
  for (const [table, chain] of chainsFor(tables, first)) {
    let walked = walk(table, chain, packet);
    if (walked.marks && !packet.marked) {
      packet = { ...packet, marked: true };
      walked = walk(table, chain, packet);
    }
    if (walked.untracked !== 'no') {
      packet = { ...packet, state: walked.untracked === 'yes' ? 'untracked' : 'unknown' };
    }
    const verdict = judged(walked.ends);
    if (verdict.kind === 'closed' || verdict.kind === 'redirected') return verdict;
    found.push(verdict);
  }
  return together(found) ?? found.find(({ kind }) => kind === 'sources') ?? { kind: 'open' };
}

/** The base chains that a packet meets, in their order. */
function chainsFor(tables: readonly Table[], packet: Packet): readonly (readonly [Table, FilterChain])[] {
  const hooks = ways[packet.direction];
  const candidates = tables
    .filter(({ family }) => family === packet.family || family === 'inet' || family === 'netdev')
    .flatMap((table) => [...table.chains.values()].map((chain) => [table, chain] as const));
  return candidates
    .filter(([, { base }]) => base !== undefined && hooks.includes(base.hook))
    .filter(([, { base }]) => base?.devices === undefined || base.devices.includes(packet.device))
    .filter(([, { base }]) => base?.nat !== true || isTranslated(packet))
    .sort(([, one], [, other]) => order(one, hooks) - order(other, hooks));
}

/** Answers are translated as the first packet was, no rule asked; those of the server to itself when they leave it. */
function isTranslated({ state, device }: Packet): boolean {
  return state === 'new' && device !== 'lo';
}

function order({ base }: FilterChain, hooks: readonly Hook[]): number {
  return base === undefined ? 0 : hooks.indexOf(base.hook) * 100_000 + base.priority;
}

function judged(ends: readonly End[]): Verdict {
  const against = ends.filter(({ end }) => end === 'drop' || end === 'redirect');
  const others = ends.filter(({ end }) => end === 'accept');
  const unknown = ends.filter(({ end, when }) => end === 'unknown' || when === 'unknown');
  const [first] = against;
  if (others.length === 0 && first !== undefined && !ends.some(({ end }) => end === 'unknown')) {
    const certain = against.find(({ when }) => when === 'yes') ?? first;
    return { kind: certain.end === 'redirect' ? 'redirected' : 'closed', by: certain.by };
  }
  if (unknown.some(({ end }) => end === 'unknown') || (first !== undefined && unknown.length > 0)) {
    return { kind: 'unclear', by: unknown.map(({ by }) => by) };
  }
  if (first === undefined) return { kind: 'open' };
  const drop = against.at(-1) ?? first;
  return { kind: 'sources', by: drop.by, most: false };
}
