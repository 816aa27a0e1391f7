import type * as models from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import type { Call, HandlersOf } from './handlers.ts';
import type { AccountInstance, Firewall } from './instances.ts';
import { Refusal } from './refusal.ts';
import { portsAreGood, type Rule, sameRule } from './rules.ts';

const mostRules = 100;

/** A rule as it is kept; `MY_PUBLIC_IP` is whoever calls. Throws `Refusal`. */
function ruleFrom(given: models.SecurityGroupPolicy, { from }: Call): Rule {
  const malformed = (field: string): never => {
    throw new Refusal('InvalidParameterValue.Malformed', `The value of \`${field}\` is malformed.`);
  };
  const {
    Protocol = 'ALL',
    CidrBlock,
    Ipv6CidrBlock,
    SecurityGroupId,
    AddressTemplate,
    PolicyDescription = '',
  } = given;
  const template = AddressTemplate?.AddressId || AddressTemplate?.AddressGroupId;
  const sources = [CidrBlock, Ipv6CidrBlock, SecurityGroupId, template].filter(Boolean);
  if (sources.length > 1) throw new Refusal('InvalidParameter.Coexist', 'The sources of a policy exclude one another.');
  if (!/^(?:TCP|UDP|ICMP|ICMPv6|GRE|ALL)$/i.test(Protocol)) malformed('Protocol');
  const ports = given.Port ?? 'ALL';
  if (!portsAreGood(Protocol, ports)) malformed('Port');
  const action = (given.Action ?? '').toUpperCase();
  if (action !== 'ACCEPT' && action !== 'DROP') return malformed('Action');
  const common = { protocol: Protocol, ports, action, description: PolicyDescription } as const;
  if (Ipv6CidrBlock) return { ...common, source: undefined, sourceIpv6: Ipv6CidrBlock };
  const other = SecurityGroupId || template;
  if (other) return { ...common, source: undefined, sourceOther: other };
  const source = CidrBlock === 'MY_PUBLIC_IP' ? from : CidrBlock || '0.0.0.0/0';
  if (!/^\d+\.\d+\.\d+\.\d+(?:\/\d+)?$/.test(source)) malformed('CidrBlock');
  return { ...common, source: /^0\.0\.0\.0\/\d+$/.test(source) ? '0.0.0.0/0' : source };
}

/** A rule as it is told: small letters, and empty texts for what it has not. */
function policyOf(rule: Rule, index: number): models.SecurityGroupPolicy {
  const other = rule.sourceOther ?? '';
  return {
    PolicyIndex: index,
    Protocol: rule.protocol.toLowerCase(),
    Port: rule.ports,
    ServiceTemplate: { ServiceId: '', ServiceGroupId: '' },
    CidrBlock: rule.source ?? '',
    Ipv6CidrBlock: rule.sourceIpv6 ?? '',
    SecurityGroupId: other.startsWith('sg-') ? other : '',
    AddressTemplate: { AddressId: other.startsWith('sg-') ? '' : other, AddressGroupId: '' },
    Action: rule.action,
    PolicyDescription: rule.description,
    ModifyTime: '2026-11-01 10:00:00',
  };
}

/** What a change is about: incoming rules alone, of the version that was read. Throws `Refusal`. */
function incoming(group: Firewall, set: models.SecurityGroupPolicySet): readonly models.SecurityGroupPolicy[] {
  const { Version, Ingress = [], Egress = [] } = set;
  if ((Ingress.length === 0) === (Egress.length === 0)) {
    throw new Refusal('UnsupportedOperation.Inward', 'Rules of one direction can be changed in one request.');
  }
  if (Version !== undefined && Version !== String(group.version)) {
    throw new Refusal(
      'UnsupportedOperation.VersionMismatch',
      'The version of the security group is not the latest one.',
    );
  }
  return Ingress;
}

