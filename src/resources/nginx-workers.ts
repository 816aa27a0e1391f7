import { bornOf } from '../shell/born.ts';
import { quote } from '../shell/quote.ts';

/**
 * Bash functions about workers of nginx:
 * - `nginx_workers` prints those that serve, `PID BORN` a line. Any process may call itself a worker: only children of a
 *   master of root's that runs `program` are. A number may become another process's, so that each is known by when it
 *   began, too. One that only ends its last requests has another title.
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
${bornOf}
serves() { grep -qsxz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }`;
}

/**
 * Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. Needs
 * {@link workersFunction} in front.
 */
export function noteWorkers(folder: string): string {
  return `nginx_workers >${quote(`${folder}/workers`)}`;
}

/** What old workers of nginx may still carry to a version that is about to stop. */
export interface Drain {
  readonly seconds: number;
  /** Ports of the site: what a client sends there may be for the old version, also while its body is on its way. */
  readonly ports: readonly number[];
  /** Those of them that no other site is on. */
  readonly ownPorts: readonly number[];
  /** Ports at which nginx finds the old version. */
  readonly backEnds: readonly number[];
}

/**
 * Bash that waits until no worker noted carries anything that ends with the old version, a limit at most: nginx itself sets
 * none to its last requests. Connections of other sites are not waited for. What is open at the end is noted in `folder`
 * for {@link tellCut}.
 */
export function drainScript(folder: string, { seconds, ports, ownPorts, backEnds }: Drain): string {
  const [workers, cut] = [quote(`${folder}/workers`), quote(`${folder}/cut`)];
  return `deadline=$((SECONDS + ${seconds}))
${bornOf}
lives() { grep -qsz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }
# Prints how many connections of workers noted are open: all that are waited for, and those that end with the old version.
carried() {
  local pid born pids=,
  while read -r pid born; do ! lives "$pid" "$born" || pids=$pids$pid,; done <${workers}
  [ "$pids" != , ] || { echo 0 0; return; }
  ss -tnp state established 2>/dev/null | awk -v pids="$pids" -v ports=,${ports.join(',')}, -v own=,${ownPorts.join(',')}, -v ends=,${backEnds.join(',')}, '
    function port_of(address) { sub(/.*:/, "", address); return "," address "," }
    { named = named || /users:/ }
    match($0, /",(pid=)?[0-9]+,/) {
      pid = substr($0, RSTART + 2, RLENGTH - 3); sub(/^pid=/, "", pid)
      if (!index(pids, "," pid ",")) next
      if (index(ends, port_of($4))) { back++; all++ }
      else if (index(ports, port_of($3))) { all++; if (index(own, port_of($3))) front++ }
    }
    # Where it is not told whose connections they are, a worker that lives may carry some.
    END { print (named ? all + 0 : 1), (front > back ? front : back + 0) }'
}
read -r open ending < <(carried)
while [ "$open" -gt 0 ] && [ "$SECONDS" -lt "$deadline" ]; do
  sleep 0.3
  read -r open ending < <(carried)
done
{ echo "$ending" >${cut}; } 2>/dev/null || true
# What stops next is waited for no more.
: >${workers}`;
}

/** Bash that warns of what was still open when the old version was stopped. */
export function tellCut(folder: string, { seconds }: Drain): string {
  return `read -r ending 2>/dev/null <${quote(`${folder}/cut`)} || ending=0
[ "\${ending:-0}" -eq 0 ] || notice DRAIN_CUT "connections=$ending" seconds=${seconds}`;
}
