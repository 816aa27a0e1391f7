import { patiently } from '../nginx/patience.ts';
import { quote } from '../shell/quote.ts';

/**
 * Bash function `look_at_broken_nginx`, for when `nginx -T` fails: which of the files is it that nginx does not accept?
 * It asks again with files of ours set aside, in a mount namespace of its own, so that nothing changes.
 * - `broken COMPLAINT` and `dump`, and the variables `broken` (the file) and `dump`: without this application's own
 *   file it accepts the rest. A deploy writes the file again, and the certificate that it names.
 * - `silent` where it does not come to an end in time.
 * - `complaint` else, with a line `broken-other FILE APP` for each file of another application that must be out of the way.
 *
 * Such a file is known by its label and its name. Empty or with NUL bytes, as a power cut may leave it, it is known by its
 * name, the lower-case form of an application that has its folder here. Needs `program` and the positional parameters of
 * `findNginx`, and the functions of nginx-dump.ts and nginx-headings.ts.
 */
export function lookAtBrokenNginx(app: string): string {
  return `
look_at_broken_nginx() {
  local complaint main file owner own= all= rest others= status
  complaint=$(${patiently} "$program" "$@" -t 2>&1); status=$?
  if ran_out "$status"; then echo "silent yes"; return; fi
  # Somebody has corrected it since.
  if [ "$status" -eq 0 ] && dump_nginx "$@"; then
    dump=$(with_own_headings)
    echo "dump $(printf %s "$dump" | base64 -w0)"
    return
  fi
  main=$(printf '%s\\n' "$complaint" | sed -n 's/^nginx: configuration file \\(.*\\) test failed$/\\1/p' | tail -n 1)
  while IFS= read -r file; do
    owner=$(owner_of "$file")
    [ -n "$owner" ] || continue
    all="$all$file"$'\\n'
    if [ "$owner" = ${quote(app)} ]; then own=\${own:-$file}; else others="$others$file $owner"$'\\n'; fi
  done < <(included "$main")
  if [ -n "$own" ]; then
    if dump=$(setting_aside "$own" -- "$program" "$@" -T 2>/dev/null); then
      broken=$own
      echo "broken $(printf '%s\\n' "$complaint" | base64 -w0)"
      echo "dump $(printf %s "$dump" | base64 -w0)"
      return
    fi
    complaint=$(setting_aside "$own" -- "$program" "$@" -t 2>&1)
    if ran_out $?; then echo "silent yes"; return; fi
  fi
  echo "complaint $(printf '%s\\n' "$complaint" | base64 -w0)"
  setting_aside_all "$all" "$program" "$@" || return 0
  while IFS= read -r file; do
    [ -n "$file" ] || continue
    # Back in its place alone, the others set aside.
    rest=$(printf '%s' "$all" | grep -vxF "\${file% *}")
    setting_aside_all "$rest" "$program" "$@" && continue
    status=$?
    echo "broken-other $file"
    ! ran_out "$status" || break
  done < <(printf '%s' "$others")
}
# A list, a path a line.
setting_aside_all() (
  list=$1; shift
  IFS=$'\\n'; set -f
  setting_aside $list -- "$@" -t 2>/dev/null
)
setting_aside() {
  unshare -m bash -c 'set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind /dev/null "$(readlink -f "$1")"; shift; done
shift; exec ${patiently} "$@"' aside "$@"
}
owner_of() {
  local folder name=\${1##*/} label
  label=$(head -n 1 "$1" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^ ,]*\\),.*/\\1/p')
  if [ -n "$label" ]; then
    [ "$(printf %s "$label" | tr A-Z a-z).conf" != "$name" ] || echo "$label"
    return
  fi
  [ -z "$(tr -d '\\000[:space:]' <"$1")" ] || [ "$(tr -d '\\000' <"$1" | wc -c)" -ne "$(wc -c <"$1")" ] || return 0
  for folder in ${quote(`/docker/app/${app}`)} /docker/app/*/; do
    folder=\${folder%/}; folder=\${folder##*/}
    [ "$(printf %s "$folder" | tr A-Z a-z).conf" != "$name" ] || { echo "$folder"; return; }
  done
}`;
}
