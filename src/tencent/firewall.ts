import type { Instance } from './instance.ts';

/** A rule for what comes in, in the words of either product. */
export interface CloudRule {
  /** `TCP`, `UDP`, `ICMP`, `ALL`, in capitals. */
  readonly protocol: string;
  /** `ALL`, `8014`, `80,443`, `8000-8100`. */
  readonly ports: string;
  /** IPv4 in CIDR notation; undefined where the rule is for IPv6, or its sources are not known (a template, a group). */
  readonly source: string | undefined;
  /** Whether its ports or sources are known: false where a template or another group stands for them. */
  readonly known: boolean;
  readonly action: 'ACCEPT' | 'DROP';
  readonly description: string;
  /** `PolicyIndex` of a security group's; its place in the list, from 0, of a Lighthouse firewall's. */
  readonly index: number;
}

/** Rules that are asked one after another; the first that fits decides. */
export interface RuleList {
  /** Of the Lighthouse instance, or of the security group. */
  readonly id: string;
  /** What a change must name, so that it meets the rules that were read. */
  readonly version: string;
  readonly rules: readonly CloudRule[];
  /** How many other servers and network interfaces a security group is of; 0 where it is this one's alone. */
  readonly others: number;
}

/** What Tencent lets through to an instance. */
export interface CloudFirewall {
  readonly instance: Instance;
  /** One of a Lighthouse instance; one for each security group of a CVM. */
  readonly lists: readonly RuleList[];
}
