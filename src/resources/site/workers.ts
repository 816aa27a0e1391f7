import { quote } from '../../server/quote.ts';

/**
 * Bash functions about workers of nginx:
 * - `nginx_workers` prints those that serve, `PID BORN` a line. Any process may call itself a worker: only children of a
 *   master of root's that runs `program` are. A number may become another process's, so that each is known by when it
 *   began, too (`starttime` of proc(5)). One that only ends its last requests has another title.
 * - `serves PID BORN`: whether that one still does.
 */
export function workersFunction(program: string): string {
  return `nginx_workers() {
  local process parent exe
  for process in $(grep -lsxz 'nginx: worker process' /proc/[0-9]*/cmdline); do
    process=\${process%/cmdline}
    parent=$(sed -n 's/^PPid:[[:space:]]*/\\/proc\\//p' "$process/status" 2>/dev/null) || continue
    grep -Eqs '^Uid:([[:space:]]+0){4}$' "$parent/status" && [ "$parent/root" -ef / ] || continue
    exe=$(readlink "$parent/exe" 2>/dev/null) || continue
    [ "\${exe% (deleted)}" = ${quote(program)} ] || continue
    echo "\${process#/proc/} $(born_of "\${process#/proc/}")"
  done
}
born_of() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }
serves() { grep -qsxz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }`;
}

/**
 * Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. Needs
 * {@link workersFunction} in front.
 */
export function noteWorkers(folder: string): string {
  return `nginx_workers >${quote(`${folder}/workers`)}`;
}

/** Bash that waits for the workers noted, a limit at most: nginx itself sets none to their last requests. */
export function drainScript(folder: string, seconds: number): string {
  return `deadline=$((SECONDS + ${seconds}))
lives() {
  grep -qz 'nginx: worker process' "/proc/$1/cmdline" 2>/dev/null &&
    [ "$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20)" = "$2" ]
}
while read -r pid born; do
  while lives "$pid" "$born" && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.2; done
done <${quote(`${folder}/workers`)}`;
}
