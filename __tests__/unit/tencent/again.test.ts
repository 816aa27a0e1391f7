import type { ApiFailure } from '../../../src/tencent/api-failure.ts';
import { type ApiServer, bad, good, open, openApiServer, type Reply, thrown } from './api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());
beforeEach(() => {
  api.seen.length = 0;
});

const read = ['dnspod:DescribeDomain', { Domain: 'example.com' }] as const;
const write = [
  'dnspod:CreateRecord',
  { Domain: 'example.com', RecordType: 'A', RecordLine: '默认', Value: '1.2.3.4' },
] as const;
const uncertain: readonly (readonly [string, Reply])[] = [
  ['InternalError', bad('InternalError')],
  ['InternalError.Unknown', bad('InternalError.Unknown')],
  ['HTTP 502', { status: 502, body: '<html>Bad gateway</html>' }],
  ['no JSON', { body: '<html>hello</html>', type: 'text/html' }],
  ['no Response', { body: '{}' }],
  ['an empty Response', { body: '{"Response":{}}' }],
  ['an error without code', { body: '{"Response":{"Error":{}}}' }],
  ['a cut connection', 'reset'],
];

describe('a read', () => {
  test.each(uncertain)('is made again after %s', async (_, reply) => {
    api.replies = [reply, reply, reply, good()];
    const { tencent, waits } = open(api);
    expect(await tencent.call(...read)).toMatchObject({ RequestId: 'req-good' });
    expect(waits).toHaveLength(3);
  });

  test.each(uncertain)('fails in the end after %s', async (_, reply) => {
    api.replies = [reply];
    const failed = (await thrown(open(api).tencent.call(...read))) as ApiFailure;
    expect(failed.code).toMatch(/^TENCENT_(SERVER_ERROR|UNREACHABLE)$/);
    expect(failed.mayHaveTakenEffect).toBe(false);
    expect(api.seen).toHaveLength(4);
  });

  test('that is not answered in time is made again', async () => {
    api.replies = ['hang', good()];
    expect(await open(api, { timeoutSeconds: 0.2 }).tencent.call(...read)).toMatchObject({ RequestId: 'req-good' });
  });

  test.each([
    'AuthFailure.SecretIdNotFound',
    'UnauthorizedOperation.CamNoAuth',
    'InvalidParameter.DomainInvalid',
    'LimitExceeded.FirewallRulesLimitExceeded',
    'LimitExceeded',
    'FailedOperation',
  ])('is not made again after %s', async (code) => {
    api.replies = [bad(code), good()];
    expect(await thrown(open(api).tencent.call(...read))).toMatchObject({ apiCode: code });
    expect(api.seen).toHaveLength(1);
  });
});

describe('a write', () => {
  test.each(uncertain)('is not made again after %s, and may have taken effect', async (_, reply) => {
    api.replies = [reply, good()];
    const failed = await thrown(open(api).tencent.call(...write));
    expect(failed).toMatchObject({ mayHaveTakenEffect: true });
    expect(api.seen).toHaveLength(1);
  });

  test('that is not answered in time is not made again, and may have taken effect', async () => {
    api.replies = ['hang', good()];
    const failed = await thrown(open(api, { timeoutSeconds: 0.2 }).tencent.call(...write));
    expect(failed).toMatchObject({ code: 'TENCENT_UNREACHABLE', mayHaveTakenEffect: true });
    expect(failed.message).toContain('no answer within 0.2 s');
    expect(api.seen).toHaveLength(1);
  });

  test('that was refused has taken no effect', async () => {
    api.replies = [bad('InvalidParameter.DomainRecordExist')];
    const failed = await thrown(open(api).tencent.call(...write));
    expect(failed).toMatchObject({ apiCode: 'InvalidParameter.DomainRecordExist', mayHaveTakenEffect: false });
  });

  test('that could not be sent is made again, and has taken no effect', async () => {
    const closed = await openApiServer();
    await closed.close();
    const { tencent, waits } = open(closed);
    const failed = await thrown(tencent.call(...write));
    expect(failed).toMatchObject({ code: 'TENCENT_UNREACHABLE', mayHaveTakenEffect: false });
    expect(failed.message).toContain('ECONNREFUSED');
    expect(waits).toHaveLength(3);
  });

  test('waits where somebody else changes the same instance', async () => {
    api.replies = [
      bad('UnsupportedOperation.FirewallBusy'),
      bad('OperationDenied.InstanceOperationInProgress'),
      good(),
    ];
    const { tencent, told } = open(api);
    await tencent.call('lighthouse:CreateFirewallRules', { InstanceId: 'lhins-1', FirewallRules: [] }, 'ap-beijing');
    expect(api.seen).toHaveLength(3);
    expect(told.map(({ en }) => en)).toEqual([expect.stringContaining('waits for another change')]);
  });
});

