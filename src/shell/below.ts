/** Bash: `below PID` prints that process and all that descend from it, each before those below it. */
export const below = `below() {
  local stat fields pid one all= found=" $1 " more=yes
  for stat in /proc/[0-9]*/stat; do
    { read -r fields <"$stat"; } 2>/dev/null || continue
    pid=\${stat#/proc/} fields=\${fields##*) }
    fields=\${fields#* }
    all="$all \${pid%/stat}:\${fields%% *}"
  done
  while [ -n "$more" ]; do
    more=
    for one in $all; do
      case $found in
        *" \${one%:*} "*) ;;
        *" \${one#*:} "*) found="$found\${one%:*} " more=yes ;;
      esac
    done
  done
  printf %s "$found"
}`;
