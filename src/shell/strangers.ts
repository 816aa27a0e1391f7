import { decode } from './packed.ts';

/**
 * Who may change what root uses (rule *Roots alone*). Bash for the prelude; sudo says in `SUDO_UID` who logged in:
 * - `strangers PATH...` prints what other users can change of each path and of the folders and links on the way to it,
 *   lines `OWNER MODE PATH` with the path in base64. Of what does not exist, the folders that do count. In a folder with
 *   the sticky bit nobody can replace what is root's. A group counts as the login user where it has the same number.
 * - `roots_alone PATH` ends the script with FOLDER_NOT_ROOTS where there is anything of the kind.
 */
export const strangers = `strangers() {
  local path at rest part next target state links uid gid mode
  local -A known=() stated=([/]=)
  # Of all at once, since a process for each costs more than all the rest; of what links lead to one by one.
  for path; do
    at= rest=$path
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      [ -n "$part" ] || break
      at=$at/$part rest=\${rest#"$part"}
      stated[$at]=
    done
  done
  while IFS= read -r -d '' state; do
    stated[\${state#* * * }]=$state
  done < <(stat --printf '%u %g %a %n\\0' -- "\${!stated[@]}" 2>/dev/null)
  for path; do
    at=/ rest=$path links=0
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      next=\${at%/}/$part
      state=\${known[$at]:-}
      if [ -z "$state" ]; then
        state=\${stated[$at]:-}
        [ -n "$state" ] || state=$(stat -c '%u %g %a' -- "$at" 2>/dev/null) || break
        uid=\${state%% *} state=\${state#* }
        gid=\${state%% *} mode=\${state#* }
        mode=\${mode%% *} state=ours
        if ! is_roots "$uid"; then
          state=strange
        elif ((8#$mode & 8#2)) || { ((8#$mode & 8#20)) && [ "$gid $gid" != "\${SUDO_UID:-} \${SUDO_GID:-}" ]; }; then
          state=strange
          ((8#$mode & 8#1000)) && state=sticky
        fi
        known[$at]=$state
      fi
      if [ "$state" = sticky ] && { [ -z "$part" ] || ! is_roots "$(stat -c %u -- "$next" 2>/dev/null)"; }; then state=strange; fi
      if [ "$state" = strange ] && [ "\${known[$at]}" != told ]; then
        printf '%s %s\\n' "$(stat -c '%U %a' -- "$at")" "$(printf %s "$at" | base64 | tr -d '\\n')"
        known[$at]=told
      fi
      [ -n "$part" ] || break
      rest=\${rest#"$part"}
      case $part in
        .) continue ;;
        ..) at=\${at%/*}; at=\${at:-/}; continue ;;
      esac
      if [ -L "$next" ]; then
        [ "$((links += 1))" -le 40 ] || break
        target=$(readlink -- "$next")
        case $target in /*) at=/ ;; esac
        rest=$target$rest
        continue
      fi
      [ -e "$next" ] || break
      at=$next
    done
  done
}
is_roots() { [ "$1" = 0 ] || { [ -n "\${SUDO_UID:-}" ] && [ "$1" = "$SUDO_UID" ]; }; }
roots_alone() {
  local found
  found=$(strangers "$1")
  [ -z "$found" ] || failure FOLDER_NOT_ROOTS folder="$1" found="$found"
}
`;

/** A file or folder that another user can change. */
export interface Stranger {
  readonly path: string;
  readonly owner: string;
  /** Octal, `775`. */
  readonly mode: string;
}

/** Reads what the bash function `strangers` printed, each path once. */
export function readStrangers(output: string): readonly Stranger[] {
  const found = [...output.matchAll(/^(\S+) ([0-7]+) (\S+)$/gm)].map(([, owner = '', mode = '', path = '']) => ({
    path: decode(path),
    owner,
    mode,
  }));
  return found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
}
