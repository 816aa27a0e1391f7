import { prepareStep } from '../../engine/step.ts';
import { awaitHealth } from '../../resources/container/health.ts';
import { planRetirement } from '../../resources/container/retirement.ts';
import { startAgain } from '../../resources/container/start-again.ts';
import { candidateOf } from '../candidate.ts';
import type { Parts } from '../parts.ts';
import { toStartAgain } from '../start-again.ts';
import type { Change, Strategy } from './strategy.ts';

/** The container that serves is the wanted one and stays; it is started again where it was stopped. */
export const unchanged: Strategy = {
  name: 'unchanged',
  sideBySide: false,
  order: [
    // Later runs go by it, whatever becomes of this one.
    'record-missing',
    'system',
    'orphan-containers',
    'certificate',
    'orphan-folders',
    'start',
    'await',
    'pages',
    'site',
    // What an earlier run left undone after its proof.
    'retirement',
    'record',
    'pruning',
    // Only a proven site is opened to the world.
    'publish',
  ],
  parts,
};

function parts({ target, server, serving, leftover }: Change): Parts {
  const { release } = target;
  const stopped = toStartAgain(release, server);
  const misnamed = serving !== undefined && serving.name !== release.image;
  return {
    ...(stopped === undefined
      ? {}
      : {
          start: [prepareStep(startAgain(release, stopped))],
          await: [prepareStep(awaitHealth(release, stopped.name, candidateOf(target, server), stopped))],
        }),
    retirement:
      leftover.length > 0 || misnamed
        ? planRetirement(release, leftover, { again: target.source.kind === 'kept' })
        : [],
  };
}
