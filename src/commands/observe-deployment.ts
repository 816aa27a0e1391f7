import { diagnose, diagnoseInside, type Observations } from '../checks/diagnose.ts';
import { diagnosePages } from '../checks/diagnose-pages.ts';
import { cachedAnswer } from '../checks/dns-cached.ts';
import { unaskedFirewall } from '../checks/host-firewall.ts';
import { lineOfIcp } from '../checks/icp-report.ts';
import { besideHostFirewall } from '../checks/icp-verdict.ts';
import type { PagesObservation } from '../checks/pages.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Failure } from '../messages/failure.ts';
import { staticPorts, staticUrl } from '../nginx/site.ts';
import { proofStatus } from '../release/release.ts';
import { dnsStep } from '../resources/dns-record/dns-record.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Account } from '../survey/account.ts';
import type { Cloud } from './account.ts';
import { observeCloudFirewall } from './observe-cloud.ts';
import { observeIcpBlock } from './observe-icp.ts';
import { type LiveSite, observeFirewall, observeInside } from './observe-inside.ts';
import { failsForBlock, observeOutside, observeStaticSite, tellOutside } from './observe-outside.ts';
import { observeWechat } from './observe-wechat.ts';
import { addNotices, type Run, type RunRecord } from './run.ts';

/**
 * Looks from outside; what is wrong there makes the run red, but undoes nothing (rule *Outside looks undo nothing*).
 */
export async function observeDeployment(
  session: Session,
  settings: Pick<DeploySettings, 'outsideCheck' | 'wechatCheck' | 'icpCheck'>,
  deployment: LiveSite,
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
  const { wechatCheck } = settings;
  const api = { domain, httpsPort, path: proof.target, status: proofStatus(release), ...known, wechatCheck };
  await observeOutside(api, run, record);
  const pages = await observeStaticSite(site, known, run, record);
  await observeIcpBlock(settings.icpCheck, { pages, mainland: account?.instance?.mainland }, run, record);
  const { outside } = record;
  if (outside === undefined) return;
  const failed = judge({ outside }, deployment, record).length > 0;
  const pagesFailed =
    pages === undefined ? [] : await pagesProblems(session, pages, failed ? undefined : httpsPort, deployment, account);
  if (!failed && pagesFailed.length === 0) {
    const required = await observeWechat(outside, wechatCheck, [], run, record);
    record.verified = required.length === 0 && !failsForBlock(settings, record);
    if (record.verified) run.log.info(commandMessages.verified(`https://${domain}:${httpsPort}`));
    const url = staticUrl(site);
    if (url !== undefined) run.log.info(commandMessages.staticSite(url));
    tellOutside([], settings, record, required);
    return;
  }
  const observation = failed
    ? { outside, inside: await observeInside(session, deployment, account, outside.address) }
    : undefined;
  const found = [...(observation === undefined ? [] : judge(observation, deployment, record)), ...pagesFailed];
  doubtBlock(found, run, record);
  const required = await observeWechat(outside, wechatCheck, found, run, record);
  // What is broken on the server is broken for those who can reach it, too.
  const broken = observation !== undefined && diagnoseInside(outside, observation.inside) !== undefined;
  tellOutside(found, broken ? { ...settings, outsideCheck: 'require' } : settings, record, required);
  record.proven = true;
}

/**
 * What is wrong. That the name still leads to where it led is only warned of, where this run has moved it and seen all of
 * its servers answer so: resolvers keep the old answer for a while.
 */
function judge(observed: Observations, { replaced }: LiveSite, record: RunRecord): readonly Failure[] {
  const found = diagnose(observed);
  if (!record.timings.some(({ id }) => id === dnsStep)) return found;
  const judged = found.map((one) => ({ one, cached: cachedAnswer(one, observed.outside, replaced) }));
  addNotices(
    record,
    judged.flatMap(({ cached }) => cached ?? []),
  );
  return judged.flatMap(({ one, cached }) => (cached === undefined ? one : []));
}

/** Takes a block back that the server's own packet filter may be the cause of. */
function doubtBlock(found: readonly Failure[], run: Run, record: RunRecord): void {
  const { icp } = record;
  if (icp === undefined || icp.status === 'outside-mainland') return;
  record.icp = besideHostFirewall(icp, found);
  if (record.icp !== icp) run.log.info(lineOfIcp(record.icp));
}

/** What is wrong with the static site; firewalls are only asked where something is. */
async function pagesProblems(
  session: Session,
  pages: PagesObservation,
  soundPort: number | undefined,
  { nginx: { errorLog } }: Pick<LiveSite, 'nginx'>,
  account: Account | undefined,
): Promise<readonly Failure[]> {
  const observation = { pages, httpPort: staticPorts.http, soundPort, errorLog };
  if (diagnosePages({ ...observation, firewallAt: () => unaskedFirewall }).length === 0) return [];
  const [firewallAt, cloudAt] = await Promise.all([
    observeFirewall(session, pages.document.address),
    observeCloudFirewall(account),
  ]);
  return diagnosePages({ ...observation, firewallAt, cloudAt });
}
