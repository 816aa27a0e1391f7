import { fieldOf, isObject, under } from './nft-field.ts';
import { type Elements, elementsOf, isAbsent, isElement, matches } from './nft-match.ts';
import type { Packet } from './packet.ts';
import type { Action, Branch } from './ruleset.ts';
import { allOf, anyOf, not, type Truth } from './truth.ts';

/** What the statements of a rule do with a packet; each is asked only where those before it hold. */
export function branchesOf(statements: readonly unknown[], packet: Packet, sets: Elements): readonly Branch[] {
  const branches: Branch[] = [];
  let when: Truth = 'yes';
  for (const statement of statements) {
    if (when === 'no') break;
    if (!isObject(statement)) continue;
    const [[key, value] = ['', undefined]] = Object.entries(statement);
    if (key === 'match') when = allOf([when, matches(value, packet, sets)]);
    else if (key === 'vmap') {
      const looked = lookedUp(value, packet, sets);
      branches.push(...looked.map((branch) => ({ ...branch, when: allOf([when, branch.when]) })));
      when = allOf([when, not(anyOf(looked.map((branch) => branch.when)))]);
    } else if (conditions.includes(key) || (key === 'set' && under(statement, 'set')?.stmt !== undefined)) {
      when = allOf([when, 'unknown']);
    } else {
      const action = actionOf(key, value, packet);
      if (action?.do === 'redirect') when = allOf([when, isFound(value, packet, sets)]);
      if (action !== undefined) branches.push({ when, action });
    }
  }
  return branches;
}

/** Statements that end a rule where a rate, a number or a volume is exceeded, or is not; and those of iptables. */
const conditions: readonly string[] = ['limit', 'quota', 'ct count', 'meter', 'xt'];

function lookedUp(vmap: unknown, packet: Packet, sets: Elements): readonly Branch[] {
  const lost: readonly Branch[] = [{ when: 'unknown', action: { do: 'unknown' } }];
  if (!isObject(vmap)) return lost;
  const field = fieldOf(vmap.key, packet);
  if (isAbsent(field)) return [];
  const elements = elementsOf(vmap.data, sets);
  if (elements === undefined) return lost;
  const found = elements.flatMap((pair): readonly (Branch & { readonly any: boolean })[] => {
    const [element, verdict]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const [[key, value] = ['', undefined]] = isObject(verdict) ? Object.entries(verdict) : [];
    const when = isElement(field, element, packet);
    return when === 'no'
      ? []
      : [{ when, action: actionOf(key, value, packet) ?? { do: 'none' }, any: element === '*' }];
  });
  // The one for all others is for those alone.
  const exact = found.filter(({ any }) => !any);
  return exact.some(({ when }) => when === 'yes') ? exact : found;
}

/** Whether an address or a port that is looked up in a map is found there; where it is not, the rule ends. */
function isFound(value: unknown, packet: Packet, sets: Elements): Truth {
  const maps = isObject(value) ? [under(value.addr, 'map'), under(value.port, 'map')] : [];
  return allOf(
    maps.map((map) => {
      if (map === undefined) return 'yes';
      const field = fieldOf(map.key, packet);
      const elements = elementsOf(map.data, sets);
      if (elements === undefined) return 'unknown';
      return anyOf(elements.map((pair) => (Array.isArray(pair) ? isElement(field, pair[0], packet) : 'unknown')));
    }),
  );
}

function actionOf(key: string, value: unknown, packet: Packet): Action | undefined {
  switch (key) {
    case 'accept':
      return { do: 'accept' };
    case 'drop':
    case 'reject':
      return { do: 'drop' };
    case 'return':
      return { do: 'return' };
    case 'jump':
    case 'goto':
      return { do: key, chain: isObject(value) ? String(value.target) : '' };
    case 'redirect':
    case 'dnat':
      return { do: leadsBack(value, packet) ? 'accept' : 'redirect' };
    case 'tproxy':
    case 'fwd':
      return { do: 'redirect' };
    case 'notrack':
      return { do: 'notrack' };
    case 'mangle':
      return { do: setsMark(value) ? 'mark' : 'none' };
    case 'queue':
    case 'synproxy':
      return { do: 'unknown' };
    case 'snat':
    case 'masquerade':
      return { do: 'accept' };
    case 'counter':
    case 'log':
    case 'comment':
    case 'continue':
    case 'set':
    case 'map':
    case 'flow':
    case 'dup':
    case 'ct helper':
    case 'ct timeout':
    case 'ct expectation':
    case 'secmark':
    case 'last':
    case 'reset':
      return undefined;
    default:
      return { do: 'unknown' };
  }
}

/** Whether a mark gets another value than that of the packet's other mark. */
function setsMark(value: unknown): boolean {
  const isMark = (one: unknown): boolean => [under(one, 'meta'), under(one, 'ct')].some((of) => of?.key === 'mark');
  return isObject(value) && isMark(value.key) && !isMark(value.value);
}

/** Whether a packet is redirected to the very address and port that it is for. */
function leadsBack(value: unknown, { addresses, port }: Packet): boolean {
  const { addr, port: to } = isObject(value) ? value : {};
  return (addr === undefined || addresses.includes(String(addr))) && (to === undefined || to === port);
}
