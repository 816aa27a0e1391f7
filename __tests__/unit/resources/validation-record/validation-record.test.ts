import { failure } from '../../../../src/messages/failure.ts';
import { useOf, validationRemark } from '../../../../src/resources/validation-record/own-remark.ts';
import {
  clearValidationRecords,
  withValidationRecord,
} from '../../../../src/resources/validation-record/validation-record.ts';
import { refusal } from '../../tencent/fake-account.ts';
import { beside, challenge, left, scene } from './validations.ts';

const { name, value } = challenge;

/** A run of the lease that answers what stood in the account while the work was done. */
async function held(at: ReturnType<typeof scene>, wanted = challenge, ask: typeof at.ask = at.ask) {
  return withValidationRecord(at.tencent, wanted, at.run, async () => at.account.records.map((one) => one.Value), ask);
}

test('it is added, answered by all servers, there during the work, and removed', async () => {
  const at = scene([beside({ RecordId: 1, Value: 'of another authority' })]);
  expect(await held(at)).toEqual(['of another authority', value]);
  expect(at.values()).toEqual(['of another authority']);
  expect(at.account.writes()).toEqual([`Create TXT ${value} 600`, 'Delete 1001']);
  const created = at.account.calls.find(({ action }) => action === 'dnspod:CreateRecord')?.request;
  expect(created).toMatchObject({ SubDomain: '_acme-challenge.api', RecordLineId: '0', Status: 'ENABLE' });
  expect(created?.Remark).toMatch(
    /^deploy-miniprogram-backend validates:api\.example\.com@203\.0\.113\.5 [0-9a-f]{12} owner\/repo#2$/,
  );
  expect(at.log.lines).toEqual([
    `info Added the validation record ${name} (TXT). The run removes it after the validation.`,
    'info All name servers return the validation record: ns1.dnspod.test, ns2.dnspod.test',
  ]);
  // What gives it back must outlive a run that is cancelled.
  expect([at.until, at.noted.size]).toEqual([[at.run.graceOver], 0]);
});

test('a CNAME is added and removed alike', async () => {
  const at = scene();
  const wanted = {
    ...challenge,
    name: '_dnsauth.api.example.com',
    type: 'CNAME',
    value: 'A1.Dcv.example.net',
  } as const;
  expect(await held(at, wanted, async () => ['a1.dcv.example.net.'])).toEqual(['A1.Dcv.example.net']);
  expect(at.values()).toEqual([]);
});

test('work that throws throws, and the record is removed all the same', async () => {
  const at = scene();
  const work = () => Promise.reject(failure('PACKAGES_LOCKED', { manager: 'ca' }));
  await expect(withValidationRecord(at.tencent, challenge, at.run, work, at.ask)).rejects.toMatchObject({
    code: 'PACKAGES_LOCKED',
  });
  expect(at.values()).toEqual([]);
});

describe('no answer came to the create', () => {
  test('which took effect: it is looked up by its remark, used, and removed', async () => {
    const at = scene();
    at.account.listLag = 15_000;
    at.account.failNext('dnspod:CreateRecord', refusal(undefined), true);
    expect(await held(at)).toEqual([value]);
    expect(at.account.writes()).toEqual([`Create TXT ${value} 600`, 'Delete 1001']);
  });

  test('ever: that is told; what took effect unseen is cleared by the next run', async () => {
    const at = scene();
    for (const last of [false, false, true]) at.account.failNext('dnspod:CreateRecord', refusal(undefined), last);
    at.account.listLag = Number.POSITIVE_INFINITY;
    await expect(held(at)).rejects.toMatchObject({ apiCode: undefined });
    expect(at.values()).toEqual([value]);
    at.account.listLag = 0;
    await clearValidationRecords(at.tencent, challenge, at.run);
    expect(at.values()).toEqual([]);
  });
});

