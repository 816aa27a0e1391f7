import type { ContainerObservation } from '../../checks/container-observation.ts';
import { expectations } from '../../checks/expectations.ts';
import { listeningIn } from '../../checks/listening.ts';
import type { HealthCheck, Release } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import type { ScriptResult } from '../../server/server.ts';
import { closedMounts } from './closed-mounts.ts';
import { deniedPath } from './denied-path.ts';
import { askSignal } from './signal-script.ts';
import { askMounts, userFunctions } from './user-script.ts';

/** Bytes of a body that are read: an actuator's is smaller. */
const mostOfBody = 65_536;

/**
 * Bash that prints the body of an answer at the container's own address, `$address`. It takes the port and the path.
 */
export const askBody = `ask_body() { curl -q -s --noproxy '*' -m 5 "http://\${address:-127.0.0.1}:$1$2" 2>/dev/null | head -c ${mostOfBody} | tr -d '\\0' || true; }`;

// Docker leaves out a signal that is not set. A working folder may have spaces.
const state =
  '{{.State.ExitCode}} {{.State.OOMKilled}} {{.RestartCount}} {{.State.Pid}} {{.State.Status}} {{.Id}} {{with index .Config "StopSignal"}}{{.}}{{else}}SIGTERM{{end}} {{.Config.WorkingDir}}';

/**
 * Bash that defines `look_at_candidate`: hands over what there is to know of the container `$name` before it serves, well
 * or not: facts on stdout, its log lines (`logs` prints them) on stderr.
 */
export const candidateScript = (logs: string, port: number): string => `
${userFunctions}
${askMounts}
${askSignal}
# The process that listens on the application's port: an image that begins as root may go on as somebody else.
ask_user() {
  local uid= gid= groups= listener
  [ -n "$id" ] || return 0
  fact workdir "$workdir"
  if [ "\${pid:-0}" -gt 0 ]; then
    fact started "$(ids_inside "$pid")"
    ask_signal
    listener=$(nsenter -t "$pid" -n ss -ltnp 2>/dev/null | sed -n 's/^LISTEN .*[:.]${port} .*pid=\\([0-9]*\\).*/\\1/p' | head -n 1)
    [ ! -d "/proc/$listener/ns" ] || pid=$listener
  fi
  if [ "\${pid:-0}" -le 0 ] || ! ids_of "$pid"; then
    pid=0
    numbers_of "$id" || return 0
  fi
  fact user "$uid:$gid"
  ask_mounts
}
look_at_candidate() {
  local ended killed restarts pid status id stop workdir sockets
  read -r ended killed restarts pid status id stop workdir < <(docker container inspect --format '${state}' "$name" 2>/dev/null) || true
  fact status "$status"
  fact exitCode "$ended"
  fact outOfMemory "$killed"
  fact restarts "$restarts"
  if [ "\${pid:-0}" -gt 0 ]; then
    sockets=$(nsenter -t "$pid" -n ss -ltn 2>/dev/null | awk '$1 == "LISTEN" {print $4}' | sort -u) || true
    fact listening "$(printf '%s\\n' "$sockets" | sed 's/.*://' | sort -nu | tr '\\n' ' ')"
    fact sockets "$(printf '%s\\n' "$sockets" | tr '\\n' ' ')"
  fi
  { ${logs}; } >&2 || true
  # Standard error is the log.
  ask_user 2>/dev/null || true
}`;

/** The container `name` as `look_at_candidate` saw it. */
export function candidateObservation(
  name: string,
  health: HealthCheck,
  result: ScriptResult,
  release?: Pick<Release, 'app' | 'container'>,
): ContainerObservation {
  const facts = factsIn(result.stdout);
  const logLines = result.stderr.trimEnd().split('\n').filter(Boolean);
  const user = { user: facts.user ?? '', workdir: facts.workdir ?? '' };
  return {
    name,
    status: facts.status || 'gone',
    exitCode: Number(facts.exitCode ?? -1),
    oomKilled: facts.outOfMemory === 'true',
    restarts: Number(facts.restarts ?? 0),
    ...listeningIn(facts.sockets ?? facts.listening ?? ''),
    ...expectations(health),
    ...(facts.body === undefined ? {} : { healthBody: facts.body }),
    logLines,
    memory: release?.container.memory,
    mounts: closedMounts(user.user, facts.mounts ?? ''),
    denied: release === undefined ? undefined : deniedPath(release, name, user, logLines),
  };
}
