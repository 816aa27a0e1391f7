import type { Packet } from './packet.ts';
import type { Truth } from './truth.ts';

/** Where on a packet's way a chain is asked. */
export type Hook = 'ingress' | 'prerouting' | 'input' | 'output' | 'postrouting' | 'egress';

/** What a rule does with a packet that fits. `unknown`: what is not understood, or hands the packet to a program. */
export type Action =
  | { readonly do: 'accept' | 'drop' | 'redirect' | 'return' | 'none' | 'mark' | 'notrack' | 'unknown' }
  | { readonly do: 'jump' | 'goto'; readonly chain: string };

/** One thing that a rule may do, and whether it does. */
export interface Branch {
  readonly when: Truth;
  readonly action: Action;
}

/** One rule. */
export interface Rule {
  /** Its number in its chain, from 1; that of nft is its handle. */
  readonly number: number;
  /** The rule in its program's words, without comments and texts. */
  readonly words: string;
  /** Whether it looks at what packets carry. */
  readonly content: boolean;
  /** What it does with a packet, in order; what is not `no` and not final lets the next one be asked. */
  branches(packet: Packet): readonly Branch[];
}

/** One chain. */
export interface FilterChain {
  readonly name: string;
  /** Of one that packets enter by themselves. */
  readonly base?: {
    readonly hook: Hook;
    readonly priority: number;
    /** Only the first packet of a connection is asked there. */
    readonly nat: boolean;
    readonly policy: 'accept' | 'drop';
    /** The devices that it is for; left out: all. */
    readonly devices?: readonly string[];
  };
  readonly rules: readonly Rule[];
}

/** One table. */
export interface Table {
  /** The program that shows and changes it: `iptables`, `ip6tables`, `iptables-legacy`, `nft` … */
  readonly tool: string;
  readonly family: 'ip' | 'ip6' | 'inet' | 'netdev';
  readonly name: string;
  readonly chains: ReadonlyMap<string, FilterChain>;
}

/** A rule, or the policy of a chain, as it is told. */
export interface RuleAt {
  readonly tool: string;
  readonly family: string;
  readonly table: string;
  readonly chain: string;
  readonly hook: Hook;
  /** Left out: the policy. */
  readonly number?: number;
  readonly words: string;
  readonly content: boolean;
}

/** All packet filters of a server. */
export interface PacketFilters {
  readonly device: string;
  readonly addresses: readonly string[];
  /** Where the session that asked comes from; empty: not known. */
  readonly runner: string;
  readonly tables: readonly Table[];
  /** Programs whose rules were read. */
  readonly read: readonly string[];
  /** Programs whose rules are there but could not be read. */
  readonly unread: readonly string[];
  /** Programs that are not installed, so that their rules, should there be any, are not known. */
  readonly absent: readonly string[];
}
