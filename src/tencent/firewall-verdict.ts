import type { CloudFirewall, CloudRule, RuleList } from './firewall.ts';
import { everyAddress, type Ipv4Range, rangeOf, sizeOf, within, without } from './ipv4-ranges.ts';

/** A rule that decides about some of the addresses that were asked about. */
export interface Decision {
  readonly list: RuleList;
  readonly rule: CloudRule;
  /** The addresses that it decides about. */
  readonly addresses: readonly Ipv4Range[];
}

/** What becomes of connections to one port, address by address. */
export interface PortJudgement {
  /** By rules that accept. */
  readonly accepted: readonly Decision[];
  /** By rules that drop. */
  readonly refused: readonly Decision[];
  /** By rules that drop what a template or another group names: it is not known which of these they mean. */
  readonly perhapsRefused: readonly Decision[];
  /** Those that no rule decides about; Tencent refuses them. */
  readonly undecided: readonly Ipv4Range[];
}

/** Whether a port is open to the world, or what keeps it closed. */
export type WorldVerdict =
  | { readonly kind: 'open' }
  /** `by`: the first rule that refuses more than a ban does; undefined: no rule lets everybody in. */
  | { readonly kind: 'closed'; readonly by: Decision | undefined };

/** What becomes of connections from one address. */
export type AddressVerdict =
  | { readonly kind: 'open' }
  /** `by`: the rule that refuses it; undefined: no rule lets it in. */
  | { readonly kind: 'closed'; readonly by: Decision | undefined };

/** Where in a list a rule for everybody would have to stand: before the rule of that index, at its end, or nowhere. */
export type Place = number | 'end' | 'nowhere';

/** As many addresses as a ban has at most: those of a /8. Whoever refuses more does not ban, but closes the port. */
const largestBan = 2 ** 24;

/** Judges TCP connections to `port` from `addresses` by one list, as Tencent does: from the top, the first hit decides. */
export function judgeList(
  list: RuleList,
  port: number,
  addresses: readonly Ipv4Range[] = [everyAddress],
): PortJudgement {
  const accepted: Decision[] = [];
  const refused: Decision[] = [];
  const perhapsRefused: Decision[] = [];
  let undecided = addresses;
  for (const rule of list.rules) {
    const range = addressesOf(rule, port);
    if (range === undefined) continue;
    const decided = within(undecided, range);
    if (decided.length === 0) continue;
    if (bansUnknown(rule)) {
      // Whoever it does not mean goes on to the next rule.
      perhapsRefused.push({ list, rule, addresses: decided });
      continue;
    }
    (rule.action === 'ACCEPT' ? accepted : refused).push({ list, rule, addresses: decided });
    undecided = without(undecided, range);
  }
  return { accepted, refused, perhapsRefused, undecided };
}

/**
 * Judges by all lists of an instance. In which order Tencent asks several security groups is not known, so that what is
 * said holds in every order: an address is let in if one group accepts it and none refuses it.
 */
export function judge(
  { lists }: Pick<CloudFirewall, 'lists'>,
  port: number,
  addresses: readonly Ipv4Range[] = [everyAddress],
): PortJudgement {
  const each = lists.map((list) => judgeList(list, port, addresses));
  const refused = each.flatMap((one) => one.refused);
  const refusedRanges = refused.flatMap((one) => one.addresses);
  const accepted = each.flatMap((one) =>
    one.accepted
      .map((decision) => ({ ...decision, addresses: withoutAll(decision.addresses, refusedRanges) }))
      .filter((decision) => decision.addresses.length > 0),
  );
  const undecided = each.reduce(
    (left, one) => left.flatMap((range) => one.undecided.flatMap((other) => within([range], other))),
    addresses,
  );
  return { accepted, refused, perhapsRefused: each.flatMap((one) => one.perhapsRefused), undecided };
}

/**
 * Whether `port` is open to the world: no address is left to the end of the rules, and those that are refused are banned
 * one by one or by a template, which is the administrator's business. Half the world is no ban.
 */
export function judgeForWorld(firewall: Pick<CloudFirewall, 'lists'>, port: number): WorldVerdict {
  const { refused, undecided } = judge(firewall, port);
  const by = refused.find(({ rule }) => !isBan(rule));
  return by === undefined && undecided.length === 0 ? { kind: 'open' } : { kind: 'closed', by };
}

