import { blamed, hostFirewallAt, isOfManager } from '../checks/host-firewall.ts';
import type { Failure } from '../messages/failure.ts';
import { planFirewall } from '../resources/firewall.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';

/**
 * Ports that the server's own packet filters shut to everybody, or to all whom no rule names, and that no step opens:
 * rules of others are not changed. One whose rules shut out a few, or may do so, is no reason to warn each time.
 */
export function closedPorts(
  ports: readonly number[],
  { firewall, filters }: Pick<DeploymentSurvey, 'firewall' | 'filters'>,
): readonly Failure[] {
  return ports.flatMap((port) => {
    const at = hostFirewallAt(port, firewall, filters);
    const opened = planFirewall([port], firewall).length > 0;
    for (const stage of ['connect', 'later'] as const) {
      const verdict = at.verdict[stage];
      if (verdict.kind === 'open' || verdict.kind === 'unclear') continue;
      if (verdict.kind === 'sources' && !verdict.most) continue;
      if (opened && isOfManager(verdict.by, at.program)) continue;
      // That this runner is let in does not help those who use the application.
      const forAll = verdict.kind === 'sources' ? { kind: verdict.kind, by: verdict.by, most: true } : verdict;
      const found = blamed(port, { ...at, verdict: { ...at.verdict, [stage]: forAll } }, stage, '-');
      if (found !== undefined) return [found];
    }
    return [];
  });
}
