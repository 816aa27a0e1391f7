import type { Release } from '../release/release.ts';
import type { Container } from '../survey/containers.ts';
import { holdersOf } from '../survey/listeners.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { containerOf } from './orphans.ts';

/**
 * The container of a release where it was stopped or paused, and nothing else is missing: started again, it keeps what
 * it wrote. Undefined where it runs, where it is gone, cannot be told to start or did not when it was told, and where
 * its port is held by another.
 */
export function toStartAgain(release: Release, server: ProvisionedServer): Container | undefined {
  const container = containerOf(release.id, server);
  switch (container?.status) {
    case 'paused':
      return container;
    case 'exited':
      if (container.unstartable) return undefined;
      return holdersOf(server.listeners, release.container.loopbackPort).length === 0 ? container : undefined;
    default:
      return undefined;
  }
}
