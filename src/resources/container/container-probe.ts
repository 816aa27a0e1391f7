import type { ContainerObservation } from '../../checks/container-observation.ts';
import { listeningIn } from '../../checks/listening.ts';
import type { ScriptProbe } from '../../engine/probe.ts';
import { containerFile } from '../../layout/release-paths.ts';
import type { Release } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import { quote } from '../../shell/quote.ts';
import { type HiddenOnServer, logsScript } from '../container-logs.ts';
import { closedMounts } from './closed-mounts.ts';
import { deniedPath } from './denied-path.ts';
import { observeFunctions } from './observe-script.ts';

/** What was seen of the container of a release that serves. */
export interface SeenContainer {
  readonly observation: ContainerObservation;
  /** Whether it is well, by the rule that a new version is awaited by. */
  readonly well: boolean;
  /** The status that its health path itself answers; undefined: it does not. */
  readonly healthStatus: number | undefined;
}

/**
 * Asks for the container of a release, by what its folder recorded, and for the answer of its health path; its log of the
 * last hour, in which a version that has just begun to serve has all of its own.
 */
export function containerProbe(release: Release, hidden: HiddenOnServer): ScriptProbe<SeenContainer> {
  return {
    // The answer of a probe has no marks of an exchange: facts in it are plain.
    script: `deploy_mark=@@ well=
${observeFunctions(release.health)}
name=$(cat ${quote(containerFile(release))}) || name=${quote(release.image)}
ask_state
! ask_health || well=yes
fact well "$well"
fact own "$own"
tell_answer
# It may have ended meanwhile.
[ -n "$well" ] || ask_state
look_at_container \${well:+briefly}
# What it said before it was last stopped tells of another time; how a crash came about is in what was said before it. Not
# since its start, which Docker notes a moment after the application's first lines.
since=$(($(date +%s) - 3600))
case "$status $restarts $finished" in
  # It never ended; not every date knows the year 1.
  'running 0 0001-'*) ;;
  'running 0 '*) ended=$(date -d "$finished" +%s) && [ "$ended" -lt "$since" ] || since=$finished ;;
esac
echo ${logMark}
${logsScript('"$name"', 400, release, hidden, '"${since:-0}"')}`,
    read: (output) => {
      // Facts are in base64: the first line that looks like the mark is it, and what follows may say anything.
      const [told = '', ...log] = output.split(`${logMark}\n`);
      const facts = factsIn(told);
      return {
        observation: readContainer(release.image, release, facts, log.join(`${logMark}\n`)),
        well: facts.well === 'yes',
        healthStatus: Number(facts.own) || undefined,
      };
    },
  };
}

const logMark = 'log:';

/** The container of a release as the functions of observe-script.ts saw it; `log` has its last lines. */
export function readContainer(
  name: string,
  release: Pick<Release, 'app' | 'container' | 'health'>,
  facts: Readonly<Record<string, string>>,
  log: string,
): ContainerObservation {
  const { health, container } = release;
  const { port, database, local, listens, managementPort } = health;
  const logLines = log.split('\n').filter(Boolean);
  const user = { user: facts.user ?? '', workdir: facts.workdir ?? '' };
  const answer = Number(facts.answer) || undefined;
  return {
    name,
    status: facts.status || 'gone',
    exitCode: Number(facts.exitCode ?? 0),
    oomKilled: facts.outOfMemory === 'true',
    restarts: Number(facts.restarts ?? 0),
    ...listeningIn(facts.sockets ?? ''),
    port,
    database,
    local,
    listens,
    managementPort,
    answer:
      answer === undefined
        ? undefined
        : {
            status: answer,
            path: health.path,
            expected: health.status,
            seconds: facts.waited === undefined ? undefined : Math.min(Number(facts.waited), health.timeoutSeconds),
            steady: facts.steady === '1',
          },
    ...(facts.body === undefined ? {} : { healthBody: facts.body }),
    logLines,
    memory: container.memory,
    mounts: closedMounts(user.user, facts.mounts ?? ''),
    denied: deniedPath(release, name, user, logLines),
  };
}
