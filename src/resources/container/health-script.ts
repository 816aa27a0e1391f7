import { diagnoseApplication } from '../../checks/application.ts';
import type { ContainerSight } from '../../checks/container-sight.ts';
import { diagnoseDatabase } from '../../checks/database.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { HealthCheck } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { factsIn } from '../../server/script-failure.ts';
import type { ScriptResult } from '../../server/server.ts';
import { renderHealthStatus, type StatusRange } from '../../settings/health-status.ts';

/** Bash condition: whether the variable `name` holds a status of `ranges`. */
export function statusCondition(name: string, ranges: readonly StatusRange[]): string {
  return `{ ${ranges.map(({ from, to }) => `{ [ "$${name}" -ge ${from} ] && [ "$${name}" -le ${to} ]; }`).join(' || ')}; }`;
}

/** Bash that hands over what there is to know of a container that is not well: facts on stdout, its last log lines on stderr. */
const giveUp = (logs: string): string => `
give_up() {
  local pid
  fact status "$(docker container inspect --format '{{.State.Status}}' "$name" 2>/dev/null)"
  fact exitCode "$(docker container inspect --format '{{.State.ExitCode}}' "$name" 2>/dev/null)"
  fact outOfMemory "$(docker container inspect --format '{{.State.OOMKilled}}' "$name" 2>/dev/null)"
  fact restarts "$(docker container inspect --format '{{.RestartCount}}' "$name" 2>/dev/null)"
  fact answer "$code"
  pid=$(docker container inspect --format '{{.State.Pid}}' "$name" 2>/dev/null)
  [ "\${pid:-0}" -gt 0 ] && fact listening "$(nsenter -t "$pid" -n ss -ltn 2>/dev/null | awk '$1 == "LISTEN" {sub(/.*:/, "", $4); print $4}' | sort -nu | tr '\\n' ' ')"
  { ${logs}; } >&2 || true
  exit 1
}`;

/**
 * Bash that waits until a container is well, asked at its own address (a management port needs no publishing).
 * Ends early when it exits or restarts. Prints a line whenever the answer changes, and every 15 s. `logs` is bash that
 * prints the container's last log lines.
 */
export function healthScript(name: string, health: HealthCheck, logs: string): string {
  return `${giveUp(logs)}
name=${quote(name)} seen= tell=0 code=000 deadline=$((SECONDS + ${health.timeoutSeconds}))
ask() { curl -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
while :; do
  read -r status restarts address < <(printf '%s\\n' "$(docker container inspect --format '{{.State.Status}} {{.RestartCount}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$name")")
  [ "$status $restarts" = 'running 0' ] || give_up
  address=\${address%% *}
  code=$(ask ${health.port} ${quote(health.path)}); code=\${code:-000}
  [ "$code" = "$seen" ] && [ "$SECONDS" -lt "$tell" ] || { seen=$code; tell=$((SECONDS + 15)); printf '%s: %s (%s s)\\n' ${quote(health.path)} "$code" "$SECONDS"; }
  if ${statusCondition('code', health.status)}; then break; fi
${fallback(health)}  [ "$SECONDS" -lt "$deadline" ] || give_up
  # An application that answers logs each question: asked too often, it would push its own start out of the log.
  if [ "$code" = 000 ]; then sleep 0.3; else sleep 1; fi
done
fact health "$code"`;
}

/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function fallback({ fallback: other }: HealthCheck): string {
  if (other === undefined) return '';
  return `  if [ "$code" = 401 ] || [ "$code" = 404 ]; then
    code=$(ask ${other.port} ${quote(other.path)}); code=\${code:-000}
    if ${statusCondition('code', other.status)}; then break; fi
  fi
`;
}

/** The failure that an unhealthy container stands for, from what {@link healthScript} handed over. */
export function explainHealth(name: string, health: HealthCheck, result: ScriptResult): Failure {
  const facts = factsIn(result.stdout);
  const logLines = result.stderr.trimEnd().split('\n').filter(Boolean);
  const sight: ContainerSight = {
    name,
    status: facts.status || 'gone',
    exitCode: Number(facts.exitCode ?? -1),
    oomKilled: facts.outOfMemory === 'true',
    restarts: Number(facts.restarts ?? 0),
    port: health.port,
    listening: (facts.listening ?? '').split(' ').filter(Boolean).map(Number),
    database: health.database,
    logLines,
  };
  const answered = facts.answer !== undefined && facts.answer !== '000';
  if (facts.status === 'running' && facts.restarts === '0' && answered) {
    // An application that runs without its database answers, and its health is down.
    return (
      diagnoseDatabase(sight) ??
      failure(
        'HEALTH_FAILED',
        {
          container: name,
          path: health.path,
          port: health.port,
          status: facts.answer ?? '-',
          expected: renderHealthStatus(health.status),
          seconds: health.timeoutSeconds,
        },
        { evidence: logLines.join('\n') },
      )
    );
  }
  return diagnoseApplication(sight);
}
