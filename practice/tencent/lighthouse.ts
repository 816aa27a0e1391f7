import type * as models from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import type { HandlersOf } from './handlers.ts';
import { type AccountInstance, type Firewall, isoTime, regions } from './instances.ts';
import { page } from './pages.ts';
import { Refusal } from './refusal.ts';
import { portsAreGood, type Rule, sameRule } from './rules.ts';

const limits = { usual: 20, most: 100, code: 'InvalidParameterValue.OutOfRange' };
const mostRules = 100;

const filters: Readonly<Record<string, (instance: AccountInstance) => readonly string[]>> = {
  'public-ip-address': ({ addresses }) => addresses,
  'instance-name': ({ name }) => [name],
  'instance-state': ({ state }) => [state],
  zone: ({ region }) => [`${region}-1`],
};

/** A rule as it is kept. Throws `Refusal`. */
function ruleFrom(given: models.FirewallRule): Rule {
  const { Protocol, Port = 'ALL', CidrBlock, Ipv6CidrBlock, Action = 'ACCEPT', FirewallRuleDescription = '' } = given;
  if (!/^(?:TCP|UDP|ICMP|ICMPv6|ALL)$/.test(Protocol)) {
    throw new Refusal('InvalidParameterValue.InvalidProtocol', 'The value of `Protocol` is not valid.');
  }
  if (!portsAreGood(Protocol, Port)) throw new Refusal('InvalidParameterValue', 'The value of `Port` is not valid.');
  if (CidrBlock && Ipv6CidrBlock) {
    throw new Refusal('InvalidParameter.ParameterConflict', '`CidrBlock` conflicts with `Ipv6CidrBlock`.');
  }
  if (Action !== 'ACCEPT' && Action !== 'DROP')
    throw new Refusal('InvalidParameterValue', 'The value of `Action` is not valid.');
  if (FirewallRuleDescription.length > 64) {
    throw new Refusal(
      'InvalidParameterValue.FirewallRuleDescriptionTooLong',
      'The firewall rule description is longer than 64.',
    );
  }
  const common = { protocol: Protocol, ports: Port, action: Action, description: FirewallRuleDescription } as const;
  const ipv6 = Ipv6CidrBlock || (Protocol === 'ICMPv6' ? '::/0' : undefined);
  return ipv6 === undefined
    ? { ...common, source: CidrBlock || '0.0.0.0/0' }
    : { ...common, source: undefined, sourceIpv6: ipv6 };
}

