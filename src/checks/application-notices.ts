import { type Failure, failure } from '../messages/failure.ts';
import { lacking } from './blamed.ts';
import type { ContainerObservation } from './container-observation.ts';
import { readHealthBody } from './health-body.ts';
import { causesIn } from './log-causes.ts';

/** What to warn of in a container that answers as it should: it may be well by its health path alone. */
export function applicationNotices(observation: ContainerObservation): readonly Failure[] {
  const body = readHealthBody(observation.healthBody ?? '');
  const { status, down } = body;
  const says = status !== undefined && !/^(?:UP|UNKNOWN)$/.test(status);
  return [
    ...(says
      ? [failure('HEALTH_SAYS_DOWN', { container: observation.name, status, components: down.join(', ') })]
      : []),
    ...lacking(causesIn(observation), body).map((cause) => cause.failure),
  ];
}
