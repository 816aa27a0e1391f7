import { label } from '../release/labels.ts';
import { applicationDirectory, carriedDirectory, keptFile } from '../release/release.ts';
import { quote } from '../server/quote.ts';
import type { Volume } from '../settings/volumes.ts';
import { candidatesScript } from './hand-made-probe.ts';
import { layerFunctions } from './layer-script.ts';

// Each list is cut at this many bytes: whoever wrote more is told of enough.
const most = 1_000_000;

const packed = `pack() { head -c ${most} | gzip -c | base64 -w0; }`;

/**
 * Bash that prints what the application's containers, and those that could be taken over, hold in their own layers:
 * `container ID NAME PID MOUNTS CHANGES TIMES IMAGE-FOLDERS HOST-TIMES OPEN`, the last six gzipped in base64, records ended
 * by NUL. `HOST-TIMES` is of files at the same places below `volumes`, or of the same name at their top.
 */
export const writtenFilesScript = (app: string, image: string, volumes: readonly Volume[]): string => `
${layerFunctions}
${packed}
until=$((SECONDS + 60))
host_times() {
  layer_changes | worth_keeping | while IFS= read -r -d '' entry; do
    path=\${entry#* }
    ${volumes.map(({ host, container }) => `case $path in ${quote(container)}/*) printf '%s%s\\0' ${quote(host)} "\${path#${quote(container)}}" ;; *) printf '%s/%s\\0' ${quote(host)} "\${path##*/}" ;; esac`).join('\n    ')}
    :
  done | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null
}
# Folders of the image in which something was added, and which hold files of the image's own.
image_folders() {
  local -A kind=() asked=()
  local entry path parent file layer own
  while IFS= read -r -d '' entry; do kind[\${entry#* }]=\${entry%% *}; done
  for path in "\${!kind[@]}"; do
    parent=\${path%/*}
    [ "\${kind[$path]}" = A ] && [ -n "$parent" ] && [ "\${kind[$parent]:-}" = C ] && [ -z "\${asked[$parent]:-}" ] || continue
    asked[$parent]=1 own=no
    if [ "\${#asked[@]}" -gt 50 ]; then own=yes
    elif [ "$lower" != - ]; then
      while IFS= read -r -d : layer; do
        [ -z "$(find "$layer$parent" -xdev ! -type d -print -quit 2>/dev/null | head -c 1)" ] || { own=yes; break; }
      done < <(printf '%s:' "$lower")
    elif [ "$pid" -gt 0 ]; then
      while IFS= read -r -d '' file; do
        [ "\${kind[$parent/$file]:-}" = A ] || { own=yes; break; }
      done < <(cd "/proc/$pid/root$parent" && find . -xdev ! -type d -printf '%P\\0' | head -c ${most})
    else own=yes
    fi
    [ "$own" = no ] || printf '%s\\0' "$parent"
  done
}
open_files() {
  [ "$pid" -gt 0 ] || return 0
  docker top "$1" -eo pid | tail -n +2 | while read -r process; do
    find "/proc/$process/fd" -type l -perm -200 -lname '/*' -printf '%l\\0' 2>/dev/null
  done
}
asked=$( { docker ps -aq --no-trunc --filter ${quote(`label=${label.app}=${app}`)}; ${candidatesScript(image)}; } | sort -u)
for id in $asked; do
  name=
  mounts=$(docker container inspect --format '{{range .Mounts}}{{printf "%s\\x00" .Destination}}{{end}}' "$id" | pack)
  if [ "$SECONDS" -lt "$until" ] && open_layer "$id"; then
    echo "container $id \${name#/} $pid $mounts $(layer_changes | worth_keeping | pack) $(layer_changes | worth_keeping | layer_times | pack) $(layer_changes | image_folders 2>/dev/null | pack) $(host_times | pack) $(open_files "$id" | pack)"
  else
    echo "unseen $id \${name#/}"
  fi
done
for marker in ${quote(carriedDirectory(app))}/*/.copying; do [ -e "$marker" ] && echo "copying $(basename "$(dirname "$marker")")"; done
[ -n "$(strangers ${quote(keptFile(app))})" ] || find ${quote(keptFile(app))} -maxdepth 0 -type f -exec awk 1 {} + | sed -n 's/^[0-9a-f][0-9a-f]*$/kept &/p'
for baseline in ${quote(applicationDirectory(app))}/releases/*/baseline; do
  [ -f "$baseline" ] || continue
  id=$(head -c 64 "$baseline")
  case " "$asked" " in *"$id"*) echo "baseline $id $(gzip -c <"$baseline" | base64 -w0)" ;; esac
done
true`;
