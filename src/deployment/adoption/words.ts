import { adoptionMessages as say } from '../../messages/adoption.ts';
import type { Text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import { renderVolume } from '../../values/volumes.ts';
import type { Adoption } from './adoption.ts';
import { caseMixUps } from './case-variants.ts';

/** What is taken over, for people to read before it begins. */
export function notesOnAdoption({ container, inherited, servers }: Adoption): readonly Text[] {
  const files = servers.cut.map(({ file, line, ports }) => say.server(ports.join(', '), file, line));
  if (container === undefined || inherited === undefined) return files;
  const { volumes, environment, networks, user, published } = inherited;
  return [
    say.container(container.name, container.image),
    ...volumes.map((volume) => say.mount(renderVolume(volume))),
    ...(environment.length > 0 ? [say.variables(environment.join(', '))] : []),
    ...(networks.length > 0 ? [say.networks(networks.join(', '))] : []),
    ...(user.effective === '' ? [] : [say.user(user.effective)]),
    ...(published === undefined ? [] : [say.published(published.port)]),
    ...files,
  ];
}

/** What a person should know who has the set-up by hand taken over. */
export function warningsOfAdoption(
  { container, servers }: Adoption,
  release: Release,
  { storage }: ProvisionedServer,
): readonly Text[] {
  return [
    ...caseMixUps(storage.folders, release.container.volumes).map(({ mounted, empty, other }) =>
      empty ? say.caseMixUpEmpty(mounted, other) : say.caseMixUp(mounted, other),
    ),
    ...(container?.composeProject === undefined ? [] : [say.compose(container.name, container.composeProject)]),
    ...(servers.cut.length > 0 && container === undefined ? [say.noContainer] : []),
  ];
}
