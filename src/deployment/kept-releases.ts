import { text } from '../messages/text.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { AdoptionSource } from './target.ts';

/** A release that is kept on the server: `rollback` can go to it. */
export interface KeptRelease {
  readonly release: Release;
  readonly serves: boolean;
  /** Whether its image is there; else it is built again from the release's folder. */
  readonly hasImage: boolean;
}

/** The releases that are recorded and whose record can be read, the newest first. */
export function keptReleases({
  releases: { known, recorded, current },
  images,
}: Pick<DeploymentSurvey, 'releases' | 'images'>): readonly KeptRelease[] {
  return recorded.toReversed().flatMap((id) => {
    const release = known.get(id)?.release;
    if (release === undefined) return [];
    const hasImage = images.some(({ tag, app }) => tag === imageTag(release) && app === release.app);
    return [{ release, serves: id === current?.id, hasImage }];
  });
}

/** The release that `rollback` goes to unless one is named: the newest before the one that serves. */
export function previousOf(kept: readonly KeptRelease[]): KeptRelease | undefined {
  const at = kept.findIndex(({ serves }) => serves);
  return at === -1 ? undefined : kept[at + 1];
}

/** A line for each of those that can be rolled back to, the newest first, its id in front; without the release `except`. */
export function listOfKept(kept: readonly KeptRelease[], except?: string): string {
  return kept
    .filter(({ serves, release: { id } }) => !serves && id !== except)
    .map(({ release: { id, origin } }) => [id, origin.commit.slice(0, 12), origin.actor].filter(Boolean).join(' '))
    .join('\n');
}

/** Why one gets a container. */
export const reasonToGoBack = text('another release goes live', '切换到另一个发布版本');

/** It takes nothing over: its own deployment did. */
export const nothingAdopted: AdoptionSource = {
  container: undefined,
  inherited: undefined,
  rivals: [],
  servers: false,
};
