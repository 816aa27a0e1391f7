import type { SecurityGroupPolicy } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import type { RunnerStep } from '../../../src/engine/step.ts';
import type { Log } from '../../../src/messages/log.ts';
import { planCloudFirewall } from '../../../src/resources/cloud-firewall/cloud-firewall.ts';
import type { Server } from '../../../src/server/server.ts';
import { judgeForWorld } from '../../../src/tencent/firewall-verdict.ts';
import type { Instance } from '../../../src/tencent/instance.ts';
import { readFirewall } from '../../../src/tencent/read-firewall.ts';
import { cvm, type FakeFirewalls, fakeFirewalls, lighthouse, refusal } from '../tencent/fake-firewalls.ts';

const rule = (Action: string, Port: string, more: SecurityGroupPolicy = {}): SecurityGroupPolicy => ({
  Protocol: 'TCP',
  Port,
  CidrBlock: '0.0.0.0/0',
  Action,
  PolicyDescription: '',
  ...more,
});
const accept = (port: string, more?: SecurityGroupPolicy) => rule('ACCEPT', port, more);
const drop = (port: string, more?: SecurityGroupPolicy) => rule('DROP', port, more);
const ban = drop('ALL', { CidrBlock: '198.51.100.0/24' });
const oneGroup: Instance = { ...cvm, securityGroups: ['sg-one'] };
const alone = {
  SecurityGroupAssociationStatisticsSet: ['sg-one', 'sg-two'].map((SecurityGroupId) => ({
    SecurityGroupId,
    CVM: 1,
    TotalCount: 1,
  })),
};

/** The plan for port 8014 (and others), by these rules. */
async function planned(tencent: FakeFirewalls, instance: Instance, ports: readonly number[] = [8014], app = 'shop') {
  const firewall = await readFirewall(tencent, instance);
  const plan = planCloudFirewall({ ports, appPort: 8004, app }, firewall, tencent);
  return { ...plan, codes: [...plan.problems, ...plan.notices].map(({ code }) => code) };
}

/** Runs what was planned, and gives the places and ports of the rules of a list. */
async function run(tencent: FakeFirewalls, instance: Instance, ports?: readonly number[]) {
  const { steps, codes } = await planned(tencent, instance, ports);
  expect(codes).toEqual([]);
  for (const step of steps) await (step as RunnerStep).run({} as Server, {} as Log, () => {});
  return [...tencent.lists.values()].map(({ rules }) => rules.map(({ Action, Port }) => `${Action} ${Port}`));
}

