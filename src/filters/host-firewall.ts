/** The firewall of the host. */
export interface HostFirewall {
  /** Which one is active; `none` also where one is installed but off. */
  readonly kind: 'none' | 'ufw' | 'firewalld';
  /** Its rules on TCP ports for everybody, in their order: the first that names a port decides. */
  readonly rules: readonly FirewallRule[];
  /** firewalld: the zone of the interface that leads to the world. */
  readonly zone?: string;
  /** firewalld: the rules of that zone after the next reload or reboot. Left out: they are those of now. */
  readonly permanent?: readonly FirewallRule[];
}

/** What the firewall does with connections to some ports. */
export interface FirewallRule {
  readonly lets: boolean;
  /** As it prints them: `8014/tcp`, `80,443/tcp`, `8000:8100/tcp`. */
  readonly ports: string;
  /** ufw: its number among all rules. */
  readonly number?: number;
}

/** Whether the firewall lets TCP connections to a port in. */
export function letsIn(firewall: HostFirewall, port: number): boolean {
  return firewall.kind === 'none' || decides(firewall.rules, port);
}

/** Whether it will still do so after its next reload, or the server's next reboot. */
export function goesOnLettingIn(firewall: HostFirewall, port: number): boolean {
  return firewall.kind === 'none' || decides(firewall.permanent ?? firewall.rules, port);
}

/** The rule that decides about a port: the first that names it; undefined: the default does. */
export function deciderOf({ rules }: HostFirewall, port: number): FirewallRule | undefined {
  return rules.find((rule) => names(rule, port));
}

function decides(rules: readonly FirewallRule[], port: number): boolean {
  return rules.find((rule) => names(rule, port))?.lets ?? false;
}

function names(rule: FirewallRule, port: number): boolean {
  const [ports, protocol] = rule.ports.split('/');
  if (protocol !== undefined && protocol !== 'tcp') return false;
  return (ports ?? '').split(',').some((range) => {
    const [from, to] = range.split(/[:-]/).map(Number);
    return from !== undefined && port >= from && port <= (to ?? from);
  });
}
