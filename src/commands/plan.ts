import { configurationNotices } from '../decision/configuration-notices.ts';
import { besideAnother } from '../deployment/orphans.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { describePlan, makePlan } from '../engine/plan.ts';
import type { Step } from '../engine/step.ts';
import { commandMessages } from '../messages/commands.ts';
import { issueMessages } from '../messages/issue.ts';
import { withEnoughShells } from '../server/enough-shells.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { type Cloud, lookAround } from './account.ts';
import {
  type CertificateChoice,
  certificateNeeded,
  chooseCertificate,
  type NeededCertificate,
  notRenewed,
} from './certificate.ts';
import { isKept, wantedOf } from './issue.ts';
import { openIssuer } from './open-issuer.ts';
import { cloudPlanFor, look, planFor, provisioned, provisioning, refuse } from './prepare.ts';
import { reachServer, type Start } from './reach-server.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';

/** Says what `deploy` would do. Changes nothing on the server, takes no lock. */
export async function plan(settings: DeploySettings, run: Run, record: RunRecord): Promise<void> {
  await reachServer(settings, run, record, planOver);
}

async function planOver(start: Start): Promise<void> {
  const { session, access, tencent, settings, prepared, run, record } = start;
  const surveyed = await withEnoughShells(session, () => look(session, settings, prepared, run, record));
  const cloud = await lookAround(session, tencent, settings, surveyed, run, record);
  await access.clearLeftovers(cloud.account?.firewall);
  await planOn(start, surveyed, cloud);
}

/** Plans from what was surveyed, and tells the plan. */
async function planOn(start: Start, surveyed: DeploymentSurvey, cloud: Cloud): Promise<void> {
  const { settings, prepared, run, record } = start;
  refuse(surveyed, settings, prepared, cloud, run);
  if (surveyed.releases.underWay !== undefined) run.log.warning(commandMessages.underWay(surveyed.releases.underWay));
  const wave = provisioning(surveyed);
  // What another deploy has prepared by now is no orphan.
  const seen = (server: ProvisionedServer) =>
    server.releases.underWay === undefined ? server : besideAnother(prepared.project, server);
  const server = wave.length > 0 ? undefined : seen(provisioned(surveyed, settings, prepared, cloud, run));
  const choice = server === undefined ? certificateNeeded(start, surveyed) : chooseCertificate(start, server, false);
  const issue = choice?.kind === 'needed' ? await planIssue(choice, start) : [];
  const deployment =
    server === undefined || choice === undefined
      ? undefined
      : planFor(settings, prepared, server, servedAfter(choice, issue), cloud, run);
  const rest = deployment?.plan ?? cloudPlanFor(settings, prepared.project.app, cloud, run);
  record.plan = makePlan([...wave, ...issue, ...rest.steps]);
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

/** What would be served once the steps of `issue` have run; none of them: what is there is kept. */
function servedAfter(choice: CertificateChoice, issue: readonly Step[]): ServedCertificate {
  if (choice.kind === 'ready') return choice.served;
  return issue.length === 0 && choice.found.kind === 'valid' ? choice.found.served : choice.expected;
}

/** Asks the issuer what it would do. */
function planIssue({ issuance, found }: NeededCertificate, { session, run, record }: Start): Promise<readonly Step[]> {
  const { domain, settings, tencent } = issuance;
  return timed(run, record, 'certificate.look', issueMessages.look(domain), async () => {
    const issuer = openIssuer(settings, tencent, run, record);
    try {
      return (await isKept(found, issuer, settings, run))
        ? []
        : await issuer.plan(session, wantedOf(found, domain, settings));
    } catch (error) {
      if (found.kind === 'none' || run.cancelled.aborted) throw error;
      addNotices(record, notRenewed(domain, found, error));
      return [];
    }
  });
}
