import { isServers, type Packet, type Side } from './packet.ts';

/** What the left side of a comparison of nft speaks of, as far as it is understood. */
export type Field =
  | { readonly kind: 'port' | 'address'; readonly side: Side }
  | { readonly kind: 'device'; readonly way: 'in' | 'out' }
  | { readonly kind: 'state' | 'status' | 'mark' }
  | { readonly kind: 'flags'; readonly mask?: readonly string[] }
  /** One value under the names that it may have. */
  | { readonly kind: 'value'; readonly known: readonly string[] }
  | { readonly kind: 'all'; readonly fields: readonly Field[] }
  /** What no such packet has: the rule is for others. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly content: boolean };

/** An expression of nft's JSON. */
export type Expression = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, if there is one. */
export function under(value: unknown, key: string): Expression | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : undefined;
}

const unknown: Field = { kind: 'unknown', content: false };

/** What `left` speaks of, for a packet. */
export function fieldOf(left: unknown, packet: Packet): Field {
  if (!isObject(left)) return unknown;
  const payload = under(left, 'payload');
  if (payload !== undefined) return payloadField(payload, packet);
  const key = String(under(left, 'meta')?.key ?? '');
  if (key !== '') return metaField(key, packet);
  const ct = under(left, 'ct');
  if (ct !== undefined) return ctField(ct, packet);
  const fib = under(left, 'fib');
  if (fib !== undefined) return fibField(fib, packet);
  if (Array.isArray(left.concat)) {
    return { kind: 'all', fields: left.concat.map((one: unknown) => fieldOf(one, packet)) };
  }
  if (Array.isArray(left['&'])) return masked(left['&'], packet);
  // Headers of IPv6's own, of which a packet of TCP has none as a rule.
  if (under(left, 'exthdr') !== undefined) return { kind: 'absent' };
  return unknown;
}

function payloadField({ protocol, field, base }: Expression, { family }: Packet): Field {
  switch (`${String(protocol ?? base)} ${String(field ?? '')}`) {
    case 'tcp dport':
    case 'th dport':
      return { kind: 'port', side: 'destination' };
    case 'tcp sport':
    case 'th sport':
      return { kind: 'port', side: 'source' };
    case 'tcp flags':
      return { kind: 'flags' };
    case `${family} saddr`:
      return { kind: 'address', side: 'source' };
    case `${family} daddr`:
      return { kind: 'address', side: 'destination' };
    case 'ip protocol':
    case 'ip6 nexthdr':
      return protocol === family ? { kind: 'value', known: ['tcp', '6'] } : { kind: 'absent' };
    // No fragment of a larger packet.
    case 'ip frag-off':
      return family === 'ip' ? { kind: 'value', known: ['0'] } : { kind: 'absent' };
    default:
      break;
  }
  if (protocol === undefined) return { kind: 'unknown', content: true };
  return protocol === 'tcp' || protocol === 'th' || protocol === 'ether' || protocol === family
    ? unknown
    : { kind: 'absent' };
}

function metaField(key: string, { family }: Packet): Field {
  switch (key) {
    case 'l4proto':
      return { kind: 'value', known: ['tcp', '6'] };
    case 'nfproto':
      return { kind: 'value', known: family === 'ip' ? ['ipv4', '2'] : ['ipv6', '10'] };
    case 'protocol':
      return { kind: 'value', known: family === 'ip' ? ['ip', '8', '2048'] : ['ip6', '56710', '34525'] };
    case 'iif':
    case 'iifname':
      return { kind: 'device', way: 'in' };
    case 'oif':
    case 'oifname':
      return { kind: 'device', way: 'out' };
    case 'mark':
      return { kind: 'mark' };
    case 'pkttype':
      return { kind: 'value', known: ['host', 'unicast', '0'] };
    default:
      return unknown;
  }
}

function ctField({ key, dir }: Expression, { direction, family }: Packet): Field {
  switch (String(key)) {
    case 'state':
      return { kind: 'state' };
    case 'status':
      return { kind: 'status' };
    case 'mark':
      return { kind: 'mark' };
    case 'direction':
      return { kind: 'value', known: direction === 'in' ? ['original', '0'] : ['reply', '1'] };
    case 'protocol':
      return { kind: 'value', known: ['tcp', '6'] };
    case 'l3proto':
      return { kind: 'value', known: family === 'ip' ? ['ipv4', 'ip'] : ['ipv6', 'ip6'] };
    case 'proto-dst':
      return dir === 'original' && direction === 'in' ? { kind: 'port', side: 'destination' } : unknown;
    default:
      return unknown;
  }
}

/** Whoever comes from the world comes in by the device that leads there, to an address of the server. */
function fibField({ result, flags }: Expression, packet: Packet): Field {
  const of = Array.isArray(flags) ? flags.map(String) : [String(flags)];
  const side: Side = of.includes('daddr') ? 'destination' : 'source';
  if (result === 'type')
    return { kind: 'value', known: [isServers(packet, side) || packet.device === 'lo' ? 'local' : 'unicast'] };
  return side === 'source' && packet.direction === 'in' ? { kind: 'value', known: ['true', 'exists'] } : unknown;
}

function masked([of, mask]: readonly unknown[], packet: Packet): Field {
  const field = fieldOf(of, packet);
  if (field.kind === 'mark' || field.kind === 'absent') return field;
  // Of the fragment's place; a bit further up forbids fragments.
  if (field.kind === 'value' && field.known[0] === '0' && Number(mask) < 0x4000) return field;
  return field.kind === 'flags' ? { kind: 'flags', mask: flagWords(mask) } : unknown;
}

/** Flags by their names: one, a list, or several joined by `|`. */
export function flagWords(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(flagWords);
  if (isObject(value)) return Object.values(value).flatMap(flagWords);
  return [String(value)];
}
