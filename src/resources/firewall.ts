import type { Step } from '../engine/step.ts';
import { deciderOf, goesOnLettingIn, type HostFirewall, letsIn } from '../filters/host-firewall.ts';
import { text } from '../messages/text.ts';
import { quote } from '../shell/quote.ts';

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
        ? text(`${firewall.kind} would close it at its next reload`, `${firewall.kind} 下次重新加载时会关闭该端口`)
        : text(`${firewall.kind} is active and blocks it`, `${firewall.kind} 已启用且未开放该端口`),
      diff: `+ ${port}/tcp${firewall.zone === undefined ? '' : ` (zone ${firewall.zone})`}`,
      script: openCommand(firewall, port),
    }));
}

function openCommand(firewall: HostFirewall, port: number): string {
  const { kind, zone } = firewall;
  // At the end, where the administrator's bans go before it; right before a rule that shuts the port, where there is one.
  if (kind === 'ufw') {
    const place = deciderOf(firewall, port)?.number;
    const rule = `allow ${port}/tcp comment deploy-miniprogram-backend`;
    // A rule that denies this very port is changed instead: ufw skips the insertion of another one for it.
    const insert = place === undefined ? '' : `ufw insert ${place} ${rule} | grep -v Skipping >/dev/null || `;
    return `${insert}ufw ${rule} >/dev/null`;
  }
  // Rich rules that deny are asked before ports are.
  const denied = [firewall, { ...firewall, rules: firewall.permanent ?? [] }].some(
    (rules) => deciderOf(rules, port)?.lets === false,
  );
  const open = denied
    ? quote(`--add-rich-rule=rule priority="-100" port port="${port}" protocol="tcp" accept`)
    : `--add-port=${port}/tcp`;
  const add = `${zone === undefined ? '' : `--zone=${quote(zone)} `}${open}`;
  return `firewall-cmd --quiet ${add} && firewall-cmd --quiet --permanent ${add}`;
}
