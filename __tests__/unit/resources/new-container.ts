import { prepareStep, type Step, switchStep } from '../../../src/engine/step.ts';
import { candidateName } from '../../../src/release/names.ts';
import type { Release } from '../../../src/release/release.ts';
import { noteFiles } from '../../../src/resources/container/baseline.ts';
import { comeBack } from '../../../src/resources/container/come-back.ts';
import { type FilesOfOld, noFilesKnown } from '../../../src/resources/container/files-of-old.ts';
import { awaitHealth } from '../../../src/resources/container/health.ts';
import { planRetirement } from '../../../src/resources/container/retirement.ts';
import { startContainer } from '../../../src/resources/container/start.ts';
import type { Container } from '../../../src/survey/containers.ts';

/** Steps of a new container that replaces `old`, as blue-green composes them. */
export function replaceContainer(release: Release, old?: Container, files: FilesOfOld = noFilesKnown): readonly Step[] {
  const user = { before: undefined, known: true, by: 'folders' } as const;
  return [
    prepareStep(startContainer(release, { en: 'why', zh: '原因' }, [])),
    prepareStep(
      awaitHealth(release, candidateName(release), { user, hidden: 'taken-over', folders: [], shellForm: undefined }),
    ),
    ...[noteFiles(release), comeBack(release, old === undefined ? [] : [old], 'taken-over')].map((one) =>
      switchStep(one, { pass: 1, stage: 'write' }),
    ),
    ...planRetirement(release, [], { serving: old, files }),
  ];
}
