import { type HealthCheck, tellingPath } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import { guardedStatus, statusCondition } from '../../values/health-status.ts';
import { askSignal } from './signal-script.ts';
import { askMounts, userFunctions } from './user-script.ts';

/** Bytes of a body that are read: an actuator's is smaller. */
const mostOfBody = 65_536;

// `.Id` makes docker read its raw answer, in which keys without a value may be missing. In JSON a large number has all its
// digits. What may be empty has a sign in front; a working folder may have spaces.
const state = [
  '{{.State.Status}} {{json .State.ExitCode}} {{json .State.OOMKilled}} {{json .RestartCount}} {{json .State.Pid}}',
  '{{.State.FinishedAt}} {{.Id}} {{with index .Config "StopSignal"}}{{.}}{{else}}SIGTERM{{end}}',
  ',{{range .NetworkSettings.Networks}}{{with index . "IPAddress"}}{{.}},{{end}}{{end}} {{with index .Config "WorkingDir"}}{{.}}{{end}}',
].join(' ');

/**
 * Bash functions that look at the container `$name`, an id or a name, for all who want to know how its application is:
 * - `ask_state` has `status`, `exit_code`, `out_of_memory`, `restarts`, `pid`, `finished` (when it last ended; in year 1:
 *   never), `id`, `stop`, `address` (its own, on its first network) and `workdir`, as Docker tells; all empty where it is gone.
 * - `ask_health`: whether it is well, asked at that address (a management port needs no publishing). `own` is what the
 *   health path answers, `code` what counts; `000` for no answer.
 * - `tell_answer` hands over what it answered, and the body where it says anything of the application.
 * - `look_at_container` hands over as facts the state and what else {@link readContainer} reads; with the word `briefly` without what
 *   explains a failure, or is warned of before the container serves. All but facts that it prints goes to nobody.
 */
export function observeFunctions(health: HealthCheck): string {
  const { port, path, status, fallback } = health;
  const telling = tellingPath(health);
  return `${userFunctions}
${askMounts}
${askSignal}
ask_state() {
  read -r status exit_code out_of_memory restarts pid finished id stop address workdir < <(docker container inspect --format '${state}' "$name" 2>/dev/null) || true
  address=\${address#,} address=\${address%%,*}
}
ask() { curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
ask_health() {
  own=$(ask ${port} ${quote(path)}); own=\${own:-000} code=$own
  if ${statusCondition('code', status)}; then return 0; fi
${fallback === undefined ? '' : askFallback(fallback)}  return 1
}
ask_body() { curl -q -s --noproxy '*' -m 5 "http://\${address:-127.0.0.1}:$1$2" 2>/dev/null | head -c ${mostOfBody} | tr -d '\\0' || true; }
tell_answer() {
  fact answer "$code"
  if [ "$code" = 000 ] || ${statusCondition('code', guardedStatus)}; then return 0; fi
  fact body "$(ask_body ${telling.port} ${quote(telling.path)})"
}
# The process that listens on the application's port: an image that begins as root may go on as somebody else.
ask_user() {
  local pid=$pid uid= gid= groups=
  [ -n "$id" ] || return 0
  fact workdir "$workdir"
  if [ "\${pid:-0}" -gt 0 ]; then
    fact started "$(ids_inside "$pid")"
    [ "$1" = briefly ] || ask_signal
    [ ! -d "/proc/$listener/ns" ] || pid=$listener
  fi
  if [ "\${pid:-0}" -le 0 ] || ! ids_of "$pid"; then
    pid=0
    numbers_of "$id" || return 0
  fi
  fact user "$uid:$gid"
  [ "$1" = briefly ] || ask_mounts
}
# containerd loses that message where the control group is gone before it looks (1 of 100 in a test): the kernel's log has it
# under the container's id, kernels before 4.20 in other words. What it says of an earlier end does not count.
kernel_killed() {
  local at up _
  at=$(dmesg | sed -n "s/^\\[ *\\([0-9]*\\)\\..*\\(oom-kill:\\|killed as a result of limit of\\).*$id.*/\\1/p" | tail -n 1)
  read -r up _ < /proc/uptime
  [ -n "$at" ] && [ "$(($(date -d "$finished" +%s) - $(date +%s) + \${up%.*} - at))" -lt 60 ]
}
look_at_container() {
  local sockets listener= _
  # That it was killed for want of memory comes to Docker by a message of its own, at times after that of its end.
  for _ in 1 2 3 4; do
    [ "$status $exit_code $out_of_memory" = 'exited 137 false' ] || break
    sleep 0.5; ask_state
  done
  [ "$exit_code $out_of_memory" != '137 false' ] || ! kernel_killed || out_of_memory=true
  fact status "$status"
  fact exitCode "$exit_code"
  fact outOfMemory "$out_of_memory"
  fact restarts "$restarts"
  if [ "\${pid:-0}" -gt 0 ]; then
    sockets=$(nsenter -t "$pid" -n ss -ltnp 2>/dev/null) || true
    listener=$(printf '%s\\n' "$sockets" | sed -n 's/^LISTEN .*[:.]${port} .*pid=\\([0-9]*\\).*/\\1/p' | head -n 1)
    fact sockets "$(printf '%s\\n' "$sockets" | awk '$1 == "LISTEN" {print $4}' | sort -u | tr '\\n' ' ')"
  fi
  ask_user "\${1-}" || true
} 2>/dev/null`;
}

/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function askFallback({ port, path, status }: NonNullable<HealthCheck['fallback']>): string {
  return `  if ${statusCondition('code', guardedStatus)}; then
    code=$(ask ${port} ${quote(path)}); code=\${code:-000}
    if ${statusCondition('code', status)}; then return 0; fi
  fi
`;
}
