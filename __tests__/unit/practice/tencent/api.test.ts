import { recordSets } from '../../../../practice/tencent/zone-records.ts';
import { open, servers } from './open-api.ts';

const record = { Domain: 'example.com', RecordType: 'A', RecordLine: '默认', SubDomain: 'api', Value: '192.0.2.1' };
const list = { Domain: 'example.com', SubDomain: 'api' };

describe('records', () => {
  test('one is made, read, changed and deleted', async () => {
    const { call } = open();
    const { RecordId } = await call('dnspod:CreateRecord', { ...record, Remark: 'ours' });
    const { RecordList } = await call('dnspod:DescribeRecordList', list);
    expect(RecordList).toMatchObject([
      { RecordId, Name: 'api', Line: '默认', LineId: '0', Status: 'ENABLE', TTL: 600, Remark: 'ours' },
    ]);
    await call('dnspod:ModifyRecord', { ...record, RecordId, Value: '192.0.2.2' });
    const { RecordInfo } = await call('dnspod:DescribeRecord', { Domain: 'example.com', RecordId });
    expect(RecordInfo).toMatchObject({ Value: '192.0.2.2', Enabled: 1, Remark: 'ours' });
    expect((await call('dnspod:DeleteRecord', { Domain: 'example.com', RecordId })).outcome).toBe('ok');
    expect((await call('dnspod:DescribeRecordList', list)).outcome).toBe('ResourceNotFound.NoDataOfRecord');
    const empty = await call('dnspod:DescribeRecordList', { ...list, ErrorOnEmpty: 'no' });
    expect(empty.RecordList).toEqual([]);
  });

  test('one that is changed without its host moves to the zone’s own name', async () => {
    const { call, zone } = open();
    const { RecordId } = await call('dnspod:CreateRecord', record);
    const { SubDomain: _, ...without } = record;
    await call('dnspod:ModifyRecord', { ...without, RecordId });
    expect(zone.records.find(({ id }) => id === RecordId)?.host).toBe('@');
  });

  test('a new one is missing from lists for a while, not from what is asked by its id', async () => {
    const { call, zone, time } = open();
    zone.listLag = 30;
    const { RecordId } = await call('dnspod:CreateRecord', record);
    expect((await call('dnspod:DescribeRecordList', list)).outcome).toBe('ResourceNotFound.NoDataOfRecord');
    expect((await call('dnspod:DescribeRecord', { Domain: 'example.com', RecordId })).outcome).toBe('ok');
    expect((await call('dnspod:CreateRecord', record)).outcome).toBe('InvalidParameter.DomainRecordExist');
    time.now = new Date(time.now.getTime() + 29_000);
    expect((await call('dnspod:DescribeRecordList', list)).outcome).toBe('ResourceNotFound.NoDataOfRecord');
    // A change does not hide it anew, and a lag that ends shows what it hid.
    await call('dnspod:ModifyRecord', { ...record, RecordId, TTL: 900 });
    time.now = new Date(time.now.getTime() + 1000);
    expect((await call('dnspod:DescribeRecordList', list)).RecordList).toHaveLength(1);
    zone.listLag = 31;
    expect((await call('dnspod:DescribeRecordList', list)).outcome).toBe('ResourceNotFound.NoDataOfRecord');
    zone.listLag = 0;
    expect((await call('dnspod:DescribeRecordList', list)).RecordList).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ['the very same', {}, 'InvalidParameter.DomainRecordExist'],
    ['a CNAME beside it', { RecordType: 'CNAME', Value: 'x.example.org' }, 'InvalidParameter.ConflictRecord'],
    ['a TTL below the plan’s least', { Value: '192.0.2.2', TTL: 120 }, 'LimitExceeded.RecordTtlLimit'],
    ['a line of another name', { Value: '192.0.2.2', RecordLine: 'Default' }, 'InvalidParameter.RecordLineInvalid'],
    ['a value that is none', { Value: 'example.org' }, 'InvalidParameter.RecordValueInvalid'],
    ['a type that is none', { RecordType: 'B' }, 'InvalidParameter.RecordTypeInvalid'],
    ['a host that is none', { SubDomain: 'a..b' }, 'InvalidParameter.SubdomainInvalid'],
    ['a zone that is not there', { Domain: 'example.org' }, 'InvalidParameterValue.DomainNotExists'],
    ['a zone that is a part of one', { Domain: 'a.example.com' }, 'InvalidParameter.DomainInvalid'],
    ['a field of another action', { Ttl: 600 }, 'UnknownParameter'],
  ])('%s is refused', async (_, more, code) => {
    const { call } = open({ records: [{ host: 'api', type: 'A', value: '192.0.2.1' }] });
    expect((await call('dnspod:CreateRecord', { ...record, ...more })).outcome).toBe(code);
  });

  test('the line’s id outranks its name, and the zone’s id its name', async () => {
    const { call, zone } = open();
    const named = { ...record, Domain: 'other.example.org', DomainId: zone.id, RecordLine: 'any', RecordLineId: '0' };
    expect((await call('dnspod:CreateRecord', named)).outcome).toBe('ok');
    expect(zone.at('api')).toMatchObject([{ line: { id: '0', name: '默认' } }]);
  });

  test('a CNAME ends with a dot; name servers answer what is enabled, of the default line', async () => {
    const { zone } = open({
      records: [
        { host: 'www', type: 'CNAME', value: 'site.example.org' },
        { host: 'api', type: 'A', value: '192.0.2.1' },
        { host: 'api', type: 'A', value: '192.0.2.2', enabled: false },
        { host: 'api', type: 'A', value: '192.0.2.3', line: '电信' },
        { host: '@', type: 'TXT', value: 'a "b"' },
      ],
    });
    const answers = (): readonly string[] =>
      recordSets(zone).map(({ owner, type, data }) => `${owner} ${type} ${data}`);
    const ns = 'example.com. NS f1g1ns1.dnspod.net.,f1g1ns2.dnspod.net.';
    expect(answers()).toEqual([
      ns,
      'www.example.com. CNAME site.example.org.',
      'api.example.com. A 192.0.2.1',
      'example.com. TXT "a \\"b\\""',
    ]);
    zone.status = 'PAUSE';
    expect(answers()).toEqual([ns]);
    zone.status = 'ENABLE';
    zone.registration = { realName: 'NotUpload', states: ['serverHold'] };
    expect(answers()).toEqual([ns]);
  });

  test('pages are shorter than they are asked to be where the account’s lists are', async () => {
    const { call, lists } = open({
      records: ['h1', 'h2', 'h3'].map((host) => ({ host, type: 'A', value: '192.0.2.1' })),
    });
    lists.atMost = 2;
    const page = await call('dnspod:DescribeRecordList', { Domain: 'example.com', RecordType: 'A', Limit: 3000 });
    expect(page).toMatchObject({ RecordCountInfo: { TotalCount: 3, ListCount: 2 }, RecordList: [{}, {}] });
  });

  test('pages are as long as they are asked to be', async () => {
    const { call } = open({
      records: ['1', '2', '3'].map((n) => ({ host: `h${n}`, type: 'A', value: `192.0.2.${n}` })),
    });
    const asked = { Domain: 'example.com', RecordType: 'A' };
    const page = await call('dnspod:DescribeRecordList', { ...asked, Offset: 2, Limit: 2 });
    expect(page).toMatchObject({ RecordCountInfo: { TotalCount: 3, ListCount: 1 }, RecordList: [{ Name: 'h3' }] });
    const long = await call('dnspod:DescribeRecordList', { ...asked, Limit: 3001 });
    expect(long.outcome).toBe('InvalidParameter.LimitInvalid');
  });
});

