import { ApiFailure, apiFailure, hasApiCode } from './api-failure.ts';
import type { CloudRule, NewRule, RuleList } from './firewall.ts';
import type { Place } from './firewall-verdict.ts';
import type { InstanceName } from './instance.ts';
import { readRuleList } from './read-firewall.ts';
import type { Tencent } from './tencent.ts';

/** How often a change is tried while others change the same list. */
const attempts = 6;

/** The rules that were read are no longer those that are there. */
const versionConflicts = ['UnsupportedOperation.VersionMismatch', 'UnsupportedOperation.FirewallVersionMismatch'];

/** Such a rule is there. */
const duplicates = [
  'InvalidParameter.FirewallRulesExist',
  'InvalidParameter.FirewallRulesDuplicated',
  'UnsupportedOperation.DuplicatePolicy',
  'InvalidParameterValue.Duplicate',
  'InvalidParameterValue.DuplicatePara',
];

/**
 * Adds a rule that accepts TCP to `list`, and gives the list as it is then. `placeIn` says where it has to stand, and is
 * asked again where the list has changed meanwhile: a Lighthouse firewall takes no place but where Tencent puts it. A rule
 * that is already there, by whomever, is no failure: only its place then tells whether it does anything.
 * Throws `CLOUD_FIREWALL_FULL`, `ApiFailure`, and what `placeIn` throws.
 */
export async function addRule(
  tencent: Tencent,
  instance: InstanceName,
  list: RuleList,
  rule: NewRule,
  placeIn: (list: RuleList) => Place = () => 'end',
): Promise<RuleList> {
  let current = list;
  for (let attempt = 1; ; attempt++) {
    const place = placeIn(current);
    if (place === 'nowhere') return current;
    try {
      await create(tencent, instance, current, rule, place);
      return await reread(tencent, instance, current);
    } catch (error) {
      if (hasApiCode(error, ...duplicates)) return reread(tencent, instance, current);
      if (!(error instanceof ApiFailure)) throw error;
      if (isFull(error)) throw apiFailure('CLOUD_FIREWALL_FULL', fullOf(instance, current, rule), error, error);
      if (!isOutdated(error) || attempt === attempts) throw error;
      // Without an answer the rule may be there: what is there is read before anything is written again.
      current = await reread(tencent, instance, current);
      if (current.rules.some((one) => isSame(one, rule))) return current;
    }
  }
}

/**
 * Removes the rules of `list` that `matches` finds, and gives the list as it is then; nothing is written where there are
 * none. It looks at the list that it is given: read it afresh. Throws `ApiFailure`.
 */
export async function removeRule(
  tencent: Tencent,
  instance: InstanceName,
  list: RuleList,
  matches: (rule: CloudRule) => boolean,
): Promise<RuleList> {
  let current = list;
  for (let attempt = 1; ; attempt++) {
    const found = current.rules.filter(matches);
    if (found.length === 0) return current;
    try {
      await remove(tencent, instance, current, found);
      return await reread(tencent, instance, current);
    } catch (error) {
      const again = error instanceof ApiFailure && (isOutdated(error) || isGone(error));
      if (!again || attempt === attempts) throw error;
      current = await reread(tencent, instance, current);
    }
  }
}

async function create(
  tencent: Tencent,
  { kind, id, region }: InstanceName,
  { id: listId, version }: RuleList,
  { ports, source, description }: NewRule,
  place: number | 'end',
): Promise<void> {
  const rule = { Protocol: 'TCP', Port: ports, CidrBlock: source, Action: 'ACCEPT' };
  if (kind === 'lighthouse') {
    const FirewallRules = [{ ...rule, FirewallRuleDescription: description }];
    await tencent.call(
      'lighthouse:CreateFirewallRules',
      { InstanceId: id, FirewallRules, ...lighthouseVersion(version) },
      region,
    );
    return;
  }
  // Left out, the rule goes to the end (the SDK's comment on the action).
  const index = place === 'end' ? {} : { PolicyIndex: place };
  const Ingress = [{ ...index, ...rule, PolicyDescription: description }];
  await tencent.call(
    'vpc:CreateSecurityGroupPolicies',
    { SecurityGroupId: listId, SecurityGroupPolicySet: { Version: version, Ingress } },
    region,
  );
}

async function remove(
  tencent: Tencent,
  { kind, id, region }: InstanceName,
  { id: listId, version }: RuleList,
  rules: readonly CloudRule[],
): Promise<void> {
  if (kind === 'lighthouse') {
    const FirewallRules = rules.map(({ protocol, ports, source, action, description }) => ({
      Protocol: protocol,
      Port: ports,
      ...(source === undefined ? {} : { CidrBlock: source }),
      Action: action,
      FirewallRuleDescription: description,
    }));
    await tencent.call(
      'lighthouse:DeleteFirewallRules',
      { InstanceId: id, FirewallRules, ...lighthouseVersion(version) },
      region,
    );
    return;
  }
  // A number means a rule in that version alone.
  const Ingress = rules.map(({ index }) => ({ PolicyIndex: index }));
  await tencent.call(
    'vpc:DeleteSecurityGroupPolicies',
    { SecurityGroupId: listId, SecurityGroupPolicySet: { Version: version, Ingress } },
    region,
  );
}

function lighthouseVersion(version: string): { FirewallVersion?: number } {
  return version === '' ? {} : { FirewallVersion: Number(version) };
}

async function reread(tencent: Tencent, instance: InstanceName, list: RuleList): Promise<RuleList> {
  return { ...(await readRuleList(tencent, instance, list.id)), others: list.others };
}

/** Whether what is there has to be read before the change is tried again. */
function isOutdated(error: ApiFailure): boolean {
  return error.mayHaveTakenEffect || hasApiCode(error, ...versionConflicts);
}

function isGone({ apiCode = '' }: ApiFailure): boolean {
  return /^ResourceNotFound\b.*Rule/.test(apiCode) || apiCode === 'ResourceNotFound';
}

/** Of too many calls a second the client takes care. */
function isFull({ apiCode = '' }: ApiFailure): boolean {
  return /^LimitExceeded\b/.test(apiCode) && !/Rate/.test(apiCode);
}

function fullOf(instance: InstanceName, list: RuleList, rule: NewRule) {
  return { kind: instance.kind, list: list.id, count: list.rules.length, port: rule.ports };
}

function isSame({ protocol, ports, source, action, description }: CloudRule, rule: NewRule): boolean {
  const plain = (cidr: string | undefined) => cidr?.replace(/\/32$/, '');
  // Tencent has put an address for it.
  const sameSource = rule.source === 'MY_PUBLIC_IP' || plain(source) === plain(rule.source);
  return (
    protocol === 'TCP' && action === 'ACCEPT' && ports === rule.ports && sameSource && description === rule.description
  );
}
