import {
  blamedOnLoopback,
  firewallBlamed,
  hostFirewallAt,
  isOfManager,
  type PortFirewall,
} from '../checks/host-firewall.ts';
import { ruleWords } from '../filters/rule-words.ts';
import type { Failure } from '../messages/failure.ts';
import { unclearPort } from '../messages/firewall.ts';
import type { Text } from '../messages/text.ts';
import { planFirewall } from '../resources/firewall.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';

/**
 * What a plan says of ports that the server's own packet filters shut, and that no step opens: rules of others are not
 * changed.
 */
export interface ClosedPorts {
  /** Ports that are shut to the server itself, so that no site could be proven. */
  readonly problems: readonly Failure[];
  /**
   * Ports that are shut to everybody else, or to all whom no rule names. That rules shut out a few, or may do so, is no
   * reason to warn each time.
   */
  readonly notices: readonly Failure[];
  /** Ports of which it is not clear. */
  readonly notes: readonly Text[];
}

/** Looks up what becomes of connections to `ports`. */
export function closedPorts(
  ports: readonly number[],
  { firewall, filters }: Pick<ProvisionedServer, 'firewall' | 'filters'>,
): ClosedPorts {
  const seen = ports.map((port) => ({ port, at: hostFirewallAt(port, firewall, filters) }));
  const problems = seen.flatMap(({ port, at }) => blamedOnLoopback(port, at) ?? []);
  const notices = seen.flatMap(({ port, at }) => shutToMost(port, at, planFirewall([port], firewall).length > 0) ?? []);
  return { problems, notices, notes: seen.flatMap(({ port, at }) => doubtAbout(port, at)) };
}

function doubtAbout(port: number, { verdict, unread }: PortFirewall): readonly Text[] {
  const by = [verdict.connect, verdict.later].flatMap((one) => (one.kind === 'unclear' ? one.by.map(ruleWords) : []));
  const rules = [...new Set([...by, ...unread])];
  return rules.length === 0 ? [] : [unclearPort(port, rules.slice(0, 3).join('; '))];
}

function shutToMost(port: number, at: PortFirewall, opened: boolean): Failure | undefined {
  for (const stage of ['connect', 'later'] as const) {
    const verdict = at.verdict[stage];
    if (verdict.kind === 'open' || verdict.kind === 'unclear') continue;
    if (verdict.kind === 'sources' && !verdict.most) continue;
    if (opened && isOfManager(verdict.by, at.program)) continue;
    // That this runner is let in does not help those who use the application.
    const forAll = verdict.kind === 'sources' ? { kind: verdict.kind, by: verdict.by, most: true } : verdict;
    return firewallBlamed(port, { ...at, verdict: { ...at.verdict, [stage]: forAll } }, stage, '-');
  }
  return undefined;
}
