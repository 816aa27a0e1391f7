import type { SecurityGroupPolicy } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import { renderSshRuleDescription } from '../../../../src/resources/ssh-rule/description.ts';
import {
  isSshRule,
  listsToOpen,
  type Opened,
  removeSshRules,
  sshRule,
} from '../../../../src/resources/ssh-rule/ssh-rule.ts';
import type { Instance } from '../../../../src/tencent/instance.ts';
import { readFirewall } from '../../../../src/tencent/read-firewall.ts';
import type { Tencent } from '../../../../src/tencent/tencent.ts';
import { cvm, fakeFirewalls, lighthouse, refusal, rule } from '../../tencent/fake-firewalls.ts';

const made = new Date('2026-11-26T22:07:00Z');
const token = '1a2b3c4d';
const description = renderSshRuleDescription({ port: 22, token, made });
const runner = '198.51.100.9';

const policy = (Port: string, CidrBlock: string, more: SecurityGroupPolicy = {}): SecurityGroupPolicy => ({
  Protocol: 'TCP',
  Port,
  CidrBlock,
  Action: 'ACCEPT',
  PolicyDescription: '',
  ...more,
});
const drop = { Action: 'DROP' };
const web = policy('443', '0.0.0.0/0');

/** A firewall, and what a run does to it that comes from `runner` as Tencent sees it. */
async function scene(
  instance: Instance,
  given: Record<string, SecurityGroupPolicy[]>,
  { address, ...more }: { address?: string | undefined; token?: string } = {},
  others?: Parameters<typeof fakeFirewalls>[1],
) {
  const fake = fakeFirewalls(given, others);
  const tencent: Tencent = {
    // As vpc does.
    call: (action, request, region) =>
      fake.call(action, JSON.parse(JSON.stringify(request).replace('"MY_PUBLIC_IP"', `"${runner}"`)), region),
  };
  const firewall = await readFirewall(tencent, instance);
  const opening = { port: 22, address, token, made, ...more };
  const lists = listsToOpen(firewall, opening);
  const told: Opened[] = [];
  const lease = sshRule(tencent, firewall, lists, opening, (opened) => told.push(opened));
  const rulesOf = (id: string) =>
    (fake.lists.get(id)?.rules ?? []).map(({ Port, CidrBlock, Action }) => `${Action} ${Port} ${CidrBlock}`);
  return { fake, tencent, lease, told, rulesOf, opened: lists.map(({ id }) => id) };
}

const lists = { 'sg-one': [web], 'sg-two': [web] };

describe('where nothing is opened', () => {
  test.each<[string, SecurityGroupPolicy[], string | undefined]>([
    ['SSH is open to the world', [policy('22', '0.0.0.0/0')], undefined],
    ['everything is open to the world', [policy('ALL', '0.0.0.0/0')], runner],
    ['SSH is open to that address', [policy('22', '198.51.100.0/24')], runner],
  ])('%s', async (_, rules, address) => {
    expect((await scene(cvm, { 'sg-one': rules, 'sg-two': [web] }, { address })).opened).toEqual([]);
    expect((await scene(lighthouse, { [lighthouse.id]: rules }, { address })).opened).toEqual([]);
  });

  test('what another run has opened for its own time is no such case', async () => {
    const other = policy('22', `${runner}/32`, { PolicyDescription: description });
    expect((await scene(lighthouse, { [lighthouse.id]: [other] }, { address: runner })).opened).toEqual([
      lighthouse.id,
    ]);
  });
});

test.each<[string, Instance, string | undefined, string]>([
  ['the address of whoever calls', cvm, undefined, 'sg-one'],
  ['a given address', cvm, runner, 'sg-one'],
  ['a given address', lighthouse, runner, lighthouse.id],
])('a rule for %s is written, and removed again with nothing else', async (_, instance, address, id) => {
  const given = instance === cvm ? lists : { [id]: [web] };
  const { fake, lease, told, rulesOf, opened } = await scene(instance, given, { address });
  expect([opened, lease.intention.lists]).toEqual([[id], [id]]);
  const note = await lease.take();
  expect(rulesOf(id)).toContainEqual(expect.stringMatching(/^ACCEPT 22 198\.51\.100\.9(\/32)?$/));
  expect(told).toEqual([{ address: runner, own: true }]);
  expect(JSON.parse(JSON.stringify(note))).toEqual(lease.intention);
  await lease.giveBack(JSON.parse(JSON.stringify(note)));
  expect(rulesOf(id)).toEqual(['ACCEPT 443 0.0.0.0/0']);
  expect(fake.writes().length).toBe(2);
  await lease.giveBack(note);
  expect(fake.writes().length).toBe(2);
});

test('it goes in front of what refuses it, in every group that does', async () => {
  const refusing = [web, policy('22', '203.0.113.0/24'), policy('ALL', '0.0.0.0/0', drop)];
  const given = { 'sg-one': [web], 'sg-two': refusing };
  for (const address of [runner, undefined]) {
    const { lease, rulesOf, opened } = await scene(cvm, given, { address });
    expect(opened).toEqual(['sg-two']);
    await lease.take();
    expect(rulesOf('sg-two')[2]).toContain('ACCEPT 22 198.51.100.9');
    expect(rulesOf('sg-two')[3]).toBe('DROP ALL 0.0.0.0/0');
  }
  const both = await scene(cvm, { 'sg-one': refusing, 'sg-two': refusing }, { address: runner });
  expect(both.opened).toEqual(['sg-one', 'sg-two']);
});

