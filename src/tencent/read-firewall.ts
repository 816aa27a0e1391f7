import type { FirewallRuleInfo } from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import type {
  SecurityGroupAssociationStatistics,
  SecurityGroupPolicy,
} from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import { isRightsRefusal } from './api-failure.ts';
import type { CloudFirewall, CloudRule, RuleList } from './firewall.ts';
import { matchesPort } from './firewall-verdict.ts';
import type { Instance, InstanceName } from './instance.ts';
import { allPages } from './pages.ts';
import type { Tencent } from './tencent.ts';

/** Lighthouse's largest page (its models); a firewall has at most that many rules. */
const pageSize = 100;

/** How often a Lighthouse firewall is read again that changes between two of its pages. */
const readings = 5;

/** Reads what Tencent lets through to an instance. Throws `ApiFailure`. */
export async function readFirewall(tencent: Tencent, instance: Instance): Promise<CloudFirewall> {
  const ids = listsOf(instance);
  const [lists, others] = await Promise.all([
    Promise.all(ids.map((id) => readRuleList(tencent, instance, id))),
    instance.kind === 'cvm' && ids.length > 0 ? readOthers(tencent, instance) : undefined,
  ]);
  if (instance.kind === 'lighthouse') return { instance, lists };
  return { instance, lists: lists.map((list) => ({ ...list, others: others?.get(list.id) })) };
}

/** Reads the rules again, and nothing else. */
export async function rereadFirewall(tencent: Tencent, { instance, lists }: CloudFirewall): Promise<CloudFirewall> {
  const again = lists.map(async (list) => ({
    ...(await readRuleList(tencent, instance, list.id)),
    others: list.others,
  }));
  return { instance, lists: await Promise.all(again) };
}

/** Reads one list: the rules of the Lighthouse instance, or of a security group `id`, whose other users are not asked for. */
export async function readRuleList(tencent: Tencent, instance: InstanceName, id: string): Promise<RuleList> {
  if (instance.kind === 'lighthouse') return readLighthouse(tencent, instance);
  const { SecurityGroupPolicySet: set } = await tencent.call(
    'vpc:DescribeSecurityGroupPolicies',
    { SecurityGroupId: id },
    instance.region,
  );
  const rules = (set?.Ingress ?? [])
    .map(policyOf)
    // They come in their order; their own numbers say so.
    .toSorted((one, other) => one.index - other.index);
  return { id, version: set?.Version ?? '', rules, others: undefined };
}

function listsOf({ kind, id, securityGroups }: Instance): readonly string[] {
  return kind === 'lighthouse' ? [id] : securityGroups;
}

async function readLighthouse(tencent: Tencent, { id, region }: InstanceName): Promise<RuleList> {
  for (let reading = 1; ; reading++) {
    const versions = new Set<number | undefined>();
    const request = { InstanceId: id };
    const rules = await allPages(tencent, 'lighthouse:DescribeFirewallRules', request, {
      size: pageSize,
      region,
      page: ({ FirewallRuleSet: items, TotalCount: total, FirewallVersion: version }) => {
        versions.add(version);
        return { items, total };
      },
    });
    // Pages of two versions may lack a rule or have it twice; at last, a version that is out of date keeps a write out.
    if (versions.size === 1 || reading === readings) {
      return { id, version: [...versions][0]?.toString() ?? '', rules: rules.map(lighthouseRuleOf), others: 0 };
    }
  }
}

function lighthouseRuleOf(rule: FirewallRuleInfo, index: number): CloudRule {
  const protocol = (rule.Protocol ?? '').toUpperCase();
  const ipv6 = Boolean(rule.Ipv6CidrBlock) || protocol === 'ICMPV6';
  return {
    ...protocolAndPorts(rule.Protocol, rule.Port),
    // Where neither is given, everybody is meant (its models).
    source: ipv6 ? undefined : rule.CidrBlock || '0.0.0.0/0',
    action: actionOf(rule.Action),
    description: rule.FirewallRuleDescription ?? '',
    index,
  };
}

function policyOf(policy: SecurityGroupPolicy, place: number): CloudRule {
  const { CidrBlock: cidr, Ipv6CidrBlock: ipv6, AddressTemplate: addresses, ServiceTemplate: service } = policy;
  const byService = Boolean(service?.ServiceId || service?.ServiceGroupId);
  const byAddresses = Boolean(addresses?.AddressId || addresses?.AddressGroupId || policy.SecurityGroupId);
  const { protocol, ports, known } = byService
    ? { protocol: 'ALL', ports: 'ALL', known: false }
    : protocolAndPorts(policy.Protocol, policy.Port);
  return {
    protocol,
    ports,
    // A rule of IPv6 is of no account, whatever its ports are.
    known: (known || Boolean(ipv6)) && !byAddresses && Boolean(cidr || ipv6),
    source: cidr || undefined,
    action: actionOf(policy.Action),
    description: policy.PolicyDescription ?? '',
    index: policy.PolicyIndex ?? place,
  };
}

function protocolAndPorts(
  protocol: string | undefined,
  port: string | undefined,
): Pick<CloudRule, 'protocol' | 'ports' | 'known'> {
  const name = (protocol || 'ALL').toUpperCase();
  const ports = (port || 'ALL').toUpperCase();
  return { protocol: name, ports, known: matchesPort(ports, 0) !== undefined };
}

function actionOf(action: string | undefined): CloudRule['action'] {
  return action?.toUpperCase() === 'DROP' ? 'DROP' : 'ACCEPT';
}

/** How many others each group is of, by its id; none where the account may not ask. */
async function readOthers(tencent: Tencent, instance: Instance): Promise<ReadonlyMap<string, number>> {
  try {
    const { SecurityGroupAssociationStatisticsSet: set } = await tencent.call(
      'vpc:DescribeSecurityGroupAssociationStatistics',
      { SecurityGroupIds: [...instance.securityGroups] },
      instance.region,
    );
    return new Map((set ?? []).map((one) => [one.SecurityGroupId ?? '', othersOf(one)]));
  } catch (error) {
    if (!isRightsRefusal(error)) throw error;
    return new Map();
  }
}

/** Groups that name this one in a rule are not counted; an interface for each server is taken for the server's own. */
function othersOf({ TotalCount, CVM = 0, CDB = 0, ENI = 0, CLB = 0 }: SecurityGroupAssociationStatistics): number {
  const total = TotalCount ?? CVM + CDB + ENI + CLB;
  return Math.max(0, total - 1 - Math.min(ENI, CVM));
}
