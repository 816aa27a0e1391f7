import type { Owner } from './release.ts';

/** `uid:gid`, as Docker and chown take it. */
export function renderOwner({ uid, gid }: Owner): string {
  return `${uid}:${gid}`;
}
