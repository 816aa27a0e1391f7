import { commandMessages } from '../messages/commands.ts';
import type { Failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import type { Project } from '../project/project.ts';
import { signalNotices, userChanged } from '../resources/container/user-notices.ts';
import type { Decision } from './decide.ts';
import { renderOwner } from './user.ts';

/** Whom the application runs as, and what decides it. */
export function noteOnUser({ user: { word, ids, from } }: Pick<Decision, 'user'>): Text {
  const source = commandMessages.userSources[from];
  if (ids !== undefined) return commandMessages.runsAs(renderOwner(ids), source);
  return word === undefined ? commandMessages.runsAsBaseImage : commandMessages.runsAsName(word, source);
}

/** Warns of a user that is another than that of the version before, where both are known before the image is built. */
export function changeOfUser({ release, newContainer, user, userBefore }: Decision): readonly Failure[] {
  if (newContainer === undefined) return [];
  return userChanged(userBefore, user.ids, user.from, release.container);
}

/** Warns of a Dockerfile whose shell may keep the stop signal from the application. */
export function signalMayBeLost(
  { release, newContainer }: Decision,
  { dockerfile }: Pick<Project, 'dockerfile'>,
): readonly Failure[] {
  if (newContainer === undefined) return [];
  return signalNotices(release, release.image, undefined, dockerfile?.shellForm);
}
