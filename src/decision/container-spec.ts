import { plainVariables } from '../project/variables.ts';
import type { InheritedSettings } from '../release/adoption-record.ts';
import { renderOwner } from '../release/owner.ts';
import type { ContainerSpec, ContainerUser } from '../release/release.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Volume } from '../values/volumes.ts';
import { isReadOnTheRunner } from './adoption/inherited-settings.ts';
import { appPortOf } from './app-port.ts';
import type { DecisionInputs } from './decision-inputs.ts';
import { stopTimeoutOf } from './stop-timeout.ts';

/** Decides how the container runs: as the inputs say, else as a container that was taken over did, else by default. */
export function decideContainer(
  settings: DeploySettings,
  { project, server, adoptionSource: { inherited } }: DecisionInputs,
  volumes: readonly Volume[],
  runsAs: ContainerUser,
): Omit<ContainerSpec, 'hash' | 'loopbackPort' | 'carried'> {
  const { container } = settings;
  const { ids } = runsAs;
  const given = container.environment.map((variable) => variable.name);
  const user = project.dockerfile === undefined ? inherited?.user.effective : inherited?.user.given;
  // A container taken over goes by the clock that it went by.
  const clock = inherited === undefined ? server.system.timezone : undefined;
  return {
    appPort: appPortOf(settings, project),
    volumes,
    files: project.files.map(({ name, container }) => ({ name, container })),
    networks: container.network === undefined ? (inherited?.networks ?? []) : [container.network],
    memory: container.memory,
    variables: plainVariables(container, project.dockerfile, clock),
    environmentNames: given,
    inheritedEnvironment: (inherited?.environment ?? []).filter(
      (name) => !given.includes(name) && !isReadOnTheRunner(name),
    ),
    user: user || undefined,
    runsAs,
    // What follows the file's name are settings, a password among them.
    embeddedDatabase: project.jar.configuration.embeddedDatabase?.url.replace(/[;?].*$/s, ''),
    options: container.options,
    volumeOwner: ids === undefined || ids.uid === 0 ? undefined : renderOwner(ids),
    rotateLogs: ['json-file', 'local'].includes(server.docker.loggingDriver),
    stopTimeoutSeconds: stopTimeoutOf(container.options, project.jar.configuration.shutdown),
  };
}

/** Where the application's own port is served in plain http: as the input says, else as the container taken over had it. */
export function decidePublished(
  { container: { publishPort } }: DeploySettings,
  inherited: InheritedSettings | undefined,
  appPort: number,
): InheritedSettings['published'] {
  if (publishPort === false) return undefined;
  if (publishPort === undefined) return inherited?.published;
  return { port: inherited?.published?.port ?? appPort, loopbackOnly: false };
}
