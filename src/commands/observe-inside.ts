import type { Inside } from '../checks/diagnose.ts';
import { hostFirewallAt, type PortFirewall } from '../checks/host-firewall.ts';
import type { Deployment } from '../deployment/plan.ts';
import type { Target } from '../deployment/target.ts';
import { survey } from '../engine/survey.ts';
import { proofStatus } from '../release/release.ts';
import { containerProbe } from '../resources/container/container-probe.ts';
import type { Server } from '../server/server.ts';
import type { Account } from '../survey/account.ts';
import { firewallProbe } from '../survey/firewall.ts';
import { holdersOf, listenersProbe } from '../survey/listeners.ts';
import { packetFilterProbe } from '../survey/packet-filter.ts';
import { servingProbe } from '../survey/serving-probe.ts';
import { accepts } from '../values/health-status.ts';
import { observeCloudFirewall } from './observe-cloud.ts';

/** What is live on the server, as far as the looks from outside go by it. */
export interface LiveSite extends Pick<Deployment, 'nginx' | 'replaced'> {
  readonly target: Pick<Target, 'release' | 'certificate' | 'hidden'>;
}

/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
export async function observeInside(
  server: Server,
  { target: { release, certificate, hidden }, nginx }: Pick<LiveSite, 'target' | 'nginx'>,
  account: Account | undefined,
  address?: string,
): Promise<Inside> {
  const { site } = release;
  const cloudAt = await observeCloudFirewall(account);
  const seen = await survey(server, {
    serving: servingProbe(site.domain, site.httpsPort, site.proof.path),
    container: containerProbe(release, hidden),
    listeners: listenersProbe,
    firewall: firewallProbe,
    filters: packetFilterProbe,
  });
  const [holder] = holdersOf(seen.listeners, site.httpsPort);
  return {
    application: seen.container.well ? 'healthy' : seen.container.observation,
    nginxProven:
      seen.serving.release === release.id &&
      seen.serving.fingerprint === certificate.certificate.fingerprint &&
      accepts(proofStatus(release), seen.serving.status),
    ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
    nginx,
    cloud: cloudAt(site.httpsPort),
    hostFirewall: hostFirewallAt(site.httpsPort, seen.firewall, withRunner(seen.filters, server), address),
  };
}

/** Asks what the server's own firewall does with connections to ports of `address`. */
export async function observeFirewall(server: Server, address?: string): Promise<(port: number) => PortFirewall> {
  const { firewall, filters } = await survey(server, { firewall: firewallProbe, filters: packetFilterProbe });
  return (port) => hostFirewallAt(port, firewall, withRunner(filters, server), address);
}

/** Behind a jump host, whoever asked is the jump host: what the filters do with the runner's address is not known. */
function withRunner<F extends { readonly runner: string }>(filters: F, { behindJumpHost }: Server): F {
  return behindJumpHost === true ? { ...filters, runner: '' } : filters;
}
