import type { Step } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { factsIn } from '../../server/script-failure.ts';
import { candidateNotices } from './candidate-notices.ts';
import { candidateSight } from './candidate-script.ts';
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

/** The step that waits until a container of `release` is well, and warns of what it lacks all the same. */
export function planHealth(release: Release, container: string, candidate: Candidate): Step {
  const { health, image } = release;
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'container.health',
    title: text(
      `Wait until ${health.path} on port ${health.port} is well`,
      `等待端口 ${health.port} 的 ${health.path} 健康`,
    ),
    reason: text('only a healthy version is switched to', '只切换到健康的版本'),
    streams: true,
    script: healthScript(container, health, logsScript(quote(container), 400, release)),
    explain: (result) => explainHealth(container, health, result, release),
    notice: (result) => {
      const facts = factsIn(result.stdout);
      // By then it bears the image's name.
      const sight = candidateSight(image, health, result, release);
      return [
        ...candidateNotices(sight),
        ...userNotices(release, sight, facts, candidate.user),
        ...signalNotices(release, image, facts.signal, candidate.shellForm),
      ];
    },
  };
}
