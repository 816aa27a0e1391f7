import type { ScriptProbe } from '../engine/probe.ts';
import type { FirewallRule, HostFirewall } from '../filters/host-firewall.ts';

// `verbose` shows the ports of application profiles (`Nginx Full`) beside their names, and the default.
const script = `
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
if command -v ufw >/dev/null && ufw status | grep -q '^Status: active'; then
  echo "kind ufw"
  echo "device $device"
  ufw status verbose
  ufw status numbered | sed 's/^/numbered /'
elif command -v firewall-cmd >/dev/null && firewall-cmd --state >/dev/null 2>&1; then
  echo "kind firewalld"
  zone=$(firewall-cmd --get-zone-of-interface="$device" 2>/dev/null) || zone=$(firewall-cmd --get-default-zone)
  echo "zone $zone"
  now=$(firewall-cmd --zone="$zone" --list-all); later=$(firewall-cmd --permanent --zone="$zone" --list-all)
  printf '%s\\n' "$now" | sed 's/^/now /'
  printf '%s\\n' "$later" | sed 's/^/later /'
  for service in $(printf '%s\\n' "$now" "$later" | sed -n 's/^ *services: *//p' | tr ' ' '\\n' | sort -u); do
    echo "service $service $(firewall-cmd --info-service="$service" | sed -n 's/^ *ports: *//p')"
  done
fi`;

/** Asks for the host's firewall. */
export const firewallProbe: ScriptProbe<HostFirewall> = { script, read: readFirewall };

/** Reads the probe's lines. */
export function readFirewall(output: string): HostFirewall {
  switch (/^kind (\w+)$/m.exec(output)?.[1]) {
    case 'ufw':
      return { kind: 'ufw', rules: readUfw(output) };
    case 'firewalld':
      return readFirewalld(output);
    default:
      return { kind: 'none', rules: [] };
  }
}

const everyPort = '1:65535';

/**
 * Reads `ufw status verbose`. Rules for some networks only are left out: they let a mini program in no more than none
 * does; so are those for IPv6, which follow the others, and those for interfaces that do not lead to the world.
 */
function readUfw(output: string): readonly FirewallRule[] {
  const device = /^device (\S+)$/m.exec(output)?.[1];
  const pattern =
    /^(\S.*?) +(ALLOW|LIMIT|DENY|REJECT) IN +Anywhere(?:\/tcp)?(?: +on \S+)?(?: +\(log(?:-all)?\))?(?: +#.*)? *$/;
  // Both lists have the same rules in the same order; the numbered one does not show the ports of profiles.
  const incoming = output.split('\n').filter((line) => / (ALLOW|LIMIT|DENY|REJECT) IN /.test(line));
  const numbers = incoming.flatMap((line) => /^numbered \[ *(\d+)\]/.exec(line)?.[1] ?? []).map(Number);
  const rules = incoming
    .filter((line) => !line.startsWith('numbered '))
    .flatMap((line, at) => {
      const [, to, does] = pattern.exec(line) ?? [];
      if (to === undefined) return [];
      const [, ports = '', on] = /^(.*?)(?: on (\S+))?$/.exec(to.replace(/ +\(.*\)$/, '')) ?? [];
      if (on !== undefined && on !== device) return [];
      const named = /^Anywhere(\/tcp)?$/.test(ports) ? everyPort : ports;
      const number = numbers[at];
      if (/\s/.test(named)) return [];
      return [
        { lets: does === 'ALLOW' || does === 'LIMIT', ports: named, ...(number === undefined ? {} : { number }) },
      ];
    });
  return /^Default: allow \(incoming\)/m.test(output) ? [...rules, { lets: true, ports: everyPort }] : rules;
}

function readFirewalld(output: string): HostFirewall {
  const zone = /^zone (\S+)$/m.exec(output)?.[1];
  return {
    kind: 'firewalld',
    rules: readZone(output, 'now'),
    ...(zone === undefined ? {} : { zone }),
    permanent: readZone(output, 'later'),
  };
}

/** Reads one `firewall-cmd --list-all`. Of one priority firewalld looks at what denies first (firewalld.richlanguage(5)). */
function readZone(output: string, when: 'now' | 'later'): readonly FirewallRule[] {
  const words = (key: string): readonly string[] =>
    (new RegExp(`^${when} +${key}: *(.*)$`, 'm').exec(output)?.[1] ?? '').split(/\s+/).filter(Boolean);
  const rich = [...output.matchAll(new RegExp(`^${when}\\s+rule (.*)$`, 'gm'))]
    .map(([, rule = '']) => rule)
    .filter((rule) => !/\bsource\b|family="ipv6"/.test(rule))
    .flatMap((rule): (FirewallRule & { readonly priority: number })[] => {
      const ports = /\bport port="([\d-]+)" protocol="tcp"/.exec(rule)?.[1];
      const does = /\b(accept|reject|drop)\b/.exec(rule)?.[1];
      if (ports === undefined || does === undefined) return [];
      const priority = Number(/\bpriority="(-?\d+)"/.exec(rule)?.[1] ?? 0);
      return [{ lets: does === 'accept', ports: `${ports}/tcp`, priority }];
    })
    .toSorted((one, other) => one.priority - other.priority);
  const ofServices = words('services').flatMap((service) =>
    [...output.matchAll(/^service (\S+) (.*)$/gm)].flatMap(([, name, ports]) =>
      name === service ? (ports ?? '').split(/\s+/).filter(Boolean) : [],
    ),
  );
  const open = [...words('ports'), ...ofServices, ...(words('target')[0] === 'ACCEPT' ? [everyPort] : [])];
  const told = (holds: (priority: number, lets: boolean) => boolean): readonly FirewallRule[] =>
    rich.filter(({ priority, lets }) => holds(priority, lets)).map(({ lets, ports }) => ({ lets, ports }));
  return [
    ...told((priority) => priority < 0),
    ...told((priority, lets) => priority === 0 && !lets),
    ...told((priority, lets) => priority === 0 && lets),
    ...open.map((ports) => ({ lets: true, ports })),
    ...told((priority) => priority > 0),
  ];
}
