import { type IpSets, isInSet } from './ipset.ts';
import {
  addressIn,
  deviceIs,
  isServers,
  markIs,
  type Packet,
  portIn,
  type Side,
  stateIs,
  statusIs,
  valueIs,
} from './packet.ts';
import { allOf, anyOf, not, type Truth, truthOf } from './truth.ts';

/** One option of a match: `! --dport 80:90`. */
export interface Option {
  readonly name: string;
  readonly negated: boolean;
  readonly values: readonly string[];
}

/** One match of a rule, `-m tcp` with its options; what stands before every `-m` has the name `''`. */
export interface Match {
  readonly name: string;
  readonly options: readonly Option[];
}

/** Extensions that look at what packets carry. */
export const contentMatches: readonly string[] = ['string', 'u32', 'bpf', 'layer7', 'tls', 'ndpi'];

/** Whether a match holds for a packet. */
export function holds(match: Match, packet: Packet, sets: IpSets): Truth {
  if (match.name === 'comment') return 'yes';
  // A kernel looks through every packet's own bytes, and those that begin a connection have none.
  if (match.name === 'string' || match.name === 'tls') {
    return packet.payload || match.options.some(({ negated }) => negated) ? 'unknown' : 'no';
  }
  if (match.name === 'rpfilter') {
    // Whoever comes from the world comes in by the device that leads there.
    return truthOf(!match.options.some(({ name }) => name === '--invert'));
  }
  const truths = match.options.map((option) => {
    const truth = optionHolds(match.name, option, packet, sets);
    return option.negated ? not(truth) : truth;
  });
  return truths.length === 0 && match.name !== 'tcp' ? 'unknown' : allOf(truths);
}

function optionHolds(match: string, { name, values }: Option, packet: Packet, sets: IpSets): Truth {
  const [value = '', second = ''] = values;
  switch (`${match} ${name}`) {
    case ' -s':
      return addressIn(packet, 'source', [value]);
    case ' -d':
      return addressIn(packet, 'destination', [value]);
    case ' -i':
      return deviceIs(packet, 'in', value, '+');
    case ' -o':
      return deviceIs(packet, 'out', value, '+');
    case ' -p':
      return valueIs(['tcp', '6', 'all', '0'], value);
    case ' -f':
      return 'no';
    case 'tcp --dport':
    case 'multiport --dports':
      return portIn(packet, 'destination', rangesIn(value));
    case 'tcp --sport':
    case 'multiport --sports':
      return portIn(packet, 'source', rangesIn(value));
    case 'multiport --ports':
      return anyOf([portIn(packet, 'source', rangesIn(value)), portIn(packet, 'destination', rangesIn(value))]);
    case 'tcp --syn':
      return truthOf(packet.flags.includes('syn') && packet.flags.length === 1);
    case 'tcp --tcp-flags':
      return flagsAre(packet, value, second);
    case 'conntrack --ctstate':
    case 'state --state':
      return stateIs(packet, value.split(','));
    case 'conntrack --ctstatus':
      return statusIs(value.split(','));
    case 'conntrack --ctproto':
      return valueIs(['tcp', '6'], value);
    case 'conntrack --ctdir':
      return truthOf((value === 'ORIGINAL') === (packet.direction === 'in'));
    case 'conntrack --ctorigdstport':
      return portIn({ ...packet, direction: 'in' }, 'destination', rangesIn(value));
    case 'addrtype --src-type':
      return typeIs(packet, 'source', value);
    case 'addrtype --dst-type':
      return typeIs(packet, 'destination', value);
    case 'addrtype --limit-iface-in':
    case 'addrtype --limit-iface-out':
    case 'set --return-nomatch':
    case 'policy --dir':
    case 'recent --name':
    case 'recent --mask':
    case 'recent --rsource':
    case 'recent --rdest':
      return 'yes';
    case 'recent --set':
      return 'yes';
    case 'iprange --src-range':
      return addressIn(packet, 'source', [value]);
    case 'iprange --dst-range':
      return addressIn(packet, 'destination', [value]);
    case 'set --match-set':
      return isInSet(sets, value, second.split(','), packet);
    case 'pkttype --pkt-type':
      return valueIs(['unicast'], value);
    case 'mark --mark':
    case 'connmark --mark':
      return markIs(packet, /^(0x)?0+(\/|$)/.test(value));
    case 'policy --pol':
      return valueIs(['none'], value);
    default:
      return 'unknown';
  }
}

function rangesIn(list: string): readonly (readonly [number, number])[] {
  return list.split(',').map((range) => {
    const [from, to] = range.split(':');
    return [from === '' ? 0 : Number(from), to === undefined ? Number(from) : to === '' ? 65535 : Number(to)] as const;
  });
}

function flagsAre({ flags }: Packet, mask: string, wanted: string): Truth {
  const words = (list: string): readonly string[] => {
    const lower = list.toLowerCase();
    if (lower === 'all') return ['syn', 'ack', 'fin', 'rst', 'urg', 'psh'];
    return lower === 'none' ? [] : lower.split(',');
  };
  return truthOf(words(mask).every((flag) => flags.includes(flag) === words(wanted).includes(flag)));
}

function typeIs(packet: Packet, side: Side, types: string): Truth {
  const type = isServers(packet, side) || packet.device === 'lo' ? 'LOCAL' : 'UNICAST';
  return truthOf(types.split(',').includes(type));
}