describe('a record of this value is there already', () => {
  test('of our own: it is used, and given back', async () => {
    const at = scene([left(1, value)]);
    expect(await held(at)).toEqual([value]);
    expect(at.account.writes()).toEqual(['Delete 1']);
  });

  test.each([
    ['of another server', left(1, value, { host: '203.0.113.9' })],
    ['of somebody else', beside({ RecordId: 1, Value: `"${value.slice(0, 9)}" "${value.slice(9)}"` })],
  ])('%s: it is used, and stays', async (_, record) => {
    const at = scene([record]);
    await held(at, challenge, async () => [value]);
    expect(at.account.writes()).toEqual([]);
  });

  /** One that was made this very moment. */
  async function justMade(Status: string) {
    const at = scene();
    at.account.listLag = 20_000;
    const Remark = validationRemark(useOf(challenge), value, 'owner/repo#1');
    const place = { Domain: 'example.com', SubDomain: '_acme-challenge.api', RecordLine: '默认' };
    await at.account.call('dnspod:CreateRecord', { ...place, RecordType: 'TXT', Value: value, Remark, Status });
    return at;
  }

  test('which the list does not show yet: it is waited for, and given back', async () => {
    const at = await justMade('ENABLE');
    expect(await held(at)).toEqual([value]);
    expect([at.values(), at.clock.now()]).toEqual([[], 20_000]);
  });

  test('which the list does not show yet, and which is paused: it is in the way', async () => {
    await expect(held(await justMade('DISABLE'))).rejects.toMatchObject({ code: 'VALIDATION_RECORD_CONFLICT' });
  });
});

test('what somebody changed meanwhile is theirs', async () => {
  const at = scene();
  const work = async () => void Object.assign(at.account.records[0] as object, { Value: 'theirs' });
  await withValidationRecord(at.tencent, challenge, at.run, work, at.ask);
  expect(at.values()).toEqual(['theirs']);
});

test.each([
  ['a delegated validation', { Type: 'CNAME', Value: 'acme.example.net.' }, 'CNAME acme.example.net'],
  ['a delegated name', { Type: 'NS', Value: 'ns1.example.net.' }, 'NS ns1.example.net'],
  ['a line of its own', { Value: 'x', Line: '境外', LineId: '3=0' }, 'TXT x (境外)'],
  ['a paused one of the same value', { Value: value, Status: 'DISABLE' }, `TXT ${value} (paused)`],
])('%s is in the way: that is told, and nothing is written', async (_, record, words) => {
  const at = scene([beside({ RecordId: 1, ...record })]);
  await expect(held(at)).rejects.toMatchObject({
    code: 'VALIDATION_RECORD_CONFLICT',
    message: expect.stringContaining(`(${words})`),
  });
  expect([at.account.writes(), at.noted.size]).toEqual([[], 0]);
});

test('what DNSPod itself finds in the way is told in its own words', async () => {
  const at = scene();
  at.account.failNext('dnspod:CreateRecord', refusal('InvalidParameter.ConflictRecord'));
  await expect(held(at)).rejects.toMatchObject({
    code: 'VALIDATION_RECORD_CONFLICT',
    evidence: 'answers: InvalidParameter.ConflictRecord',
  });
});

test.each([
  ['_acme-challenge.api.example.org', {}, 'VALIDATION_ZONE_MISSING'],
  [name, { RealNameAuditStatus: 'Approved', DomainStatus: ['serverHold'] }, 'DOMAIN_ON_HOLD'],
])('a zone that cannot validate %s is told before anything is written', async (asked, DomainInfo, code) => {
  const at = scene();
  at.account.instead['domain:DescribeDomainBaseInfo'] = () => ({ DomainInfo });
  await expect(held(at, { ...challenge, name: asked })).rejects.toMatchObject({ code });
  expect(at.account.writes()).toEqual([]);
});

