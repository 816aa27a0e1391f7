import { describePlan, type Plan } from '../engine/plan.ts';
import { aftermathMessages } from '../messages/aftermath.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Text } from '../messages/text.ts';
import type { Run, RunRecord } from './run.ts';

/** Tells what is about to be done. */
export function tellPlan(plan: Plan, run: Run): Promise<void> {
  return run.log.group(commandMessages.plan, async () => {
    for (const line of describePlan(plan)) run.log.info(line);
  });
}

/** What a run that was cancelled leaves behind. */
export function whatBecomesOfIt({ fate, release, previous, uncertain }: RunRecord): readonly Text[] {
  if (fate !== undefined) return [aftermathMessages.fates[fate](release?.id ?? '', previous?.id)];
  return uncertain ? [aftermathMessages.uncertain] : [];
}
