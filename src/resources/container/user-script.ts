import { processUser } from '../../fragments/process-user.ts';

/**
 * Bash functions about the user of a container:
 * - `numbers_of ID`: has its user, group and groups in `uid`, `gid` and `groups` (separated by commas) as the image's passwd
 *   and group have them; nothing in the image is run, so that one without a shell will do.
 * - `ids_of PID`: the same as the server counts them for a process that runs.
 * - `ids_inside PID` (process-user.ts).
 */
export const userFunctions = `${processUser}
accounts() { docker cp -L "$1:/etc/$2" - 2>/dev/null | tar -xO 2>/dev/null | head -c 1000000; }
# The line of an account by its name or its number.
account() { word=$1 awk -F: '$1 "" == ENVIRON["word"] || $3 "" == ENVIRON["word"] { print; exit }'; }
numbers_of() {
  local user name group= more passwd list line word
  user=$(docker container inspect --format '{{.Config.User}}' "$1" 2>/dev/null) || return 1
  name=\${user%%:*} name=\${name:-0}
  case $user in *:*) group=\${user#*:} ;; esac
  passwd=$(accounts "$1" passwd) || passwd=
  list=$(accounts "$1" group) || list=
  line=$(account "$name" <<<"$passwd")
  if [ -n "$line" ]; then
    IFS=: read -r name word uid gid word <<<"$line"
  else
    uid=$name gid=0
  fi
  more=$(docker container inspect --format '{{range .HostConfig.GroupAdd}}{{println .}}{{end}}' "$1" 2>/dev/null) || more=
  if [ -n "$group" ]; then
    line=$(account "$group" <<<"$list")
    gid=$group
    [ -z "$line" ] || IFS=: read -r word word gid word <<<"$line"
  else
    more+=" $(name=$name awk -F: '{ count = split($4, members, ","); for (at = 1; at <= count; at++) if (members[at] == ENVIRON["name"]) print $3 }' <<<"$list")"
  fi
  groups=$gid
  for word in $more; do
    line=$(account "$word" <<<"$list")
    [ -z "$line" ] || IFS=: read -r group group word group <<<"$line"
    case $word in *[!0-9]*) ;; *) groups+=",$word" ;; esac
  done
  case $uid$gid in ''|*[!0-9]*) uid= gid=; return 1 ;; esac
}
ids_of() {
  read -r uid gid groups < <(awk '$1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "Groups:" { for (at = 2; at <= NF; at++) more = more "," $at } END { if (uid != "") print uid, gid, gid more }' "/proc/$1/status" 2>/dev/null) || true
  [ -n "$uid" ]
}`;

/**
 * Bash that gives folders, which were made for a container and are empty and root's still, to its user where only its image
 * tells who that is. Needs {@link userFunctions}; the container's id is in `file`.
 */
export const giveFolders = (file: string): string => `give_folders() {
  local folder uid= gid= groups=
  numbers_of "$(cat ${file})" && [ "$uid" -ne 0 ] || return 0
  for folder; do
    [ -d "$folder" ] && [ ! -L "$folder" ] && [ "$(stat -c %u:%g "$folder")" = 0:0 ] && [ -z "$(ls -A "$folder")" ] || continue
    chown -h "$uid:$gid" "$folder" || return 1
  done
}`;

/**
 * Bash function `ask_mounts`: asks for each folder and file that the container \`id\` mounts for writing whether \`uid\`,
 * \`gid\` and \`groups\` can write to it, as they would, without writing and without a program of the image; hands over those
 * to which they cannot as the fact \`mounts\`, a line each, tabs between: what hinders them, path on the server, path in the
 * container, owner, mode, some files. \`pid\` is a process of the container, 0 where none runs.
 */
export const askMounts = `# Runs a program as the container's user, by the server's own files.
as_user() {
  if [ "$uid" -ne 0 ]; then chroot --userspec="+$uid:+$gid" --groups="$groups" / "$@"
  elif [ "$overrides" = yes ]; then "$@"
  else setpriv --bounding-set=-dac_override,-dac_read_search "$@"; fi
}
# False only where the answer is no: what cannot be asked hinders nobody.
can_write() {
  local code=0
  as_user test -w "$1" || code=$?
  [ "$code" -ne 1 ] || return 1
  [ -d "$1" ] || return 0
  as_user test -x "$1" || code=$?
  [ "$code" -ne 1 ]
}
plain() { printf %s "\${1//[[:cntrl:]]/?}"; }
ask_mounts() {
  local kind name source place hindrance some count file overrides=yes found=
  if [ "$pid" -gt 0 ]; then
    # Root of a user namespace rules over those files alone whose owners the namespace has.
    case $(ids_inside "$pid") in 0:*) [ "$uid" -eq 0 ] || return 0 ;; esac
    [ "$uid" -ne 0 ] || [ $((0x$(awk '$1 == "CapEff:" { print $2 }' "/proc/$pid/status") & 2)) -ne 0 ] || overrides=no
    [ "$overrides" = yes ] || type -P setpriv >/dev/null || return 0
  fi
  while IFS= read -r -d '' kind && IFS= read -r -d '' name && IFS= read -r -d '' source && IFS= read -r -d '' place; do
    # A volume without a name of its own is this container's alone.
    case $kind in bind) ;; volume) [[ ! $name =~ ^[0-9a-f]{64}$ ]] || continue ;; *) continue ;; esac
    [ -d "$source" ] || [ -f "$source" ] || continue
    hindrance= some=
    { exec 8<"$source"; } 2>/dev/null || continue
    # A server of NFS may refuse root alone, whom it takes for nobody.
    if [ ! -w "$source" ] && [ "$(stat -f -c %T "$source")" != nfs ]; then
      hindrance=read-only
    elif ! can_write /proc/self/fd/8; then
      hindrance=closed
    elif [ "$pid" -gt 0 ] && [ "$(stat -Lc %d:%i "/proc/$pid/root$place" 2>/dev/null)" = "$(stat -Lc %d:%i "$source")" ] && { exec 9<"/proc/$pid/root"; } 2>/dev/null; then
      # The same from the container's root, so that the folders above it count.
      can_write "/proc/self/fd/9$place" || hindrance=out-of-reach
      exec 9<&-
    fi
    if [ -z "$hindrance" ] && [ -d "$source" ] && { [ "$uid" -ne 0 ] || [ "$overrides" = no ]; }; then
      count=0
      while [ "$count" -lt 3 ] && IFS= read -r -d '' file; do
        some+="\${some:+, }$(plain "$file")" count=$((count + 1)) hindrance=files
      done < <(as_user timeout 10 find /proc/self/fd/8/ -xdev -mindepth 1 -name lost+found -prune -o \\( -type d -o -type f \\) ! -uid "$uid" ! -writable -printf '%P\\0' 2>/dev/null)
    fi
    exec 8<&-
    [ -z "$hindrance" ] || found+="$hindrance"$'\\t'"$(plain "$source")"$'\\t'"$(plain "$place")"$'\\t'"$(stat -Lc '%u:%g'$'\\t''%a' "$source")"$'\\t'"$some"$'\\n'
  done < <(docker container inspect --format '{{range .Mounts}}{{if .RW}}{{printf "%s\\x00%s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}{{end}}' "$id" 2>/dev/null)
  fact mounts "$found"
}`;
