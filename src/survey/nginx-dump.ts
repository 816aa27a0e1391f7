import { patiently, ranOut } from '../nginx/patience.ts';

/**
 * Bash functions that get all files of nginx's configuration:
 * - `dump_nginx WORD...` sets `dump` to what `nginx -T` prints. nginx before 1.9.2, and Tengine made of one, have no such
 *   option: the files are read as it would print them, where it accepts them. Its status is 0 where there is a dump, else
 *   that of nginx.
 * - `included MAIN` prints the paths of the files that MAIN includes, and of what they include, a line each.
 *
 * They need `program` of `findNginx`.
 */
export const dumpNginx = `${ranOut}
dump_nginx() {
  local status said main file
  dump=$(${patiently} "$program" "$@" -T 2>/dev/null); status=$?
  [ "$status" -ne 0 ] || return 0
  dump=
  if ran_out "$status"; then return "$status"; fi
  said=$(${patiently} "$program" "$@" -t 2>&1) || return "$status"
  main=$(printf '%s\\n' "$said" | sed -n 's/^nginx: configuration file \\(.*\\) test is successful$/\\1/p' | tail -n 1)
  [ -n "$main" ] || return "$status"
  dump=$({ echo "$main"; included "$main"; } | awk '!seen[$0]++' | while IFS= read -r file; do
    [ -f "$file" ] || continue
    printf '# configuration file %s:\\n' "$file"
    timeout -s KILL 10 cat -- "$file"
    echo
  done)
}
# Relative paths count from the folder of the main file.
included() {
  local level paths
  paths=$1
  for level in 1 2 3 4; do
    paths=$(printf '%s\\n' "$paths" | while IFS= read -r file; do
      [ ! -f "$file" ] || timeout -s KILL 10 tr ';{}' '\\n\\n\\n' <"$file" 2>/dev/null | sed -nE "s/^[[:space:]]*include[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\1/p"
    done | while IFS= read -r glob; do
      case $glob in /*) ;; *) glob=\${1%/*}/$glob ;; esac
      IFS=
      for file in $glob; do [ ! -f "$file" ] || printf '%s\\n' "$file"; done
    done)
    printf '%s\\n' "$paths"
  done | awk 'NF && !seen[$0]++'
}`;