describe('the firewall of Lighthouse', () => {
  const account = (...rules: SecurityGroupPolicy[]) => fakeFirewalls({ [lighthouse.id]: rules });

  it('stays as it is where the ports are open', async () => {
    const tencent = account(accept('8014'), accept('80,443'), accept('22'));
    const { steps, codes } = await planned(tencent, lighthouse, [8014, 443]);
    expect([steps, codes]).toEqual([[], []]);
  });

  it('gets one rule for each port that is closed, whatever bans it has', async () => {
    const tencent = account(ban, accept('22'), accept('443'));
    expect(await run(tencent, lighthouse, [8014, 443, 80, 8014])).toEqual([
      ['DROP ALL', 'ACCEPT 22', 'ACCEPT 443', 'ACCEPT 8014', 'ACCEPT 80'],
    ]);
    expect(tencent.lists.get(lighthouse.id)?.rules[3]).toEqual({
      Protocol: 'TCP',
      Port: '8014',
      CidrBlock: '0.0.0.0/0',
      Action: 'ACCEPT',
      PolicyDescription: 'deploy-miniprogram-backend shop',
    });
    expect((await planned(tencent, lighthouse, [8014, 443, 80])).steps).toEqual([]);
  });

  it('is shown in the plan', async () => {
    const { steps } = await planned(account(accept('22')), lighthouse);
    expect(steps).toMatchObject([
      {
        phase: 'publish',
        kind: 'runner',
        title: { en: `Open TCP port 8014 in the Lighthouse firewall of ${lighthouse.id}` },
        diff: `+ ${lighthouse.id} #2 ACCEPT TCP:8014 0.0.0.0/0 "deploy-miniprogram-backend shop"`,
      },
    ]);
    expect(steps[0]).not.toHaveProperty('undo');
  });

  it('has descriptions of 64 characters at most', async () => {
    const { steps } = await planned(account(), lighthouse, [8014], 'a'.repeat(60));
    expect(steps[0]?.diff).toContain(`"deploy-miniprogram-backend ${'a'.repeat(64 - 27)}"`);
  });

  it('cannot be opened past a drop in front', async () => {
    const tencent = account(ban, drop('8000-9000', { PolicyDescription: 'ours alone' }), accept('22'));
    const { steps, problems, codes } = await planned(tencent, lighthouse);
    expect(steps).toEqual([]);
    expect(codes).toEqual(['CLOUD_FIREWALL_DROP']);
    expect(problems[0]?.text.what.en).toContain('#2 DROP TCP:8000-9000 0.0.0.0/0 "ours alone"');
    expect(problems[0]?.text.cure.en).toContain('firewall: false');
  });

  it('may get such a drop after the plan', async () => {
    const tencent = account(accept('22'));
    const { steps } = await planned(tencent, lighthouse);
    tencent.lists.get(lighthouse.id)?.rules.unshift(drop('ALL'));
    const running = (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    await expect(running).rejects.toMatchObject({ code: 'CLOUD_FIREWALL_DROP' });
    expect(tencent.writes()).toEqual([]);
  });

  it('may have been opened after the plan', async () => {
    const tencent = account(accept('22'));
    const { steps } = await planned(tencent, lighthouse);
    tencent.lists.get(lighthouse.id)?.rules.push(accept('8014'));
    await (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    expect(tencent.writes()).toEqual([]);
  });

  it('is judged again, wherever Tencent has put the rule', async () => {
    const tencent = account(accept('22'));
    const { steps } = await planned(tencent, lighthouse);
    tencent.once('lighthouse:CreateFirewallRules', () => {
      tencent.lists.get(lighthouse.id)?.rules.push(drop('ALL', { Protocol: 'ALL', PolicyDescription: 'late' }));
    });
    const running = (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    await expect(running).rejects.toMatchObject({ code: 'CLOUD_FIREWALL_NOT_OPEN' });
    await expect(running).rejects.toThrow('#2 DROP ALL:ALL 0.0.0.0/0 "late"');
  });

  it('is not open where Tencent says done and nothing is', async () => {
    const tencent = account(accept('22'));
    const { steps } = await planned(tencent, lighthouse);
    tencent.once('lighthouse:CreateFirewallRules', () => {
      throw refusal('InvalidParameter.FirewallRulesExist');
    });
    const running = (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    await expect(running).rejects.toMatchObject({ code: 'CLOUD_FIREWALL_NOT_OPEN' });
  });
});

describe('security groups', () => {
  it('get the rule right before what refuses, so that bans stay', async () => {
    const tencent = fakeFirewalls(
      { 'sg-one': [accept('22'), ban, drop('ALL'), accept('8014', { Port: '80' })] },
      alone,
    );
    const { steps } = await planned(tencent, oneGroup);
    expect(steps[0]?.diff).toBe(
      '+ sg-one #3 ACCEPT TCP:8014 0.0.0.0/0 "deploy-miniprogram-backend shop"\n  sg-one below it: #3 DROP TCP:ALL 0.0.0.0/0',
    );
    expect(await run(tencent, oneGroup)).toEqual([['ACCEPT 22', 'DROP ALL', 'ACCEPT 8014', 'DROP ALL', 'ACCEPT 80']]);
  });

  it('get it at the end where no rule decides', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [accept('22')], 'sg-two': [accept('80')] }, alone);
    expect(await run(tencent, cvm)).toEqual([['ACCEPT 22', 'ACCEPT 8014'], ['ACCEPT 80']]);
  });

  it('each get it that refuse, and no other', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [accept('22')], 'sg-two': [accept('80'), drop('ALL')] }, alone);
    expect(await run(tencent, cvm)).toEqual([['ACCEPT 22'], ['ACCEPT 80', 'ACCEPT 8014', 'DROP ALL']]);
    const both = fakeFirewalls({ 'sg-one': [accept('8014'), drop('ALL')], 'sg-two': [drop('ALL')] }, alone);
    expect(await run(both, cvm)).toEqual([
      ['ACCEPT 8014', 'DROP ALL'],
      ['ACCEPT 8014', 'DROP ALL'],
    ]);
    const refusing = fakeFirewalls({ 'sg-one': [drop('ALL')], 'sg-two': [drop('8014')] }, alone);
    expect(await run(refusing, cvm)).toEqual([
      ['ACCEPT 8014', 'DROP ALL'],
      ['ACCEPT 8014', 'DROP 8014'],
    ]);
    expect(refusing.writes()).toHaveLength(2);
  });

  it('are named where others have them too', async () => {
    const shared = {
      SecurityGroupAssociationStatisticsSet: [{ SecurityGroupId: 'sg-one', CVM: 4, ENI: 0, SG: 2, TotalCount: 4 }],
    };
    const reasonWith = async (statistics: object) =>
      (await planned(fakeFirewalls({ 'sg-one': [] }, statistics), oneGroup)).steps[0]?.reason;
    expect((await reasonWith(shared))?.en).toContain('sg-one is also used by 3 other instances');
    expect((await reasonWith(shared))?.zh).toContain('sg-one 还用于另外 3 个实例');
    expect((await reasonWith({}))?.en).toContain('is unknown');
    expect((await reasonWith(alone))?.en).toBe('no rule allows it for every address');
  });

  it('are opened though they change meanwhile', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [drop('ALL')] }, alone);
    const { steps } = await planned(tencent, oneGroup);
    const group = tencent.lists.get('sg-one');
    tencent.once('vpc:CreateSecurityGroupPolicies', () => {
      group?.rules.unshift(ban);
      if (group !== undefined) group.version += 1;
    });
    await (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    expect(group?.rules.map(({ Action, Port }) => `${Action} ${Port}`)).toEqual([
      'DROP ALL',
      'ACCEPT 8014',
      'DROP ALL',
    ]);
    expect(judgeForWorld(await readFirewall(tencent, oneGroup), 8014)).toEqual({ kind: 'open' });
  });

  it('are not open where the same rule stands below what refuses', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [drop('ALL'), accept('8014')] }, alone);
    const { steps } = await planned(tencent, oneGroup);
    const running = (steps[0] as RunnerStep).run({} as Server, {} as Log, () => {});
    await expect(running).rejects.toMatchObject({ code: 'CLOUD_FIREWALL_NOT_OPEN' });
    await expect(running).rejects.toThrow('security group sg-one: #1 DROP TCP:ALL');
  });
});

