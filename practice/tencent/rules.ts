/** A rule for what comes in, as either product keeps it. */
export interface Rule {
  /** `TCP`, `UDP`, `ICMP`, `ICMPv6`, `ALL`. */
  readonly protocol: string;
  /** `ALL`, `8014`, `80,443`, `8000-8100`; empty for a protocol without ports. */
  readonly ports: string;
  /** An IPv4 address, or more of them in CIDR notation; undefined: it is for IPv6, a group or a template. */
  readonly source: string | undefined;
  readonly sourceIpv6?: string;
  /** A security group (`sg-…`) or a template of addresses (`ipm-…`) in its source's place. */
  readonly sourceOther?: string;
  readonly action: 'ACCEPT' | 'DROP';
  readonly description: string;
}

/** A rule of somebody's, as far as it is not the usual: TCP, from everywhere, accepted. */
export type SomeRule = Pick<Rule, 'ports'> & Partial<Rule>;

/** A rule with what is usual filled in. */
export function ruleOf(some: SomeRule): Rule {
  return { protocol: 'TCP', source: '0.0.0.0/0', action: 'ACCEPT', description: '', ...some };
}

/** What a rule is told from others by: all but its description. */
export function sameRule(one: Rule, other: Rule): boolean {
  const key = ({ protocol, ports, source, sourceIpv6, sourceOther, action }: Rule): string =>
    JSON.stringify([protocol, ports, source, sourceIpv6, sourceOther, action]).toUpperCase();
  return key(one) === key(other);
}

const number = '(?:[1-9]\\d{0,4}|0)';
const portForm = new RegExp(`^(?:ALL|${number}|${number}(?:,${number})+|${number}-${number})$`, 'i');

/** Whether the API takes ports that are written so. */
export function portsAreGood(protocol: string, ports: string): boolean {
  if (!/^(?:TCP|UDP)$/i.test(protocol)) return ports === '' || /^ALL$/i.test(ports);
  const numbers = ports.split(/[,-]/).map(Number);
  if (!portForm.test(ports) || ports.length > 64 || numbers.some((one) => one > 65_535)) return false;
  return !ports.includes('-') || (numbers[0] ?? 0) < (numbers[1] ?? 0);
}

/**
 * A packet filter's rules (of iptables, without the chain) that judge as the cloud does what opens a TCP connection: one
 * list after another, each from the top, the first that fits decides, and what none fits is dropped. What is accepted
 * returns, so that filters of other kinds have their say.
 */
export function filterRules(lists: readonly (readonly Rule[])[]): readonly (readonly string[])[] {
  const judged = lists.flat().flatMap((rule) => {
    if (!/^(?:TCP|ALL)$/i.test(rule.protocol) || rule.source === undefined) return [];
    const target = ['-j', rule.action === 'ACCEPT' ? 'RETURN' : 'DROP'];
    const source = rule.source === '0.0.0.0/0' ? [] : ['-s', rule.source];
    if (/^(?:ALL|)$/i.test(rule.ports)) return [[...source, '-p', 'tcp', ...target]];
    return rule.ports.split(',').map((port) => [...source, '-p', 'tcp', '--dport', port.replace('-', ':'), ...target]);
  });
  return [...judged, ['-j', 'DROP']];
}
