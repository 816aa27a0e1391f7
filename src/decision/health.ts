import { healthProbe } from '../jar/health.ts';
import { localOnes } from '../jar/services.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Text } from '../messages/text.ts';
import type { Project } from '../project/project.ts';
import type { HealthCheck } from '../release/release.ts';
import type { DeploySettings } from '../settings/settings.ts';

/** Decides how the application is asked whether it is well: as the inputs say, else as its jar does. */
export function decideHealth(settings: DeploySettings, project: Project, appPort: number): HealthCheck {
  const { configuration } = project.jar;
  const probe = healthProbe(configuration, appPort);
  const given = settings.health.path;
  const port = given === undefined ? probe.port : appPort;
  const local = localOnes(configuration.services);
  const path = given ?? probe.path;
  const actuator =
    given === undefined || given === probe.path || probe.fallback === undefined
      ? undefined
      : { path: probe.path, port: probe.port };
  const endpoint = configuration.health;
  return {
    path,
    port,
    status: settings.health.status ?? (given === undefined ? probe.status : [{ from: 200, to: 200 }]),
    fallback:
      given !== undefined || settings.health.status !== undefined || probe.fallback === undefined
        ? undefined
        : { path: probe.fallback.path, port: probe.fallback.port, status: probe.fallback.status },
    timeoutSeconds: settings.health.timeoutSeconds,
    database: configuration.databasePlace,
    local: local.length === 0 ? undefined : local,
    listens: (port === appPort ? configuration.address : configuration.health.address)?.setting,
    managementPort: port === appPort ? undefined : true,
    telling: (endpoint.state === 'served' && endpoint.path === (actuator?.path ?? path)) || undefined,
    actuator,
  };
}

/** Why it is asked so. */
export function reasonForHealth({ health }: DeploySettings, project: Project, appPort: number): Text {
  if (health.path !== undefined || health.status !== undefined) return commandMessages.healthGiven;
  return healthProbe(project.jar.configuration, appPort).reason;
}

/** What is asked through nginx: the health path where the application's own port serves it, else its root. */
export function proofTarget(health: HealthCheck, project: Project, appPort: number): string {
  return health.port === appPort ? health.path : `${project.jar.configuration.contextPath}/`;
}
