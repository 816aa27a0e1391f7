import { layerFunctions } from '../../fragments/layer-script.ts';
import { applicationDirectory } from '../../layout/application-paths.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import { carryAgain } from './carried-files.ts';
import type { FilesOfOld, OldContainer } from './files-of-old.ts';

/**
 * Bash functions that look into a container once more when it has stopped, so that what it wrote last is not lost unnamed:
 * - `hold_files ID`, before it stops: keeps its files within reach where the storage driver has no folder for its layer.
 * - `served_since ID`: when its version began to serve, `0` where nobody noted it.
 * - `look_last ID SINCE [PATH...]`: has in `late` the names of the files that count and were created or changed since (all,
 *   where their times cannot be told), but for these paths and what is below them; `?` where Docker does not tell.
 */
export function lastLookFunctions(app: string): string {
  return `${layerFunctions}
hold_files() {
  local folder= pid=0
  read -r pid folder < <(docker container inspect --format '{{.State.Pid}} {{with .GraphDriver}}{{with .Data}}{{with index . "UpperDir"}}{{.}}{{end}}{{end}}{{end}}' "$1" 2>/dev/null) || true
  [ -d "$folder" ] || [ ! -d "/proc/$pid/root/" ] || { exec 6<"/proc/$pid/root/"; } 2>/dev/null || true
}
served_since() {
  local list
  for list in ${quote(applicationDirectory(app))}/releases/*/baseline; do
    [ -f "$list" ] && [ "$(head -c 64 "$list")" = "$1" ] || continue
    stat -c %.9Y "$list"
    return 0
  done
  echo 0
}
written_since() {
  local id=$1 since=$2 record mode changed bytes path entry mount
  local -A parents=()
  # What cannot be read is not taken for nothing.
  set -o pipefail
  open_layer "$id" || return 1
  [ -d "$upper" ] || [ ! -d /proc/self/fd/6/ ] || upper=/proc/self/fd/6/
  if [ -d "$upper" ] || [ "$pid" -gt 0 ]; then
    layer_changes | worth_keeping | layer_times | while IFS= read -r -d '' record; do
      mode=\${record%% *} record=\${record#* }
      changed=\${record%% *} record=\${record#* }
      record=\${record#* }
      bytes=\${record%% *} path=\${record#* }
      [ $((0x$mode & 0xf000)) -eq $((0x8000)) ] && [ "$bytes" -gt 0 ] || continue
      # A file system that keeps whole seconds.
      case $changed in *.000000000) changed=\${changed%.*}.999999999 ;; esac
      [ "\${changed/./}" -gt "$since" ] || continue
      printf '%s\\0' "\${path#.}"
    done
  else
    while IFS= read -r -d '' entry; do entry=\${entry#* }; parents["\${entry%/*}/"]=1; done < <(layer_changes)
    layer_changes | worth_keeping | while IFS= read -r -d '' entry; do
      path=\${entry#* }
      [ "\${entry%% *}" != D ] && [ -z "\${parents[$path/]:-}" ] || continue
      for mount in \${mounts[@]+"\${mounts[@]}"}; do [ "$path" != "$mount" ] || continue 2; done
      printf '%s\\0' "$path"
    done
  fi
}
some_names() {
  local path except count=0 names=
  while IFS= read -r -d '' path; do
    for except; do case $path in "$except"|"$except"/*) continue 2 ;; esac; done
    count=$((count + 1))
    [ "$count" -gt 10 ] || names+="\${names:+, }\${path//[[:cntrl:]]/?}"
  done
  [ "$count" -le 10 ] || names+=", … ($count)"
  printf %s "$names"
}
look_last() {
  local id=$1 since=$2
  shift 2
  # Nanoseconds: bash compares whole numbers.
  case $since in *.*) since=\${since/./} ;; *) since=\${since}000000000 ;; esac
  late=$(written_since "$id" "$since" | some_names "$@"; exit "\${PIPESTATUS[0]}") || late='?'
}`;
}

/**
 * Bash that lets a container go which has stopped: what it wrote since the survey looked is carried, or named. Where
 * something is left it stays, and stays on the list of those that no run removes; else it is taken off the list, and
 * `remove` comes. Needs {@link lastLookFunctions} and `keptFunctions` in front.
 */
export function letGo(release: Release, old: OldContainer, files: FilesOfOld, remove: string): string {
  const id = quote(old.id);
  const name = quote(old.keptAs);
  const since = files.surveyedAt === undefined ? `"$(served_since ${id})"` : quote(files.surveyedAt);
  const except = [...files.carried.map(({ folder }) => folder), ...files.named].map(quote);
  const lost = files.discard
    ? ''
    : `[ -z "$late" ] || failure CONTAINER_FILES_WRITTEN_LAST container=${name} files="\${late#'?'}"\n`;
  const named = files.discard
    ? `[ -z "$late" ] || [ "$late" = '?' ] || failure CONTAINER_FILES_DISCARDED_LAST container=${quote(old.name)} files="$late"`
    : '';
  return `left=
${carryAgain(release, old, files.carried)}look_last ${[id, since, ...except].join(' ')}
[ -z "$left" ] || failure CONTAINER_FILES_NOT_CARRIED_AGAIN container=${name} files="$left\${late:+, $late}"
${lost}forget ${id} || true
${remove}${named}`;
}
