import { randomBytes } from 'node:crypto';
import { filterServer } from '../packet-filter.ts';
import type { AccountInstance, Firewall } from './instances.ts';
import type { Place } from './place.ts';
import { filterRules, ruleOf, type SomeRule } from './rules.ts';

/** A security group of an instance. One that the account has already is shared; its rules then stay as they are. */
export interface GroupOptions {
  /** `sg-` and eight letters or digits; a random one where left out. */
  readonly id?: string;
  /** Default: SSH from everywhere. */
  readonly rules?: readonly SomeRule[];
  /** What else it is of (default: nothing). */
  readonly others?: { readonly CVM?: number; readonly ENI?: number };
}

/** What an instance is at first. */
export interface InstanceOptions {
  readonly kind: 'lighthouse' | 'cvm';
  /** The practice server that it is; its rules stand in front of it. */
  readonly server?: { readonly address: string };
  /** Public addresses, where it is no practice server or has more than that one's. */
  readonly addresses?: readonly string[];
  /** `lhins-` or `ins-` and eight letters or digits; a random one where left out. */
  readonly id?: string;
  /** Default `ap-guangzhou`. */
  readonly region?: string;
  readonly name?: string;
  /** Of a Lighthouse instance (default: ICMP, 22, 80 and 443, as a new one has); of a CVM, those of its one group. */
  readonly rules?: readonly SomeRule[];
  /** Of a CVM, in the order in which they are asked (default: one). */
  readonly groups?: readonly GroupOptions[];
  readonly state?: string;
  readonly restriction?: string;
  /** Default: in 300 days for Lighthouse; a CVM is billed by the hour. */
  readonly expires?: Date;
  /** Default `NOTIFY_AND_MANUAL_RENEW`. */
  readonly renewFlag?: string;
}

const newId = (kind: string): string => `${kind}-${randomBytes(4).toString('hex')}`;

const usualRules: Readonly<Record<InstanceOptions['kind'], readonly SomeRule[]>> = {
  lighthouse: [{ protocol: 'ICMP', ports: 'ALL' }, { ports: '22' }, { ports: '80' }, { ports: '443' }],
  cvm: [{ ports: '22' }],
};

/** The instances of an account, and the packet filters in front of those that are practice servers. */
export function openInstances(place: Place) {
  const all: AccountInstance[] = [];
  const filtered = new Set<string>();
  const own = new Map<AccountInstance, string>();

  /** Has the packet filters say what the rules of all instances with a firewall say now. */
  const enforce = async (changed: Firewall): Promise<void> => {
    for (const [instance, address] of own) {
      if (instance.firewalls.includes(changed)) await filterServer(address, filterRules(rulesOf(instance)));
    }
  };
  const rulesOf = ({ firewalls }: AccountInstance) => firewalls.map(({ rules }) => rules);
  const firewall = (
    id: string,
    region: string,
    rules: readonly SomeRule[],
    others: GroupOptions['others'],
  ): Firewall => {
    const made: { -readonly [K in keyof Firewall]: Firewall[K] } = {
      id,
      region,
      version: 1,
      rules: rules.map(ruleOf),
      others: { CVM: 0, ENI: 0, ...others },
      change: async (next) => {
        made.rules = next.map(ruleOf);
        made.version += 1;
        await enforce(made);
      },
    };
    return made;
  };
  const firewallsOf = (options: InstanceOptions, id: string, region: string): readonly Firewall[] => {
    const rules = options.rules ?? usualRules[options.kind];
    if (options.kind === 'lighthouse') return [firewall(id, region, rules, undefined)];
    const known = all.flatMap(({ firewalls }) => firewalls);
    return (options.groups ?? [{ rules }]).map(
      (group) =>
        known.find((one) => one.id === group.id) ??
        firewall(group.id ?? newId('sg'), region, group.rules ?? usualRules.cvm, group.others),
    );
  };
  return {
    all: all as readonly AccountInstance[],
    filtered: filtered as ReadonlySet<string>,
    add: async (options: InstanceOptions): Promise<AccountInstance> => {
      const { kind, server, region = 'ap-guangzhou' } = options;
      const id = options.id ?? newId(kind === 'cvm' ? 'ins' : 'lhins');
      const instance: AccountInstance = {
        kind,
        id,
        region,
        name: options.name ?? 'practice',
        addresses: options.addresses ?? (server === undefined ? [] : [server.address]),
        state: options.state ?? 'RUNNING',
        restriction: options.restriction ?? 'NORMAL',
        expires: options.expires ?? (kind === 'cvm' ? undefined : new Date(Date.now() + 86_400_000 * 300)),
        renewFlag: options.renewFlag ?? 'NOTIFY_AND_MANUAL_RENEW',
        firewalls: firewallsOf(options, id, region),
      };
      all.push(instance);
      if (server !== undefined) {
        own.set(instance, server.address);
        filtered.add(server.address);
        place.noteFilter(server.address);
        await filterServer(server.address, filterRules(rulesOf(instance)));
      }
      return instance;
    },
  };
}
