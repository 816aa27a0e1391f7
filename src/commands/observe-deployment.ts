import { diagnose, diagnoseInside } from '../checks/diagnose.ts';
import { diagnosePages } from '../checks/diagnose-pages.ts';
import { unaskedFirewall } from '../checks/host-firewall.ts';
import type { PagesObservation } from '../checks/pages.ts';
import type { Deployment } from '../deployment/plan.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, Failures } from '../messages/failure.ts';
import { staticPorts, staticUrl } from '../nginx/site.ts';
import { proofStatus } from '../release/release.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Cloud } from './account.ts';
import { observeFirewall, observeInside } from './observe-inside.ts';
import { observeOutside, observeStaticSite, tellOutside } from './observe-outside.ts';
import type { Run, RunRecord } from './run.ts';

/**
 * Looks from outside; what is wrong there makes the run red, but undoes nothing (rule *Outside looks undo nothing*).
 */
export async function observeDeployment(
  session: Session,
  settings: DeploySettings,
  deployment: Deployment,
  { account, publicAddress }: Cloud,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const { release, certificate } = deployment.target;
  const { site } = release;
  const known = {
    fingerprint: certificate.certificate.fingerprint,
    publicAddress,
  };
  const { domain, httpsPort, proof } = site;
  await observeOutside({ domain, httpsPort, path: proof.target, status: proofStatus(release), ...known }, run, record);
  const pages = await observeStaticSite(site, known, run, record);
  const { outside } = record;
  if (outside === undefined) return;
  const failed = diagnose({ outside }).length > 0;
  const pagesFailed =
    pages === undefined ? [] : await pagesProblems(session, pages, failed ? undefined : httpsPort, deployment);
  if (!failed && pagesFailed.length === 0) {
    record.verified = true;
    run.log.info(commandMessages.verified(`https://${domain}:${httpsPort}`));
    const url = staticUrl(site);
    if (url !== undefined) run.log.info(commandMessages.staticSite(url));
    return;
  }
  const observation = failed
    ? { outside, inside: await observeInside(session, deployment, outside.address) }
    : undefined;
  const found = [...(observation === undefined ? [] : diagnose(observation)), ...pagesFailed];
  // What is broken on the server is broken for those who can reach it, too.
  if (observation !== undefined && diagnoseInside(outside, observation.inside) !== undefined) throw new Failures(found);
  tellOutside(found, settings.outsideCheck, record);
  record.proven = true;
}

/** What is wrong with the static site; the host's firewall is only asked where something is. */
async function pagesProblems(
  session: Session,
  pages: PagesObservation,
  soundPort: number | undefined,
  { nginx: { errorLog } }: Pick<Deployment, 'nginx'>,
): Promise<readonly Failure[]> {
  const observation = { pages, httpPort: staticPorts.http, soundPort, errorLog };
  if (diagnosePages({ ...observation, firewallAt: () => unaskedFirewall }).length === 0) return [];
  return diagnosePages({ ...observation, firewallAt: await observeFirewall(session, pages.document.address) });
}
