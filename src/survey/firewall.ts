import type { Probe } from '../engine/survey.ts';

/** The firewall of the host. */
export interface HostFirewall {
  /** Which one is active; `none` also where one is installed but off. */
  readonly kind: 'none' | 'ufw' | 'firewalld';
  /** Its rules on TCP ports for everybody, in their order: the first that names a port decides. */
  readonly rules: readonly FirewallRule[];
}

/** What the firewall does with connections to some ports. */
export interface FirewallRule {
  readonly lets: boolean;
  /** As it prints them: `8014/tcp`, `80,443/tcp`, `8000:8100/tcp`. */
  readonly ports: string;
}

const script = `
if command -v ufw >/dev/null && ufw status 2>/dev/null | grep -q '^Status: active'; then
  echo kind ufw
  # A rule for some networks only (in the third column) lets a mini program in no more than none does.
  ufw status | awk '$3 == "Anywhere" && $2 ~ /^(ALLOW|LIMIT)$/ {print "allow " $1} $3 == "Anywhere" && $2 ~ /^(DENY|REJECT)$/ {print "deny " $1}'
elif command -v firewall-cmd >/dev/null && firewall-cmd --state >/dev/null 2>&1; then
  echo kind firewalld
  for port in $(firewall-cmd --list-ports); do echo "allow $port"; done
fi`;

/** Asks for the host's firewall. */
export const firewallProbe: Probe<HostFirewall> = { script, read: readFirewall };

/** Reads the probe's lines. */
export function readFirewall(output: string): HostFirewall {
  const kind = /^kind (\w+)$/m.exec(output)?.[1];
  return {
    kind: kind === 'ufw' || kind === 'firewalld' ? kind : 'none',
    rules: [...output.matchAll(/^(allow|deny) (\S+)$/gm)].map(([, does, ports]) => ({
      lets: does === 'allow',
      ports: ports ?? '',
    })),
  };
}

/** Whether the firewall lets TCP connections to a port in. */
export function letsIn(firewall: HostFirewall, port: number): boolean {
  if (firewall.kind === 'none') return true;
  return firewall.rules.find((rule) => names(rule, port))?.lets ?? false;
}

function names(rule: FirewallRule, port: number): boolean {
  const [ports, protocol] = rule.ports.split('/');
  if (protocol !== undefined && protocol !== 'tcp') return false;
  return (ports ?? '').split(',').some((range) => {
    const [from, to] = range.split(/[:-]/).map(Number);
    return from !== undefined && port >= from && port <= (to ?? from);
  });
}
