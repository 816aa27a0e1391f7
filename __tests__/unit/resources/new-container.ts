import type { Release } from '../../../src/release/release.ts';
import type { NewContainer } from '../../../src/resources/container/container.ts';
import { unseenFiles } from '../../../src/resources/container/files-of-old.ts';
import type { Container } from '../../../src/survey/containers.ts';

/** A new container that replaces `old`, of which nothing else is known. */
export function newContainer(release: Release, old?: Container, changes: Partial<NewContainer> = {}): NewContainer {
  return {
    release,
    reason: { en: 'why', zh: '原因' },
    old,
    files: unseenFiles,
    leftover: [],
    adopted: undefined,
    candidate: { user: { before: undefined, known: true, by: 'folders' }, folders: [], shellForm: undefined },
    ...changes,
  };
}
