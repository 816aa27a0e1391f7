import type { Instance } from './instance.ts';

/** A rule for what comes in, in the words of either product. */
export interface CloudRule {
  /** `TCP`, `UDP`, `ICMP`, `ALL`, in capitals. */
  readonly protocol: string;
  /** `ALL`, `8014`, `80,443`, `8000-8100`. */
  readonly ports: string;
  /** IPv4 in CIDR notation; undefined where the rule is for IPv6, or its sources are not known (a template, a group). */
  readonly source: string | undefined;
  /** Whether its ports and sources are known: false where a template or another group stands for either. */
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
  /**
   * How many other servers, network interfaces and the like a security group is of; 0 where it is this one's alone;
   * undefined: the account's rights do not suffice to tell.
   */
  readonly others: number | undefined;
}

/** What Tencent lets through to an instance. */
export interface CloudFirewall {
  readonly instance: Instance;
  /** One of a Lighthouse instance; one for each security group of a CVM. */
  readonly lists: readonly RuleList[];
}

/** A rule to be written, for what comes in by TCP. */
export interface NewRule {
  /** `8014`. */
  readonly ports: string;
  /** IPv4 in CIDR notation; of a security group also `MY_PUBLIC_IP`, for which Tencent puts the caller's address. */
  readonly source: string;
  /** At most 64 characters. */
  readonly description: string;
}
