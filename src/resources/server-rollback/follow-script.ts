import { bornOf } from '../../shell/born.ts';

/**
 * Bash functions of the server's own `rollback` about switches:
 * - `start run|resume RELEASE` starts the script of a switch as a session of its own, the application's lock with it, and
 *   tells what it does until it ends; how it ended is in `outcome`, empty where it says nothing of that.
 * - `end_cut_short` ends those that a reboot or a kill left half-done, or the script where one cannot be ended.
 */
export const followFunctions = `${bornOf}
start() {
  local script=$root/releases/$2/switch/script skip=0 pid
  journal=$root/releases/$2/switch/journal output=$root/releases/$2/switch/output
  [ "$1" = run ] || skip=$(wc -l <"$journal")
  titles_in "$script"
  # What it makes and starts is as if a deploy had.
  (umask 022; exec setsid bash "$script" "$1" </dev/null >>"$output" 2>&1 7>&-) &
  pid=$!
  printf '%s\\n' "$pid" >"$script.pid"
  trap 'say detached "$journal"; exit 130' INT TERM
  follow "$pid" "$skip"
  trap - INT TERM
}
titles_in() {
  local id title
  titles=()
  while read -r _ id title; do titles[$id]=$title; done < <(grep -a '^#@title ' "$1")
}
follow() {
  local line= part alive at=0 born
  outcome= open=
  born=$(born_of "$1")
  exec 6<"$journal"
  while :; do
    # Looked at first: what it wrote last is read after it.
    alive=yes
    [ "$(born_of "$1")" = "$born" ] && [ -n "$born" ] || alive=
    while IFS= read -r part <&6; do
      at=$((at + 1))
      [ "$at" -le "$2" ] || tell "$line$part"
      line=
    done
    line=$line$part
    [ -n "$alive" ] && [ -z "$outcome" ] || break
    sleep 0.2
  done
  exec 6<&-
  wait "$1" 2>/dev/null
}
opens() { printf "$1 ..." "\${titles[$2]:-$2}"; open=yes; }
# The end of a line that is open.
ends() { [ -z "$open" ] || printf '%s' "\${words[$1]}"; [ -z "$open" ] || echo; open=; }
tell() {
  local event step detail
  read -r _ event step detail <<<"$1"
  case $event in
    begin) ends done; opens '%s' "$step" ;;
    undo) ends done; opens "\${words[undo]}" "$step" ;;
    done|undone) ends done ;;
    failed|stuck|warned)
      ends failed
      [ -z "$detail" ] || say reason "$(told "$detail")"
      [ "$event" != failed ] || tell_output ;;
    noticed) ends done; say notice "$(told "$detail")" ;;
    skipped) ends done; say skipped "\${titles[$step]:-$step}" ;;
    committed) ends done; say proven ;;
    outcome) ends done; outcome=$step ;;
  esac
}
# A mark of a step (script-protocol.ts) as people read it: CODE (name=value, ...).
told() {
  local word value pairs= code
  local -a parts
  read -r -a parts <<<"$1"
  code=\${parts[1]:-$1}
  for word in "\${parts[@]:2}"; do
    value=\${word#*=}
    case $value in .*) value=\${value#.} ;; *) value=$(printf %s "$value" | base64 -d 2>/dev/null | tr '\\n\\000' '  ') ;; esac
    [ -z "$value" ] || pairs+="\${pairs:+, }\${word%%=*}=$value"
  done
  printf '%s' "$code\${pairs:+ ($pairs)}" | plain
}
tell_output() {
  [ -s "$output" ] || return 0
  say printed
  grep -av '^@@' "$output" | tail -n 20 | plain | sed 's/^/  /'
}
end_cut_short() {
  local folder id
  for folder in "$root"/releases/*/; do
    folder=\${folder%/} id=\${folder##*/}
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" || continue
    [[ $id =~ ^$id_form$ ]] && is_ours "$folder" || continue
    # Passed over, it would be half done still when another one begins.
    [ -z "$(strangers "$folder/switch/script")" ] || refuse strangers "$folder/switch/script"
    say ending "$id"
    start resume "$id"
    case $outcome in committed|undone) ;; *) refuse notEnded "$journal" ;; esac
  done
}`;
