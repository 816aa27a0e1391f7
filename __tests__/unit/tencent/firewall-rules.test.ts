import { addRule, removeRule } from '../../../src/tencent/firewall-rules.ts';
import { placeFor } from '../../../src/tencent/firewall-verdict.ts';
import { readRuleList } from '../../../src/tencent/read-firewall.ts';
import { cvm, fakeFirewalls, lighthouse, refusal } from './fake-firewalls.ts';

const ssh = { Protocol: 'TCP', Port: '22', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT', PolicyDescription: 'mine' };
const dropAll = { Protocol: 'ALL', Port: 'ALL', CidrBlock: '0.0.0.0/0', Action: 'DROP', PolicyDescription: '' };
const wanted = { ports: '8014', source: '0.0.0.0/0', description: 'ours' };
const opened = { ...wanted, protocol: 'TCP', action: 'ACCEPT' };

const products = [
  { instance: lighthouse, id: lighthouse.id, create: 'lighthouse:CreateFirewallRules' },
  { instance: cvm, id: 'sg-one', create: 'vpc:CreateSecurityGroupPolicies' },
] as const;

describe.each(products)('a rule of $instance.kind', ({ instance, id, create }) => {
  const conflict =
    instance.kind === 'cvm' ? 'UnsupportedOperation.VersionMismatch' : 'UnsupportedOperation.FirewallVersionMismatch';
  const account = () => fakeFirewalls({ [id]: [ssh] });

  it('is added at the end, and the list is read again', async () => {
    const tencent = account();
    const after = await addRule(tencent, instance, await readRuleList(tencent, instance, id), wanted);
    expect(after.rules).toMatchObject([{ ports: '22' }, opened]);
    expect(after.version).toBe('2');
    expect(tencent.calls.every(({ region }) => region === instance.region)).toBe(true);
  });

  it('is added to what others have made of the list meanwhile', async () => {
    const tencent = account();
    const before = await readRuleList(tencent, instance, id);
    const found = tencent.lists.get(id);
    tencent.once(create, () => {
      found?.rules.unshift({ ...ssh, Port: '443' });
      if (found !== undefined) found.version += 1;
    });
    const after = await addRule(tencent, instance, before, wanted);
    expect(after.rules.map(({ ports }) => ports)).toEqual(['443', '22', '8014']);
    expect(tencent.writes()).toEqual([create, create]);
  });

  it('is not added any more where others have made it needless', async () => {
    const tencent = account();
    const before = await readRuleList(tencent, instance, id);
    const found = tencent.lists.get(id);
    tencent.once(create, () => {
      found?.rules.push({ ...ssh, Port: '8000-9000' });
      if (found !== undefined) found.version += 1;
    });
    await addRule(tencent, instance, before, wanted, (list) => placeFor(list, 8014));
    expect(tencent.writes()).toEqual([create]);
    expect(found?.rules).toHaveLength(2);
  });

  it('is not added twice where no answer came though it was done', async () => {
    const tencent = account();
    const found = tencent.lists.get(id);
    tencent.once(create, () => {
      found?.rules.push({ ...ssh, Port: '8014', PolicyDescription: 'ours' });
      throw refusal(undefined, true);
    });
    const after = await addRule(tencent, instance, await readRuleList(tencent, instance, id), wanted);
    expect(after.rules).toMatchObject([{ ports: '22' }, opened]);
    expect(tencent.writes()).toEqual([create]);
  });

  it('is added after all where no answer came and nothing was done', async () => {
    const tencent = account();
    tencent.once(create, () => {
      throw refusal(undefined, true);
    });
    const after = await addRule(tencent, instance, await readRuleList(tencent, instance, id), wanted);
    expect(after.rules).toMatchObject([{ ports: '22' }, opened]);
  });

  it('may be there already', async () => {
    const tencent = account();
    const after = await addRule(tencent, instance, await readRuleList(tencent, instance, id), {
      ...wanted,
      ports: '22',
    });
    expect(after.rules).toMatchObject([{ description: 'mine' }]);
  });

  it('gives up where the list never stands still', async () => {
    const tencent = account();
    const before = await readRuleList(tencent, instance, id);
    for (let i = 0; i < 20; i++) {
      tencent.once(create, () => {
        throw refusal(conflict);
      });
    }
    await expect(addRule(tencent, instance, before, wanted)).rejects.toMatchObject({ apiCode: conflict });
    expect(tencent.writes()).toHaveLength(6);
  });

  it.each(['LimitExceeded', 'LimitExceeded.FirewallRulesLimitExceeded'])(
    'tells that there is no room: %s',
    async (code) => {
      const tencent = account();
      tencent.once(create, () => {
        throw refusal(code);
      });
      const adding = addRule(tencent, instance, await readRuleList(tencent, instance, id), wanted);
      await expect(adding).rejects.toMatchObject({ code: 'CLOUD_FIREWALL_FULL', apiCode: code });
    },
  );

  it('hands on every other refusal', async () => {
    const tencent = account();
    tencent.once(create, () => {
      throw refusal('AuthFailure.UnauthorizedOperation');
    });
    const adding = addRule(tencent, instance, await readRuleList(tencent, instance, id), wanted);
    await expect(adding).rejects.toMatchObject({ apiCode: 'AuthFailure.UnauthorizedOperation' });
    expect(tencent.writes()).toEqual([create]);
  });

  it('is removed by what it is known by, and nothing else is', async () => {
    const tencent = fakeFirewalls({
      [id]: [
        { ...ssh, CidrBlock: '198.51.100.1', PolicyDescription: 'ours 1' },
        ssh,
        { ...ssh, CidrBlock: '198.51.100.2', PolicyDescription: 'ours 2' },
      ],
    });
    const before = await readRuleList(tencent, instance, id);
    const after = await removeRule(tencent, instance, before, ({ description }) => description.startsWith('ours'));
    expect(after.rules).toMatchObject([{ description: 'mine' }]);
    expect(tencent.writes()).toHaveLength(1);
    await removeRule(tencent, instance, after, ({ description }) => description.startsWith('ours'));
    expect(tencent.writes()).toHaveLength(1);
  });

  it('is removed from where it has come to stand', async () => {
    const tencent = fakeFirewalls({ [id]: [{ ...ssh, Port: '8014', PolicyDescription: 'ours' }, ssh] });
    const before = await readRuleList(tencent, instance, id);
    const found = tencent.lists.get(id);
    found?.rules.unshift({ ...ssh, Port: '443' });
    if (found !== undefined) found.version += 1;
    const after = await removeRule(tencent, instance, before, ({ description }) => description === 'ours');
    expect(after.rules.map(({ ports }) => ports)).toEqual(['443', '22']);
  });
});

it('is added before what refuses it in a security group, wherever that has come to stand', async () => {
  const tencent = fakeFirewalls({ 'sg-one': [ssh, dropAll] });
  const before = await readRuleList(tencent, cvm, 'sg-one');
  const found = tencent.lists.get('sg-one');
  tencent.once('vpc:CreateSecurityGroupPolicies', () => {
    found?.rules.unshift({ ...ssh, Port: '443' });
    if (found !== undefined) found.version += 1;
  });
  const after = await addRule(tencent, cvm, before, wanted, (list) => placeFor(list, 8014));
  expect(after.rules.map(({ ports }) => ports)).toEqual(['443', '22', '8014', 'ALL']);
});

it('takes Tencent’s own word for the address of the runner as the same rule', async () => {
  const tencent = fakeFirewalls({ 'sg-one': [] });
  const found = tencent.lists.get('sg-one');
  tencent.once('vpc:CreateSecurityGroupPolicies', () => {
    found?.rules.push({ ...ssh, CidrBlock: '198.51.100.1', PolicyDescription: 'ours' });
    throw refusal('InternalError', true);
  });
  const rule = { ports: '22', source: 'MY_PUBLIC_IP', description: 'ours' };
  const after = await addRule(tencent, cvm, await readRuleList(tencent, cvm, 'sg-one'), rule);
  expect(after.rules).toHaveLength(1);
  expect(tencent.writes()).toHaveLength(1);
});
