import type { DomainListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import { readRecords } from '../../../src/tencent/read-records.ts';
import { readZone } from '../../../src/tencent/read-zone.ts';
import { fakeAccount, listed, refusal } from './fake-account.ts';

/** An account with these zones, a page of two at a time. */
function accountWith(...zones: readonly DomainListItem[]) {
  const account = fakeAccount();
  account.instead['dnspod:DescribeDomainList'] = ({ Offset = 0 }) => ({
    DomainCountInfo: { DomainTotal: zones.length } as never,
    DomainList: zones.slice(Offset, Offset + 2),
  });
  return account;
}
const zone = (id: number, name: string, punycode = name): DomainListItem => ({
  DomainId: id,
  Name: name,
  Punycode: punycode,
});

test('a zone with its records, servers and registration', async () => {
  const account = fakeAccount([listed({ RecordId: 1, Value: '203.0.113.5', Remark: 'mine' })]);
  expect(await readZone(account, 'api.example.com')).toEqual({
    id: 7,
    name: 'example.com',
    host: 'api',
    status: 'ENABLE',
    grade: 'DP_FREE',
    ttl: 600,
    nameServers: ['ns1.dnspod.test', 'ns2.dnspod.test'],
    delegatedTo: ['ns1.dnspod.test', 'ns2.dnspod.test'],
    records: [
      {
        id: 1,
        type: 'A',
        value: '203.0.113.5',
        line: '默认',
        lineId: '0',
        ttl: 600,
        enabled: true,
        remark: 'mine',
      },
    ],
    registration: { realName: 'Approved', states: ['ok'] },
  });
  const [asked] = account.calls.filter(({ action }) => action === 'dnspod:DescribeRecordList');
  // All types and lines.
  expect(asked?.request).toEqual({
    Domain: 'example.com',
    DomainId: 7,
    SubDomain: 'api',
    ErrorOnEmpty: 'no',
    Limit: 3000,
    Offset: 0,
  });
});

test.each([
  ['api.example.com', 1, 'api'],
  ['API.Example.com.', 1, 'api'],
  ['a.b.example.com', 1, 'a.b'],
  ['example.com', 1, '@'],
  ['api.dev.example.com', 3, 'api'],
  ['dev.example.com', 3, '@'],
  ['api.xn--fiq228c.com', 4, 'api'],
])('%s is in the zone with the longest name', async (domain, id, host) => {
  const account = accountWith(
    zone(1, 'example.com'),
    zone(2, 'e.com'),
    zone(3, 'Dev.Example.com'),
    zone(4, '中文.com', 'xn--fiq228c.com'),
  );
  expect(await readZone(account, domain)).toMatchObject({ id, host });
  // All pages.
  expect(account.calls.filter(({ action }) => action === 'dnspod:DescribeDomainList')).toHaveLength(2);
});

test('a domain in no zone of the account: the zones are named, and the ways out', async () => {
  const account = accountWith(zone(1, 'example.com'), zone(2, 'notmyexample.org'));
  const failed = readZone(account, 'api.example.org');
  await expect(failed).rejects.toMatchObject({ code: 'DNS_ZONE_MISSING' });
  const { text } = await failed.catch((error) => error);
  expect(text.why.en).toContain('example.com, notmyexample.org');
  expect(text.cure.en).toContain('dns: false');
  await expect(readZone(account, 'api.myexample.com')).rejects.toMatchObject({ code: 'DNS_ZONE_MISSING' });
  const many = accountWith(...Array.from({ length: 12 }, (_, n) => zone(n, `zone${n}.com`)));
  const { text: long } = await readZone(many, 'x.org').catch((error) => error);
  expect(long.why.en).toMatch(/zone9\.com, …\.$/);
});

test('an account without zones, told by an error', async () => {
  const account = fakeAccount();
  account.failNext('dnspod:DescribeDomainList', refusal('ResourceNotFound.NoDataOfDomain'));
  const failed = await readZone(account, 'example.com').catch((error) => error);
  expect(failed).toMatchObject({ code: 'DNS_ZONE_MISSING' });
  expect(failed.text.why.en).toContain('none');
});

test.each(['ResourceNotFound.DomainNotFound', 'UnauthorizedOperation', undefined])(
  'what the registrar says is left out where it says %s',
  async (code) => {
    const account = fakeAccount();
    account.failNext('domain:DescribeDomainBaseInfo', refusal(code));
    expect((await readZone(account, 'api.example.com')).registration).toBeUndefined();
  },
);

test('other failures, and the end of the run, come through', async () => {
  const account = fakeAccount();
  account.failNext('dnspod:DescribeDomain', refusal('UnauthorizedOperation'));
  await expect(readZone(account, 'api.example.com')).rejects.toMatchObject({ apiCode: 'UnauthorizedOperation' });
  account.failNext('domain:DescribeDomainBaseInfo', new Error('cancelled'));
  await expect(readZone(account, 'api.example.com')).rejects.toThrow('cancelled');
  account.failNext('dnspod:DescribeRecordList', refusal('InternalError'));
  await expect(readZone(account, 'api.example.com')).rejects.toMatchObject({ apiCode: 'InternalError' });
});

describe('records', () => {
  const place = { id: 7, name: 'example.com', host: 'api' };

  test('no record at all, told by an error all the same', async () => {
    const account = fakeAccount();
    account.failNext('dnspod:DescribeRecordList', refusal('ResourceNotFound.NoDataOfRecord'));
    expect(await readRecords(account, place)).toEqual([]);
  });

  test('all pages, also where it gives fewer at once than it is asked for', async () => {
    const all = Array.from({ length: 5 }, (_, n) => listed({ RecordId: n + 1, Value: `203.0.113.${n}` }));
    const account = fakeAccount();
    account.instead['dnspod:DescribeRecordList'] = ({ Offset = 0 }) => ({
      RecordCountInfo: { TotalCount: 5, ListCount: 2, SubdomainCount: 1 },
      RecordList: all.slice(Offset, Offset + 2),
    });
    expect((await readRecords(account, place)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(account.calls.map(({ request }) => request.Offset)).toEqual([0, 2, 4]);
  });

  test('values without the dot at their end, states and types in capitals, what is missing as nothing', async () => {
    const account = fakeAccount([
      listed({ RecordId: 1, Type: 'cname', Value: 'cdn.example.net.', Status: 'DISABLE' }),
      { RecordId: 2, Type: 'A', Value: '203.0.113.5', Remark: null as never },
    ]);
    expect(await readRecords(account, place)).toMatchObject([
      { type: 'CNAME', value: 'cdn.example.net', enabled: false },
      { line: '', lineId: '', ttl: 0, enabled: true, remark: '' },
    ]);
  });
});
