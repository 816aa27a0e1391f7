import type { Deployment } from '../deployment/plan.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings, RollbackSettings } from '../settings/settings.ts';
import type { Cloud } from './account.ts';
import { afterDeploy } from './after-deploy.ts';
import { observeDeployment } from './observe-deployment.ts';
import { lookAtServing, observeServing } from './observe-serving.ts';
import type { Run, RunRecord } from './run.ts';

/** What serves, and the account that it is in. */
export interface Brought {
  readonly deployment: Deployment;
  readonly cloud: Cloud;
}

/** The looks at what was brought about, from outside and at the version that serves; then the user's `after-deploy`. */
export async function lastLooks(
  { deployment, cloud }: Brought,
  session: Session,
  settings: DeploySettings | RollbackSettings,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const { target } = deployment;
  // A version that stayed is asked during the checks from the internet; a new one may fail at its first requests.
  const ahead = target.newContainer === undefined ? lookAtServing(session, target) : undefined;
  ahead?.catch(() => {});
  try {
    await unlessCancelled(() => observeDeployment(session, settings, deployment, cloud, run, record), run.cancelled);
  } finally {
    await observeServing(session, target, run, record, ahead);
  }
  await afterDeploy(session, deployment, run, record);
}
