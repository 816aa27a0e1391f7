import type { ScriptProbe } from '../engine/probe.ts';
import { processUser, readProcessUser } from '../fragments/process-user.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { containers } from './container-list.ts';
import type { AttachedNetwork, HostConfig, ManualContainer, Mount } from './manual-container.ts';
import { readLines } from './probe-lines.ts';

// Records end in NUL, since values may have line breaks; one without anything ends a container.
const format = `{{printf "%s\\x00" .Id}}{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},\
"status":{{json .State.Status}},"pid":{{json .State.Pid}},"labels":{{json .Config.Labels}},\
"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}},\
"workingDirectory":{{json .Config.WorkingDir}},"hostname":{{json .Config.Hostname}},"mounts":{{json .Mounts}},\
"networks":{{json .NetworkSettings.Networks}},"host":{{json .HostConfig}}}{{printf "\\x00"}}{{json .State.Pid}}{{printf "\\x00%s\\x00" .Image}}\
{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}{{printf "\\x00"}}`;

const imageFormat = `{"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}}}\
{{printf "\\x00"}}{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}`;

/**
 * Bash that prints the ids of `containers` that could be taken over, twenty at most: those of the application's name,
 * then those that publish a port.
 */
export function candidatesScript(image: string): string {
  return `containers |
  awk -F '\\t' -v name=${quote(image)} 'tolower($2) == name || index($2, name "-adopted-") == 1 {print 1, $1; next} $3 ~ /->/ {print 2, $1}' | sort -s -n -k 1,1 | cut -d ' ' -f 2 |
  grep -vxF "\${ours:--}" | head -n 20`;
}

// Names of variables leave the server, values do not. The one of the application's name comes first, with one that was
// taken over and kept, then those that publish a port: no other is ever taken over.
const script = (app: string, image: string): string => `
${containers}
${processUser}
# Ours is what a release recorded; an image's label is inherited. What bears another application's is nobody's to adopt.
ours=$(find /docker/app/*/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null
  containers | awk -F '\\t' -v app=${quote(JSON.stringify(app))} '$4 != "\\"\\"" && $4 != app {print $1}')
candidates=$(${candidatesScript(image)})
declare -A asked=() settings=() of_image=()
ask_image() {
  local record key
  [ -n "$1" ] && [ -z "\${asked[$1]:-}" ] || return 0
  asked[$1]=yes
  while IFS= read -r -d '' record; do
    case $record in
      =*) key="$1 \${record#=}"; of_image[$key]=1 ;;
      *) settings[$1]=$record ;;
    esac
  done < <(docker image inspect --format ${quote(imageFormat)} "$1")
}
ask_containers() {
  local id inspected pid image entry key origin form rss user
  while IFS= read -r -d '' id && IFS= read -r -d '' inspected && IFS= read -r -d '' pid && IFS= read -r -d '' image; do
    # Docker ends each container's line with a line break.
    id=\${id##*$'\\n'}
    asked[$id]=yes
    ask_image "$image"
    rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
    user=$(ids_inside "$pid")
    echo "container $id \${rss:-0} \${user:--} $(printf %s "$inspected" | base64 -w0) $(printf %s "\${settings[\${image:--}]:-}" | base64 -w0)"
    while IFS= read -r -d '' entry && [ -n "$entry" ]; do
      entry=\${entry#=} key="$image $entry"
      origin=own; [ -n "\${of_image[$key]:-}" ] && origin=image
      form=line; case $entry in *[$'\\n\\r']*) form=lines ;; esac
      echo "variable $id $origin $form $(printf %s "\${entry%%=*}" | base64 -w0)"
    done
  done < <(docker container inspect --format ${quote(format)} "$@")
}
[ -z "$candidates" ] || ask_containers $candidates
# Older clients end at the first one that is gone meanwhile.
for id in $candidates; do [ -n "\${asked[$id]:-}" ] || ask_containers "$id"; done
true`;

/**
 * Asks for the containers that were not made by this action: that of the application's name, one that was kept, and
 * those that publish a port.
 */
export function manualContainersProbe(app: string, image: string): ScriptProbe<readonly ManualContainer[]> {
  return { script: script(app, image), read: readManualContainers };
}

