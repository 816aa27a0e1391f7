import { text } from './text.ts';

/** Why an application is asked as it is whether it is well. */
export const healthReasons = {
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
  'application-local': text(
    'server.address may keep the application within its container, so it is asked itself',
    'server.address 可能使应用只在容器内部可访问，因此直接检查应用本身',
  ),
  local: text(
    'management.server.address keeps the actuator within its container, so any answer below 500 of the application counts',
    'management.server.address 使 actuator 只在容器内部可访问，因此应用任何低于 500 的响应都视为正常',
  ),
  'unknown-port': text(
    'the port of the actuator cannot be told from the jar, so any answer below 500 of the application counts',
    '无法从 jar 得知 actuator 的端口，因此应用任何低于 500 的响应都视为正常',
  ),
} as const;
