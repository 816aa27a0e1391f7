import type { RecordListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import type { RunnerStep } from '../../../../src/engine/step.ts';
import { planDnsRecord } from '../../../../src/resources/dns-record/dns-record.ts';
import type { Server } from '../../../../src/server/server.ts';
import { readZone } from '../../../../src/tencent/read-zone.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { type FakeAccount, fakeAccount, fakeClock, listed, refusal } from '../../tencent/fake-account.ts';
import { here, own, record, remarkOf, there, wanted, yonder, zone } from './zones.ts';

const server = {} as Server;

/** What DNSPod's servers answer of an account's records, as soon as they are written. */
function answerOf({ records }: FakeAccount): readonly string[] {
  return records
    .filter(({ Type, Status, LineId }) => Type === 'A' && Status === 'ENABLE' && LineId === '0')
    .map(({ Value }) => Value as string);
}

/** An account, its time, and a run of the step that is planned for it; its servers follow at once. */
async function bound(records: readonly RecordListItem[], overwrite: readonly string[] = []) {
  const clock = fakeClock();
  const account = fakeAccount(records, clock);
  const log = listeningLog();
  const ask = async () => answerOf(account);
  const planned = planDnsRecord(wanted(overwrite), await readZone(account, 'api.example.com'), account, { clock, ask });
  const run = () => (planned.steps[0] as RunnerStep).run(server, log, () => {});
  return { account, clock, log, planned, run, again: () => readZone(account, 'api.example.com') };
}

const mine = (id: number, value: string, more: Partial<RecordListItem> = {}) =>
  listed({ RecordId: id, Value: value, Remark: remarkOf(value), ...more });

describe('the plan', () => {
  const tools = { clock: fakeClock(), ask: async () => [here] };
  const plan = (...args: Parameters<typeof zone>) =>
    planDnsRecord(wanted([there]), zone(...args), fakeAccount(), tools);

  test.each([
    ['a new record', [], `+ api A ${here} TTL 600`],
    ['one that moves, with its TTL', [own(there, { ttl: 120 })], `- api A ${there} TTL 120\n+ api A ${here} TTL 120`],
    ['one too many', [record(here), record(there)], `- api A ${there} TTL 600`],
    [
      'one that is paused',
      [own(here, { enabled: false })],
      `- api A ${here} TTL 600 (paused)\n+ api A ${here} TTL 600`,
    ],
  ])('%s', (_, records, diff) => {
    const { steps, problems } = plan(records);
    expect(problems).toEqual([]);
    expect(steps).toMatchObject([{ id: 'dns.bind', kind: 'runner', phase: 'publish', diff }]);
  });

  test('no step where the name leads to the server, and none where something is in the way', () => {
    expect(plan([record(here)])).toMatchObject({ steps: [], problems: [], notices: [], replaced: undefined });
    expect(plan([record(yonder)])).toMatchObject({ steps: [], problems: [{ code: 'DNS_RECORD_FOREIGN' }] });
  });

  test.each([
    [{ status: 'PAUSE' }, 'DNS_ZONE_DISABLED'],
    [{ status: 'SPAM' }, 'DNS_ZONE_DISABLED'],
    [{ registration: { realName: 'NotUpload', states: [] } }, 'DOMAIN_NOT_VERIFIED'],
    [{ registration: { realName: 'Reject', states: [] } }, 'DOMAIN_NOT_VERIFIED'],
    [{ registration: { realName: 'Approved', states: ['ok', 'serverHold'] } }, 'DOMAIN_ON_HOLD'],
    [{ registration: { realName: 'NoAudit', states: ['clientHold'] } }, 'DOMAIN_ON_HOLD'],
  ])('%j is a problem, also if the record is right', (more, code) => {
    expect(plan([record(here)], more).problems.map((one) => one.code)).toEqual([code]);
    expect(plan([], more).steps).toEqual([]);
  });

  test.each([
    [{ registration: { realName: 'InAudit', states: ['ok'] } }, [], ['DOMAIN_VERIFICATION_PENDING']],
    [{ delegatedTo: ['ns1.dnspod.test', 'ns1.other.net'] }, [], ['DNS_NOT_DELEGATED']],
    [{ delegatedTo: ['ns2.dnspod.test'] }, [], []],
    [{ delegatedTo: [] }, [], []],
    [{ registration: undefined }, [], []],
    [{}, [record(there, { line: '境外', lineId: '3=0' })], ['DNS_RECORD_LINES']],
    [{}, [record('2001:db8::1', { type: 'AAAA' })], ['DNS_RECORD_IPV6']],
    [{}, [record('2001:db8::1', { type: 'AAAA', enabled: false })], []],
  ])('%j and %j is told', (more, records, codes) => {
    const { notices, problems, steps } = plan(records, more);
    expect(notices.map(({ code }) => code)).toEqual(codes);
    expect(problems).toEqual([]);
    expect(steps).toHaveLength(1);
  });

  test('servers that are not those of DNSPod are named on both sides', () => {
    const [notice] = plan([], { delegatedTo: ['ns1.other.net'] }).notices;
    expect(notice?.text.what.en).toContain('ns1.other.net');
    expect(notice?.text.cure.en).toContain('ns1.dnspod.test, ns2.dnspod.test');
  });

  test.each([
    ['nothing', [], { answer: [], seconds: 600 }],
    ['one', [own(there, { ttl: 120 })], { answer: [there], seconds: 120 }],
    ['several', [own(there), own(here, { ttl: 1200 })], { answer: [there, here], seconds: 1200 }],
    ['one that was paused', [own(there, { enabled: false })], { answer: [], seconds: 600 }],
    ['an alias', [record(there, { type: 'CNAME' })], { answer: 'alias', seconds: 600 }],
  ])('what resolvers may go on with: %s', (_, records, replaced) => expect(plan(records).replaced).toEqual(replaced));

  it.each([[[]], [['ns1.elsewhere.test']]])(
    'a zone whose servers nobody asks (%j) leaves no old answer behind',
    (delegatedTo) => {
      const { steps, replaced } = planDnsRecord(wanted(), zone([], { delegatedTo }), fakeAccount());
      expect(steps).toHaveLength(1);
      expect(replaced).toBeUndefined();
    },
  );

  test('where the registry leads resolvers elsewhere, waiting helps nothing', () => {
    expect(plan([], { delegatedTo: ['ns1.dnspod.test', 'ns1.other.net'] }).replaced).toBeUndefined();
    expect(plan([own(there)], { delegatedTo: ['ns1.other.net'] }).replaced).toBeUndefined();
  });
});

test('a new record, read by its id, and then by the servers', async () => {
  const { account, run, log, again } = await bound([]);
  await run();
  expect(account.writes()).toEqual([`Create A ${here} 600`]);
  expect(account.calls.at(-1)).toMatchObject({ action: 'dnspod:DescribeRecord', request: { RecordId: 1001 } });
  const created = account.calls.find(({ action }) => action === 'dnspod:CreateRecord');
  expect(created?.request).toEqual({
    Domain: 'example.com',
    DomainId: 7,
    SubDomain: 'api',
    RecordType: 'A',
    RecordLine: '默认',
    RecordLineId: '0',
    Value: here,
    Status: 'ENABLE',
    TTL: 600,
    Remark: `deploy-miniprogram-backend mccm-server ${here} owner/repo#2`,
  });
  expect(log.lines.at(-1)).toBe('info All name servers answer the new address: ns1.dnspod.test, ns2.dnspod.test');
  // A second run finds nothing to do, and the record is ours from then on.
  expect(planDnsRecord(wanted(), await again(), account).steps).toEqual([]);
  expect(planDnsRecord({ ...wanted(), address: there }, await again(), account).steps).toHaveLength(1);
});

test('a record that moves is changed, with host, TTL and remark, never made a second time', async () => {
  const { account, run } = await bound([mine(1, there, { TTL: 1200 })]);
  await run();
  expect(account.writes()).toEqual([`Modify 1 A ${here} 1200`]);
  expect(account.calls.find(({ action }) => action === 'dnspod:ModifyRecord')?.request).toMatchObject({
    SubDomain: 'api',
    Remark: `deploy-miniprogram-backend mccm-server ${here} owner/repo#2`,
  });
  expect(account.records).toMatchObject([{ RecordId: 1, Value: here, Status: 'ENABLE' }]);
});

test('the record is right before those that are too many go', async () => {
  const { account, run } = await bound([mine(1, there), mine(2, yonder)]);
  await run();
  expect(account.writes()).toEqual([`Modify 1 A ${here} 600`, 'Delete 2']);
});

test('a CNAME that may be changed becomes an A record', async () => {
  const { account, run } = await bound(
    [listed({ RecordId: 1, Type: 'CNAME', Value: 'cdn.example.net.' })],
    ['cdn.example.net'],
  );
  await run();
  expect(account.records).toMatchObject([{ RecordId: 1, Type: 'A', Value: here }]);
});

describe('what changed since the plan', () => {
  test('somebody made the record: nothing is written', async () => {
    const { account, run } = await bound([]);
    account.records.push(listed({ RecordId: 5, Value: here }));
    await run();
    expect(account.writes()).toEqual([]);
  });

  test('somebody made another one: it is not touched', async () => {
    const { account, run } = await bound([mine(1, there)]);
    Object.assign(account.records[0] as RecordListItem, { Value: yonder });
    await expect(run()).rejects.toMatchObject({ code: 'DNS_RECORD_FOREIGN' });
    expect(account.writes()).toEqual([]);
  });

  test.each([
    ['a new one', []],
    ['one that was changed', [mine(1, there)]],
  ])('somebody writes right after us: %s', async (_, records) => {
    const { account, run } = await bound(records);
    account.instead['dnspod:DescribeRecord'] = () => ({ RecordInfo: { RecordType: 'A', Value: yonder, Enabled: 1 } });
    await expect(run()).rejects.toMatchObject({ code: 'DNS_RECORD_CHANGED' });
  });
});

describe('the TTL', () => {
  test('of a new record is the least of the plan, whatever case its name is in', async () => {
    const { account, run } = await bound([]);
    account.leastTtl = 900;
    await run();
    expect(account.writes()).toEqual([`Create A ${here} 900`]);
  });

  test('is raised where it is refused', async () => {
    const { account, run, log } = await bound([mine(1, there, { TTL: 60 })]);
    await run();
    expect(account.writes()).toEqual([`Modify 1 A ${here} 60`, `Modify 1 A ${here} 600`]);
    expect(log.lines.join('\n')).toContain('600 s');
  });

  test('is raised to what the zone’s records have by default, if the plan is not listed', async () => {
    const { account, again } = await bound([]);
    const ask = async () => answerOf(account);
    account.instead['dnspod:DescribePackageDetail'] = () => ({ Info: [] });
    account.leastTtl = 1800;
    const tools = { clock: fakeClock(), ask };
    const [step] = planDnsRecord(wanted(), { ...(await again()), ttl: 1800 }, account, tools).steps;
    await (step as RunnerStep).run(server, listeningLog(), () => {});
    expect(account.writes()).toEqual([`Create A ${here} 600`, `Create A ${here} 1800`]);
  });

  test('that is refused at its longest is a limit of the plan', async () => {
    const { account, run } = await bound([]);
    account.instead['dnspod:DescribePackageDetail'] = () => ({ Info: [] });
    account.leastTtl = 3600;
    await expect(run()).rejects.toMatchObject({ code: 'DNS_LIMIT' });
    expect(account.writes()).toHaveLength(1);
  });
});

describe('the list lags', () => {
  test('a new record that it does not show yet is not missed', async () => {
    const { account, run, clock } = await bound([]);
    account.listLag = 30_000;
    await run();
    expect(account.writes()).toHaveLength(1);
    expect(clock.now()).toBe(0);
  });

  test('a record of a run right before this one: it exists, and is waited for', async () => {
    const { account, run, clock } = await bound([]);
    account.listLag = 20_000;
    const { app, address } = wanted();
    await account.call('dnspod:CreateRecord', {
      Domain: 'example.com',
      RecordType: 'A',
      RecordLine: '默认',
      Value: address,
      Remark: remarkOf(address, app),
    });
    await run();
    expect(account.records).toHaveLength(1);
    expect(clock.now()).toBe(20_000);
  });

  test('a record that exists and is never shown: the servers decide', async () => {
    const { account, run, clock } = await bound([]);
    account.records.push(listed({ RecordId: 5, Value: here }));
    account.instead['dnspod:DescribeRecordList'] = () => ({ RecordList: [] });
    await run();
    expect(account.records).toHaveLength(1);
    expect(clock.now()).toBeGreaterThanOrEqual(30_000);
  });

  test('a record of our own with another address, shown late, is found by the servers’ answers', async () => {
    const { account, run } = await bound([]);
    account.listLag = 30_000;
    const before = { Domain: 'example.com', RecordType: 'A', RecordLine: '默认', Value: there };
    await account.call('dnspod:CreateRecord', { ...before, Remark: remarkOf(there) });
    await run();
    expect(answerOf(account)).toEqual([here]);
  });
});

describe('no answer came', () => {
  test('to a create that took effect: it is found, not made again', async () => {
    const { account, run, clock, log } = await bound([]);
    account.listLag = 15_000;
    account.failNext('dnspod:CreateRecord', refusal(undefined), true);
    await run();
    expect(log.lines.filter((line) => line.includes('until the list of records shows it'))).toHaveLength(1);
    expect(account.records).toHaveLength(1);
    expect(account.writes()).toHaveLength(1);
    expect(clock.now()).toBeGreaterThanOrEqual(15_000);
  });

  test('to one that did not: it is made again', async () => {
    const { account, run, clock } = await bound([]);
    account.failNext('dnspod:CreateRecord', refusal(undefined));
    await run();
    expect(account.records).toHaveLength(1);
    expect(account.writes()).toHaveLength(2);
    expect(clock.now()).toBeGreaterThanOrEqual(40_000);
  });

  test('ever: that is told', async () => {
    const { account, run } = await bound([]);
    for (const _ of [1, 2, 3]) account.failNext('dnspod:CreateRecord', refusal(undefined));
    await expect(run()).rejects.toMatchObject({ apiCode: undefined });
    expect(account.writes()).toHaveLength(3);
  });

  test.each([true, false])('to changes and removals: they are sent again (took effect: %s)', async (afterEffect) => {
    const { account, run } = await bound([mine(1, there), mine(2, yonder)]);
    account.failNext('dnspod:ModifyRecord', refusal(undefined), afterEffect);
    account.failNext('dnspod:DeleteRecord', refusal(undefined), afterEffect);
    await run();
    expect(account.records).toMatchObject([{ RecordId: 1, Value: here }]);
  });
});

test('a removal that was cut short half-way is finished by the next run', async () => {
  const { account, run, again } = await bound([mine(1, there), mine(2, yonder)]);
  account.failNext('dnspod:DeleteRecord', new Error('cancelled'));
  await expect(run()).rejects.toThrow('cancelled');
  const tools = { clock: fakeClock(), ask: async () => answerOf(account) };
  const [step] = planDnsRecord(wanted(), await again(), account, tools).steps;
  await (step as RunnerStep).run(server, listeningLog(), () => {});
  expect(answerOf(account)).toEqual([here]);
});

test.each([
  ['FailedOperation.NotRealNamedUser', 'DNS_ACCOUNT_NOT_VERIFIED'],
  ['InvalidParameter.UnrealNameUser', 'DNS_ACCOUNT_NOT_VERIFIED'],
  ['InvalidParameter.ConflictRecord', 'DNS_RECORD_CONFLICT'],
  ['InvalidParameter.DnssecAddCnameError', 'DNS_RECORD_CONFLICT'],
  ['OperationDenied.IPInBlacklistNotAllowed', 'DNS_ADDRESS_REFUSED'],
  ['LimitExceeded.SubdomainRollLimit', 'DNS_LIMIT'],
  ['LimitExceeded.SubdomainLevelLimit', 'DNS_LIMIT'],
  ['FailedOperation.DomainIsLocked', 'DNS_ZONE_LOCKED'],
  ['InvalidParameter.DomainNotAllowedModifyRecords', 'DNS_ZONE_LOCKED'],
  ['FailedOperation.DomainIsSpam', 'DNS_ZONE_DISABLED'],
])('%s is told as %s, with Tencent’s own words', async (apiCode, code) => {
  const { account, run } = await bound([]);
  account.failNext('dnspod:CreateRecord', refusal(apiCode));
  await expect(run()).rejects.toMatchObject({ code, evidence: `answers: ${apiCode}`, cause: { apiCode } });
  expect(account.writes()).toHaveLength(1);
});

test('other refusals stay as they are', async () => {
  const { account, run } = await bound([]);
  account.failNext('dnspod:CreateRecord', refusal('OperationDenied.NoPermissionToOperateDomain'));
  await expect(run()).rejects.toMatchObject({ apiCode: 'OperationDenied.NoPermissionToOperateDomain' });
});
