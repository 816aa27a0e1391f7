import { commandLine } from '../shell/quote.ts';
import type { RuleAt } from './ruleset.ts';

/** Where a rule is and what it says: `filter INPUT, rule 3: -p tcp --dport 8014 -j DROP`. */
export function ruleWords({ tool, family, table, chain, number, words }: RuleAt): string {
  const place = tool === 'nft' ? `${family} ${table} ${chain}` : `${table} ${chain}`;
  const which = number === undefined ? '' : tool === 'nft' ? ` handle ${number}` : ` rule ${number}`;
  // What comes from the server is data.
  return `${tool} ${place}${which}: ${words}`.replace(/[^\x20-\x7e…]/g, '?').replaceAll('`', "'");
}

/** The command that accepts a port before all rules of the chain that has `rule`; it changes none of them. */
export function acceptCommand({ tool, family, table, chain, hook }: RuleAt, port: number): string {
  const which = hook === 'output' || hook === 'postrouting' || hook === 'egress' ? 'sport' : 'dport';
  if (tool === 'nft') {
    return commandLine(['nft', 'insert', 'rule', family, table, chain, 'tcp', which, String(port), 'accept']);
  }
  return commandLine([tool, '-t', table, '-I', chain, '-p', 'tcp', `--${which}`, String(port), '-j', 'ACCEPT']);
}

/** The command that deletes a rule. */
export function deleteCommand(rule: RuleAt): string {
  const { tool, family, table, chain, number = 1 } = rule;
  if (tool === 'nft') return commandLine(['nft', 'delete', 'rule', family, table, chain, 'handle', String(number)]);
  return commandLine([tool, '-t', table, '-D', chain, String(number)]);
}

/** The command that shows a chain with the counters of its rules. */
export function showCommand({ tool, family, table, chain }: RuleAt): string {
  if (tool === 'nft') return commandLine(['nft', '-a', 'list', 'chain', family, table, chain]);
  return commandLine([tool, '-t', table, '-vnL', chain, '--line-numbers']);
}
