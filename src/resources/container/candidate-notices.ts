import { diagnoseServices } from '../../checks/application.ts';
import type { ContainerSight } from '../../checks/container-sight.ts';
import type { Failure } from '../../messages/failure.ts';

/** What to warn of in a container that answers as it should: it may be well by its health path alone. */
export function candidateNotices(sight: ContainerSight): readonly Failure[] {
  const service = diagnoseServices(sight);
  return service === undefined ? [] : [service];
}
