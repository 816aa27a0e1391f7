import type { SpaceNeed } from '../../server/space.ts';
import type { System } from '../../survey/system.ts';
import { familyOf } from './packages.ts';

/**
 * Room that the packages to be installed take, unpacked and as they are fetched: Docker Engine with containerd some
 * 300 MB, the others little. Taken low, so that no server is refused that could do it.
 */
export function provisionNeeds(system: System, missing: readonly string[]): readonly SpaceNeed[] {
  if (missing.length === 0) return [];
  const engine = familyOf(system)?.docker[0];
  const withDocker = engine !== undefined && missing.includes(engine);
  return [
    { path: '/usr', bytes: withDocker ? 300_000_000 : 30_000_000, inodes: withDocker ? 2000 : 500 },
    { path: '/var', bytes: withDocker ? 100_000_000 : 50_000_000, inodes: withDocker ? 2000 : 500 },
  ];
}
