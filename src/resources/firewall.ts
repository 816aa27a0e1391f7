import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { type HostFirewall, letsIn } from '../survey/firewall.ts';

/** Steps that open `ports` in the host's firewall, where one is active and keeps them shut. */
export function planFirewall(ports: readonly number[], firewall: HostFirewall): readonly Step[] {
  return ports
    .filter((port) => !letsIn(firewall, port))
    .map((port) => ({
      kind: 'server',
      phase: 'publish',
      id: 'firewall.open',
      title: text(`Open port ${port} in ${firewall.kind}`, `在 ${firewall.kind} 中开放端口 ${port}`),
      reason: text(`${firewall.kind} is active and keeps it shut`, `${firewall.kind} 已启用且未开放该端口`),
      diff: `+ ${port}/tcp`,
      script: openCommand(firewall.kind, port),
    }));
}

function openCommand(kind: HostFirewall['kind'], port: number): string {
  // Before every other rule: a DENY that stands first would decide. An empty list knows no first place.
  if (kind === 'ufw') {
    const rule = `allow ${port}/tcp comment deploy-miniprogram-backend`;
    return `ufw prepend ${rule} >/dev/null 2>&1 || ufw ${rule} >/dev/null`;
  }
  return `firewall-cmd --quiet --add-port=${port}/tcp && firewall-cmd --quiet --permanent --add-port=${port}/tcp`;
}
