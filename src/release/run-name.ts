import type { Origin } from './release.ts';

/** A run in one word, `octocat/mccm-server#8014`, as remarks and sessions in a cloud's account name it; empty outside GitHub. */
export function runName({ runUrl }: Pick<Origin, 'runUrl'>): string {
  const [, repository, id] = /^https?:\/\/[^/]+\/(.+)\/actions\/runs\/(\d+)$/.exec(runUrl) ?? [];
  return repository === undefined ? '' : `${repository}#${id}`;
}
