import { diagnoseApplication } from '../../checks/application.ts';
import { diagnoseDatabase } from '../../checks/database.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { HealthCheck } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { factsIn } from '../../server/script-failure.ts';
import type { ScriptResult } from '../../server/server.ts';
import { renderHealthStatus, type StatusRange } from '../../settings/health-status.ts';
import { candidateScript, candidateSight } from './candidate-script.ts';

/** Bash condition: whether the variable `name` holds a status of `ranges`. */
export function statusCondition(name: string, ranges: readonly StatusRange[]): string {
  return `{ ${ranges.map(({ from, to }) => `{ [ "$${name}" -ge ${from} ] && [ "$${name}" -le ${to} ]; }`).join(' || ')}; }`;
}

/**
 * Bash that waits until a container is well, asked at its own address (a management port needs no publishing).
 * Ends early when it exits or restarts, and looks at it in any case. Prints a line whenever the answer changes, and every
 * 15 s. `logs` is bash that prints the container's last log lines.
 */
export function healthScript(name: string, health: HealthCheck, logs: string): string {
  return `${candidateScript(logs)}
give_up() { fact answer "$code"; look_at_candidate; exit 1; }
name=${quote(name)} seen= tell=0 code=000 deadline=$((SECONDS + ${health.timeoutSeconds}))
ask() { curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
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
fact health "$code"
look_at_candidate`;
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
  const sight = candidateSight(name, health, result);
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
        { evidence: sight.logLines.join('\n') },
      )
    );
  }
  return diagnoseApplication(sight);
}