describe('the servers', () => {
  /** Servers that follow after so many seconds each. */
  const following = (at: ReturnType<typeof scene>, seconds: Record<string, number>) => async (server: string) => {
    if (at.clock.now() / 1000 < (seconds[server] ?? 0)) throw Object.assign(new Error(), { code: 'ENOTFOUND' });
    return ['another', value];
  };

  test('are waited for, and told of as they change', async () => {
    const at = scene();
    const worked = await held(at, challenge, following(at, { 'ns2.dnspod.test': 10 }));
    expect([worked, at.clock.now()]).toEqual([[value], 12_000]);
    expect(at.log.lines.slice(1)).toEqual([
      'info Name servers with the validation record: ns1.dnspod.test; not yet: ns2.dnspod.test (ENOTFOUND)',
      'info All name servers return the validation record: ns1.dnspod.test, ns2.dnspod.test',
    ]);
  });

  test('that stay behind are named, those of the registry too; the work is not begun, the record removed', async () => {
    const at = scene();
    const ask = following(at, { 'ns1.elsewhere.test': 999 });
    at.account.instead['dnspod:DescribeDomain'] = () => ({
      DomainInfo: {
        Status: 'ENABLE',
        DnspodNsList: ['ns1.dnspod.test'],
        ActualNsList: ['ns1.elsewhere.test'],
      } as never,
    });
    let worked = false;
    const work = async () => {
      worked = true;
    };
    await expect(withValidationRecord(at.tencent, challenge, at.run, work, ask)).rejects.toMatchObject({
      code: 'VALIDATION_SERVERS_BEHIND',
      message: expect.stringMatching(/: ns1\.elsewhere\.test \(ENOTFOUND\)\.$/),
    });
    expect([worked, at.values()]).toEqual([false, []]);
  });

  test('are waited for no longer by a run that is cancelled', async () => {
    const person = new AbortController();
    const at = scene([], { cancelled: person.signal });
    const ask = async () => {
      person.abort();
      return new Promise<never>(() => {});
    };
    await expect(held(at, challenge, ask)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(at.values()).toEqual([]);
  });
});

describe('what runs left that died with their post step', () => {
  const remark = (use: string) => validationRemark(use, 'x', 'owner/repo#1');
  const records = [
    left(1, 'ours'),
    { ...left(2, 'ours, of another name'), Name: '_dnsauth' },
    left(3, 'of another server', { host: '203.0.113.9' }),
    left(4, 'of another domain', { domain: 'www.example.com' }),
    { ...left(5, 'x'), Value: 'changed since' },
    beside({ RecordId: 6, Value: 'of somebody else' }),
    beside({ RecordId: 7, Value: 'x', Remark: remark('mccm-server') }),
  ];

  test('is removed, and nothing else; that is told', async () => {
    const at = scene(records);
    await clearValidationRecords(at.tencent, challenge, at.run);
    expect(at.account.writes()).toEqual(['Delete 1', 'Delete 2']);
    expect(at.log.lines).toEqual(
      Array(2).fill(
        'info Removed what an interrupted run left: a validation record for the certificate of api.example.com.',
      ),
    );
    expect(at.account.calls.filter(({ action }) => action === 'dnspod:DescribeRecordList')).toHaveLength(1);
  });

  test('is warned of where it cannot be removed, and no more', async () => {
    const at = scene(records);
    at.account.failNext('dnspod:DeleteRecord', refusal('OperationDenied.NoPermissionToOperateDomain'));
    await clearValidationRecords(at.tencent, challenge, at.run);
    expect(at.log.lines).toEqual([expect.stringMatching(/^warning What interrupted runs left .*api\.example\.com/)]);
  });

  test('cannot be where the account has no zone of the domain', async () => {
    const at = scene(records);
    await clearValidationRecords(at.tencent, { domain: 'api.example.org', host: challenge.host }, at.run);
    expect([at.account.writes(), at.log.lines]).toEqual([[], []]);
  });
});

test.each([
  ['a long domain', { domain: `${'long.'.repeat(40)}example.com`, host: '203.0.113.5' }],
  ['a long server', { domain: 'api.example.com', host: `${'long.'.repeat(40)}example.com` }],
  ['a server in another script', { domain: 'api.example.com', host: '服务器' }],
])('%s: the remark says it within 120 characters, as one word', (_, of) => {
  const words = validationRemark(useOf(of), value, 'owner/repo#1');
  expect(words.length).toBeLessThanOrEqual(120);
  expect(words.split(' ')).toHaveLength(4);
  expect(useOf({ ...of, domain: 'www.example.com' })).not.toBe(useOf(of));
});
