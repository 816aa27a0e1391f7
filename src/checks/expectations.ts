import type { HealthCheck } from '../release/release.ts';
import type { ContainerObservation } from './container-observation.ts';

/** What is known of an application before its container is looked at. */
export type Expectations = Pick<ContainerObservation, 'port' | 'database' | 'local' | 'listens' | 'managementPort'>;

/** What a release's record says of its application, to word a failure. */
export function expectations({ port, database, local, listens, managementPort }: HealthCheck): Expectations {
  return { port, database, local, listens, managementPort };
}
