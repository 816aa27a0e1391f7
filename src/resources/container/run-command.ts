import { label } from '../../release/labels.ts';
import { candidateName, environmentFile, imageTag, type Release } from '../../release/release.ts';
import { givesOption } from '../../settings/docker-options.ts';
import { renderVolume } from '../../settings/volumes.ts';

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
    ...container.volumes.flatMap((volume) => ['--volume', renderVolume(volume)]),
    ...Object.entries(container.variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(container.environmentNames.length > 0 ? ['--env-file', environmentFile(release)] : []),
    ...['--stop-timeout', String(container.stopTimeoutSeconds)],
    // Without these json-file grows until the disk is full (docs.docker.com, json-file logging driver).
    ...(container.rotateLogs && !logsOtherwise(container.options)
      ? ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']
      : []),
    ...container.options,
    imageTag(release),
  ];
}

/** A driver that the user chose may not know these options, and options of the user's own are theirs. */
function logsOtherwise(options: readonly string[]): boolean {
  return givesOption(options, 'log-driver') || givesOption(options, 'log-opt');
}
