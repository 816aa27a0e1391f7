import type { FirewallRule } from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import type { SecurityGroupPolicy } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import type { ActionName, RequestOf, ResponseOf } from '../../../src/tencent/actions.ts';
import { apiFailure } from '../../../src/tencent/api-failure.ts';
import type { CloudRule, RuleList } from '../../../src/tencent/firewall.ts';
import type { Instance } from '../../../src/tencent/instance.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';

/** A Lighthouse instance. */
export const lighthouse: Instance = {
  kind: 'lighthouse',
  id: 'lhins-abcd1234',
  region: 'ap-guangzhou',
  name: 'shop',
  state: 'RUNNING',
  restricted: undefined,
  expires: undefined,
  renewsItself: true,
  publicAddresses: ['203.0.113.7'],
  securityGroups: [],
  mainland: true,
};

/** A CVM of two security groups. */
export const cvm: Instance = { ...lighthouse, kind: 'cvm', id: 'ins-abcd1234', securityGroups: ['sg-one', 'sg-two'] };

/** A rule; TCP from everywhere, accepted, unless said otherwise. */
export function rule(ports: string, more: Partial<CloudRule> = {}): CloudRule {
  return {
    protocol: 'TCP',
    ports,
    source: '0.0.0.0/0',
    known: true,
    action: 'ACCEPT',
    description: '',
    index: 0,
    ...more,
  };
}

/** A list of rules, which get their places as numbers. */
export function list(rules: readonly CloudRule[], more: Partial<RuleList> = {}): RuleList {
  return { id: 'sg-one', version: '1', others: 0, ...more, rules: rules.map((one, index) => ({ ...one, index })) };
}

/** A refusal or a broken call, as the client throws it. */
export function refusal(apiCode: string | undefined, mayHaveTakenEffect = false): Error {
  return apiFailure('INTERNAL', { detail: apiCode ?? 'no answer' }, { apiCode, mayHaveTakenEffect });
}

/** Calls of the API, and what they are to do besides. */
export interface FakeFirewalls extends Tencent {
  /** Rules by list, in their order; a test may change them under way. */
  readonly lists: Map<string, { version: number; rules: SecurityGroupPolicy[] }>;
  readonly calls: { readonly action: ActionName; readonly request: unknown; readonly region: string | undefined }[];
  /** The names of the writes. */
  writes(): readonly ActionName[];
  /** Called before an answer to `action` is made, the first time; what it throws is the answer. */
  once(action: ActionName, before: () => void): void;
}

/** An account with these lists, strict about versions; both products' rules are kept in the words of a group's. */
export function fakeFirewalls(
  given: Record<string, SecurityGroupPolicy[]>,
  statistics: ResponseOf<'vpc:DescribeSecurityGroupAssociationStatistics'> = {},
): FakeFirewalls {
  const lists = new Map(Object.entries(given).map(([id, rules]) => [id, { version: 1, rules: [...rules] }]));
  const calls: FakeFirewalls['calls'] = [];
  const hooks: { action: ActionName; before: () => void }[] = [];
  const at = (id: string) => {
    const found = lists.get(id);
    if (found === undefined) throw refusal('ResourceNotFound');
    return found;
  };
  const change = (id: string, version: number | string | undefined, code: string) => {
    const found = at(id);
    if (Number(version) !== found.version) throw refusal(code);
    return found;
  };
  const same = (one: SecurityGroupPolicy, other: SecurityGroupPolicy) =>
    one.Protocol === other.Protocol &&
    one.Port === other.Port &&
    one.CidrBlock === other.CidrBlock &&
    one.Action === other.Action;
  const answers: { [A in ActionName]?: (request: RequestOf<A>) => ResponseOf<A> } = {
    'lighthouse:DescribeFirewallRules': ({ InstanceId, Offset = 0, Limit = 20 }) => {
      const { version, rules } = at(InstanceId);
      return {
        TotalCount: rules.length,
        FirewallVersion: version,
        FirewallRuleSet: rules
          .slice(Offset, Offset + Limit)
          .map(({ PolicyDescription = '', ...one }) => ({ ...one, FirewallRuleDescription: PolicyDescription })),
      };
    },
    'lighthouse:CreateFirewallRules': ({ InstanceId, FirewallRules, FirewallVersion }) => {
      const found = change(InstanceId, FirewallVersion, 'UnsupportedOperation.FirewallVersionMismatch');
      const rules = FirewallRules.map(policyOf);
      if (rules.some((one) => found.rules.some((other) => same(one, other)))) {
        throw refusal('InvalidParameter.FirewallRulesExist');
      }
      found.rules.push(...rules);
      found.version += 1;
      return {};
    },
    'lighthouse:DeleteFirewallRules': ({ InstanceId, FirewallRules, FirewallVersion }) => {
      const found = change(InstanceId, FirewallVersion, 'UnsupportedOperation.FirewallVersionMismatch');
      found.rules = found.rules.filter((one) => !FirewallRules.some((other) => same(one, policyOf(other))));
      found.version += 1;
      return {};
    },
    'vpc:DescribeSecurityGroupPolicies': ({ SecurityGroupId }) => {
      const { version, rules } = at(SecurityGroupId);
      const Ingress = rules.map((one, PolicyIndex) => ({ ...one, PolicyIndex }));
      return { SecurityGroupPolicySet: { Version: String(version), Ingress } };
    },
    'vpc:DescribeSecurityGroupAssociationStatistics': () => statistics,
    'vpc:CreateSecurityGroupPolicies': ({ SecurityGroupId, SecurityGroupPolicySet: { Version, Ingress = [] } }) => {
      const found = change(SecurityGroupId, Version, 'UnsupportedOperation.VersionMismatch');
      if (Ingress.some((one) => found.rules.some((other) => same(one, other)))) {
        throw refusal('UnsupportedOperation.DuplicatePolicy');
      }
      found.rules.splice(Ingress[0]?.PolicyIndex ?? found.rules.length, 0, ...Ingress);
      found.version += 1;
      return {};
    },
    'vpc:DeleteSecurityGroupPolicies': ({ SecurityGroupId, SecurityGroupPolicySet: { Version, Ingress = [] } }) => {
      const found = change(SecurityGroupId, Version, 'UnsupportedOperation.VersionMismatch');
      found.rules = found.rules.filter((_, index) => !Ingress.some(({ PolicyIndex }) => PolicyIndex === index));
      found.version += 1;
      return {};
    },
  };
  return {
    lists,
    calls,
    writes: () => calls.map(({ action }) => action).filter((action) => /:(Create|Delete)/.test(action)),
    once: (action, before) => hooks.push({ action, before }),
    async call(action, request, region) {
      calls.push({ action, request, region });
      const hook = hooks.findIndex((one) => one.action === action);
      if (hook !== -1) hooks.splice(hook, 1)[0]?.before();
      const answer = answers[action];
      if (answer === undefined) throw refusal('InvalidAction');
      return answer(request);
    },
  };
}

function policyOf({ FirewallRuleDescription = '', ...rule }: FirewallRule): SecurityGroupPolicy {
  return { ...rule, PolicyDescription: FirewallRuleDescription };
}
