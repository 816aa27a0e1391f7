import { addressIn, type Packet, portIn, type Side } from './packet.ts';
import { allOf, anyOf, type Truth } from './truth.ts';

/** A set of ipset. */
interface IpSet {
  /** What its elements are made of, `ip`, `net`, `port` …; `set` for one of sets. */
  readonly parts: readonly string[];
  readonly elements: { readonly values: readonly string[]; readonly excepted: boolean }[];
  /** Whether all its elements were listed. */
  whole: boolean;
}

/** Sets by their names. */
export type IpSets = ReadonlyMap<string, IpSet>;

/** Reads `ipset save`; a line `cut NAME` stands for elements that were left out. */
export function readIpSets(text: string): IpSets {
  const sets = new Map<string, IpSet>();
  for (const line of text.split('\n')) {
    const [verb, name = '', value = '', ...options] = line.trim().split(/\s+/);
    if (verb === 'create') sets.set(name, { parts: (value.split(':')[1] ?? '').split(','), elements: [], whole: true });
    const set = sets.get(name);
    if (set === undefined) continue;
    if (verb === 'add') set.elements.push({ values: value.split(','), excepted: options.includes('nomatch') });
    if (verb === 'cut') set.whole = false;
  }
  return sets;
}

/** Whether a packet is in a set, whose parts are looked for at `sides` (`src`, `dst`). */
export function isInSet(sets: IpSets, name: string, sides: readonly string[], packet: Packet, depth = 0): Truth {
  const set = sets.get(name);
  if (set === undefined || depth > 4) return 'unknown';
  const truths = set.elements.map(({ values, excepted }) => {
    const [first = ''] = values;
    if (set.parts[0] === 'set') return isInSet(sets, first, sides, packet, depth + 1);
    const truth = allOf(values.map((value, at) => part(set.parts[at] ?? '', value, sides[at] ?? 'src', packet)));
    return excepted && truth !== 'no' ? 'unknown' : truth;
  });
  return anyOf(set.whole ? truths : [...truths, 'unknown']);
}

function part(kind: string, value: string, word: string, packet: Packet): Truth {
  const side: Side = word === 'src' ? 'source' : 'destination';
  if (kind === 'ip' || kind === 'net') return addressIn(packet, side, [value]);
  if (kind !== 'port') return 'unknown';
  const [protocol, ports] = value.includes(':') ? value.split(':') : ['tcp', value];
  if (protocol !== 'tcp') return 'no';
  const [from, to] = (ports ?? '').split('-').map(Number);
  return portIn(packet, side, [[from ?? Number.NaN, to ?? from ?? Number.NaN]]);
}
