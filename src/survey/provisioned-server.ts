import { failure } from '../messages/failure.ts';
import { type NginxConfiguration, parseDump } from '../nginx/configuration.ts';
import type { DeploymentSurvey } from './deployment.ts';
import type { RunningDocker } from './docker.ts';
import type { InstalledNginx } from './nginx.ts';

/** A server that was surveyed and has what every deployment needs: an engine that runs and nginx, its configuration read. */
export interface ProvisionedServer extends DeploymentSurvey {
  readonly docker: RunningDocker;
  readonly nginx: InstalledNginx;
  readonly configuration: NginxConfiguration;
}

/**
 * Narrows, once, what was surveyed after provisioning. Throws `NginxSyntaxError` as `parseDump` does, and `INTERNAL` where
 * Docker or nginx is still missing: such a server was refused or provisioned before.
 */
export function provisionedServer(surveyed: DeploymentSurvey): ProvisionedServer {
  const { docker, nginx } = surveyed;
  if (docker.state !== 'running') throw failure('INTERNAL', { detail: `docker is ${docker.state} after provisioning` });
  if (nginx.state === 'missing') throw failure('INTERNAL', { detail: 'nginx is missing after provisioning' });
  return { ...surveyed, docker, nginx, configuration: parseDump(nginx.dump) };
}