describe('what is open without need', () => {
  const noticed = async (...rules: SecurityGroupPolicy[]) => {
    const { notices } = await planned(fakeFirewalls({ [lighthouse.id]: [accept('8014'), ...rules] }), lighthouse);
    return notices.map(({ code, text }) => [code, text.what.en.replace(/^.* opens /, '')]);
  };

  it('is warned of', async () => {
    expect(await noticed(accept('8004'))).toEqual([
      ['CLOUD_FIREWALL_WIDE', 'TCP port 8004 to the internet: #2 ACCEPT TCP:8004 0.0.0.0/0'],
    ]);
    expect(await noticed(accept('3306'), accept('6379'))).toHaveLength(2);
    expect(await noticed(accept('ALL', { Protocol: 'ALL' }))).toEqual([
      ['CLOUD_FIREWALL_WIDE', 'all ports to the internet: #2 ACCEPT ALL:ALL 0.0.0.0/0'],
    ]);
    expect(await noticed(accept('22'), accept('3306', { CidrBlock: '198.51.100.1' }))).toEqual([]);
  });

  it('is not warned of where it is wanted', async () => {
    const tencent = fakeFirewalls({ [lighthouse.id]: [accept('8004')] });
    const firewall = await readFirewall(tencent, lighthouse);
    const { notices } = planCloudFirewall({ ports: [8004], appPort: undefined, app: 'shop' }, firewall, tencent);
    expect(notices).toEqual([]);
  });
});
