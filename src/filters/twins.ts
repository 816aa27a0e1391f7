import type { FilterChain, Table } from './ruleset.ts';

/**
 * Tables that iptables keeps in nf_tables are shown by both programs: by nft without what iptables' own matches look
 * for, by iptables without chains that it did not make. Of each chain one of the two is left to be entered.
 */
export function withoutTwins(ofIptables: readonly Table[], ofNft: readonly Table[]): readonly Table[] {
  const twin = (table: Table, others: readonly Table[]): Table | undefined =>
    others.find(({ family, name }) => family === table.family && name === table.name);
  return [
    ...ofIptables.map((table) => {
      const nft = twin(table, ofNft);
      // Chains that it shows but that are not there yet let everything through.
      return nft === undefined
        ? table
        : entered(table, (chain) => isShownBy(nft, chain) || !nft.chains.has(chain.name));
    }),
    ...ofNft.map((table) => {
      const iptables = twin(table, ofIptables);
      return iptables === undefined ? table : entered(table, (chain) => !isShownBy(iptables, chain));
    }),
  ];
}

function isShownBy(other: Table, { name, base, rules }: FilterChain): boolean {
  const same = other.chains.get(name);
  return same?.base?.policy === base?.policy && same?.base?.hook === base?.hook && same?.rules.length === rules.length;
}

/** The table with only those chains of its own accord entered that `keeps` names. */
function entered(table: Table, keeps: (chain: FilterChain) => boolean): Table {
  const chains = [...table.chains].map(([name, chain]): [string, FilterChain] => [
    name,
    keeps(chain) ? chain : { name, rules: chain.rules },
  ]);
  return { ...table, chains: new Map(chains) };
}
