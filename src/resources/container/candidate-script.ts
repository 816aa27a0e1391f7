import type { ContainerSight } from '../../checks/container-sight.ts';
import type { HealthCheck } from '../../release/release.ts';
import { factsIn } from '../../server/script-failure.ts';
import type { ScriptResult } from '../../server/server.ts';

/**
 * Bash that defines `look_at_candidate`: hands over what there is to know of the container `$name` before it serves, well
 * or not: facts on stdout, its log lines (`logs` prints them) on stderr.
 */
export const candidateScript = (logs: string): string => `
look_at_candidate() {
  local pid
  fact status "$(docker container inspect --format '{{.State.Status}}' "$name" 2>/dev/null)"
  fact exitCode "$(docker container inspect --format '{{.State.ExitCode}}' "$name" 2>/dev/null)"
  fact outOfMemory "$(docker container inspect --format '{{.State.OOMKilled}}' "$name" 2>/dev/null)"
  fact restarts "$(docker container inspect --format '{{.RestartCount}}' "$name" 2>/dev/null)"
  pid=$(docker container inspect --format '{{.State.Pid}}' "$name" 2>/dev/null)
  [ "\${pid:-0}" -le 0 ] || fact listening "$(nsenter -t "$pid" -n ss -ltn 2>/dev/null | awk '$1 == "LISTEN" {sub(/.*:/, "", $4); print $4}' | sort -nu | tr '\\n' ' ')"
  { ${logs}; } >&2 || true
}`;

/** The container `name` as `look_at_candidate` saw it. */
export function candidateSight(name: string, health: HealthCheck, result: ScriptResult): ContainerSight {
  const facts = factsIn(result.stdout);
  return {
    name,
    status: facts.status || 'gone',
    exitCode: Number(facts.exitCode ?? -1),
    oomKilled: facts.outOfMemory === 'true',
    restarts: Number(facts.restarts ?? 0),
    port: health.port,
    listening: (facts.listening ?? '').split(' ').filter(Boolean).map(Number),
    database: health.database,
    logLines: result.stderr.trimEnd().split('\n').filter(Boolean),
  };
}
