import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { quote } from '../server/quote.ts';
import { goesOnLettingIn, type HostFirewall, letsIn } from '../survey/firewall.ts';

/** Steps that open `ports` in the host's firewall, where one is active and keeps them shut. */
export function planFirewall(ports: readonly number[], firewall: HostFirewall): readonly Step[] {
  return ports
    .filter((port) => !letsIn(firewall, port) || !goesOnLettingIn(firewall, port))
    .map((port) => ({
      kind: 'server',
      phase: 'publish',
      id: 'firewall.open',
      title: text(`Open port ${port} in ${firewall.kind}`, `在 ${firewall.kind} 中开放端口 ${port}`),
      reason: letsIn(firewall, port)
        ? text(`${firewall.kind} would shut it at its next reload`, `${firewall.kind} 下次重新加载时会关闭该端口`)
        : text(`${firewall.kind} is active and keeps it shut`, `${firewall.kind} 已启用且未开放该端口`),
      diff: `+ ${port}/tcp${firewall.zone === undefined ? '' : ` (zone ${firewall.zone})`}`,
      script: openCommand(firewall, port),
    }));
}

function openCommand({ kind, zone }: HostFirewall, port: number): string {
  // Before every other rule: a DENY that stands first would decide. An empty list knows no first place.
  if (kind === 'ufw') {
    const rule = `allow ${port}/tcp comment deploy-miniprogram-backend`;
    return `ufw prepend ${rule} >/dev/null 2>&1 || ufw ${rule} >/dev/null`;
  }
  const add = `${zone === undefined ? '' : `--zone=${quote(zone)} `}--add-port=${port}/tcp`;
  return `firewall-cmd --quiet ${add} && firewall-cmd --quiet --permanent ${add}`;
}
