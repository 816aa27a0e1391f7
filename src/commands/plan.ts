import { configurationNotices } from '../decision/configuration-notices.ts';
import { besideAnother } from '../deployment/orphans.ts';
import { describePlan, makePlan } from '../engine/plan.ts';
import { commandMessages } from '../messages/commands.ts';
import { withSpareSessions } from '../server/spare-sessions.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { type Cloud, lookAround } from './account.ts';
import { openAccount } from './open-account.ts';
import {
  cloudPlanFor,
  look,
  type Prepared,
  planFor,
  provisioned,
  provisioning,
  readRunner,
  refuse,
} from './prepare.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';
import { withSshAccess } from './ssh-access.ts';

/** Says what `deploy` would do. Changes nothing on the server, takes no lock. */
export async function plan(settings: DeploySettings, run: Run, record: RunRecord): Promise<void> {
  const prepared = await readRunner(settings, run, record);
  const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
  await withSshAccess(tencent, settings, run, record, async (access) => {
    const session = await timed(run, record, 'connect', commandMessages.connect(settings.server.host), access.connect);
    const surveyed = await withSpareSessions(session, 0, () => look(session, settings, prepared, run, record));
    const cloud = await lookAround(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    await planOn(surveyed, cloud, settings, prepared, run, record);
  });
}

/** Plans from what was surveyed, and tells the plan. */
async function planOn(
  surveyed: DeploymentSurvey,
  cloud: Cloud,
  settings: DeploySettings,
  prepared: Prepared,
  run: Run,
  record: RunRecord,
): Promise<void> {
  refuse(surveyed, settings, prepared, cloud, run);
  if (surveyed.releases.underWay !== undefined) run.log.warning(commandMessages.underWay(surveyed.releases.underWay));
  const wave = provisioning(surveyed);
  // What another deploy has prepared by now is no orphan.
  const seen = (server: ProvisionedServer) =>
    server.releases.underWay === undefined ? server : besideAnother(prepared.project, server);
  const deployment =
    wave.length > 0
      ? undefined
      : planFor(settings, prepared, seen(provisioned(surveyed, settings, prepared, cloud, run)), cloud, run);
  record.plan =
    deployment?.plan ?? makePlan([...wave, ...cloudPlanFor(settings, prepared.project.app, cloud, run).steps]);
  record.release = deployment?.target.release;
  record.site = deployment?.siteText;
  record.warnings.push(...(deployment?.warnings ?? []));
  addNotices(record, [
    ...(deployment?.notices ?? configurationNotices(prepared.project)),
    ...(deployment?.expected ?? []),
  ]);
  await run.log.group(commandMessages.plan, async () => {
    for (const note of deployment?.notes ?? []) run.log.info(note);
    for (const line of describePlan(record.plan ?? makePlan([]))) run.log.info(line);
    if (deployment === undefined) run.log.info(commandMessages.knownAfterProvisioning);
    run.log.info(commandMessages.planOnly);
  });
}
