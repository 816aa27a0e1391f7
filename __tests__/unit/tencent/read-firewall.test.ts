import type { SecurityGroupPolicy } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';
import { readFirewall, rereadFirewall } from '../../../src/tencent/read-firewall.ts';
import { ruleWords } from '../../../src/tencent/rule-words.ts';
import { cvm, fakeFirewalls, lighthouse, refusal } from './fake-firewalls.ts';

const accept = (Port: string, more: SecurityGroupPolicy = {}): SecurityGroupPolicy => ({
  Protocol: 'TCP',
  Port,
  CidrBlock: '0.0.0.0/0',
  Action: 'ACCEPT',
  ...more,
});

describe('the firewall of Lighthouse', () => {
  const read = (rules: SecurityGroupPolicy[]) => readFirewall(fakeFirewalls({ [lighthouse.id]: rules }), lighthouse);

  it('is read in one order, however many pages it has', async () => {
    const ports = Array.from({ length: 230 }, (_, index) => String(index + 1));
    const { lists } = await read(ports.map((port) => accept(port)));
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({ id: lighthouse.id, version: '1', others: 0 });
    expect(lists[0]?.rules.map((rule) => rule.ports)).toEqual(ports);
    expect(lists[0]?.rules.map(({ index }) => String(index + 1))).toEqual(ports);
  });

  it('is read again where it changes between two pages', async () => {
    const tencent = fakeFirewalls({ [lighthouse.id]: Array.from({ length: 150 }, (_, i) => accept(String(i + 1))) });
    const found = tencent.lists.get(lighthouse.id);
    const inner = tencent.call.bind(tencent);
    let asked = 0;
    tencent.call = async (action, request, region) => {
      const answer = await inner(action, request, region);
      asked += 1;
      if (asked === 1 && found !== undefined) {
        found.rules.shift();
        found.version += 1;
      }
      return answer;
    };
    const { lists } = await readFirewall(tencent, lighthouse);
    expect(lists[0]).toMatchObject({ version: '2' });
    expect(lists[0]?.rules).toHaveLength(149);
    expect(asked).toBe(4);
  });

  it('is of everybody where no source is given, and of nobody with IPv4 where one of IPv6 is', async () => {
    const rules = [
      { Protocol: 'TCP', Port: '22', Action: 'ACCEPT' },
      { Protocol: 'TCP', Port: 'all', Ipv6CidrBlock: '::/0', Action: 'DROP' },
      { Protocol: 'ICMPv6', Action: 'ACCEPT' },
      { Protocol: 'ICMP', Port: 'ALL', CidrBlock: '', Ipv6CidrBlock: '' },
    ];
    const { lists } = await read(rules);
    expect(lists[0]?.rules).toMatchObject([
      { source: '0.0.0.0/0', known: true, action: 'ACCEPT' },
      { source: undefined, known: true, ports: 'ALL', action: 'DROP' },
      { protocol: 'ICMPV6', source: undefined, known: true },
      { source: '0.0.0.0/0', action: 'ACCEPT' },
    ]);
  });
});

describe('security groups', () => {
  const statistics = (one: object) => ({
    SecurityGroupAssociationStatisticsSet: [{ SecurityGroupId: 'sg-one', ...one }],
  });

  it('are read in the order of the instance', async () => {
    const tencent = fakeFirewalls({ 'sg-two': [accept('22')], 'sg-one': [accept('80'), accept('443')] });
    const { lists, instance } = await readFirewall(tencent, cvm);
    expect(lists.map(({ id, rules }) => [id, rules.map(({ index }) => index)])).toEqual([
      ['sg-one', [0, 1]],
      ['sg-two', [0]],
    ]);
    expect(instance).toBe(cvm);
  });

  it('have templates and other groups as what is not known', async () => {
    const empty = { AddressTemplate: { AddressId: '', AddressGroupId: '' }, ServiceTemplate: { ServiceId: '' } };
    const rules = [
      accept('22', { ...empty, SecurityGroupId: '', Ipv6CidrBlock: '' }),
      accept('all', { Protocol: 'all', CidrBlock: '', Ipv6CidrBlock: '::/0', Action: 'drop' }),
      accept('22', { CidrBlock: '', SecurityGroupId: 'sg-other' }),
      accept('22', { CidrBlock: '', AddressTemplate: { AddressGroupId: 'ipmg-1' } }),
      { CidrBlock: '198.51.100.1', ServiceTemplate: { ServiceId: 'ppm-1' }, Action: 'DROP' },
    ];
    const { lists } = await readFirewall(fakeFirewalls({ 'sg-one': rules }), { ...cvm, securityGroups: ['sg-one'] });
    expect(lists[0]?.rules.map(ruleWords)).toEqual([
      '#1 ACCEPT TCP:22 0.0.0.0/0',
      '#2 DROP ALL:ALL IPv6',
      '#3 ACCEPT TCP:22 (template or group)',
      '#4 ACCEPT TCP:22 (template or group)',
      '#5 DROP (template) 198.51.100.1',
    ]);
    expect(lists[0]?.rules.map(({ known }) => known)).toEqual([true, true, false, false, false]);
  });

  it.each([
    [{ CVM: 1, ENI: 0, TotalCount: 1 }, 0],
    [{ CVM: 4, ENI: 0, TotalCount: 4, SG: 7 }, 3],
    [{ CVM: 1, ENI: 1, TotalCount: 2 }, 0],
    [{ CVM: 2, ENI: 3, CDB: 1, TotalCount: 6 }, 3],
    [{ CVM: 2, CLB: 1 }, 2],
    [{}, 0],
  ])('are of others as well: %j', async (one, others) => {
    const tencent = fakeFirewalls({ 'sg-one': [], 'sg-two': [] }, statistics(one));
    const { lists } = await readFirewall(tencent, cvm);
    expect(lists.map((list) => list.others)).toEqual([others, undefined]);
  });

  it('are of nobody knows how many where the account may not ask', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [], 'sg-two': [] }, statistics({ CVM: 2 }));
    tencent.once('vpc:DescribeSecurityGroupAssociationStatistics', () => {
      throw refusal('UnauthorizedOperation.CamNoAuth');
    });
    const firewall = await readFirewall(tencent, cvm);
    expect(firewall.lists.map(({ others }) => others)).toEqual([undefined, undefined]);
  });

  it('are read again without asking who has them', async () => {
    const tencent = fakeFirewalls({ 'sg-one': [], 'sg-two': [] }, statistics({ CVM: 3, TotalCount: 3 }));
    const before = await readFirewall(tencent, cvm);
    tencent.lists.get('sg-one')?.rules.push(accept('22'));
    tencent.calls.splice(0);
    const { lists } = await rereadFirewall(tencent, before);
    expect(lists[0]).toMatchObject({ others: 2, rules: [{ ports: '22' }] });
    expect(tencent.calls).toHaveLength(2);
  });
});