/** Whether connections to `port` from one IPv4 address are let in. Throws where it is none. */
export function judgeForAddress(firewall: Pick<CloudFirewall, 'lists'>, port: number, address: string): AddressVerdict {
  const range = rangeOf(address);
  if (range === undefined) throw new RangeError(`no IPv4 address: ${address}`);
  const { accepted, refused, perhapsRefused } = judge(firewall, port, [range]);
  const [by] = [...refused, ...perhapsRefused];
  if (by !== undefined) return { kind: 'closed', by };
  return accepted.length > 0 ? { kind: 'open' } : { kind: 'closed', by: undefined };
}

/**
 * Where in one list a rule that lets everybody (or `among`) in to `port` has to stand: before the first rule that
 * refuses more than a ban does, so that the bans above it stay; at the end, where no rule decides; else nowhere.
 * A rule for one address goes before whichever rule refuses it.
 */
export function placeFor(list: RuleList, port: number, among?: Ipv4Range): Place {
  const { refused, perhapsRefused, undecided } = judgeList(list, port, among && [among]);
  const inTheWay = among === undefined ? refused.filter(({ rule }) => !isBan(rule)) : [...refused, ...perhapsRefused];
  if (inTheWay.length > 0) return Math.min(...inTheWay.map(({ rule }) => rule.index));
  return undecided.length > 0 ? 'end' : 'nowhere';
}

/** A port that the world reaches, and the rule that lets it in; `everything`: that rule lets it in to all ports. */
export interface Exposure {
  readonly port: number | 'everything';
  readonly by: Decision;
}

/** A port that only a rule for all ports lets the world in to. */
const unusedPort = 64_999;

/** Which of `ports` the world reaches; where one rule opens all ports, that alone. */
export function exposures(firewall: Pick<CloudFirewall, 'lists'>, ports: readonly number[]): readonly Exposure[] {
  const everything = widest(firewall, unusedPort);
  if (everything !== undefined && coversAllPorts(everything.rule)) return [{ port: 'everything', by: everything }];
  return [...new Set(ports)].flatMap((port) => {
    const by = widest(firewall, port);
    return by === undefined ? [] : [{ port, by }];
  });
}

/** The rule that lets more than a ban's worth of addresses in, the widest one. */
function widest(firewall: Pick<CloudFirewall, 'lists'>, port: number): Decision | undefined {
  return judge(firewall, port)
    .accepted.filter(({ addresses }) => sizeOf(addresses) > largestBan)
    .toSorted((one, other) => sizeOf(other.addresses) - sizeOf(one.addresses))[0];
}

function coversAllPorts({ ports }: CloudRule): boolean {
  return matchesPort(ports, 1) === true && matchesPort(ports, 65_535) === true;
}

function isBan(rule: CloudRule): boolean {
  const range = rule.source === undefined ? undefined : rangeOf(rule.source);
  return range !== undefined && sizeOf([range]) <= largestBan;
}

/**
 * Whether a rule drops what comes from addresses that a template or another group names: an administrator's list of banned
 * ones, as a rule, over which nobody is let in. Whether it means one address is not known.
 */
function bansUnknown({ action, source, known }: CloudRule): boolean {
  return action === 'DROP' && source === undefined && !known;
}

/** The addresses whose connections to `port` hit the rule; undefined: none does. */
function addressesOf({ protocol, ports, source, known, action }: CloudRule, port: number): Ipv4Range | undefined {
  if (protocol !== 'TCP' && protocol !== 'ALL') return undefined;
  // Of IPv6.
  if (source === undefined && known) return undefined;
  const range = source === undefined ? undefined : rangeOf(source);
  const hits = known ? matchesPort(ports, port) : undefined;
  if (hits === false) return undefined;
  if (hits === true && range !== undefined) return range;
  // What is not known counts against the port: such a rule lets nobody in, and may refuse whomever it could mean.
  return action === 'ACCEPT' ? undefined : (range ?? everyAddress);
}

/** Whether `ALL`, `8014`, `80,443`, `8000-8100` has the port; undefined: it cannot be read. */
export function matchesPort(ports: string, port: number): boolean | undefined {
  if (ports.toUpperCase() === 'ALL') return true;
  const parts = ports.split(',').map((part) => /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  return parts.some((part) => Number(part?.[1]) <= port && port <= Number(part?.[2] ?? part?.[1]));
}

function withoutAll(ranges: readonly Ipv4Range[], others: readonly Ipv4Range[]): readonly Ipv4Range[] {
  return others.reduce<readonly Ipv4Range[]>((left, range) => without(left, range), ranges);
}
