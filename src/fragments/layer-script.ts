import { packFunctions } from '../shell/packed.ts';
import { worthKeeping } from './harmless-files.ts';

// Docker's own answer is compared on a driver that keeps whole copies: that takes its time.
const diffSeconds = 60;

/**
 * Bash functions that look into a container's own layer and its volumes without a name, which no later container gets,
 * whatever the storage driver; all records end in NUL, since names may have line breaks.
 * - `open_layer ID`: asks Docker (`docker diff`) what they hold; false where it does not tell. Sets `name`, `changes`,
 *   `upper`, `lower`, `pid`, `started`, `work`, `mounts` and `volumes` (place, folder of the server and name of each
 *   without a name of its own) for the others. With overlay2 the layer is the folder `upper`; else the files of a running
 *   container are seen through /proc/PID/root. Only names, times and sizes are read there, since an application can put
 *   links in the way.
 * - `layer_changes`: `A|C|D PATH` of everything; `worth_keeping` leaves out what nobody misses.
 * - `layer_times`: for such records on standard input `MODE CTIME MTIME SIZE ./PATH`, mode in hex; false where it cannot
 *   tell.
 * - `pack` and `unpack LIST` (packed.ts). `lines`: records as lines, which bash and awk read much faster; a line break in a
 *   name becomes the byte 1.
 */
export const layerFunctions = `
${packFunctions}
lines() { tr '\\n\\0' '\\001\\n'; }
open_layer() {
  local kind source target at
  pid= upper=- lower=- work= mounts=() volumes=()
  while IFS= read -r -d '' kind && IFS= read -r -d '' source && IFS= read -r -d '' target; do
    case $kind in
      state) pid=\${source%% *} started=\${source##* } name=\${source#* } work=$target; name=\${name% *}; continue ;;
      layer) upper=\${source:--} lower=\${target:--}; continue ;;
    esac
    mounts+=("$target")
    [[ $kind =~ ^volume\\ ([0-9a-f]{64})$ ]] || continue
    [ -d "$source" ] || return 1
    volumes+=("$target" "$source" "\${BASH_REMATCH[1]}")
  done < <(docker container inspect --format '{{printf "state\\x00%v %s %s\\x00%s\\x00" .State.Pid .Name .State.StartedAt .Config.WorkingDir}}{{with .GraphDriver}}{{with .Data}}{{printf "layer\\x00%s\\x00%s\\x00" (or (index . "UpperDir") "") (or (index . "LowerDir") "")}}{{end}}{{end}}{{range .Mounts}}{{printf "%s %s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}' "$1")
  [ -n "$pid" ] || return 1
  changes=$(set -o pipefail; {
    # A line break within a name is none between two records.
    { timeout ${diffSeconds} docker diff "$1" && printf '\\0'; } | LC_ALL=C sed 's,^[ACD] /,\\x00&,' | sed -z 's/\\n$//;/^$/d' || exit
    for ((at = 0; at < \${#volumes[@]}; at += 3)); do
      { find "\${volumes[at + 1]}" -xdev -mindepth 1 -printf '%P\\0' 2>/dev/null || true; } | sed -z "s,^,A $(printf %s "\${volumes[at]}" | sed 's/[\\\\&,]/\\\\&/g')/,"
    done
  } | pack)
}
layer_changes() { unpack "$changes"; }
${worthKeeping}
layer_times() (
  set -o pipefail
  # A file may have gone since.
  times() { xargs -0 -r stat --printf "$1" -- 2>/dev/null || true; }
  entries=$(pack) || exit
  base=$upper
  [ -d "$base" ] || base=/proc/$pid/root
  if [ -d "$upper" ] || [ "$pid" -gt 0 ]; then
    ( cd "$base" 2>/dev/null && unpack "$entries" | sed -z 's/^. /./' | times '%f %.9Z %Y %s %n\\0' ) || exit
  fi
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    place=\${volumes[at]}
    ( cd "\${volumes[at + 1]}" && unpack "$entries" | sed -z -n "s,^. $(printf %s "$place" | sed 's/[][\\\\.*^$,]/\\\\&/g')/,,p" |
      times "%f %.9Z %Y %s .$(printf %s "$place" | sed 's/[%\\\\]/&&/g')/%n\\0" ) || exit
  done
)`;
