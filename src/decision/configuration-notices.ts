import { servicesAtLocalhost } from '../checks/local-service.ts';
import { environmentKey } from '../jar/lookup.ts';
import { localOnes } from '../jar/services.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { Project } from '../project/project.ts';

/** What the application's configuration says that cannot work in a container. */
export function configurationNotices(
  { jar }: Project,
  inheritedEnvironment: readonly string[] = [],
): readonly Failure[] {
  const { address, health, services } = jar.configuration;
  // What a variable of the container taken over says is not known here.
  const local = localOnes(services).filter(({ setting }) => {
    const [, variable] = /^env: (\w+)=/.exec(setting) ?? [];
    return (
      variable === undefined || !inheritedEnvironment.some((name) => environmentKey(name) === environmentKey(variable))
    );
  });
  const addresses = [
    { key: 'server.address', setting: address?.setting },
    { key: 'management.server.address', setting: health.address?.setting },
  ];
  return [
    ...(local.length === 0 ? [] : [servicesAtLocalhost(local)]),
    ...addresses.flatMap(({ key, setting }) =>
      setting === undefined ? [] : [failure('ADDRESS_UNREACHABLE', { key, setting })],
    ),
  ];
}
