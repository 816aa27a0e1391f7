import type { Candidate } from '../resources/container/candidate.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Target } from './target.ts';
import { userBefore } from './user-words.ts';

/** What the steps of a candidate need to know beside its release. */
export function candidateOf({ release, source, adoption, hidden }: Target, server: ProvisionedServer): Candidate {
  const { ids, from } = release.container.runsAs;
  const mounted = release.container.volumes.filter(({ readOnly }) => !readOnly).map(({ host }) => host);
  const made = server.storage.folders.filter(({ path, exists }) => !exists && mounted.includes(path));
  return {
    hidden,
    user: { before: userBefore(adoption, server), known: ids !== undefined, by: from },
    folders: ids === undefined ? made.map(({ path }) => path) : [],
    shellForm: source.kind === 'project' ? source.shellForm : undefined,
  };
}
