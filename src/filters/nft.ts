import { isObject, under } from './nft-field.ts';
import { branchesOf } from './nft-rule.ts';
import { nftWords } from './nft-words.ts';
import type { FilterChain, Hook, Rule, Table } from './ruleset.ts';

/** What the listing in text says that the JSON of some versions leaves out. */
export interface NftMore {
  /** Tables (`ip raw`) that are switched off. */
  readonly dormant: readonly string[];
  /** Devices of chains (`netdev filter in`) for single ones. */
  readonly devices: ReadonlyMap<string, readonly string[]>;
  /** Whether the elements of named sets were left out, since there are too many. */
  readonly terse: boolean;
}

/** A table that is being read. */
interface Draft extends Omit<Table, 'chains'> {
  readonly chains: Map<string, FilterChain & { readonly rules: Rule[] }>;
  readonly sets: Map<string, readonly unknown[] | undefined>;
}

const hooks: readonly Hook[] = ['ingress', 'prerouting', 'input', 'output', 'postrouting', 'egress'];

const unturnable: ReadonlySet<string> = new Set(['toString', 'valueOf']);

/** Reads what `nft -j list ruleset` printed. Throws SyntaxError for what is no JSON. */
export function readNft(json: string, more: NftMore): readonly Table[] {
  // A member named so would keep the object from being turned into text; nft has none (libnftables-json(5)).
  const listed: unknown = JSON.parse(json, (key, value) => (unturnable.has(key) ? undefined : value));
  const objects: readonly unknown[] = isObject(listed) && Array.isArray(listed.nftables) ? listed.nftables : [];
  const tables = new Map<string, Draft>();
  for (const object of objects) {
    const { family, name } = under(object, 'table') ?? {};
    if (family === 'ip' || family === 'ip6' || family === 'inet' || family === 'netdev') {
      tables.set(`${family} ${String(name)}`, {
        tool: 'nft',
        family,
        name: String(name),
        chains: new Map(),
        sets: new Map(),
      });
    }
    addSet(object, tables, more);
    addChain(object, tables, more);
    addRule(object, tables);
  }
  return [...tables].flatMap(([key, table]) => (more.dormant.includes(key) ? [] : [table]));
}

function tableOf(
  tables: ReadonlyMap<string, Draft>,
  { family, table }: Readonly<Record<string, unknown>>,
): Draft | undefined {
  return tables.get(`${String(family)} ${String(table)}`);
}

function addSet(object: unknown, tables: ReadonlyMap<string, Draft>, { terse }: NftMore): void {
  const set = under(object, 'set') ?? under(object, 'map');
  if (set === undefined) return;
  const elements = Array.isArray(set.elem) ? set.elem : terse ? undefined : [];
  tableOf(tables, set)?.sets.set(String(set.name), elements);
}

function addChain(object: unknown, tables: ReadonlyMap<string, Draft>, { devices }: NftMore): void {
  const chain = under(object, 'chain');
  const table = chain === undefined ? undefined : tableOf(tables, chain);
  if (chain === undefined || table === undefined) return;
  const name = String(chain.name);
  const hook = hooks.find((one) => one === chain.hook);
  const only = devicesOf(chain.dev) ?? devices.get(`${table.family} ${table.name} ${name}`);
  const base =
    hook === undefined
      ? {}
      : {
          base: {
            hook,
            priority: Number(chain.prio ?? 0),
            nat: chain.type === 'nat',
            policy: chain.policy === 'drop' ? ('drop' as const) : ('accept' as const),
            ...(only === undefined ? {} : { devices: only }),
          },
        };
  table.chains.set(name, { name, ...base, rules: [] });
}

function devicesOf(dev: unknown): readonly string[] | undefined {
  if (Array.isArray(dev)) return dev.map(String);
  return typeof dev === 'string' ? [dev] : undefined;
}

function addRule(object: unknown, tables: ReadonlyMap<string, Draft>): void {
  const rule = under(object, 'rule');
  const table = rule === undefined ? undefined : tableOf(tables, rule);
  if (rule === undefined || table === undefined) return;
  const statements: readonly unknown[] = Array.isArray(rule.expr) ? rule.expr : [];
  const words = nftWords(statements);
  table.chains.get(String(rule.chain))?.rules.push({
    number: Number(rule.handle),
    words,
    content: /(^| )@(th|nh|ll|ih),|xt match string/.test(words),
    branches: (packet) => branchesOf(statements, packet, table.sets),
  });
}
