import { isIP } from 'node:net';
import type { Replaced } from '../checks/dns-cached.ts';
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
  /** The application's own port, which the world need not reach; undefined: not known yet. */
  readonly appPort: number | undefined;
  /** The run, as a record's remark names it: `octocat/mccm-server#8014`. */
  readonly run: string;
}

/** The steps that lead there, and what stands in their way. */
export interface CloudPlan {
  readonly steps: readonly Step[];
  readonly problems: readonly Failure[];
  readonly notices: readonly Failure[];
  /** What resolvers may go on answering for a while; undefined: the name leads to where it led. */
  readonly replaced?: Replaced | undefined;
}

const nothing: CloudPlan = { steps: [], problems: [], notices: [] };

/** Plans what is published in the account, as far as it was asked for: ports first, so that the name leads to an open door. */
export function planCloud(target: CloudTarget, account: Account | undefined): CloudPlan {
  if (account === undefined) return nothing;
  const [ports, record] = [portsIn(target, account), recordIn(target, account)];
  return {
    steps: [...ports.steps, ...record.steps],
    problems: [...ports.problems, ...record.problems],
    notices: [...ports.notices, ...record.notices],
    replaced: record.replaced,
  };
}

function portsIn({ app, ports, appPort }: CloudTarget, { firewall, tencent }: Account): CloudPlan {
  return firewall === undefined ? nothing : planCloudFirewall({ app, ports, appPort }, firewall, tencent);
}

function recordIn(target: CloudTarget, { zone, tencent }: Account): CloudPlan {
  if (zone === undefined) return nothing;
  const { app, domain, publicAddress: address, dnsOverwrite: overwrite, run } = target;
  // A record of IPv6 is none that is made here.
  if (address === undefined || isIP(address) !== 4)
    return { ...nothing, problems: [failure('PUBLIC_ADDRESS_UNKNOWN', { domain })] };
  return planDnsRecord({ app, domain, address, overwrite, run }, zone, tencent);
}
