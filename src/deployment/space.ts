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
  { release, newContainer, sameImage, atStake, carried }: Decision,
  project: Project,
  surveyed: DeploymentSurvey,
  host: string,
): readonly Failure[] {
  const pages = pagesBytes(project, surveyed);
  const application = applicationDirectory(project.app);
  const systems = surveyed.storage.fileSystems;
  if (newContainer === undefined) {
    return pages === 0 ? [] : spaceFailures(host, [{ path: application, bytes: pages + margin }], systems);
  }
  const { bytes, sha256 } = release.build.jar;
  const files = project.files.reduce((sum, file) => sum + file.bytes, 0);
  const upload = files + (surveyed.releases.jars.has(sha256) ? 0 : bytes);
  const build = sameImage === undefined ? 2 * bytes : 0;
  // Copied once, and once more when the old container has stopped, to compare.
  const copies = carried.length === 0 ? 0 : 2 * (atStake?.bytes ?? 0);
  const root = surveyed.docker.state === 'running' ? surveyed.docker.rootDirectory : '/var/lib/docker';
  return spaceFailures(
    host,
    [
      { path: application, bytes: upload + pages + copies + margin },
      { path: root, bytes: build },
    ],
    systems,
  );
}

/** Bytes of the static site, where they must be sent. */
function pagesBytes({ staticSite }: Project, { releases }: DeploymentSurvey): number {
  if (staticSite === undefined || releases.statics.some(({ sha256 }) => sha256 === staticSite.sha256)) return 0;
  return staticSite.bytes;
}