/** Product vpc on the security groups of these instances. */
export function vpc(instances: readonly AccountInstance[]): HandlersOf<'vpc'> {
  const groupOf = (id: string, region: string): Firewall => {
    if (!/^sg-[a-z0-9]{8}$/.test(id))
      throw new Refusal('InvalidParameterValue.Malformed', `The security group ID ${id} is malformed.`);
    const found = instances
      .flatMap(({ kind, firewalls }) => (kind === 'cvm' ? firewalls : []))
      .find((group) => group.id === id && group.region === region);
    if (found === undefined) throw new Refusal('ResourceNotFound', `The security group ${id} is not found.`);
    return found;
  };
  return {
    'vpc:DescribeSecurityGroupPolicies': ({ SecurityGroupId }, { region }) => {
      const { version, rules } = groupOf(SecurityGroupId, region);
      const out: Rule = { protocol: 'ALL', ports: 'ALL', source: '0.0.0.0/0', action: 'ACCEPT', description: '' };
      return {
        SecurityGroupPolicySet: {
          Version: String(version),
          Ingress: rules.map(policyOf),
          Egress: [policyOf(out, 0)],
        },
      };
    },
    'vpc:DescribeSecurityGroupAssociationStatistics': ({ SecurityGroupIds }, { region }) => ({
      SecurityGroupAssociationStatisticsSet: SecurityGroupIds.map((id) => {
        const group = groupOf(id, region);
        const own = instances.filter(({ firewalls }) => firewalls.some((one) => one.id === id)).length;
        const counts = { CVM: own + group.others.CVM, ENI: group.others.ENI, CDB: 0, SG: 0, CLB: 0 };
        const statistics = Object.entries(counts).map(([type, count]) => ({
          InstanceType: type,
          InstanceCount: count,
        }));
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        return { SecurityGroupId: id, ...counts, InstanceStatistics: statistics, TotalCount: total };
      }),
    }),
    'vpc:CreateSecurityGroupPolicies': async ({ SecurityGroupId, SecurityGroupPolicySet }, call) => {
      const group = groupOf(SecurityGroupId, call.region);
      const given = incoming(group, SecurityGroupPolicySet);
      const fresh = given.map((policy) => ruleFrom(policy, call));
      const [index = group.rules.length, ...different] = [...new Set(given.map(({ PolicyIndex }) => PolicyIndex))];
      if (different.length > 0 || index < 0 || index > group.rules.length) {
        throw new Refusal(
          'InvalidParameterValue.Range',
          'PolicyIndex is out of range, or differs between the policies.',
        );
      }
      if (fresh.some((rule) => group.rules.some((other) => sameRule(rule, other)))) {
        throw new Refusal('UnsupportedOperation.DuplicatePolicy', 'The security group has the same policy already.');
      }
      if (group.rules.length + fresh.length > mostRules) {
        throw new Refusal('LimitExceeded', `A security group has ${mostRules} policies at most.`);
      }
      await group.change(group.rules.toSpliced(index, 0, ...fresh));
      return {};
    },
    'vpc:DeleteSecurityGroupPolicies': async ({ SecurityGroupId, SecurityGroupPolicySet }, call) => {
      const group = groupOf(SecurityGroupId, call.region);
      const given = incoming(group, SecurityGroupPolicySet);
      const byIndex = given.filter(({ PolicyIndex }) => PolicyIndex !== undefined);
      if (byIndex.length > 0 && byIndex.length < given.length) {
        throw new Refusal('InvalidParameter.Coexist', 'Policies are named by index, or by what they are.');
      }
      const gone =
        byIndex.length > 0
          ? byIndex.map(({ PolicyIndex = 0 }) => group.rules[PolicyIndex])
          : given.map((policy) => {
              const wanted = ruleFrom(policy, call);
              return group.rules.find((rule) => sameRule(rule, wanted));
            });
      if (gone.includes(undefined)) throw new Refusal('ResourceNotFound', 'The security group has no such policy.');
      await group.change(group.rules.filter((rule) => !gone.includes(rule)));
      return {};
    },
  };
}
