import type { ScriptProbe } from '../engine/probe.ts';
import { type ProcessUser, processUser, readProcessUser } from '../fragments/process-user.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { quote } from '../shell/quote.ts';
import { containerDetails, containers } from './container-list.ts';

/** A container of the server, as `docker inspect` tells. */
export interface Container {
  readonly id: string;
  readonly name: string;
  /** Image id, `sha256:...`. */
  readonly image: string;
  /** Its own and those of its image: they tell whose it may be, never whose it is. */
  readonly labels: Readonly<Record<string, string>>;
  /** `running`, `exited`, `created`, `restarting`, `paused`, `dead`. */
  readonly status: string;
  /** As `docker update --restart` takes it: `on-failure:5`. */
  readonly restartPolicy: string;
  readonly restarts: number;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  /** Docker itself could not start it last time: a network or a mounted file is gone. */
  readonly unstartable?: boolean;
  /** When it was started last, and when it ended last, as Docker writes a time; absent: that was not told. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Its limit of memory in bytes; 0, or absent: none. */
  readonly memoryLimit?: number;
  /** Resident memory of its processes in bytes; 0 when it does not run. */
  readonly memory: number;
  /** Whom its first process runs as; undefined when it does not run. */
  readonly user: ProcessUser | undefined;
  readonly networkMode: string;
  /** Ports of the server that it publishes. */
  readonly ports: readonly number[];
}

/** Asks for the containers of an application, by label or by a record, and for the one that bears its name. */
export function containersProbe(app: string, image: string): ScriptProbe<readonly Container[]> {
  return {
    script: `
${containers}
${containerDetails}
${processUser}
ids=$( { find ${quote(applicationDirectory(app))}/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null; containers; } |
  awk -F '\\t' -v name=${quote(image)} -v app=${quote(JSON.stringify(app))} 'NF < 2 { recorded[$1] = 1; next } $1 in recorded || $2 == name || $4 == app { print $1 }' | sort -u)
[ -n "$ids" ] || exit 0
# Of a container that a shell starts, the first process is the shell: all that it began counts.
processes=$(cat /proc/[0-9]*/status 2>/dev/null | grep -aE '^(Pid|PPid|VmRSS):')
inspected | sed -n 's/^container //p' | sort | while IFS= read -r line; do
  case $'\\n'$ids$'\\n' in *$'\\n'"\${line%% *}"$'\\n'*) line=\${line#* } ;; *) continue ;; esac
  pid=\${line##*\\"pid\\":}; pid=\${pid%\\}}
  rss=$(printf '%s\\n' "$processes" | awk -v top="$pid" '$1 == "Pid:" { pid = $2 } $1 == "PPid:" { above[pid] = $2 } $1 == "VmRSS:" { size[pid] = $2 }
    END { for (one in size) { for (at = one + 0; at > 1 && at != top; at = above[at] + 0); if (at == top) sum += size[one] }; if (top > 0) print sum }')
  user=$(ids_inside "$pid")
  printf '%s %s %s\\n' "\${rss:-0}" "\${user:--}" "$line"
done`,
    read: readContainers,
  };
}

interface Inspected extends Omit<Container, 'memory' | 'user' | 'ports' | 'labels'> {
  readonly labels: Container['labels'] | null;
  readonly ports?: Readonly<Record<string, readonly { readonly HostPort?: string }[] | null>> | null;
}

/** Reads a line a container: resident kilobytes, its user, then JSON. */
export function readContainers(output: string): readonly Container[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, kilobytes, user, json = ''] = /^(\d+) (\S+) (.*)$/.exec(line) ?? [];
      const inspected = JSON.parse(json) as Inspected;
      const bindings = Object.values(inspected.ports ?? {}).flatMap((of) => of ?? []);
      return {
        ...inspected,
        name: inspected.name.replace(/^\//, ''),
        labels: inspected.labels ?? {},
        memory: Number(kilobytes) * 1024,
        user: readProcessUser(user),
        ports: bindings.map(({ HostPort }) => Number(HostPort)).filter((port) => port > 0),
      };
    });
}
