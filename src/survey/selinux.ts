import type { ScriptProbe } from '../engine/probe.ts';

/** SELinux, as far as it decides what nginx may do. */
export interface Selinux {
  /** `off` also where it only records what it would forbid (permissive). */
  readonly mode: 'off' | 'enforcing';
  /** Whether semanage(8), which changes the policy, is there. */
  readonly semanage: boolean;
  /** Which TCP ports bear which type; a port may lie in several ranges. Empty where semanage is missing. */
  readonly ports: readonly LabelledPorts[];
  /** Whether nginx may open connections to the application (`httpd_can_network_connect`). */
  readonly networkConnect: boolean;
}

/** A range of TCP ports and its type. */
export interface LabelledPorts {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

const script = `
[ "$(getenforce)" = Enforcing ] || exit 0
echo mode enforcing
getsebool httpd_can_network_connect
command -v semanage >/dev/null || exit 0
echo semanage yes
semanage port -l`;

/** Asks for SELinux. */
export const selinuxProbe: ScriptProbe<Selinux> = { script, read: readSelinux };

/** Reads the probe's lines; of `semanage port -l` those like `http_port_t   tcp   80, 443, 8008-8010`. */
export function readSelinux(output: string): Selinux {
  return {
    mode: /^mode enforcing$/m.test(output) ? 'enforcing' : 'off',
    semanage: /^semanage yes$/m.test(output),
    ports: [...output.matchAll(/^(\w+_t)\s+tcp\s+([\d, -]+)$/gm)].flatMap(([, type, list]) =>
      (list ?? '').split(',').map((range) => {
        const [from, to] = range.split('-').map(Number);
        return { type: type ?? '', from: from ?? 0, to: to ?? from ?? 0 };
      }),
    ),
    networkConnect: /^httpd_can_network_connect --> on$/m.test(output),
  };
}
