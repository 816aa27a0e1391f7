import { containersToAdopt } from '../deployment/adoption/container.ts';
import { filesAtStake } from '../deployment/container-files.ts';
import type { Decision } from '../deployment/decide.ts';
import type { Project } from '../deployment/project.ts';
import { writesOutside } from '../deployment/written-files-words.ts';
import { survey } from '../engine/survey.ts';
import { writtenFilesMessages as say } from '../messages/written-files.ts';
import { type Configuration, parseDump } from '../nginx/configuration.ts';
import { NginxSyntaxError } from '../nginx/syntax-error.ts';
import type { Server } from '../server/server.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Volume } from '../settings/volumes.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { writtenFilesProbe } from '../survey/written-files.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/**
 * Looks what a version that has just begun to serve writes outside its mounts, so that its first user's data is not the
 * first to be lost. Never throws: the deployment is done, and other looks tell whether the server can be reached.
 */
export async function lookAtWrittenFiles(
  server: Server,
  { release, newContainer }: Decision,
  project: Project,
  run: Run,
  record: RunRecord,
): Promise<void> {
  // One that went on was looked at before.
  if (newContainer === undefined) return;
  const { volumes } = release.container;
  await timed(run, record, 'written-files', say.look, async () => {
    const { written } = await survey(server, { written: writtenFilesProbe(project, volumes) });
    const serving = written.containers.find(({ name }) => name === release.image);
    const files = project.files.map(({ container }) => container);
    record.warnings.push(
      ...(serving === undefined
        ? [say.unseen(release.image)]
        : writesOutside(filesAtStake(serving, volumes, files), release.app, volumes)),
    );
  }).catch(() => record.warnings.push(say.unseen(release.image)));
}

/**
 * Adds to what was surveyed what a container holds that is neither the application's nor bears its name, but would be taken
 * over, since nginx leads to it. Only that one is looked into of all that run on the server.
 */
export async function lookIntoTakenOver(
  server: Server,
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  volumes: readonly Volume[],
): Promise<DeploymentSurvey> {
  const { written, handMade, nginx } = surveyed;
  if (handMade.length === 0 || nginx.state === 'missing') return surveyed;
  const [container] = containersToAdopt(settings, project, surveyed, readable(nginx.dump));
  if (container === undefined || written.containers.some((one) => one.container === container.id)) return surveyed;
  const more = await survey(server, { written: writtenFilesProbe(project, volumes, container.id) });
  return { ...surveyed, written: { ...written, containers: [...written.containers, ...more.written.containers] } };
}

/** What cannot be read is refused when the deployment is planned. */
function readable(dump: string): Configuration | undefined {
  try {
    return parseDump(dump);
  } catch (error) {
    if (error instanceof NginxSyntaxError) return undefined;
    throw error;
  }
}