/** Product lighthouse on these instances. */
export function lighthouse(instances: readonly AccountInstance[]): HandlersOf<'lighthouse'> {
  const of = (region: string): readonly AccountInstance[] =>
    instances.filter((one) => one.kind === 'lighthouse' && one.region === region);
  const named = (id: string, region: string): AccountInstance => {
    // Old ones have the form of CVM's.
    if (!/^(?:lh)?ins-[a-z0-9]{8}$/.test(id)) {
      throw new Refusal('InvalidParameterValue.InstanceIdMalformed', `The instance ID ${id} is malformed.`);
    }
    const found = of(region).find((one) => one.id === id);
    if (found === undefined) throw new Refusal('ResourceNotFound.InstanceNotFound', `The instance ${id} is not found.`);
    return found;
  };
  const firewallOf = (id: string, region: string, version: number | undefined): Firewall => {
    const [firewall] = named(id, region).firewalls;
    if (firewall === undefined) throw new Refusal('ResourceNotFound.FirewallNotFound', 'The firewall is not found.');
    if (version !== undefined && version !== firewall.version) {
      throw new Refusal('UnsupportedOperation.FirewallVersionMismatch', 'The firewall version is not the latest one.');
    }
    return firewall;
  };
  return {
    'lighthouse:DescribeRegions': () => ({
      TotalCount: regions.length,
      RegionSet: regions.map(({ id, name, mainland }) => ({
        Region: id,
        RegionName: name,
        RegionState: 'AVAILABLE',
        IsChinaMainland: mainland,
      })),
    }),
    'lighthouse:DescribeInstances': (request, call) => {
      const { region, now } = call;
      if (request.InstanceIds?.length && request.Filters?.length) {
        throw new Refusal('InvalidParameter.ParameterConflict', '`InstanceIds` conflicts with `Filters`.');
      }
      const ids = request.InstanceIds ?? [];
      const chosen = ids.length > 0 ? ids.map((id) => named(id, region)) : of(region);
      const found = chosen.filter((instance) =>
        (request.Filters ?? []).every(({ Name, Values }) => {
          const valuesOf = filters[Name];
          if (valuesOf === undefined)
            throw new Refusal('InvalidParameter.FilterInvalidName', `The filter ${Name} is not known.`);
          return valuesOf(instance).some((value) => Values.includes(value));
        }),
      );
      return {
        TotalCount: found.length,
        InstanceSet: page(found, request, limits, call).map((instance) => ({
          InstanceId: instance.id,
          InstanceName: instance.name,
          InstanceState: instance.state,
          InstanceRestrictState: instance.restriction,
          InstanceChargeType: 'PREPAID',
          RenewFlag: instance.renewFlag,
          CreatedTime: isoTime(new Date(now.getTime() - 86_400_000 * 60)),
          ExpiredTime: isoTime(instance.expires ?? new Date(now.getTime() + 86_400_000 * 300)),
          IsolatedTime: null,
          PublicAddresses: instance.addresses,
          PublicIpv6Addresses: [],
          PrivateAddresses: ['10.0.4.11'],
          Zone: `${instance.region}-1`,
          OsName: 'Debian 12',
          Platform: 'DEBIAN',
          PlatformType: 'LINUX_UNIX',
          LatestOperation: 'StartInstances',
          LatestOperationState: 'SUCCESS',
          CPU: 2,
          Memory: 2,
        })),
      };
    },
    'lighthouse:DescribeFirewallRules': (request, call) => {
      const { rules, version } = firewallOf(request.InstanceId, call.region, undefined);
      return {
        TotalCount: rules.length,
        FirewallRuleSet: page(rules, request, limits, call).map((rule) => ({
          AppType: '自定义',
          Protocol: rule.protocol,
          Port: rule.ports,
          CidrBlock: rule.source ?? '',
          Ipv6CidrBlock: rule.sourceIpv6 ?? '',
          Action: rule.action,
          FirewallRuleDescription: rule.description,
        })),
        FirewallVersion: version,
      };
    },
    'lighthouse:CreateFirewallRules': async ({ InstanceId, FirewallRules, FirewallVersion }, { region }) => {
      const firewall = firewallOf(InstanceId, region, FirewallVersion);
      const fresh = FirewallRules.map(ruleFrom);
      if (fresh.some((rule, at) => fresh.findIndex((other) => sameRule(rule, other)) !== at)) {
        throw new Refusal('InvalidParameter.FirewallRulesDuplicated', 'The firewall rules are duplicated.');
      }
      if (fresh.some((rule) => firewall.rules.some((other) => sameRule(rule, other)))) {
        throw new Refusal('InvalidParameter.FirewallRulesExist', 'The firewall rules exist.');
      }
      if (firewall.rules.length + fresh.length > mostRules) {
        throw new Refusal(
          'LimitExceeded.FirewallRulesLimitExceeded',
          `The number of firewall rules exceeds ${mostRules}.`,
        );
      }
      await firewall.change([...firewall.rules, ...fresh]);
      return {};
    },
    'lighthouse:DeleteFirewallRules': async ({ InstanceId, FirewallRules, FirewallVersion }, { region }) => {
      const firewall = firewallOf(InstanceId, region, FirewallVersion);
      const gone = FirewallRules.map(ruleFrom);
      if (!gone.every((rule) => firewall.rules.some((other) => sameRule(rule, other)))) {
        throw new Refusal('ResourceNotFound.FirewallRulesNotFound', 'The firewall rules are not found.');
      }
      await firewall.change(firewall.rules.filter((rule) => !gone.some((other) => sameRule(rule, other))));
      return {};
    },
  };
}
