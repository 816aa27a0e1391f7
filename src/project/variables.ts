import type { DockerfileFacts } from '../dockerfile/read.ts';
import type { ContainerSettings } from '../settings/settings.ts';
import { valuesOf } from '../values/environment.ts';
import { javaOptionsVariable } from '../values/java-options.ts';
import { isUtc } from '../values/timezone.ts';

/** Variables of the container that are no secret, by the inputs that stand for them. */
export function plainVariables(
  container: ContainerSettings,
  dockerfile: Pick<DockerfileFacts, 'environment'> | undefined,
  serverTimezone: string | undefined,
): Readonly<Record<string, string>> {
  const { profile, javaOptions } = container;
  const timezone = container.timezone ?? inheritedTimezone(container, dockerfile, serverTimezone);
  return {
    // A rendered Dockerfile has the profile on its command line; an own one gets it as a variable.
    ...(profile === undefined || dockerfile === undefined ? {} : { SPRING_PROFILES_ACTIVE: profile }),
    ...(javaOptions === undefined ? {} : { [javaOptionsVariable]: javaOptions }),
    ...(timezone === undefined ? {} : { TZ: timezone }),
  };
}

/** The server's time zone, where nobody chose one for the container: its log and its dates read as the server's do. */
function inheritedTimezone(
  { environment }: ContainerSettings,
  dockerfile: Pick<DockerfileFacts, 'environment'> | undefined,
  serverTimezone: string | undefined,
): string | undefined {
  if (serverTimezone === undefined || isUtc(serverTimezone)) return undefined;
  return 'TZ' in { ...dockerfile?.environment, ...valuesOf(environment) } ? undefined : serverTimezone;
}

/**
 * Everything that the container's environment has on top of the image's, as far as the application's configuration sees
 * it.
 */
export function variablesForJar({ environment, javaOptions }: ContainerSettings): Readonly<Record<string, string>> {
  return { ...valuesOf(environment), ...(javaOptions === undefined ? {} : { [javaOptionsVariable]: javaOptions }) };
}
