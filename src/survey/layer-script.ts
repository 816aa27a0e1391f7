import { quote } from '../server/quote.ts';
import { harmlessLines } from './harmless-files.ts';

/**
 * Bash functions that look into a container's own layer, whatever the storage driver; all records end in NUL, since names
 * may have line breaks.
 * - `open_layer ID`: asks Docker (`docker diff`) what the layer holds; false where it does not tell. Sets `name`,
 *   `changes`, `upper`, `lower`, `pid` for the others. With overlay2 the layer is the folder `upper`; else the files of a running
 *   container are seen through /proc/PID/root. Only names, times and sizes are read there, since an application can put
 *   links in the way.
 * - `layer_changes`: `A|C|D PATH` of everything; `worth_keeping` leaves out what nobody misses.
 * - `layer_times`: for such records on standard input `MODE CTIME MTIME SIZE ./PATH`, mode in hex.
 */
export const layerFunctions = `
open_layer() {
  read -r pid name upper lower < <(docker container inspect --format '{{.State.Pid}} {{.Name}} {{with index .GraphDriver.Data "UpperDir"}}{{.}}{{else}}-{{end}} {{with index .GraphDriver.Data "LowerDir"}}{{.}}{{else}}-{{end}}' "$1" 2>/dev/null) ||
    read -r pid name upper lower < <(docker container inspect --format '{{.State.Pid}} {{.Name}} - -' "$1")
  changes=$(timeout 30 docker diff "$1" | head -n 50000 | base64 -w0; exit "\${PIPESTATUS[0]}")
}
layer_changes() {
  local entry= line
  printf %s "$changes" | base64 -d | {
    while IFS= read -r line; do
      case $line in [ACD]' /'*) [ -z "$entry" ] || printf '%s\\0' "$entry"; entry=$line ;; *) entry+=$'\\n'$line ;; esac
    done
    [ -z "$entry" ] || printf '%s\\0' "$entry"
  }
}
worth_keeping() { grep -azvE ${quote(harmlessLines('. '))} || true; }
layer_times() {
  local base=$upper
  [ -d "$base" ] || base=/proc/$pid/root
  cd "$base" 2>/dev/null && sed -z 's/^. /./' | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null || true
}`;
