import type { Failure } from '../messages/failure.ts';
import { applicationDirectory } from '../release/release.ts';
import { spaceFailures } from '../server/space.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { Decision } from './decide.ts';
import type { Project } from './project.ts';

/** What a deploy leaves free beside its own needs, in bytes: logs and nginx go on writing meanwhile. */
const margin = 50_000_000;

/**
 * Whether the disks take the deploy, told before a byte is sent: the jar in the application's folder; in Docker's root
 * the context that the classic builder copies, and the image's layer. One file system that holds both needs the sum.
 */
export function spaceProblems(
  { release, newContainer, sameImage }: Decision,
  project: Project,
  surveyed: DeploymentSurvey,
  host: string,
): readonly Failure[] {
  if (newContainer === undefined) return [];
  const { bytes, sha256 } = release.build.jar;
  const files = project.files.reduce((sum, file) => sum + file.bytes, 0);
  const upload = files + (surveyed.releases.jars.has(sha256) ? 0 : bytes);
  const build = sameImage === undefined ? 2 * bytes : 0;
  const root = surveyed.docker.state === 'running' ? surveyed.docker.rootDirectory : '/var/lib/docker';
  return spaceFailures(
    host,
    [
      { path: applicationDirectory(project.app), bytes: upload + margin },
      { path: root, bytes: build },
    ],
    surveyed.storage.fileSystems,
  );
}
