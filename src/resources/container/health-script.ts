import { diagnoseApplication } from '../../checks/application.ts';
import type { Failure } from '../../messages/failure.ts';
import type { HealthCheck, Release } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import type { ScriptResult } from '../../server/server.ts';
import { quote } from '../../shell/quote.ts';
import { readContainer } from './container-probe.ts';
import { observeFunctions } from './observe-script.ts';

/**
 * Seconds for which an answer that is not the awaited one must stay the same to be taken for final, once the log says that
 * the application has started; thrice as long where it does not say so.
 */
const steadySeconds = 15;

/** As Spring Boot says it: "Started Application in 3.2 seconds". */
const startedWords = 'Started [^ ]+ in [0-9.,]+ seconds';

/**
 * Bash that waits until a container is well. Ends early when it exits or restarts, or answers what will not change, and looks
 * at it in any case: facts on stdout, its log lines on stderr. Prints a line whenever the answer changes, and every 15 s.
 * `logs` is bash that prints the container's last log lines; `before` counts its restarts until then.
 */
export function healthScript(
  name: string,
  health: HealthCheck,
  logs: string,
  steady = steadySeconds,
  before = 0,
): string {
  return `${observeFunctions(health)}
tell_all() { tell_answer; look_at_container; { ${logs}; } >&2 || true; }
give_up() { fact waited "$((SECONDS - begun))"; tell_all; exit 1; }
name=${quote(name)} pid= look=0 seen= tell=0 code=000 first= since=0 begun=$SECONDS deadline=$((SECONDS + ${health.timeoutSeconds}))
has_started() { [ "$({ ${logs}; } 2>&1 | grep -cE ${quote(startedWords)})" -gt 0 ]; }
while :; do
  # While its process is there Docker is seldom asked: that takes time from an application that starts.
  if [ ! -d "/proc/\${pid:-0}" ] || [ "$SECONDS" -ge "$look" ]; then
    ask_state
    # What it answered before is none of this process.
    [ "$status $restarts" = 'running ${before}' ] || { code=000; give_up; }
    look=$((SECONDS + 5))
  fi
  well=
  ! ask_health || well=yes
  [ "$own" = "$seen" ] && [ "$SECONDS" -lt "$tell" ] || { seen=$own; tell=$((SECONDS + 15)); printf '%s: %s (%s s)\\n' ${quote(health.path)} "$own" "$SECONDS"; }
  [ -z "$well" ] || break
${health.fallback === undefined ? endSteady(steady) : ''}  [ "$SECONDS" -lt "$deadline" ] || { ask_state; give_up; }
  # An application that answers logs each question: asked too often, it would push its own start out of the log.
  if [ "$code" = 000 ]; then sleep 0.3; else sleep 1; fi
done
ask_state
tell_all`;
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
      *) [ "$((SECONDS - since))" -lt ${seconds} ] || { [ "$((SECONDS - since))" -lt ${3 * seconds} ] && ! has_started; } || { fact steady 1; ask_state; give_up; } ;;
    esac
  fi
`;
}

/** The failure that an unhealthy container stands for, from what {@link healthScript} handed over. */
export function explainHealth(
  name: string,
  release: Pick<Release, 'app' | 'container' | 'health'>,
  { stdout, stderr }: Pick<ScriptResult, 'stdout' | 'stderr'>,
): Failure {
  return diagnoseApplication(readContainer(name, release, factsIn(stdout), stderr));
}
