import type { Probe } from '../engine/survey.ts';
import { label } from '../release/labels.ts';
import { quote } from '../server/quote.ts';

/** A container of the server, as `docker inspect` tells. */
export interface Container {
  readonly id: string;
  readonly name: string;
  /** Image id, `sha256:...`. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `running`, `exited`, `created`, `restarting`, `paused`, `dead`. */
  readonly status: string;
  readonly restartPolicy: string;
  readonly restarts: number;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  /** Resident memory of its processes in bytes; 0 when it does not run. */
  readonly memory: number;
  readonly networkMode: string;
}

// The environment is left out on purpose: it holds secrets, and nothing here needs it.
const format = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Image}},"labels":{{json .Config.Labels}},\
"status":{{json .State.Status}},"exitCode":{{json .State.ExitCode}},"outOfMemory":{{json .State.OOMKilled}},\
"restarts":{{json .RestartCount}},"restartPolicy":{{json .HostConfig.RestartPolicy.Name}},\
"networkMode":{{json .HostConfig.NetworkMode}},"pid":{{json .State.Pid}}}`;

/** Asks for the containers of an application (by label) and for the one that bears its name. */
export function containersProbe(app: string, image: string): Probe<readonly Container[]> {
  return {
    script: `
ids=$( { docker ps -aq --no-trunc --filter ${quote(`label=${label.app}=${app}`)}; docker ps -aq --no-trunc --filter ${quote(`name=^/${image}$`)}; } | sort -u)
[ -n "$ids" ] || exit 0
docker inspect --format ${quote(format)} $ids | while IFS= read -r line; do
  pid=\${line##*\\"pid\\":}; pid=\${pid%\\}}
  rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
  printf '%s %s\\n' "\${rss:-0}" "$line"
done`,
    read: readContainers,
  };
}

/** Reads a line a container: resident kilobytes, then JSON. */
export function readContainers(output: string): readonly Container[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const space = line.indexOf(' ');
      const inspected = JSON.parse(line.slice(space + 1)) as Omit<Container, 'memory'> & {
        labels: Container['labels'] | null;
      };
      return {
        ...inspected,
        name: inspected.name.replace(/^\//, ''),
        labels: inspected.labels ?? {},
        memory: Number(line.slice(0, space)) * 1024,
      };
    });
}
