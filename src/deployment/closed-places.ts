import { posix } from 'node:path';
import type { Step } from '../engine/step.ts';
import { applicationDirectory, staticDirectory } from '../layout/application-paths.ts';
import type { Failure } from '../messages/failure.ts';
import { daemonJson } from '../resources/daemon-json.ts';
import { closedFailures } from '../survey/closed-places.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Target } from './target.ts';

/** Places that these steps would write to, and that take no writes: told before the first of them runs. */
export function closedPlaces(
  steps: readonly Step[],
  { release, certificate }: Target,
  server: ProvisionedServer,
  nginxFiles: readonly string[],
): readonly Failure[] {
  const planned = (room: string): boolean => steps.some(({ id }) => id === room || id.startsWith(`${room}.`));
  const { folders } = server.storage;
  const missing = release.container.volumes
    .map(({ host }) => host)
    .filter((host) => folders.some(({ path, exists }) => path === host && !exists));
  const places = [
    ...(planned('release') ? [`${applicationDirectory(release.app)}/releases`] : []),
    ...(planned('release.folder') ? missing : []),
    ...(planned('static-site.publish') ? [staticDirectory(release.app)] : []),
    // The domain's folder: that of the pair itself is made in it.
    ...(planned('certificate') || certificate.expected === true
      ? [posix.dirname(posix.dirname(certificate.pair.chainPath))]
      : []),
    ...(planned('docker.mirror') ? [daemonJson] : []),
  ];
  const files = planned('site') ? nginxFiles.flatMap((file) => [file, posix.dirname(file)]) : [];
  return [...closedFailures(server.closed, places), ...closedFailures(server.nginx.closed, files)];
}
