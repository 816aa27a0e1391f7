import { layerFunctions } from '../fragments/layer-script.ts';
import { applicationDirectory, carriedDirectory, keptFile } from '../layout/application-paths.ts';
import { quote } from '../shell/quote.ts';
import type { Volume } from '../values/volumes.ts';
import { containers } from './container-list.ts';
import { stoppedFunctions } from './stopped-layer-script.ts';

/** Files of a container that are told of, beside those that nobody misses; one more says that there are more. */
export const mostFiles = 200_000;

/** The application by its name, and the lower-case form that its container bears. */
export interface Application {
  readonly app: string;
  readonly image: string;
}

/** Script of sed that makes a path of the container one of the server: at its place in a mount, else at the mount's top. */
function toPlaceOn({ host, container }: Volume): string {
  const to = `${host.replace(/[\\&,]/g, '\\$&')}/`;
  return `s,^. ${container.replace(/[\\.*^$[\],]/g, '\\$&')}/,${to},;t;s,^.*/,${to},`;
}

/**
 * Bash that prints ids of the application's containers: the one of its name, those that releases recorded, those kept
 * for their files.
 */
const ownContainers = ({ app, image }: Application): string => `{
    containers | awk -F '\\t' -v name=${quote(image)} 'tolower($2) == name {print $1}'
    find ${quote(applicationDirectory(app))}/releases/*/container ${quote(keptFile(app))} -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null |
      grep -xF "$(containers | cut -f 1 | grep . || echo -)"
  } | awk '!seen[$0]++'`;

/**
 * Bash that prints what the application's containers, or the one with the id `other`, hold in their own layers:
 * `container ID NAME PID STARTED MOUNTS VOLUMES FILES FOLDERS TIMES COPIES IMAGE-FOLDERS HOST-TIMES OPEN`, the last
 * nine gzipped in base64, records ended by NUL, or `-` where there are none. `FILES` leaves out what nobody misses;
 * `FOLDERS` are those in which there is anything. `COPIES` is of a container that has ended and whose layer is no folder.
 * `HOST-TIMES` is of files at the same places below `volumes`, or of the same name at their top.
 */
export const writtenFilesScript = (application: Application, volumes: readonly Volume[], other?: string): string => `
${containers}
${layerFunctions}
${stoppedFunctions}
until=$((SECONDS + 120))
files() { unpack "$files"; }
host_times() {
  {
    :
    ${volumes.map((volume) => `files | sed -z ${quote(toPlaceOn(volume))}`).join('\n    ')}
  } | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null
}
in_lower() {
  local layer
  while IFS= read -r -d : layer; do
    [ -z "$(find "$layer$1" -xdev ! -type d -print -quit 2>/dev/null | head -c 1)" ] || return 0
  done < <(printf '%s:' "$lower")
  return 1
}
# Names of files in a folder of the container that were not added there; '/' after a list that is whole.
names_in() {
  if [ "$pid" -gt 0 ]; then ( cd "/proc/$pid/root$2" && find . -xdev ! -type d -printf '%P\\0' ) | lines; else copied_names "$1" "$2"; fi && echo /
}
has_others() {
  ! parent=$2 LC_ALL=C awk 'BEGIN { above = "A " ENVIRON["parent"] "/" }
    list == 1 { if (index($0, above) == 1) added[substr($0, length(above) + 1)] = 1; next }
    $0 == "/" { whole = 1; next }
    !($0 in added) { other = 1; exit }
    END { exit other || !whole }' list=1 <(layer_changes | lines) list=2 <(set -o pipefail; names_in "$1" "$2")
}
# Folders of the image in which something was added, and which hold files of the image's own.
image_folders() {
  local parent at asked=0
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    [ "$lower" = - ] || ! in_lower "\${volumes[at]}" || printf '%s\\0' "\${volumes[at]}"
  done
  while IFS= read -r parent; do
    parent=\${parent//$'\\001'/$'\\n'}
    asked=$((asked + 1))
    if [ "$asked" -le 50 ] && [ "$SECONDS" -lt "$until" ]; then
      if [ "$lower" != - ]; then in_lower "$parent" || continue
      else has_others "$1" "$parent" || continue
      fi
    fi
    printf '%s\\0' "$parent"
  done < <(LC_ALL=C awk '{ path = substr($0, 3); kind = substr($0, 1, 1) }
    list == 1 { if (kind == "C") changed[path] = 1; next }
    kind == "A" { sub("/[^/]*$", "", path); if (path != "" && path in changed) { print path; delete changed[path] } }' list=1 <(layer_changes | lines) list=2 <(files | lines))
}
# First a mark that its processes are known.
open_files() {
  local processes
  [ "$pid" -gt 0 ] && processes=$(docker top "$1" -eo pid | tail -n +2 | grep .) || return 0
  printf 'known\\0'
  for process in $processes; do find "/proc/$process/fd" -type l -perm -200 -lname '/*' -printf '%l\\0' 2>/dev/null; done
}
# False where all that is worth keeping are mounts, and folders above them: of such nothing more is asked.
holds_more() {
  local entry mount
  while IFS= read -r -d '' entry; do
    for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "\${entry#* }"/*) continue 2 ;; esac; done
    return 0
  done < <(files)
  return 1
}
${other === undefined ? `[ -n "\${container_list+listed}" ] || container_list=$(containers)\nasked=$(${ownContainers(application)})` : `asked=${quote(other)}`}
for id in $asked; do
  name=
  if [ "$SECONDS" -lt "$until" ] && open_layer "$id" &&
    files=$(set -o pipefail; layer_changes | worth_keeping | sed -z -n '1,${mostFiles + 1}p' | pack); then
    of_mounts=- of_volumes=- of_files='- - - - - -'
    [ "\${#mounts[@]}" -eq 0 ] || of_mounts=$(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | pack)
    [ "\${#volumes[@]}" -eq 0 ] || of_volumes=$(printf '%s\\0' \${volumes[@]+"\${volumes[@]}"} | pack)
    if holds_more; then
      of_files="$(layer_folders | pack) $(files | layer_times | pack) $(stopped_copies "$id" 2>/dev/null | pack) $(image_folders "$id" 2>/dev/null | pack) $(host_times | pack) $(open_files "$id" | pack)"
    fi
    echo "container $id \${name#/} $pid $started $of_mounts $of_volumes $files $of_files"
  else
    echo "unseen $id \${name#/}"
  fi
done
for marker in ${quote(carriedDirectory(application.app))}/*/.copying; do [ -e "$marker" ] && echo "copying $(basename "$(dirname "$marker")")"; done
[ -n "$(strangers ${quote(keptFile(application.app))})" ] || find ${quote(keptFile(application.app))} -maxdepth 0 -type f -exec awk 1 {} + | sed -n 's/^[0-9a-f][0-9a-f]*$/kept &/p'
for baseline in ${quote(applicationDirectory(application.app))}/releases/*/baseline; do
  [ -f "$baseline" ] || continue
  IFS= read -r -d '' id <"$baseline" || true
  case " "$asked" " in *"$id"*) echo "baseline $id $(stat -c %Y "$baseline") $(pack <"$baseline")" ;; esac
done
true`;
