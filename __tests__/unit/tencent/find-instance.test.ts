import type { Instance as Cvm } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cvm/v20170312/cvm_models.js';
import type { Instance as Lighthouse } from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import type { ActionName } from '../../../src/tencent/actions.ts';
import { findInstance } from '../../../src/tencent/find-instance.ts';
import type { InstanceHints } from '../../../src/tencent/instance.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';
import { refusal } from './fake-firewalls.ts';

const address = '203.0.113.7';
const light: Lighthouse = {
  InstanceId: 'lhins-abcd1234',
  InstanceName: 'shop',
  InstanceState: 'RUNNING',
  InstanceRestrictState: 'NORMAL',
  PublicAddresses: [address],
  RenewFlag: 'NOTIFY_AND_AUTO_RENEW',
  ExpiredTime: '2027-01-01T00:00:00Z',
};
const virtual: Cvm = {
  InstanceId: 'ins-abcd1234',
  InstanceName: 'shop',
  InstanceState: 'RUNNING',
  RestrictState: 'NORMAL',
  PublicIpAddresses: [address],
  SecurityGroupIds: ['sg-two', 'sg-one'],
};

/** An account with such servers by their regions; `refuse`: what an action is answered with. */
function account(
  servers: { readonly lighthouse?: Record<string, Lighthouse[]>; readonly cvm?: Record<string, Cvm[]> },
  refuse: (action: ActionName, region: string | undefined) => string | undefined = () => undefined,
) {
  const calls: string[] = [];
  const regions = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-nanjing', 'ap-hongkong'];
  const matches = (
    { InstanceIds, Filters }: { InstanceIds?: string[]; Filters?: { Name?: string; Values?: string[] }[] },
    id: string | undefined,
    addresses: string[] = [],
  ) =>
    InstanceIds === undefined
      ? Filters?.[0]?.Name === 'public-ip-address' && addresses.some((one) => Filters[0]?.Values?.includes(one))
      : InstanceIds.includes(id ?? '');
  const answer = (action: ActionName, request: unknown, region = ''): unknown => {
    switch (action) {
      case 'lighthouse:DescribeRegions':
        return {
          RegionSet: [
            ...regions.map((Region) => ({
              Region,
              RegionState: 'AVAILABLE',
              IsChinaMainland: Region !== 'ap-hongkong',
            })),
            { Region: 'ap-closed', RegionState: 'UNAVAILABLE', IsChinaMainland: true },
          ],
        };
      case 'cvm:DescribeRegions':
        return { RegionSet: [...regions, 'ap-elsewhere'].map((Region) => ({ Region, RegionState: 'AVAILABLE' })) };
      case 'lighthouse:DescribeInstances':
        return {
          InstanceSet: servers.lighthouse?.[region]?.filter((one) =>
            matches(request as object, one.InstanceId, one.PublicAddresses),
          ),
        };
      case 'cvm:DescribeInstances':
        return {
          InstanceSet: servers.cvm?.[region]?.filter((one) =>
            matches(request as object, one.InstanceId, one.PublicIpAddresses),
          ),
        };
      default:
        throw refusal('InvalidAction');
    }
  };
  const tencent: Tencent = {
    async call(action, request, region) {
      calls.push(`${action} ${region ?? '-'}`);
      const code = refuse(action, region);
      if (code !== undefined) throw refusal(code);
      await Promise.resolve();
      return answer(action, request, region) as never;
    },
  };
  return { tencent, calls };
}

const hints = (given: Partial<InstanceHints>): InstanceHints => ({
  id: undefined,
  address: undefined,
  region: undefined,
  ...given,
});

