import type { Release } from './release.ts';

/** `<image>:<release>`. */
export function imageTag(release: Pick<Release, 'image' | 'id'>): string {
  return `${release.image}:${release.id}`;
}

/** Name of the container until it takes the guide's: it carries its release, so that two can stand side by side. */
export function candidateName(release: Pick<Release, 'image' | 'id'>): string {
  return `${release.image}-${release.id}`;
}
