import { type Text, text } from '../messages/text.ts';
import { belowServerError, type StatusRange } from '../settings/health-status.ts';
import type { Configuration } from './configuration.ts';

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
export function healthProbe(configuration: Configuration, appPort: number): HealthProbe {
  const { health } = configuration;
  const root = (reason: Text): HealthProbe => ({
    scheme: configuration.tls ? 'https' : 'http',
    port: appPort,
    path: `${configuration.contextPath}/`,
    status: belowServerError,
    reason,
    fallback: undefined,
  });
  if (health.state !== 'served') return root(reasons[health.state]);
  if (health.managementPort === null) return root(reasons['unknown-port']);
  return {
    scheme: health.tls ? 'https' : 'http',
    port: health.managementPort ?? appPort,
    path: health.path,
    status: [{ from: 200, to: 200 }],
    reason: health.managementPort === undefined ? reasons.actuator : reasons['management-port'],
    fallback: root(reasons['actuator-closed']),
  };
}

const reasons = {
  actuator: text(
    "the actuator's health endpoint, as the jar configures it",
    '依据 jar 的配置，使用 actuator 健康检查端点',
  ),
  'management-port': text(
    "the actuator's health endpoint on its own port, as the jar configures it",
    '依据 jar 的配置，使用独立管理端口上的 actuator 健康检查端点',
  ),
  'actuator-closed': text(
    'the health endpoint answers 401 or 404, so any answer below 500 counts',
    '健康检查端点返回 401 或 404，因此任何低于 500 的响应都视为正常',
  ),
  'no-actuator': text(
    'the jar has no spring-boot-actuator, so any answer below 500 counts',
    'jar 中没有 spring-boot-actuator，因此任何低于 500 的响应都视为正常',
  ),
  disabled: text(
    'the health endpoint is disabled in the configuration, so any answer below 500 counts',
    '配置中关闭了健康检查端点，因此任何低于 500 的响应都视为正常',
  ),
  'not-exposed': text(
    'the configuration does not expose the health endpoint, so any answer below 500 counts',
    '配置没有暴露健康检查端点，因此任何低于 500 的响应都视为正常',
  ),
  'unknown-port': text(
    'the port of the actuator cannot be told from the jar, so any answer below 500 of the application counts',
    '无法从 jar 得知 actuator 的端口，因此应用任何低于 500 的响应都视为正常',
  ),
} as const;