interface Inspected {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly imageId: string;
  readonly status: string;
  readonly pid: number;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly entrypoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  readonly user: string;
  readonly workingDirectory: string;
  readonly hostname: string;
  readonly mounts: readonly InspectedMount[] | null;
  readonly networks: Readonly<Record<string, InspectedNetwork>> | null;
  readonly host: HostConfig & {
    readonly NetworkMode?: string;
    readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number };
    readonly PortBindings?: Readonly<Record<string, readonly { HostIp?: string; HostPort?: string }[] | null>> | null;
  };
}

interface InspectedMount {
  readonly Type: string;
  readonly Name?: string;
  readonly Source: string;
  readonly Destination: string;
  readonly RW: boolean;
}

interface InspectedNetwork {
  readonly Aliases?: readonly string[] | null;
  readonly IPAMConfig?: { readonly IPv4Address?: string } | null;
}

type InspectedImage = Pick<Inspected, 'entrypoint' | 'command' | 'user'>;

/** Reads the probe's lines: one a container with its image, both in JSON and base64, one a variable. */
export function readManualContainers(output: string): readonly ManualContainer[] {
  const { fields } = readLines(output);
  const variables = fields('variable').map(([id, origin, form, name]) => ({
    id,
    name: decode(name),
    ofImage: origin === 'image',
    writable: form === 'line',
  }));
  return fields('container').map(([id, rss, ids, container, image = '']) => {
    const one = JSON.parse(decode(container)) as Inspected;
    const of: Partial<InspectedImage> = image === '' ? {} : (JSON.parse(decode(image)) as InspectedImage);
    const labels = one.labels ?? {};
    return {
      id: one.id,
      name: one.name.replace(/^\//, ''),
      image: one.image,
      imageId: one.imageId,
      status: one.status,
      pid: one.pid,
      memory: Number(rss) * 1024,
      restartPolicy: policyOf(one.host.RestartPolicy),
      composeProject: labels['com.docker.compose.project'],
      keptAliveBy: labels['com.docker.swarm.service.name'] ?? labels['io.kubernetes.pod.name'],
      command: [...(one.entrypoint ?? []), ...(one.command ?? [])],
      imageCommand: [...(of.entrypoint ?? []), ...(of.command ?? [])],
      user: one.user,
      ids: readProcessUser(ids),
      imageUser: of.user ?? '',
      workingDirectory: one.workingDirectory,
      hostname: one.id.startsWith(one.hostname) || one.host.NetworkMode === 'host' ? undefined : one.hostname,
      mounts: (one.mounts ?? []).map(toMount).toSorted((a, b) => (a.destination < b.destination ? -1 : 1)),
      published: Object.entries(one.host.PortBindings ?? {}).flatMap(toPublished),
      networkMode: one.host.NetworkMode ?? 'default',
      networks: Object.entries(one.networks ?? {}).map(([name, network]) => toNetwork(name, network, one, labels)),
      environment: variables
        .filter((variable) => variable.id === id)
        .map(({ name, ofImage, writable }) => ({ name, ofImage, writable })),
      host: one.host,
    };
  });
}

/** As `docker update --restart` takes it. */
function policyOf({ Name = '', MaximumRetryCount = 0 }: Inspected['host']['RestartPolicy'] = {}): string {
  return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name || 'no';
}

function toMount({ Type, Name, Source, Destination, RW }: InspectedMount): Mount {
  return { kind: Type, source: Type === 'volume' ? (Name ?? Source) : Source, destination: Destination, readOnly: !RW };
}

function toPublished([key, bindings]: [string, readonly { HostIp?: string; HostPort?: string }[] | null]) {
  const [port, protocol = 'tcp'] = key.split('/');
  return (bindings ?? [])
    .filter((binding) => binding.HostPort !== undefined && binding.HostPort !== '')
    .map(({ HostIp, HostPort }) => ({
      containerPort: Number(port),
      protocol,
      address: HostIp === '0.0.0.0' || HostIp === '::' ? '' : (HostIp ?? ''),
      port: Number(HostPort),
    }));
}

function toNetwork(
  name: string,
  { Aliases, IPAMConfig }: InspectedNetwork,
  { id, name: container }: Inspected,
  labels: Readonly<Record<string, string>>,
): AttachedNetwork {
  const known = [container.replace(/^\//, ''), labels['com.docker.compose.service']];
  return {
    name,
    aliases: (Aliases ?? []).filter((alias) => !id.startsWith(alias) && !known.includes(alias)),
    fixedAddress: IPAMConfig?.IPv4Address || undefined,
  };
}
