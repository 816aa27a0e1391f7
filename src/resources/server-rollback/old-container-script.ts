import { onKeptList } from '../container/kept.ts';
import { orphanScript } from '../container/orphans.ts';
import { goneFunctions } from '../gone.ts';

/**
 * Bash function `clear_old_container` of the server's own `rollback`: where the release in `wanted` has a container still,
 * it is removed if a run that died left it behind, as a deploy does; else the script ends with what to do.
 */
export function oldContainerFunctions(app: string, nginx: string): string {
  return `${goneFunctions}
# What a configuration that cannot be read leads to, nobody knows.
is_led_to() {
  local ports dump port
  ports=$(docker container inspect --format '{{range .HostConfig.PortBindings}}{{range .}}{{.HostPort}} {{end}}{{end}}' "$1") &&
    dump=$(${nginx} -T 2>/dev/null) || return 0
  for port in $ports; do
    ! printf '%s\\n' "$dump" | grep -E "(127[.][0-9]+[.][0-9]+[.][0-9]+|localhost|\\]):$port([^0-9]|$)" >/dev/null || return 0
  done
  return 1
}
remove_orphan() {
  set -e
${orphanScript('"$1"', app)}
}
clear_old_container() {
  local id= name there=0 said code
  [ ! -f "$root/releases/$wanted/container" ] || IFS= read -r id <"$root/releases/$wanted/container"
  [ -n "$id" ] || return 0
  gone "$id" || there=$?
  [ "$there" != 0 ] || return 0
  [ "$there" = 1 ] && name=$(docker container inspect --format '{{.Name}}' "$id" 2>/dev/null) || refuse noDocker
  name=\${name#/}
  ! ${onKeptList(app, '"$id"')} || refuse containerKept "$wanted" "$name" "$name"
  [ "$name" != "$image" ] && ! is_led_to "$id" || refuse containerThere "$wanted" "$name" "$name" "$name"
  # Not in a condition: bash ignores set -e there.
  said=$(remove_orphan "$id")
  code=$?
  [ "$code" = 0 ] || refuse containerThere "$wanted" "$name" "$name" "$name"
  [ -z "$said" ] || refuse containerKept "$wanted" "$name" "$name"
}`;
}