describe('a throttled account', () => {
  test.each(['RequestLimitExceeded', 'RequestLimitExceeded.UinLimitExceeded', 'LimitExceeded.RateLimitExceeded'])(
    'is waited for (%s), for a write as well, and that is told once',
    async (code) => {
      api.replies = [bad(code), bad(code), bad(code), bad(code), bad(code), bad(code), good()];
      const { tencent, told, waits } = open(api);
      expect(await tencent.call(...write)).toMatchObject({ RequestId: 'req-good' });
      expect(waits).toHaveLength(6);
      expect(told.map(({ en }) => en)).toEqual([expect.stringContaining(`throttles dnspod:CreateRecord (${code})`)]);
    },
  );

  test('is told of once for all calls that wait at the same time, and again later', async () => {
    const code = 'RequestLimitExceeded';
    api.replies = [bad(code), bad(code), bad(code), bad(code), good(), good(), bad(code), good()];
    const { tencent, told } = open(api);
    await Promise.all([tencent.call(...read), tencent.call(...write)]);
    expect(told).toHaveLength(1);
    await tencent.call(...read);
    expect(told).toHaveLength(2);
  });

  test('is waited for longer each time, up to 8 s, and at least 60 s in all', async () => {
    api.replies = [bad('RequestLimitExceeded')];
    const { tencent, waits } = open(api);
    const failed = await thrown(tencent.call(...read));
    expect(failed).toMatchObject({ code: 'TENCENT_THROTTLED', apiCode: 'RequestLimitExceeded' });
    const total = waits.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThanOrEqual(60_000);
    expect(total).toBeLessThan(68_001);
    const most = [1000, 2000, 4000, 8000];
    waits.forEach((wait, i) => {
      expect(wait).toBeGreaterThanOrEqual((most[i] ?? 8000) / 2);
      expect(wait).toBeLessThanOrEqual(most[i] ?? 8000);
    });
  });
});

describe('a cancelled run', () => {
  test('ends its request at once', async () => {
    const { tencent, cancel } = open(api);
    api.replies = [
      () => {
        cancel.abort();
        return 'hang';
      },
    ];
    expect(await thrown(tencent.call(...read))).toMatchObject({ code: 'CANCELLED' });
  });

  test('ends its waiting at once', async () => {
    api.replies = [bad('RequestLimitExceeded'), good()];
    const never = Promise.withResolvers<void>();
    const opened = open(api, {
      sleep: () => {
        opened.cancel.abort();
        return never.promise;
      },
    });
    expect(await thrown(opened.tencent.call(...read))).toMatchObject({ code: 'CANCELLED' });
    expect(api.seen).toHaveLength(1);
  });

  test('asks nothing more, but until another signal', async () => {
    api.replies = [good()];
    const { tencent, cancel } = open(api);
    cancel.abort();
    expect(await thrown(tencent.call(...read))).toMatchObject({ code: 'CANCELLED' });
    expect(api.seen).toHaveLength(0);
    await tencent.until(new AbortController().signal).call(...read);
    expect(api.seen).toHaveLength(1);
  });
});
