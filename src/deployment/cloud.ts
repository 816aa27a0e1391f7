import type { Step } from '../engine/step.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { planCloudFirewall } from '../resources/cloud-firewall/cloud-firewall.ts';
import { planDnsRecord } from '../resources/dns-record/dns-record.ts';
import type { Account } from '../survey/account.ts';

/** What is to be in the account once the site is proven. */
export interface CloudTarget {
  readonly app: string;
  readonly domain: string;
  /** The address that the domain is bound to; undefined: not known. */
  readonly publicAddress: string | undefined;
  /** Values of records that are not ours and may be changed all the same. */
  readonly dnsOverwrite: readonly string[];
  /** TCP ports that the world is to reach. */
  readonly ports: readonly number[];
  /** Ports of the application itself, which the world need not reach; undefined: not known yet. */
  readonly appPort: number | undefined;
  /** Page of the run that makes it; empty outside GitHub. */
  readonly runUrl: string;
}

/** The steps that lead there, and what stands in their way. */
export interface CloudPlan {
  readonly steps: readonly Step[];
  readonly problems: readonly Failure[];
  readonly notices: readonly Failure[];
}

const nothing: CloudPlan = { steps: [], problems: [], notices: [] };

/** Plans what is published in the account, as far as it was asked for: ports first, so that the name leads to an open door. */
export function planCloud(target: CloudTarget, account: Account | undefined): CloudPlan {
  if (account === undefined) return nothing;
  const plans = [portsIn(target, account), recordIn(target, account)];
  return {
    steps: plans.flatMap(({ steps }) => steps),
    problems: plans.flatMap(({ problems }) => problems),
    notices: plans.flatMap(({ notices }) => notices),
  };
}

function portsIn({ app, ports, appPort }: CloudTarget, { firewall, tencent }: Account): CloudPlan {
  return firewall === undefined ? nothing : planCloudFirewall({ app, ports, appPort }, firewall, tencent);
}

function recordIn(target: CloudTarget, { zone, tencent }: Account): CloudPlan {
  if (zone === undefined) return nothing;
  const { app, domain, publicAddress: address, dnsOverwrite: overwrite, runUrl } = target;
  if (address === undefined) return { ...nothing, problems: [failure('PUBLIC_ADDRESS_UNKNOWN', { domain })] };
  return planDnsRecord({ app, domain, address, overwrite, runUrl }, zone, tencent);
}
