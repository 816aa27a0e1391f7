import { healthReasons as reasons } from '../messages/health.ts';
import type { Text } from '../messages/text.ts';
import { belowServerError, okStatus, type StatusRange } from '../values/health-status.ts';
import type { SpringConfiguration } from './spring-configuration.ts';

/** How to ask an application whether it is well. */
export interface HealthProbe {
  readonly scheme: 'http' | 'https';
  readonly port: number;
  /** Path with a leading slash. */
  readonly path: string;
  /** Which status of the answer counts as well. */
  readonly status: readonly StatusRange[];
  /** Why this one, as the plan says it. */
  readonly reason: Text;
  /** What is asked instead where the answer is 401 or 404. */
  readonly fallback: HealthProbe | undefined;
}

/** The probe that follows from an application's configuration; `appPort` is the port it listens on. */
export function healthProbe(configuration: SpringConfiguration, appPort: number): HealthProbe {
  const { health } = configuration;
  const root = (reason: Text): HealthProbe => ({
    scheme: configuration.tls ? 'https' : 'http',
    port: appPort,
    path: `${configuration.contextPath}/`,
    status: belowServerError,
    reason,
    fallback: undefined,
  });
  // A port of the actuator's own would answer, and the application none the less be out of reach.
  if (configuration.address !== undefined) return root(reasons['application-local']);
  if (health.state !== 'served') return root(reasons[health.state]);
  if (health.managementPort === null) return root(reasons['unknown-port']);
  return {
    scheme: health.tls ? 'https' : 'http',
    port: health.managementPort ?? appPort,
    path: health.path,
    status: okStatus,
    reason: health.managementPort === undefined ? reasons.actuator : reasons['management-port'],
    fallback: root(reasons['actuator-closed']),
  };
}