describe('a server in the account', () => {
  it('is found by the id of Lighthouse, in whichever region', async () => {
    const { tencent, calls } = account({ lighthouse: { 'ap-nanjing': [light] } });
    expect(await findInstance(tencent, hints({ id: 'lhins-abcd1234', address: '198.51.100.1' }))).toEqual({
      kind: 'lighthouse',
      id: 'lhins-abcd1234',
      region: 'ap-nanjing',
      name: 'shop',
      state: 'RUNNING',
      restricted: undefined,
      expires: new Date('2027-01-01T00:00:00Z'),
      renewsItself: true,
      publicAddresses: [address],
      securityGroups: [],
      mainland: true,
    });
    expect(calls.filter((call) => call.startsWith('cvm'))).toEqual([]);
    expect(calls.filter((call) => call.startsWith('lighthouse:DescribeRegions'))).toHaveLength(1);
    expect(calls).not.toContain('lighthouse:DescribeInstances ap-closed');
  });

  it('is found by the id of CVM, its groups in their order', async () => {
    const { tencent } = account({ cvm: { 'ap-hongkong': [virtual] } });
    expect(await findInstance(tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({
      kind: 'cvm',
      region: 'ap-hongkong',
      securityGroups: ['sg-two', 'sg-one'],
      expires: undefined,
      renewsItself: false,
      mainland: false,
    });
  });

  it('is found by an id that has the form of the other product', async () => {
    const old = account({ lighthouse: { 'ap-beijing': [{ ...light, InstanceId: 'ins-abcd1234' }] } }, (action) =>
      action === 'cvm:DescribeInstances' ? 'InvalidInstanceId.NotFound' : undefined,
    );
    expect(await findInstance(old.tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({
      kind: 'lighthouse',
      region: 'ap-beijing',
    });
    const lighthouseAlone = account(
      { lighthouse: { 'ap-beijing': [{ ...light, InstanceId: 'ins-abcd1234' }] } },
      (action) => (action.startsWith('cvm:') ? 'UnauthorizedOperation' : undefined),
    );
    expect(await findInstance(lighthouseAlone.tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({
      kind: 'lighthouse',
    });
  });

  it('is looked for in its region alone where that is known', async () => {
    const { tencent, calls } = account({ cvm: { 'ap-beijing': [virtual] } });
    const found = await findInstance(tencent, hints({ id: 'ins-abcd1234', region: 'ap-beijing' }));
    expect(found.mainland).toBe(true);
    expect(calls).toEqual(['cvm:DescribeInstances ap-beijing', 'lighthouse:DescribeRegions -']);
  });

  it('is found by its address, of either product', async () => {
    const cvm = account({ cvm: { 'ap-beijing': [virtual] } });
    expect(await findInstance(cvm.tencent, hints({ address }))).toMatchObject({ id: 'ins-abcd1234' });
    const lighthouse = account({ lighthouse: { 'ap-beijing': [light] } });
    expect(await findInstance(lighthouse.tencent, hints({ address }))).toMatchObject({ id: 'lhins-abcd1234' });
  });

  it('is found where the account has no rights to the other product', async () => {
    const { tencent } = account({ lighthouse: { 'ap-beijing': [light] } }, (action) =>
      action.startsWith('cvm') ? 'UnauthorizedOperation' : undefined,
    );
    expect(await findInstance(tencent, hints({ address }))).toMatchObject({ id: 'lhins-abcd1234' });
  });

  it('may be the one that the account has no rights to', async () => {
    const { tencent } = account({}, (action) => (action.startsWith('cvm') ? 'UnauthorizedOperation' : undefined));
    await expect(findInstance(tencent, hints({ address }))).rejects.toMatchObject({ apiCode: 'UnauthorizedOperation' });
  });

  it('is found though a region cannot be asked, and may be in that one where it is not', async () => {
    const broken = (action: ActionName, region: string | undefined) =>
      action.endsWith(':DescribeInstances') && region === 'ap-guangzhou' ? 'InternalError' : undefined;
    const there = account({ cvm: { 'ap-hongkong': [virtual] } }, broken);
    expect(await findInstance(there.tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({ region: 'ap-hongkong' });
    const looking = findInstance(account({}, broken).tencent, hints({ id: 'ins-abcd1234' }));
    await expect(looking).rejects.toMatchObject({ apiCode: 'InternalError' });
  });

  it('is of a region that nobody says anything of', async () => {
    const { tencent } = account({ cvm: { 'ap-elsewhere': [virtual] } });
    expect(await findInstance(tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({ mainland: undefined });
  });

  it('is found where the account may not ask for regions of Lighthouse', async () => {
    const { tencent } = account({ cvm: { 'ap-beijing': [virtual] } }, (action) =>
      action === 'lighthouse:DescribeRegions' ? 'AuthFailure.UnauthorizedOperation' : undefined,
    );
    expect(await findInstance(tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({ mainland: undefined });
  });

  it('is found past regions that are not for this account', async () => {
    const { tencent } = account({ cvm: { 'ap-hongkong': [virtual] } }, (_, region) =>
      region === 'ap-guangzhou' ? 'UnsupportedRegion' : undefined,
    );
    expect(await findInstance(tencent, hints({ id: 'ins-abcd1234' }))).toMatchObject({ region: 'ap-hongkong' });
  });

  it.each([
    [{ InstanceRestrictState: 'NETWORK_RESTRICT' }, 'NETWORK_RESTRICT'],
    [{ IsolatedTime: '2026-11-01T00:00:00Z' }, 'ISOLATED'],
    [{ IsolatedTime: null as unknown as string }, undefined],
    [{ IsolatedTime: '0000-00-00T00:00:00Z' }, undefined],
  ])('is restricted or not: %j', async (part, restricted) => {
    const { tencent } = account({ lighthouse: { 'ap-beijing': [{ ...light, ...part }] } });
    expect(await findInstance(tencent, hints({ address }))).toMatchObject({ restricted });
  });
});

describe('a server that is not in the account', () => {
  it('is told with what was looked for, and where', async () => {
    const looking = findInstance(account({}).tencent, hints({ address }));
    await expect(looking).rejects.toMatchObject({ code: 'INSTANCE_NOT_FOUND' });
    const { text } = await looking.catch((error) => error);
    expect(text.what.en).toContain(address);
    expect(text.what.en).toContain('Lighthouse, CVM');
    expect(text.what.en).toContain('ap-hongkong');
    expect(text.cure.en).toContain('firewall: false');
  });

  it.each(['ResourceNotFound.InstanceNotFound', 'ResourceNotFound.InstanceIdNotFound', 'InvalidInstanceId.NotFound'])(
    'may be told by a refusal: %s',
    async (code) => {
      const { tencent } = account({}, (action) => (action.endsWith(':DescribeInstances') ? code : undefined));
      const id = code.startsWith('Invalid') ? 'ins-abcd1234' : 'lhins-abcd1234';
      await expect(findInstance(tencent, hints({ id }))).rejects.toMatchObject({ code: 'INSTANCE_NOT_FOUND' });
    },
  );

  it('is told by its id with the products that could be asked, whether or not there are rights to the other one', async () => {
    const both = findInstance(account({}).tencent, hints({ id: 'ins-abcd1234' }));
    const { text } = await both.catch((error) => error);
    expect(text.what.en).toContain('CVM, Lighthouse');
    const refused = account({}, (action) => (action.startsWith('lighthouse:') ? 'UnauthorizedOperation' : undefined));
    const one = await findInstance(refused.tencent, hints({ id: 'ins-abcd1234' })).catch((error) => error);
    expect(one.code).toBe('INSTANCE_NOT_FOUND');
    expect(one.text.what.en).not.toContain('Lighthouse');
    const broken = account({}, (action) => (action.startsWith('lighthouse:') ? 'InternalError' : undefined));
    const failed = findInstance(broken.tencent, hints({ id: 'ins-abcd1234' }));
    await expect(failed).rejects.toMatchObject({ apiCode: 'InternalError' });
    const own = account({}, (action) => (action.startsWith('cvm:') ? 'UnauthorizedOperation' : undefined));
    const unasked = findInstance(own.tencent, hints({ id: 'ins-abcd1234' }));
    await expect(unasked).rejects.toMatchObject({ apiCode: 'UnauthorizedOperation' });
  });

  it('is not looked for where nothing is known of it', async () => {
    const { tencent, calls } = account({});
    await expect(findInstance(tencent, hints({}))).rejects.toMatchObject({ code: 'INSTANCE_NOT_FOUND' });
    expect(calls).toEqual([]);
  });
});
