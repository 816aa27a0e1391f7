import { readIpSets } from '../../../src/filters/ipset.ts';
import { readIptables } from '../../../src/filters/iptables.ts';
import { readNft } from '../../../src/filters/nft.ts';
import { ruleWords } from '../../../src/filters/rule-words.ts';
import type { PacketFilters, Table } from '../../../src/filters/ruleset.ts';
import { type Verdict, verdictOf } from '../../../src/filters/verdict.ts';

/** A server with one device and address, asked from 198.18.0.1, and these tables. */
export function filtersOf(tables: readonly Table[], more: Partial<PacketFilters> = {}): PacketFilters {
  return {
    device: 'eth0',
    addresses: ['198.18.0.10'],
    runner: '198.18.0.1',
    tables,
    read: ['iptables', 'nft'],
    unread: [],
    absent: [],
    ...more,
  };
}

/** A table as `iptables-save` prints it; `rules` begin with `-A`, `-P`, `-N`, as they are given to iptables. */
export function table(rules: readonly string[], name = 'filter', sets = ''): Table {
  const policy = (chain: string): string =>
    rules.find((rule) => rule.startsWith(`-P ${chain} `))?.split(' ')[2] ?? 'ACCEPT';
  const own = rules.filter((rule) => rule.startsWith('-N ')).map((rule) => `:${rule.slice(3)} - [0:0]`);
  const base = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'].map(
    (chain) => `:${chain} ${policy(chain)} [0:0]`,
  );
  const added = rules.filter((rule) => rule.startsWith('-A '));
  const text = [`*${name}`, ...base, ...own, ...added, 'COMMIT', ''].join('\n');
  return readIptables(text, 'iptables', 'ip', readIpSets(sets))[0] as Table;
}

/** Tables of nft: one of family inet, `t`, with a chain in the hook of input and these rules, besides other `objects`. */
export function nftTables(
  rules: readonly (readonly object[])[],
  objects: readonly object[] = [],
  policy = 'accept',
): readonly Table[] {
  const all = [
    { metainfo: { json_schema_version: 1 } },
    { table: { family: 'inet', name: 't', handle: 1 } },
    { chain: { family: 'inet', table: 't', name: 'in', type: 'filter', hook: 'input', prio: 0, policy } },
    ...objects,
    ...rules.map((expr, at) => ({ rule: { family: 'inet', table: 't', chain: 'in', handle: at + 1, expr } })),
  ];
  return readNft(JSON.stringify({ nftables: all }), { dormant: [], devices: new Map(), terse: false });
}

/** One verdict in a line: its kind, whom it is for, and the rules. */
export function told(verdict: Verdict): string {
  if (verdict.kind === 'open') return 'open';
  const rules = verdict.kind === 'unclear' ? verdict.by : [verdict.by];
  const who =
    verdict.kind === 'sources'
      ? `${verdict.most ? ' most' : ''}${verdict.client === undefined ? '' : ' runner out'}${verdict.admitted === undefined ? '' : ' runner in'}`
      : '';
  return `${verdict.kind}${who}: ${rules.map(ruleWords).join('; ')}`;
}

/** What becomes of connections to port 8014, and of their later packets where that differs. */
export function verdict(tables: readonly Table[], more: Partial<PacketFilters> = {}): string {
  const { connect, later } = verdictOf(filtersOf(tables, more), 8014);
  const [first, then] = [told(connect), told(later)];
  const kind = (line: string): string => line.split(':')[0] ?? '';
  return kind(first) === kind(then) ? first : `${first}, then ${then}`;
}
