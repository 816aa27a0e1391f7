import type { IpSets } from './ipset.ts';
import { contentMatches, holds, type Match, type Option } from './iptables-match.ts';
import { words as split } from './iptables-words.ts';
import type { Packet } from './packet.ts';
import type { Action, FilterChain, Hook, Rule, Table } from './ruleset.ts';
import { allOf } from './truth.ts';

const hooks: Readonly<Record<string, Hook>> = {
  PREROUTING: 'prerouting',
  INPUT: 'input',
  OUTPUT: 'output',
  POSTROUTING: 'postrouting',
};

/** The order of tables in one hook (netfilter_ipv4.h). */
const priorities: Readonly<Record<string, number>> = { raw: -300, mangle: -150, nat: -100, filter: 0, security: 50 };

/** Targets that let the next rule be asked; those that only mark are aside. */
const passing =
  /^(LOG|NFLOG|ULOG|SET|TRACE|TCPMSS|CLASSIFY|AUDIT|CHECKSUM|DSCP|TOS|TTL|HL|ECN|CT|SECMARK|CONNSECMARK|RATEEST|IDLETIMER|LED|TEE|HMARK)$/;

/** Reads what `iptables-save` or `ip6tables-save` printed. What it cannot read of a rule makes that rule `unknown`. */
export function readIptables(text: string, tool: string, family: 'ip' | 'ip6', sets: IpSets): readonly Table[] {
  const tables: { readonly name: string; readonly chains: Map<string, FilterChain & { readonly rules: Rule[] }> }[] =
    [];
  for (const line of text.split('\n')) {
    const table = tables.at(-1);
    const [, name] = /^\*(\S+)/.exec(line) ?? [];
    if (name !== undefined) tables.push({ name, chains: new Map() });
    const [, chain, policy] = /^:(\S+) (\S+)/.exec(line) ?? [];
    if (table !== undefined && chain !== undefined) {
      table.chains.set(chain, { name: chain, ...baseOf(table.name, chain, policy ?? '-'), rules: [] });
    }
    const [, into = '', rest = ''] = /^(?:\[\d+:\d+\] )?-A (\S+) ?(.*)$/.exec(line) ?? [];
    const rules = table?.chains.get(into)?.rules;
    rules?.push(readRule(rest, rules.length + 1, sets, (chain) => table?.chains.has(chain) === true));
  }
  return tables.map(({ name, chains }) => ({ tool, family, name, chains }));
}

function baseOf(table: string, chain: string, policy: string): Pick<FilterChain, 'base'> {
  const hook = hooks[chain];
  if (hook === undefined || policy === '-') return {};
  const nat = table === 'nat';
  return {
    base: { hook, priority: priorities[table] ?? 0, nat, policy: policy === 'DROP' ? 'drop' : 'accept' },
  };
}

function readRule(rest: string, number: number, sets: IpSets, isChain: (name: string) => boolean): Rule {
  const words = split(rest);
  const { matches, target } = parse(words);
  return {
    number,
    words: told(words),
    content: matches.some(({ name }) => contentMatches.includes(name)),
    branches: (packet) => [
      { when: allOf(matches.map((match) => holds(match, packet, sets))), action: actionOf(target, packet, isChain) },
    ],
  };
}

/** What follows `-j` or `-g`. */
interface Target {
  readonly name: string;
  readonly goto: boolean;
  readonly options: readonly string[];
}

function parse(words: readonly string[]): { readonly matches: readonly Match[]; readonly target: Target | undefined } {
  const matches: { readonly name: string; readonly options: (Option & { readonly values: string[] })[] }[] = [
    { name: '', options: [] },
  ];
  let negated = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-j' || word === '-g') {
      const target = { name: words[at + 1] ?? '', goto: word === '-g', options: words.slice(at + 2) };
      return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target };
    }
    if (word === '!') negated = true;
    else if (word === '-m') {
      matches.push({ name: words[at + 1] ?? '', options: [] });
      at += 1;
    } else if (/^-[a-z]$|^--[a-z]/.test(word)) {
      // Options of one letter are those of every rule, wherever they stand.
      const home = word.startsWith('--') ? matches.at(-1) : matches[0];
      home?.options.push({ name: word, negated, values: [] });
      negated = false;
      while (at + 1 < words.length && !/^(!|-[a-z]|--[a-z].*)$/.test(words[at + 1] ?? '')) {
        home?.options.at(-1)?.values.push(words[at + 1] ?? '');
        at += 1;
      }
    }
  }
  return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target: undefined };
}

function actionOf(target: Target | undefined, packet: Packet, isChain: (name: string) => boolean): Action {
  if (target === undefined) return { do: 'none' };
  const { name, options } = target;
  if (isChain(name)) return { do: target.goto ? 'goto' : 'jump', chain: name };
  if (name === 'NOTRACK' || (name === 'CT' && options.includes('--notrack'))) return { do: 'notrack' };
  if (name === 'MARK' || name === 'CONNMARK') {
    return { do: options.some((option) => /^--(restore|save)-mark$/.test(option)) ? 'none' : 'mark' };
  }
  if (passing.test(name)) return { do: 'none' };
  switch (name) {
    case 'ACCEPT':
    case 'SNAT':
    case 'MASQUERADE':
      return { do: 'accept' };
    case 'DROP':
    case 'REJECT':
    case 'TARPIT':
    case 'STEAL':
      return { do: 'drop' };
    case 'RETURN':
      return { do: 'return' };
    case 'DNAT':
    case 'REDIRECT':
      return { do: leadsBack(options, packet) ? 'accept' : 'redirect' };
    case 'TPROXY':
    case 'NETMAP':
      return { do: 'redirect' };
    default:
      return { do: 'unknown' };
  }
}

/** Whether a packet is redirected to the very address and port that it is for. */
function leadsBack(options: readonly string[], { addresses, port }: Packet): boolean {
  const after = (option: string): string | undefined => options[options.indexOf(option) + 1 || options.length];
  const [, address, to] = /^([^:]*|\[.*\])(?::(\d+))?$/.exec(after('--to-destination') ?? '') ?? [];
  if (address !== undefined && address !== '' && !addresses.includes(address)) return false;
  return [to, after('--to-ports')].every((one) => one === undefined || one === String(port));
}

/** The rule without texts that somebody wrote into it: comments, prefixes of log lines, what is looked for in packets. */
function told(words: readonly string[]): string {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-m' && words[at + 1] === 'comment') at += 1;
    else if (word === '--comment') at += 1;
    else if (/^--(log-prefix|nflog-prefix|string|hex-string|host|bytecode|u32)$/.test(word)) {
      kept.push(word, '…');
      at += 1;
    } else kept.push(word);
  }
  return kept.join(' ').slice(0, 300);
}
