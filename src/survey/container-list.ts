import { label } from '../release/labels.ts';

const format = `{{.ID}}\\t{{.Names}}\\t{{.Ports}}\\t{{json (.Label "${label.app}")}}\\t{{json (.Label "${label.build}")}}`;

/**
 * Bash function `containers`: a line a container, whatever its state, tabs between: id, name, published ports, and in JSON
 * the labels that name an application and a build. The labels tell whose it may be, never whose it is. Of several names
 * the first that is no link's counts. Where {@link listContainersOnce} went before, Docker is not asked again.
 */
export const containers = `containers() {
  if [ -n "\${container_list+listed}" ]; then printf '%s' "\${container_list:+$container_list$'\\n'}"; return; fi
  docker ps -a --no-trunc --format '${format}' |
    awk -F '\\t' -v OFS='\\t' '{ count = split($2, names, ","); for (at = count; at > 0; at--) if (names[at] !~ "/") $2 = names[at]; print }'
}`;

// Read by containers.ts. The environment is left out on purpose: it holds secrets, and nothing there needs it.
const inJson = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Image}},"labels":{{json .Config.Labels}},\
"status":{{json .State.Status}},"exitCode":{{json .State.ExitCode}},"outOfMemory":{{json .State.OOMKilled}},\
"unstartable":{{if .State.Error}}true{{else}}false{{end}},\
"restarts":{{json .RestartCount}},"restartPolicy":"{{with .HostConfig.RestartPolicy}}{{.Name}}{{if .MaximumRetryCount}}:{{.MaximumRetryCount}}{{end}}{{end}}",\
"startedAt":{{json .State.StartedAt}},"finishedAt":{{json .State.FinishedAt}},"memoryLimit":{{json .HostConfig.Memory}},\
"networkMode":{{json .HostConfig.NetworkMode}},"ports":{{json .HostConfig.PortBindings}},"pid":{{json .State.Pid}}}`;

/** What may hold anything, as a word: escaped as in a URL, with a sign in front, since it may be empty. */
const word = (value: string): string => `={{with ${value}}}{{urlquery .}}{{end}}`;

// `.Id` makes docker read its raw answer, in which keys without a value may be missing: only `index` asks for such.
const details = `container {{.Id}} ${inJson}
image {{.Id}} {{.Image}} ${word('.Config.Image')} ={{with .Config.Labels}}{{with index . "${label.release}"}}{{urlquery .}}{{end}}{{end}} {{.State.Status}}
{{range index . "Mounts"}}mount {{$.Id}} ${word('$.Name')} {{index . "Type"}} {{.RW}} ${word('.Source')} ${word('index . "Name"')}
{{end}}`;

/**
 * Bash functions about all containers:
 * - `inspected`: lines `container ID JSON`, `image ID IMAGE NAMED-IMAGE RELEASE STATUS` and `mount ID NAME TYPE RW SOURCE
 *   VOLUME`. Where {@link listContainersOnce} went before, Docker is not asked again.
 * - `unescape WORD`: has in `plain` what a word with a `=` in front stands for.
 * They need {@link containers} in front.
 */
export const containerDetails = `inspected() {
  if [ -n "\${container_details+listed}" ]; then printf '%s' "$container_details"; return; fi
  containers | cut -f 1 | xargs -r docker container inspect --format '${details}'
}
unescape() { plain=\${1#=} plain=\${plain//+/ }; printf -v plain %b "\${plain//%/\\\\x}"; }`;

/**
 * Bash in front of several probes that use `containers` and `inspected`: a call of docker costs more than most questions. A
 * client that another user can change is not run by any of them (rule *Roots alone*). Where no process could be started
 * for it, nothing is told at all.
 */
export const listContainersOnce = `${containers}
${containerDetails}
client=$(type -P docker) || client=
[ -z "$client" ] || [ -z "$(strangers "$client")" ] || docker() { return 126; }
listed=$(containers 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
listed=\${listed%.} container_list=\${listed%$'\\n'}
listed=$(inspected 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
container_details=\${listed%.}
# Older clients end at the first one that is gone meanwhile.
for id in $(printf '%s\\n' "$container_list" | cut -f 1); do
  case $'\\n'$container_details in
    *$'\\n'"container $id "*) ;;
    *) container_details+=$(docker container inspect --format '${details}' "$id" 2>/dev/null </dev/null)$'\\n' ;;
  esac
done`;
