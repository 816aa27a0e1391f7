import { allPages } from '../../../src/tencent/pages.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';
import { thrown } from './api-server.ts';

/** An account with this many instances, which tells `total` of them. */
function account(names: readonly string[], total: number | undefined, asked: object[] = []): Tencent {
  return {
    call: async (_action, request, region) => {
      const { Offset, Limit } = request as { Offset: number; Limit: number };
      asked.push({ ...(request as object), region });
      const items = names.slice(Offset, Offset + Limit).map((InstanceId) => ({ InstanceId }));
      return { InstanceSet: items, TotalCount: total } as never;
    },
  };
}

const read = (tencent: Tencent) =>
  allPages(
    tencent,
    'lighthouse:DescribeInstances',
    { InstanceIds: ['x'] },
    {
      size: 2,
      region: 'ap-beijing',
      page: ({ InstanceSet, TotalCount }) => ({ items: InstanceSet, total: TotalCount }),
    },
  );

const names = (found: readonly { InstanceId?: string }[]) => found.map(({ InstanceId }) => InstanceId);

describe('all pages of a list', () => {
  test('are read up to its total', async () => {
    const asked: object[] = [];
    expect(names(await read(account(['a', 'b', 'c', 'd'], 4, asked)))).toEqual(['a', 'b', 'c', 'd']);
    expect(asked).toEqual([
      { InstanceIds: ['x'], Offset: 0, Limit: 2, region: 'ap-beijing' },
      { InstanceIds: ['x'], Offset: 2, Limit: 2, region: 'ap-beijing' },
    ]);
  });

  test('are read up to an empty one, if the total is too high or not told', async () => {
    expect(names(await read(account(['a', 'b', 'c'], 9)))).toEqual(['a', 'b', 'c']);
    expect(names(await read(account(['a', 'b', 'c'], undefined)))).toEqual(['a', 'b', 'c']);
  });

  test('of an empty list are none', async () => {
    expect(await read(account([], 0))).toEqual([]);
  });

  test('that never end are a failure', async () => {
    const endless: Tencent = { call: async () => ({ InstanceSet: [{ InstanceId: 'a' }], TotalCount: 1e9 }) as never };
    expect(await thrown(read(endless))).toMatchObject({ code: 'TENCENT_SERVER_ERROR' });
  });
});
