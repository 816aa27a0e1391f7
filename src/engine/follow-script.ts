import { quote } from '../shell/quote.ts';
import type { SwitchFolder } from './switch-folder.ts';

/** Seconds between two signs of life, which a script that follows writes: it ends where nobody reads them. */
const signSeconds = 5;

/**
 * Bash that follows the journal of the switch whose process is `$pid`; empty: there is none. It defines `is_alive`, and
 * `follow SECONDS`, which prints the journal from its beginning, line by line as it grows, and returns
 * - 0 once it has printed the outcome, which is in `$outcome`, though the process may take a little longer to end;
 * - 1 once the process is gone without one: a zombie is gone, whoever has not looked after it yet;
 * - 2 after SECONDS (0: never).
 * It starts nothing that could stay behind it (a `tail` would, until it writes again), and ends when its reader is gone.
 * `$born` tells one process from another that has its number after a reboot; where it is empty, it is read.
 */
export function followScript({ journal }: SwitchFolder): string {
  return `trap '' PIPE
journal=${quote(journal)} born=\${born-} outcome=
is_alive() {
  local stat=
  [ -n "$pid" ] && { IFS= read -r stat <"/proc/$pid/stat"; } 2>/dev/null
  set -- \${stat##*) }
  [ -n "$born" ] || born=\${20-}
  case \${1-Z} in Z|X) return 1 ;; esac
  [ "\${20-}" = "$born" ]
}
follow() {
  local line= part alive opened= rounds=0 end=$((SECONDS + $1))
  while :; do
    # Looked at first: what it wrote last is read after it.
    alive=yes
    is_alive || alive=
    [ -n "$opened" ] || { [ -e "$journal" ] && exec 7<"$journal" && opened=yes; }
    while [ -n "$opened" ] && IFS= read -r part <&7; do
      line=$line$part
      printf '%s\\n' "$line" || exit 1
      case \${line#* } in 'outcome '?*)
        outcome=\${line#* outcome } outcome=\${outcome%% *}
        exec 7<&-
        return 0 ;;
      esac
      line=
    done
    # What there is of a line that is being written.
    line=$line$part
    [ -n "$alive" ] || return 1
    [ "$1" -eq 0 ] || [ "$SECONDS" -lt "$end" ] || return 2
    rounds=$((rounds + 1))
    [ $((rounds % ${signSeconds * 10})) -ne 0 ] || printf '%salive\\n' "\${deploy_mark:-@@}" || exit 1
    sleep 0.1
  done
}`;
}
