import type { CloudRule } from './firewall.ts';

/** A rule in a line that is the same in every language: `#3 DROP ALL:ALL 0.0.0.0/0 "block the rest"`; the first one is #1. */
export function ruleWords({ index, action, protocol, ports, source, known, description }: CloudRule): string {
  const from = source ?? (known ? 'IPv6' : '(template or group)');
  const which = known || source === undefined ? `${protocol}:${ports}` : '(template)';
  const told = description === '' ? '' : ` "${description}"`;
  return `#${index + 1} ${action} ${which} ${from}${told}`;
}
