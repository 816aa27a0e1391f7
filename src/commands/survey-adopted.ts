import { containersToAdopt } from '../decision/adoption/container.ts';
import { survey } from '../engine/survey.ts';
import { type NginxConfiguration, parseDump } from '../nginx/configuration.ts';
import { NginxSyntaxError } from '../nginx/syntax-error.ts';
import type { Project } from '../project/project.ts';
import type { Server } from '../server/server.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { writtenFilesProbe } from '../survey/written-files.ts';
import type { Volume } from '../values/volumes.ts';

/**
 * Adds to what was surveyed what a container holds that is neither the application's nor bears its name, but would be taken
 * over, since nginx leads to it. Only that one is looked into of all that run on the server.
 */
export async function surveyAdopted(
  server: Server,
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  volumes: readonly Volume[],
): Promise<DeploymentSurvey> {
  const { written, manualContainers, nginx } = surveyed;
  if (manualContainers.length === 0 || nginx.state === 'missing') return surveyed;
  const configuration = readable(nginx.dump);
  const [container] = configuration === undefined ? [] : containersToAdopt(settings, project, surveyed, configuration);
  if (container === undefined || written.containers.some((one) => one.container === container.id)) return surveyed;
  const more = await survey(server, { written: writtenFilesProbe(project, volumes, container.id) });
  return { ...surveyed, written: { ...written, containers: [...written.containers, ...more.written.containers] } };
}

/** What cannot be read is refused when the deployment is planned. */
function readable(dump: string): NginxConfiguration | undefined {
  try {
    return parseDump(dump);
  } catch (error) {
    if (error instanceof NginxSyntaxError) return undefined;
    throw error;
  }
}