describe('a Lighthouse firewall', () => {
  const rule = { Protocol: 'TCP', Port: '8014', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
  const asked = { InstanceId: 'lhins-practice' };

  test('takes new rules at its end, and its version goes up', async () => {
    const { call } = open({}, { lh: [{ ports: '22' }] });
    expect((await call('lighthouse:CreateFirewallRules', { ...asked, FirewallRules: [rule] })).outcome).toBe('ok');
    const { FirewallRuleSet, FirewallVersion } = await call('lighthouse:DescribeFirewallRules', asked);
    expect(FirewallRuleSet.map(({ Port }: { Port: string }) => Port)).toEqual(['22', '8014']);
    expect(FirewallVersion).toBe(2);
  });

  test.each<[string, object, string]>([
    ['an old version', { FirewallVersion: 0 }, 'UnsupportedOperation.FirewallVersionMismatch'],
    ['a rule that is there', { FirewallRules: [{ ...rule, Port: '22' }] }, 'InvalidParameter.FirewallRulesExist'],
    ['a rule twice', { FirewallRules: [rule, rule] }, 'InvalidParameter.FirewallRulesDuplicated'],
    [
      'a long description',
      { FirewallRules: [{ ...rule, FirewallRuleDescription: 'x'.repeat(65) }] },
      'InvalidParameterValue.FirewallRuleDescriptionTooLong',
    ],
    [
      'a hundred and one rules',
      { FirewallRules: Array.from({ length: 100 }, (_, n) => ({ ...rule, Port: String(9000 + n) })) },
      'LimitExceeded.FirewallRulesLimitExceeded',
    ],
    ['an instance of another region', { InstanceId: 'lhins-elsewher' }, 'ResourceNotFound.InstanceNotFound'],
  ])('%s is refused', async (_, more, code) => {
    const { call } = open({}, { lh: [{ ports: '22' }] });
    const said = await call('lighthouse:CreateFirewallRules', { ...asked, FirewallRules: [rule], ...more });
    expect(said.outcome).toBe(code);
  });

  test('a rule is deleted by what it is, whatever its description', async () => {
    const { call, instances } = open({}, { lh: [{ ports: '22' }, { ports: '8014', description: 'other' }] });
    await call('lighthouse:DeleteFirewallRules', { ...asked, FirewallRules: [rule], FirewallVersion: 1 });
    expect(instances[0]?.firewalls[0]?.rules.map(({ ports }) => ports)).toEqual(['22']);
  });

  test('a page has at most a hundred', async () => {
    const { call } = open({}, { lh: Array.from({ length: 30 }, (_, n) => ({ ports: String(9000 + n) })) });
    expect((await call('lighthouse:DescribeFirewallRules', asked)).FirewallRuleSet).toHaveLength(20);
    const { outcome } = await call('lighthouse:DescribeFirewallRules', { ...asked, Limit: 101 });
    expect(outcome).toBe('InvalidParameterValue.OutOfRange');
  });
});

describe('a security group', () => {
  const policy = { Protocol: 'TCP', Port: '22', CidrBlock: 'MY_PUBLIC_IP', Action: 'ACCEPT' };
  const change = (...Ingress: object[]) => ({ SecurityGroupId: 'sg-practice', SecurityGroupPolicySet: { Ingress } });

  test('takes a rule where it is told to; who calls is put in for MY_PUBLIC_IP', async () => {
    const { call, instances } = open({}, { sg: [{ ports: '443' }] });
    await call('vpc:CreateSecurityGroupPolicies', change({ ...policy, PolicyIndex: 0 }));
    await call('vpc:CreateSecurityGroupPolicies', change({ ...policy, Port: '80' }));
    expect(instances[1]?.firewalls[0]?.rules).toMatchObject([
      { ports: '22', source: '198.18.0.1' },
      { ports: '443' },
      { ports: '80' },
    ]);
    const { SecurityGroupPolicySet } = await call('vpc:DescribeSecurityGroupPolicies', {
      SecurityGroupId: 'sg-practice',
    });
    expect(SecurityGroupPolicySet.Version).toBe('3');
    expect(SecurityGroupPolicySet.Ingress[0]).toMatchObject({
      PolicyIndex: 0,
      Protocol: 'tcp',
      CidrBlock: '198.18.0.1',
    });
  });

  test('a version that is not the latest, and a rule that is there, are refused', async () => {
    const { call } = open({}, { sg: [{ ports: '22', source: '198.18.0.1' }] });
    const set = { Version: '0', Ingress: [{ ...policy, Port: '80' }] };
    const old = { SecurityGroupId: 'sg-practice', SecurityGroupPolicySet: set };
    expect((await call('vpc:CreateSecurityGroupPolicies', old)).outcome).toBe('UnsupportedOperation.VersionMismatch');
    const { outcome } = await call('vpc:CreateSecurityGroupPolicies', change(policy));
    expect(outcome).toBe('UnsupportedOperation.DuplicatePolicy');
  });

  test('a rule is deleted by its index, or by what it is', async () => {
    const { call, instances } = open(
      {},
      { sg: [{ ports: '80' }, { ports: '443' }, { ports: '22', source: '198.18.0.1' }] },
    );
    await call('vpc:DeleteSecurityGroupPolicies', change({ PolicyIndex: 0 }));
    await call('vpc:DeleteSecurityGroupPolicies', change(policy));
    expect(instances[1]?.firewalls[0]?.rules.map(({ ports }) => ports)).toEqual(['443']);
  });
});

describe('an account', () => {
  test('an instance is found by its address, in its region; one that is billed by the hour has no end', async () => {
    const { call } = open();
    const Filters = [{ Name: 'public-ip-address', Values: ['198.18.0.10'] }];
    const found = await call('cvm:DescribeInstances', { Filters });
    expect(found).toMatchObject({ TotalCount: 1, InstanceSet: [{ InstanceId: 'ins-practice', ExpiredTime: null }] });
    expect((await call('cvm:DescribeInstances', { Filters }, 'ap-tokyo')).TotalCount).toBe(0);
    expect((await call('lighthouse:DescribeInstances', { Filters })).InstanceSet[0].InstanceId).toBe('lhins-practice');
  });

  test('a region must be named where a product needs one', async () => {
    const { call } = open();
    expect((await call('cvm:DescribeInstances', {}, '')).outcome).toBe('MissingParameter');
    expect((await call('cvm:DescribeInstances', {}, 'ap-nowhere')).outcome).toBe('UnsupportedRegion');
    expect((await call('dnspod:DescribeDomain', { Domain: 'example.com' }, '')).outcome).toBe('ok');
  });

  test('CAM names the action that it refuses', async () => {
    const { call, cam } = open();
    cam.deny('dnspod:CreateRecord', 'cvm:DescribeInstances');
    const { Error: refused } = await call('dnspod:CreateRecord', record);
    expect(refused.Code).toBe('AuthFailure.UnauthorizedOperation');
    expect(refused.Message).toContain('you are not authorized to perform operation (dnspod:CreateRecord)');
    expect((await call('cvm:DescribeInstances', {})).outcome).toBe('UnauthorizedOperation');
  });

  test('every other read answers by its model', async () => {
    const { call } = open({ delegatedTo: ['ns1.example.net'] });
    expect((await call('dnspod:DescribeDomainList', {})).DomainList).toMatchObject([{ Name: 'example.com' }]);
    expect((await call('dnspod:DescribePackageDetail', {})).Info[0].MinTtl).toBe(600);
    const { DomainInfo } = await call('dnspod:DescribeDomain', { Domain: 'example.com' });
    expect(DomainInfo).toMatchObject({ Status: 'ENABLE', DnspodNsList: servers, ActualNsList: ['ns1.example.net'] });
    const base = await call('domain:DescribeDomainBaseInfo', { Domain: 'example.com' });
    expect(base.DomainInfo.RealNameAuditStatus).toBe('Approved');
    expect((await call('lighthouse:DescribeRegions', {})).RegionSet[0].IsChinaMainland).toBe(true);
    expect((await call('cvm:DescribeRegions', {})).RegionSet.length).toBeGreaterThan(1);
    const SecurityGroupIds = ['sg-practice'];
    const statistics = await call('vpc:DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds });
    expect(statistics.SecurityGroupAssociationStatisticsSet[0]).toMatchObject({ CVM: 1, ENI: 0, TotalCount: 1 });
  });
});

test('who asks in Chinese is told in Chinese that the key is not known', async () => {
  const { call } = open();
  const told = async (language: string): Promise<string> => {
    const key = { secretId: 'AKIDunknown', secretKey: 'unknown' };
    const answered = await call('dnspod:DescribeDomain', { Domain: 'example.com' }, '', { language, key });
    return answered.Error.Message;
  };
  expect(await told('en-US')).toMatch(/^The SecretId is not found/);
  expect(await told('zh-CN')).toMatch(/^SecretId 不存在/);
});