test('a group that other servers share is taken only where there is no other', async () => {
  const others = {
    SecurityGroupAssociationStatisticsSet: [
      { SecurityGroupId: 'sg-one', CVM: 3, TotalCount: 3 },
      { SecurityGroupId: 'sg-two', CVM: 1, TotalCount: 1 },
    ],
  } as Parameters<typeof fakeFirewalls>[1];
  expect((await scene(cvm, lists, {}, others)).opened).toEqual(['sg-two']);
});

describe('a Lighthouse firewall', () => {
  test('takes addresses alone', async () => {
    await expect(scene(lighthouse, { [lighthouse.id]: [web] })).rejects.toMatchObject({
      code: 'SSH_FROM_RUNNER_ADDRESS',
    });
  });

  test('cannot be opened past a rule that refuses; nothing is written', async () => {
    const rules = [policy('22', '198.51.100.0/24', drop), web];
    await expect(scene(lighthouse, { [lighthouse.id]: rules }, { address: runner })).rejects.toMatchObject({
      code: 'SSH_FROM_RUNNER_DROP',
      message: expect.stringContaining('198.51.100.0/24'),
    });
  });

  test('whose new rule comes to lie behind one that refuses is told of, and left as it was', async () => {
    const { fake, lease, rulesOf } = await scene(lighthouse, { [lighthouse.id]: [web] }, { address: runner });
    fake.once('lighthouse:CreateFirewallRules', () =>
      fake.lists.get(lighthouse.id)?.rules.unshift(policy('ALL', '0.0.0.0/0', drop)),
    );
    await expect(lease.take()).rejects.toMatchObject({ code: 'SSH_FROM_RUNNER_DROP' });
    await lease.giveBack(lease.intention);
    expect(rulesOf(lighthouse.id)).toEqual(['DROP ALL 0.0.0.0/0', 'ACCEPT 443 0.0.0.0/0']);
  });
});

test.each([cvm, lighthouse])(
  'where another run lets the same address in, that one keeps its rule: $kind',
  async (instance) => {
    const id = instance === cvm ? 'sg-one' : lighthouse.id;
    const other = policy('22', instance === cvm ? runner : `${runner}/32`, { PolicyDescription: description });
    const given = { ...(instance === cvm ? lists : {}), [id]: [web, other] };
    const address = instance === cvm ? undefined : runner;
    const { lease, told, rulesOf } = await scene(instance, given, { address, token: 'ffffffff' });
    await lease.take();
    expect(told).toEqual([{ address, own: false }]);
    const before = rulesOf(id);
    await lease.giveBack(lease.intention);
    expect(rulesOf(id)).toEqual(before);
  },
);

test('one that was written although no answer came is found and removed', async () => {
  const { fake, lease, rulesOf } = await scene(cvm, lists, { address: runner });
  fake.once('vpc:CreateSecurityGroupPolicies', () => {
    fake.lists.get('sg-one')?.rules.push(policy('22', `${runner}/32`, { PolicyDescription: description }));
    throw refusal('InvalidParameter');
  });
  await expect(lease.take()).rejects.toMatchObject({ apiCode: 'InvalidParameter' });
  await lease.giveBack(lease.intention);
  expect(rulesOf('sg-one')).toEqual(['ACCEPT 443 0.0.0.0/0']);
});

test.each<[string, SecurityGroupPolicy]>([
  ['of another run', { PolicyDescription: renderSshRuleDescription({ port: 22, token: 'ffffffff', made }) }],
  ['without our description', { PolicyDescription: 'office' }],
  ['for more ports', { PolicyDescription: description, Port: '22-23' }],
  ['for another port', { PolicyDescription: description, Port: '2222' }],
  ['for a network', { PolicyDescription: description, CidrBlock: '198.51.100.0/24' }],
  ['for everybody', { PolicyDescription: description, CidrBlock: '0.0.0.0/0' }],
  ['by another protocol', { PolicyDescription: description, Protocol: 'UDP' }],
  ['that refuses', { PolicyDescription: description, Action: 'DROP' }],
])('a rule %s is never removed', async (_, more) => {
  const kept = { ...policy('22', `${runner}/32`), ...more };
  const { fake, tencent, lease } = await scene(cvm, { 'sg-one': [web, kept], 'sg-two': [] }, { address: '192.0.2.1' });
  await removeSshRules(tencent, { ...lease.intention, lists: ['sg-one', 'sg-two'] });
  expect(fake.lists.get('sg-one')?.rules).toEqual([web, kept]);
});

test('a rule is known by form, protocol, port and source together', () => {
  expect(isSshRule(rule('22', { source: `${runner}/32`, description }))).toBe(true);
  expect(isSshRule(rule('22', { source: runner, description }))).toBe(true);
  expect(isSshRule(rule('22', { source: undefined, known: false, description }))).toBe(false);
});
