import {
  containerFile,
  environmentFile,
  filesDirectory,
  inheritedVariablesFile,
  nextVariables,
} from '../../layout/release-paths.ts';
import { label } from '../../release/labels.ts';
import { candidateName, imageTag } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { givesOption } from '../../values/docker-options.ts';
import { renderVolume } from '../../values/volumes.ts';

/** Whose variables a container gets: those that its release has, or those that take their place once it serves. */
export type VariablesFrom = 'own' | 'next';

/**
 * The `docker create` of a release as argv. The id goes into the release's folder before the container starts: it is what
 * makes it ours (rule *Ours*). It gets its restart policy in the switch, so that a candidate whose runner died does not
 * come back at a reboot.
 */
export function createCommand(release: Release, variables: VariablesFrom = 'own'): readonly string[] {
  return ['docker', 'create', '--cidfile', containerFile(release), ...argumentsOf(release, variables)];
}

/** The same as a person would type it, who keeps no record: `docker run` where that can do it. */
export function commandsByHand(release: Release): readonly (readonly string[])[] {
  if (release.container.networks.length <= 1) return [['docker', 'run', '--detach', ...argumentsOf(release)]];
  return [['docker', 'create', ...argumentsOf(release)], ...startCommands(release)];
}

function argumentsOf(release: Release, variables: VariablesFrom = 'own'): readonly string[] {
  const { container } = release;
  const from = (file: string): string => (variables === 'own' ? file : nextVariables(file));
  const [network] = container.networks;
  return [
    ...['--name', candidateName(release), '--restart', 'no'],
    ...['--label', `${label.app}=${release.app}`],
    ...['--label', `${label.release}=${release.id}`],
    ...['--label', `${label.container}=${container.hash}`],
    ...['--publish', `127.0.0.1:${container.loopbackPort}:${container.appPort}`],
    // The server as the container sees it: most back ends talk to a database there (Engine 20.10 and later).
    ...['--add-host', 'host.docker.internal:host-gateway'],
    ...(network === undefined ? [] : ['--network', network]),
    ...(container.memory === undefined ? [] : ['--memory', container.memory]),
    ...container.volumes.flatMap((volume) => ['--volume', renderVolume(volume)]),
    ...container.files
      .map((file) => ({ host: `${filesDirectory(release)}/${file.name}`, container: file.container, readOnly: true }))
      .flatMap((volume) => ['--volume', renderVolume(volume)]),
    ...Object.entries(container.variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(container.environmentNames.length > 0 ? ['--env-file', from(environmentFile(release))] : []),
    ...(container.inheritedEnvironment.length > 0 ? ['--env-file', from(inheritedVariablesFile(release))] : []),
    ...(container.user !== undefined && !givesOption(container.options, 'user') ? ['--user', container.user] : []),
    ...(givesOption(container.options, 'stop-timeout') ? [] : ['--stop-timeout', String(container.stopTimeoutSeconds)]),
    // Without these json-file grows until the disk is full (docs.docker.com, json-file logging driver).
    ...(container.rotateLogs && !logsOtherwise(container.options)
      ? ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']
      : []),
    ...container.options,
    imageTag(release),
  ];
}

/** What brings the container up once it is made, as argv; `docker create` knows only one network (Engine before 25). */
export function startCommands(release: Release): readonly (readonly string[])[] {
  const name = candidateName(release);
  return [
    ...release.container.networks.slice(1).map((network) => ['docker', 'network', 'connect', network, name]),
    ['docker', 'start', name],
  ];
}

/** A driver that the user chose may not know these options, and options of the user's own are theirs. */
function logsOtherwise(options: readonly string[]): boolean {
  return givesOption(options, 'log-driver') || givesOption(options, 'log-opt');
}
