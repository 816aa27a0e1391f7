import type { InheritedSettings } from '../../release/adoption-record.ts';
import type { ManualContainer } from '../../survey/manual-container.ts';

/** Variables of base images (eclipse-temurin, openjdk and their kin) and of every container: those of the new image count. */
const ofBaseImages =
  /^(PATH|HOME|HOSTNAME|TERM|container|LANG|LANGUAGE|LC_\w+|DEBIAN_FRONTEND|GPG_KEYS?|(JAVA|JDK|JRE)_(HOME|VERSION|URL_VERSION|BASE_URL|DEBIAN_VERSION)|CA_CERTIFICATES_\w+)$/;

/**
 * Variables that decide what the jar is read by on the runner: its port, its health path. They must be told by inputs,
 * since their values do not leave the server.
 */
const readOnTheRunner =
  /^(SPRING_(PROFILES_\w+|CONFIG_\w+|APPLICATION_JSON)|SERVER_\w+|MANAGEMENT_\w+|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS)$/;

/** Whether an env file can hold a variable of this name. */
const plainName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** What a container set up by hand hands on. `rendered`: the new image has none of the old image's variables. */
export function inheritedSettingsOf(container: ManualContainer, appPort: number, rendered: boolean): InheritedSettings {
  const { mounts, networks, networkMode, user, imageUser } = container;
  return {
    volumes: mounts
      .filter(({ kind }) => kind === 'bind' || kind === 'volume')
      .map(({ source, destination, readOnly }) => ({ host: source, container: destination, readOnly })),
    environment: variablesOf(container, rendered).filter((name) => !isReadOnTheRunner(name)),
    networks: isDefaultNetwork(networkMode) || !isNamedNetwork(networkMode) ? [] : networks.map(({ name }) => name),
    user: { given: user === imageUser ? '' : user, effective: isRoot(user) ? '' : user },
    published: publishedOf(container, appPort),
  };
}

/** Names of the container's own variables that an env file can hold; for a rendered Dockerfile those of its image too. */
function variablesOf({ environment }: ManualContainer, rendered: boolean): readonly string[] {
  return environment
    .filter(({ ofImage, writable }) => writable && (!ofImage || rendered))
    .map(({ name }) => name)
    .filter((name) => plainName.test(name) && !ofBaseImages.test(name));
}

/** Variables of the container that cannot be handed on: what they hold must come by an input. */
export function variablesToTell({ environment }: ManualContainer, rendered: boolean): readonly string[] {
  return environment
    .filter(({ ofImage }) => !ofImage || rendered)
    .filter(({ name }) => !ofBaseImages.test(name))
    .filter(({ name, writable }) => !writable || !plainName.test(name) || isReadOnTheRunner(name))
    .map(({ name }) => name);
}

/** Whether the runner must know a variable's value to read the jar as it will run. */
export function isReadOnTheRunner(name: string): boolean {
  return readOnTheRunner.test(name);
}

/** Whether `docker run` without `--network` would have done the same. */
export function isDefaultNetwork(networkMode: string): boolean {
  return networkMode === 'default' || networkMode === 'bridge';
}

/** Whether it is a network that has a name of its own: `host`, `none` and another container's are none. */
function isNamedNetwork(networkMode: string): boolean {
  return !/^(host|none|container:.*)$/.test(networkMode);
}

function publishedOf(container: ManualContainer, appPort: number): InheritedSettings['published'] {
  // On the server's own network nothing is published, and everything is open.
  if (container.networkMode === 'host') return { port: appPort, loopbackOnly: false };
  const published = container.published.filter(
    ({ containerPort, protocol }) => containerPort === appPort && protocol === 'tcp',
  );
  const [first] = [...published.filter(({ address }) => address === ''), ...published];
  return first === undefined ? undefined : { port: first.port, loopbackOnly: first.address.startsWith('127.') };
}

function isRoot(user: string): boolean {
  return /^(|0|root)(:|$)/.test(user);
}
