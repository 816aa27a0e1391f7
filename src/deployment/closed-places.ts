import { posix } from 'node:path';
import type { Step } from '../engine/step.ts';
import { applicationDirectory, staticDirectory } from '../layout/application-paths.ts';
import type { Failure } from '../messages/failure.ts';
import { daemonJson } from '../resources/daemon-json.ts';
import { closedFailures } from '../survey/closed-places.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { Decision } from './decide.ts';

/** Places that these steps would write to, and that take no writes: told before the first of them runs. */
export function closedPlaces(
  steps: readonly Step[],
  { release }: Decision,
  surveyed: DeploymentSurvey,
  written: { readonly files: readonly string[]; readonly certificate: string },
): readonly Failure[] {
  const planned = (room: string): boolean => steps.some(({ id }) => id === room || id.startsWith(`${room}.`));
  const { folders } = surveyed.storage;
  const missing = release.container.volumes
    .map(({ host }) => host)
    .filter((host) => folders.some(({ path, exists }) => path === host && !exists));
  const places = [
    ...(planned('release') ? [`${applicationDirectory(release.app)}/releases`] : []),
    ...(planned('release.folder') ? missing : []),
    ...(planned('static-site.publish') ? [staticDirectory(release.app)] : []),
    // The domain's folder: that of the pair itself is made in it.
    ...(planned('certificate') ? [posix.dirname(posix.dirname(written.certificate))] : []),
    ...(planned('docker.mirror') ? [daemonJson] : []),
  ];
  const files = planned('site') ? written.files.flatMap((file) => [file, posix.dirname(file)]) : [];
  const { nginx } = surveyed;
  return [
    ...closedFailures(surveyed.closed, places),
    ...closedFailures(nginx.state === 'missing' ? [] : nginx.closed, files),
  ];
}
