import { applicationNotices } from '../../checks/application-notices.ts';
import type { Fragment } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { logsScript } from '../container-logs.ts';
import type { Candidate } from './candidate.ts';
import { readContainer } from './container-probe.ts';
import { explainHealth, healthScript } from './health-script.ts';
import { signalNotices, userNotices } from './user-notices.ts';

/**
 * Waits until a container of `release` is well, and warns of what it lacks all the same. `again` is
 * the container as it was before, where it is not a new one.
 */
export function awaitHealth(release: Release, container: string, candidate: Candidate, again?: Container): Fragment {
  const { health, image } = release;
  // What it said before it was stopped tells of another time; one that never was has the year 1.
  const ended = `docker container inspect --format '{{.State.FinishedAt}}' ${quote(container)}`;
  const since = `"$(${ended} | sed 's/^0001-.*/0/')"`;
  const logs = logsScript(quote(container), 400, release, candidate.hidden, again === undefined ? undefined : since);
  // What ends a pause begins no new count.
  const restarts = again?.status === 'paused' ? again.restarts : 0;
  return {
    id: 'container.health',
    title: text(
      `Wait until ${health.path} on port ${health.port} is well`,
      `等待端口 ${health.port} 的 ${health.path} 健康检查通过`,
    ),
    reason: text('nginx switches only to a healthy version', '只切换到健康检查通过的版本'),
    streams: true,
    // It only looks.
    endable: true,
    script: healthScript(container, health, logs, undefined, restarts),
    explain: (result) => explainHealth(container, release, result),
    notice: (result) => {
      const facts = factsIn(result.stdout);
      // By then it bears the image's name.
      const observation = readContainer(image, release, facts, result.stderr);
      return [
        ...applicationNotices(observation),
        ...userNotices(release, observation, facts, candidate.user),
        ...signalNotices(release, image, facts.signal, candidate.shellForm),
      ];
    },
  };
}
