import { type Field, fieldOf, flagWords, isObject } from './nft-field.ts';
import { addressIn, deviceIs, markIs, type Packet, portIn, stateIs, statusIs, valueIs } from './packet.ts';
import { allOf, anyOf, not, type Truth, truthOf } from './truth.ts';

/** Elements of the sets and maps of a table by their names; undefined: those of one that were not listed. */
export type Elements = ReadonlyMap<string, readonly unknown[] | undefined>;

const everyFlag = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ecn', 'cwr'];

/** Whether a comparison holds: `{"op": "==", "left": ..., "right": ...}`. */
export function matches(comparison: unknown, packet: Packet, sets: Elements): Truth {
  if (!isObject(comparison)) return 'unknown';
  const { op, left, right } = comparison;
  const field = fieldOf(left, packet);
  // That a packet is of the protocol is a condition of its own, whatever is compared.
  if (isAbsent(field)) return 'no';
  if (op === 'in') return isOneOf(field, right, packet, sets);
  const exact: Field = field.kind === 'flags' ? { mask: everyFlag, ...field } : field;
  if (op === '==') return isOneOf(exact, right, packet, sets);
  if (op === '!=') return not(isOneOf(exact, right, packet, sets));
  const bound = Number(right);
  if (field.kind !== 'port' || Number.isNaN(bound)) return 'unknown';
  switch (op) {
    case '<':
      return portIn(packet, field.side, [[0, bound - 1]]);
    case '<=':
      return portIn(packet, field.side, [[0, bound]]);
    case '>':
      return portIn(packet, field.side, [[bound + 1, 65535]]);
    case '>=':
      return portIn(packet, field.side, [[bound, 65535]]);
    default:
      return 'unknown';
  }
}

/** Whether a packet has no such field. */
export function isAbsent(field: Field): boolean {
  return field.kind === 'absent' || (field.kind === 'all' && field.fields.some(isAbsent));
}

/** Whether a field is an element, or one of a set's: `@name`, `{"set": [...]}`, a single value. */
function isOneOf(field: Field, right: unknown, packet: Packet, sets: Elements): Truth {
  const elements = elementsOf(right, sets);
  if (elements === undefined) return 'unknown';
  if (field.kind === 'address') {
    const specs = elements.map((one) => addressSpec(inner(one)));
    if (!specs.includes(undefined) && !elements.some(isLimited)) {
      return addressIn(
        packet,
        field.side,
        specs.filter((one) => one !== undefined),
      );
    }
  }
  return anyOf(elements.map((one) => isElement(field, one, packet)));
}

/** Elements of what a field is compared with, or looked up in. */
export function elementsOf(right: unknown, sets: Elements): readonly unknown[] | undefined {
  if (typeof right === 'string' && right.startsWith('@')) return sets.get(right.slice(1));
  const set = isObject(right) ? right.set : undefined;
  return Array.isArray(set) ? set : [right];
}

/** Whether a field is one element: a value, a range, a prefix, several of them in a row. */
export function isElement(field: Field, element: unknown, packet: Packet): Truth {
  if (isLimited(element)) return allOf([isElement(field, inner(element), packet), 'unknown']);
  const value = inner(element);
  if (value === '*') return 'yes';
  switch (field.kind) {
    case 'port': {
      const range = isObject(value) && Array.isArray(value.range) ? value.range : [value, value];
      return portIn(packet, field.side, [[Number(range[0]), Number(range[1])]]);
    }
    case 'address': {
      const spec = addressSpec(value);
      return spec === undefined ? 'unknown' : addressIn(packet, field.side, [spec]);
    }
    case 'device':
      return typeof value === 'string' ? deviceIs(packet, field.way, value, '*') : 'unknown';
    case 'state':
      return stateIs(packet, flagWords(value));
    case 'status':
      return statusIs(flagWords(value));
    case 'mark':
      return typeof value === 'number' ? markIs(packet, value === 0) : 'unknown';
    case 'value':
      return isObject(value) ? 'unknown' : valueIs(field.known, String(value));
    case 'flags':
      return flagsAre(packet.flags, field.mask, flagWords(value));
    case 'all': {
      const parts = isObject(value) && Array.isArray(value.concat) ? value.concat : [];
      if (parts.length !== field.fields.length) return 'unknown';
      return allOf(field.fields.map((one, at) => isElement(one, parts[at], packet)));
    }
    case 'absent':
      return 'no';
    default:
      return 'unknown';
  }
}

/** With a mask: those within it are these and no others; without one: any of these is there. */
function flagsAre(flags: readonly string[], mask: readonly string[] | undefined, wanted: readonly string[]): Truth {
  if (mask === undefined) return truthOf(wanted.some((flag) => flags.includes(flag)));
  if (wanted.some((flag) => /^\d/.test(flag) && flag !== '0')) return 'unknown';
  return truthOf(mask.every((flag) => flags.includes(flag) === wanted.includes(flag)));
}

function inner(element: unknown): unknown {
  const value = isObject(element) && isObject(element.elem) ? element.elem.val : undefined;
  return value === undefined ? element : value;
}

/** An element with a condition of its own: a rate, a quota, a count of connections. */
function isLimited(element: unknown): boolean {
  const inner = isObject(element) && isObject(element.elem) ? element.elem : undefined;
  return inner !== undefined && ['limit', 'quota', 'ct count'].some((key) => key in inner);
}

function addressSpec(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  if (Array.isArray(value.range)) return value.range.join('-');
  const prefix = value.prefix;
  return isObject(prefix) ? `${String(prefix.addr)}/${String(prefix.len)}` : undefined;
}
