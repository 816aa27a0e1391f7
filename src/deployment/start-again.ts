import type { Release } from '../release/release.ts';
import type { Container } from '../survey/containers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { holdersOf } from '../survey/listeners.ts';
import { containerOf } from './orphans.ts';

/**
 * The container of a release where it was stopped or paused, and nothing else is missing: started again, it keeps what
 * it wrote. Undefined where it runs, where it is gone, cannot be told to start or did not when it was told, and where
 * its port is held by another.
 */
export function toStartAgain(release: Release, surveyed: DeploymentSurvey): Container | undefined {
  const container = containerOf(release.id, surveyed);
  switch (container?.status) {
    case 'paused':
      return container;
    case 'exited':
      if (container.unstartable) return undefined;
      return holdersOf(surveyed.listeners, release.container.loopbackPort).length === 0 ? container : undefined;
    default:
      return undefined;
  }
}
