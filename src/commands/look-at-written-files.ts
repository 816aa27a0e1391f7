import { filesAtStake } from '../deployment/container-files.ts';
import type { Decision } from '../deployment/decide.ts';
import type { Project } from '../deployment/project.ts';
import { writesOutside } from '../deployment/written-files-words.ts';
import { survey } from '../engine/survey.ts';
import { writtenFilesMessages as say } from '../messages/written-files.ts';
import type { Server } from '../server/server.ts';
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
    const warnings =
      serving === undefined ? [] : writesOutside(filesAtStake(serving, volumes, files), release.app, volumes);
    record.warnings.push(...warnings);
  }).catch(() => record.warnings.push(say.unseen(release.image)));
}
