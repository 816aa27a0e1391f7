import type { ContainerSpec } from '../release/release.ts';
import { isMounted } from '../values/volumes.ts';

/** Mounts, and which of them are of folders that were carried. */
type Mounts = Pick<ContainerSpec, 'volumes' | 'carried'>;

/**
 * The mounts of a release that is rolled back to, with those of folders that were carried since, as the one that serves has
 * them: what the application wrote is there now, also where the release has a copy of an earlier time. What it was told to
 * mount stays, as for a deploy.
 */
export function withCarriedSince({ volumes, carried }: Mounts, serving: Mounts | undefined): Mounts {
  const named = volumes.filter(({ container }) => !carried.some((one) => one.container === container));
  const since = (serving?.carried ?? []).filter(({ container }) => !isMounted(container, named));
  const own = carried.filter(({ container }) => !isMounted(container, since));
  return { volumes: [...named, ...own, ...since], carried: [...own, ...since] };
}
