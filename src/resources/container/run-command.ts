import { label } from '../../release/labels.ts';
import { candidateName, environmentFile, imageTag, type Release } from '../../release/release.ts';
import type { Volume } from '../../settings/volumes.ts';

/**
 * The `docker run` of a release as argv. The container gets its restart policy in the switch, so that a candidate whose
 * runner died does not come back at a reboot.
 */
export function runCommand(release: Release): readonly string[] {
  const { container } = release;
  return [
    ...['docker', 'run', '--detach', '--name', candidateName(release), '--restart', 'no'],
    ...['--label', `${label.app}=${release.app}`],
    ...['--label', `${label.release}=${release.id}`],
    ...['--label', `${label.container}=${container.hash}`],
    ...['--publish', `127.0.0.1:${container.loopbackPort}:${container.appPort}`],
    // The server as the container sees it: most back ends talk to a database there (Engine 20.10 and later).
    ...['--add-host', 'host.docker.internal:host-gateway'],
    ...container.volumes.flatMap((volume) => ['--volume', volumeArgument(volume)]),
    ...Object.entries(container.variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(container.environmentNames.length > 0 ? ['--env-file', environmentFile(release)] : []),
    ...['--stop-timeout', String(container.stopTimeoutSeconds)],
    // Without these json-file grows until the disk is full (docs.docker.com, json-file logging driver).
    ...(container.rotateLogs ? ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3'] : []),
    ...container.options,
    imageTag(release),
  ];
}

function volumeArgument(volume: Volume): string {
  return `${volume.host}:${volume.container}${volume.readOnly ? ':ro' : ''}`;
}
