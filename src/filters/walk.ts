import type { Packet } from './packet.ts';
import type { FilterChain, Rule, RuleAt, Table } from './ruleset.ts';
import { allOf, not, type Truth } from './truth.ts';

/** How a packet's way through a chain may end. `when` is `yes` for all cases that are left when it comes to it. */
export interface End {
  readonly when: Truth;
  readonly end: 'accept' | 'drop' | 'redirect' | 'unknown';
  readonly by: RuleAt;
}

/** All that may become of a packet in a base chain, in the order in which it is decided. */
export interface Walked {
  readonly ends: readonly End[];
  /** Whether a rule on the way may have set a mark. */
  readonly marks: boolean;
  /** Whether a rule on the way exempts it from connection tracking. */
  readonly untracked: Truth;
}

/** Deeper than the kernel lets anybody jump, and more rules than a packet can meet in good health. */
const limits = { depth: 20, rules: 100_000 };

/** Leads a packet through a base chain and all that it jumps to. */
export function walk(table: Table, chain: FilterChain, packet: Packet): Walked {
  const base = chain.base;
  const ends: End[] = [];
  let [asked, marks, untracked]: [number, boolean, Truth] = [0, false, 'no'];

  const at = ({ name }: FilterChain, rule?: Rule): RuleAt => ({
    tool: table.tool,
    family: table.family,
    table: table.name,
    chain: name,
    hook: base?.hook ?? 'input',
    ...(rule === undefined ? {} : { number: rule.number }),
    words: rule?.words ?? `policy ${base?.policy ?? 'accept'}`,
    content: rule?.content ?? false,
  });

  /** Whether packets may come back from the chain; those that `given` leaves in it are led on. */
  const through = (now: FilterChain, given: Truth, depth: number): boolean => {
    let [held, returned] = [given, false];
    for (const rule of now.rules) {
      asked += 1;
      if (asked > limits.rules || depth > limits.depth) {
        ends.push({ when: allOf([held, 'unknown']), end: 'unknown', by: at(now, rule) });
        return true;
      }
      for (const { when, action } of rule.branches(packet)) {
        if (when === 'no') continue;
        const cases = allOf([held, when]);
        switch (action.do) {
          case 'none':
            break;
          case 'mark':
            marks = true;
            break;
          case 'notrack':
            untracked = cases === 'yes' ? 'yes' : untracked === 'yes' ? 'yes' : 'unknown';
            break;
          case 'return':
            if (when === 'yes') return true;
            held = allOf([held, not(when)]);
            returned = true;
            break;
          case 'jump':
          case 'goto': {
            const target = table.chains.get(action.chain);
            const comesBack = target === undefined || through(target, cases, depth + 1);
            if (when === 'yes' && action.do === 'goto') return comesBack || returned;
            if (when === 'yes' && !comesBack) return returned;
            if (action.do === 'goto') {
              held = allOf([held, not(when)]);
              returned ||= comesBack;
            }
            break;
          }
          default:
            ends.push({ when: cases, end: action.do, by: at(now, rule) });
            if (when === 'yes' && action.do !== 'unknown') return returned;
        }
      }
    }
    return true;
  };

  if (through(chain, 'yes', 0)) ends.push({ when: 'yes', end: base?.policy ?? 'accept', by: at(chain) });
  return { ends, marks, untracked };
}
