/** A user and its group by number, as its own container counts them. */
export interface ProcessUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Bash function `ids_inside PID`: the user and the group that a process runs as, `uid:gid` as its container counts them
 * (an engine with `userns-remap` gives it others on the server); nothing where there is none.
 */
export const processUser = `ids_inside() {
  [ "\${1:-0}" -gt 0 ] || return 0
  { cat "/proc/$1/status"; echo uids; cat "/proc/$1/uid_map"; echo gids; cat "/proc/$1/gid_map"; } 2>/dev/null | awk '
    $1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "uids" || $1 == "gids" { map = $1; next }
    map == "uids" && uid >= $2 && uid < $2 + $3 { inside = uid - $2 + $1 }
    map == "gids" && gid >= $2 && gid < $2 + $3 { group = gid - $2 + $1 }
    END { if (inside != "" && group != "") printf "%.0f:%.0f", inside, group }'
}`;

/** Reads what `ids_inside` prints. */
export function readProcessUser(text: string | undefined): ProcessUser | undefined {
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(text ?? '') ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
