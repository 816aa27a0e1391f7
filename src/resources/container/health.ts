import type { Fragment } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { factsIn } from '../../server/script-protocol.ts';
import { quote } from '../../shell/quote.ts';
import type { Container } from '../../survey/containers.ts';
import { candidateNotices } from './candidate-notices.ts';
import { candidateObservation } from './candidate-script.ts';
import { explainHealth, healthScript } from './health-script.ts';
import { logsScript } from './logs-script.ts';
import { type ExpectedUser, signalNotices, userNotices } from './user-notices.ts';

/** What a deployment knows of a container beside its release. */
export interface Candidate {
  readonly user: ExpectedUser;
  /** Folders made for it whose owner only its image tells. */
  readonly folders: readonly string[];
  /** The line of the Dockerfile by which a shell starts the application; undefined: none does. */
  readonly shellForm: { readonly line: number } | undefined;
}

/**
 * Waits until a container of `release` is well, and warns of what it lacks all the same. `again` is
 * the container as it was before, where it is not a new one.
 */
export function awaitHealth(release: Release, container: string, candidate: Candidate, again?: Container): Fragment {
  const { health, image } = release;
  // What it said before it was stopped tells of another time.
  const since = `"$(docker container inspect --format '{{.State.StartedAt}}' ${quote(container)})"`;
  const logs = logsScript(quote(container), 400, release, again === undefined ? undefined : since);
  // What ends a pause begins no new count.
  const restarts = again?.status === 'paused' ? again.restarts : 0;
  return {
    id: 'container.health',
    title: text(
      `Wait until ${health.path} on port ${health.port} is well`,
      `等待端口 ${health.port} 的 ${health.path} 健康`,
    ),
    reason: text('only a healthy version is switched to', '只切换到健康的版本'),
    streams: true,
    script: healthScript(container, health, logs, undefined, restarts),
    explain: (result) => explainHealth(container, health, result, release),
    notice: (result) => {
      const facts = factsIn(result.stdout);
      // By then it bears the image's name.
      const observation = candidateObservation(image, health, result, release);
      return [
        ...candidateNotices(observation),
        ...userNotices(release, observation, facts, candidate.user),
        ...signalNotices(release, image, facts.signal, candidate.shellForm),
      ];
    },
  };
}
