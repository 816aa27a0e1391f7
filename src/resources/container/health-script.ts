import { diagnoseApplication } from '../../checks/application.ts';
import { blamed, lastLinesOf } from '../../checks/blamed.ts';
import { readHealthBody } from '../../checks/health-body.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { type HealthCheck, type Release, tellingPath } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import type { ScriptResult } from '../../server/server.ts';
import { quote } from '../../shell/quote.ts';
import { renderHealthStatus, statusCondition } from '../../values/health-status.ts';
import { askBody, candidateObservation, candidateScript } from './candidate-script.ts';

/**
 * Seconds for which an answer that is not the awaited one must stay the same to be taken for final, once the log says that
 * the application has started; thrice as long where it does not say so.
 */
const steadySeconds = 15;

/** As Spring Boot says it: "Started Application in 3.2 seconds". */
const startedWords = 'Started [^ ]+ in [0-9.,]+ seconds';

/**
 * Bash that waits until a container is well, asked at its own address (a management port needs no publishing).
 * Ends early when it exits or restarts, or answers what will not change, and looks at it in any case. Prints a line whenever
 * the answer changes, and every 15 s. `logs` is bash that prints the container's last log lines; `before` counts its
 * restarts until then.
 */
export function healthScript(
  name: string,
  health: HealthCheck,
  logs: string,
  steady = steadySeconds,
  before = 0,
): string {
  const telling = tellingPath(health);
  return `${candidateScript(logs, health.port)}
${askBody}
tell_body() { case $code in 000|401|404) ;; *) fact body "$(ask_body ${telling.port} ${quote(telling.path)})" ;; esac; }
give_up() { fact answer "$code"; fact waited "$((SECONDS - begun))"; tell_body; look_at_candidate; exit 1; }
name=${quote(name)} pid= look=0 seen= tell=0 code=000 first= since=0 begun=$SECONDS deadline=$((SECONDS + ${health.timeoutSeconds}))
has_started() { [ "$({ ${logs}; } 2>&1 | grep -cE ${quote(startedWords)})" -gt 0 ]; }
ask() { curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
while :; do
  # While its process is there Docker is seldom asked: that takes time from an application that starts.
  if [ ! -d "/proc/\${pid:-0}" ] || [ "$SECONDS" -ge "$look" ]; then
    read -r status restarts pid address < <(printf '%s\\n' "$(docker container inspect --format '{{.State.Status}} {{.RestartCount}} {{.State.Pid}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$name")")
    [ "$status $restarts" = 'running ${before}' ] || give_up
    address=\${address%% *} look=$((SECONDS + 5))
  fi
  code=$(ask ${health.port} ${quote(health.path)}); code=\${code:-000}
  [ "$code" = "$seen" ] && [ "$SECONDS" -lt "$tell" ] || { seen=$code; tell=$((SECONDS + 15)); printf '%s: %s (%s s)\\n' ${quote(health.path)} "$code" "$SECONDS"; }
  if ${statusCondition('code', health.status)}; then break; fi
${health.fallback === undefined ? endSteady(steady) : fallback(health.fallback)}  [ "$SECONDS" -lt "$deadline" ] || give_up
  # An application that answers logs each question: asked too often, it would push its own start out of the log.
  if [ "$code" = 000 ]; then sleep 0.3; else sleep 1; fi
done
fact health "$code"
tell_body
look_at_candidate`;
}

/**
 * What is answered from the first answer on for so long, and is no sign of a start that goes on (5xx, too early, too many
 * requests), will not change.
 */
function endSteady(seconds: number): string {
  return `  if [ "$code" != 000 ]; then
    [ -n "$first" ] || { first=$code; since=$SECONDS; }
    [ "$code" = "$first" ] || first=other
    case $first in
      other|5??|408|425|429) ;;
      *) [ "$((SECONDS - since))" -lt ${seconds} ] || { [ "$((SECONDS - since))" -lt ${3 * seconds} ] && ! has_started; } || { fact steady 1; give_up; } ;;
    esac
  fi
`;
}

/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function fallback(other: NonNullable<HealthCheck['fallback']>): string {
  return `  if [ "$code" = 401 ] || [ "$code" = 404 ]; then
    code=$(ask ${other.port} ${quote(other.path)}); code=\${code:-000}
    if ${statusCondition('code', other.status)}; then break; fi
  fi
`;
}

/** The failure that an unhealthy container stands for, from what {@link healthScript} handed over. */
export function explainHealth(
  name: string,
  health: HealthCheck,
  result: ScriptResult,
  release?: Pick<Release, 'app' | 'container'>,
): Failure {
  const facts = factsIn(result.stdout);
  const observation = candidateObservation(name, health, result, release);
  const answered = facts.answer !== undefined && facts.answer !== '000';
  if (facts.status === 'running' && facts.restarts === '0' && answered) {
    // An application that runs without its database answers, and its health is down.
    const evidence = lastLinesOf(observation);
    return (
      blamed(observation, Number(facts.answer) >= 500) ??
      failure(
        'HEALTH_FAILED',
        {
          container: name,
          path: health.path,
          port: health.port,
          status: facts.answer ?? '-',
          expected: renderHealthStatus(health.status),
          seconds: Math.min(Number(facts.waited ?? health.timeoutSeconds), health.timeoutSeconds),
          steady: facts.steady === '1',
          components: readHealthBody(observation.healthBody ?? '').down.join(', '),
        },
        { evidence },
      )
    );
  }
  return diagnoseApplication(observation);
}
