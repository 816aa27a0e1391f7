import { type Client, isEverybody, isIn } from './addresses.ts';
import { type Truth, truthOf } from './truth.ts';

/** A packet of a connection from outside to a TCP port of the server. */
export interface Packet {
  readonly direction: 'in' | 'out';
  readonly family: 'ip' | 'ip6';
  /** The server's port: the destination of one that comes in, the source of an answer. */
  readonly port: number;
  /** The device that leads to the world; empty: not known. */
  readonly device: string;
  /** Addresses of the server on that device. */
  readonly addresses: readonly string[];
  readonly client: Client;
  /** What connection tracking says of it; `unknown` once a rule may exempt it. */
  readonly state: 'new' | 'established' | 'untracked' | 'unknown';
  readonly flags: readonly string[];
  /** Whether it carries data. */
  readonly payload: boolean;
  /** Whether a rule may have set a mark. */
  readonly marked: boolean;
}

/** One of the two ends of a packet. */
export type Side = 'source' | 'destination';

/** The way that packets are tracked and looked up is shared by all of a connection. */
export type Connection = Pick<Packet, 'family' | 'port' | 'device' | 'addresses' | 'client'>;

/** A connection's first packet, the server's answer, and the client's packets after it, with data and without. */
export function packetsOf(connection: Connection): {
  readonly connect: readonly Packet[];
  readonly later: readonly Packet[];
} {
  const usual = { ...connection, marked: false, payload: false } as const;
  return {
    connect: [
      { ...usual, direction: 'in', state: 'new', flags: ['syn'] },
      { ...usual, direction: 'out', state: 'established', flags: ['syn', 'ack'] },
    ],
    later: [
      { ...usual, direction: 'in', state: 'established', flags: ['ack'] },
      { ...usual, direction: 'in', state: 'established', flags: ['psh', 'ack'], payload: true },
      { ...usual, direction: 'out', state: 'established', flags: ['psh', 'ack'], payload: true },
    ],
  };
}

/** Whether an end of the packet is the server's. */
export function isServers(packet: Packet, side: Side): boolean {
  return (side === 'destination') === (packet.direction === 'in');
}

/** Whether the address of one end is in any of `specs`. */
export function addressIn(packet: Packet, side: Side, specs: readonly string[]): Truth {
  if (specs.some(isEverybody)) return 'yes';
  if (!isServers(packet, side)) return clientIn(packet.client, specs);
  const { addresses } = packet;
  if (addresses.length === 0) return specs.length === 0 ? 'no' : 'unknown';
  const each = addresses.map((address) => listed(address, specs));
  if (each.every((one) => one === each[0])) return each[0] ?? 'unknown';
  // Which of several addresses is asked for is not known.
  return 'unknown';
}

/** Whether a client is in any of `specs`. */
function clientIn(client: Client, specs: readonly string[]): Truth {
  if (client === 'anyone') return specs.length === 0 ? 'no' : 'some';
  return client === 'elsewhere' ? 'no' : listed(client.address, specs);
}

function listed(address: string, specs: readonly string[]): Truth {
  const each = specs.map((spec) => isIn(address, spec));
  if (each.includes(true)) return 'yes';
  return each.includes(undefined) ? 'unknown' : 'no';
}

/** Fewer of a client's possible ports than this are met by so few connections that they explain nothing. */
const fewPorts = 600;

/** Whether the port of one end is in any of `ranges`; the client's can be any of those that systems choose. */
export function portIn(packet: Packet, side: Side, ranges: readonly (readonly [number, number])[]): Truth {
  if (ranges.some(([from, to]) => Number.isNaN(from) || Number.isNaN(to))) return 'unknown';
  const covers = (from: number, to: number): boolean => ranges.some(([low, high]) => low <= from && high >= to);
  if (isServers(packet, side)) return truthOf(covers(packet.port, packet.port));
  if (covers(1024, 65535)) return 'yes';
  const met = ranges.reduce((sum, [low, high]) => sum + Math.max(0, high - Math.max(low, 1024) + 1), 0);
  return met >= fewPorts ? 'some' : 'no';
}

/** Whether a packet comes in by, or leaves by, a device whose name fits `pattern`; `many` ends one for several (`+`, `*`). */
export function deviceIs(packet: Packet, way: 'in' | 'out', pattern: string, many: string): Truth {
  if (packet.direction !== way) return truthOf(pattern === '' || pattern === many);
  const fits = (name: string): boolean =>
    pattern.endsWith(many) ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  if (packet.device === '') return pattern === 'lo' ? 'no' : pattern === many ? 'yes' : 'unknown';
  return truthOf(fits(packet.device));
}

/** Whether connection tracking gives the packet any of `states`. */
export function stateIs(packet: Packet, states: readonly string[]): Truth {
  if (packet.state === 'unknown') return 'unknown';
  return truthOf(states.some((state) => state.toLowerCase() === packet.state));
}

/** Whether connection tracking has noted any of `statuses`; one that was translated would be told as redirected. */
export function statusIs(statuses: readonly string[]): Truth {
  return statuses.every((status) => /^(dnat|snat|expected|dying)$/i.test(status)) ? 'no' : 'unknown';
}

/** Whether a mark has any of the values; it is 0 until a rule sets one. */
export function markIs(packet: Packet, zero: boolean): Truth {
  return packet.marked ? 'unknown' : truthOf(zero);
}

/** A value that is known, against words for it. */
export function valueIs(known: readonly string[], word: string): Truth {
  return truthOf(known.includes(word.toLowerCase()));
}
