import type { ProcessUser } from '../fragments/process-user.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import { renderOwner } from '../release/owner.ts';
import type { ContainerUser } from '../release/release.ts';
import { signalNotices, userChanged } from '../resources/container/user-notices.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { servingContainer } from './orphans.ts';
import type { AdoptionSource, Target } from './target.ts';

/** Whom the application runs as, and what decides it. */
export function noteOnUser({ word, ids, from }: ContainerUser): Text {
  const source = commandMessages.userSources[from];
  if (ids !== undefined) return commandMessages.runsAs(renderOwner(ids), source);
  return word === undefined ? commandMessages.runsAsBaseImage : commandMessages.runsAsName(word, source);
}

/** Warns of a user that is another than that of the version before, where both are known before the image is built. */
export function changeOfUser(
  { release, newContainer, adoption }: Target,
  server: ProvisionedServer,
): readonly Failure[] {
  if (newContainer === undefined) return [];
  const { ids, from } = release.container.runsAs;
  return userChanged(userBefore(adoption, server), ids, from, release.container);
}

/** Warns of a Dockerfile whose shell may keep the stop signal from the application. */
export function signalMayBeLost({ release, newContainer, source }: Target): readonly Failure[] {
  if (newContainer === undefined || source.kind === 'kept') return [];
  return signalNotices(release, release.image, undefined, source.shellForm);
}

/** Whom the version before runs as; undefined: none runs. */
export function userBefore({ container }: AdoptionSource, server: ProvisionedServer): ProcessUser | undefined {
  return container?.ids ?? servingContainer(server)?.user;
}
