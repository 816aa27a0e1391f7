import type { Deployment } from '../deployment/plan.ts';
import { describePlan, makePlan, type Plan } from '../engine/plan.ts';
import { aftermathMessages } from '../messages/aftermath.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Text } from '../messages/text.ts';
import { addNotices, type Run, type RunRecord } from './run.ts';

/** Tells what is about to be done. */
export function tellPlan(plan: Plan, run: Run): Promise<void> {
  return run.log.group(commandMessages.plan, async () => {
    for (const line of describePlan(plan)) run.log.info(line);
  });
}

/** Notes in the record what a deployment leads to, and tells what is about to be done. */
export async function tellDeployment(deployment: Deployment, run: Run, record: RunRecord): Promise<void> {
  const { target, plan, siteText, warnings, notices, notes } = deployment;
  record.plan = makePlan([...(record.plan?.steps ?? []), ...plan.steps]);
  record.release = target.release;
  record.site = siteText;
  record.certificateNotAfter = target.certificate.certificate.notAfter;
  record.warnings.push(...warnings);
  addNotices(record, notices);
  for (const note of notes) run.log.info(note);
  await tellPlan(plan, run);
}

/** Does `work`; where the run is cancelled meanwhile, what it leaves behind is warned of. Throws what `work` throws. */
export async function tellingWhatIsLeft(run: Run, record: RunRecord, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (run.cancelled.aborted) record.warnings.push(...whatBecomesOfIt(record));
    throw error;
  }
}

/** What a run that was cancelled leaves behind. */
function whatBecomesOfIt({ fate, release, previous, uncertain }: RunRecord): readonly Text[] {
  if (fate !== undefined) return [aftermathMessages.fates[fate](release?.id ?? '', previous?.id)];
  return uncertain ? [aftermathMessages.uncertain] : [];
}
