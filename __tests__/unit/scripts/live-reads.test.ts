import { type LiveLine, type LiveTarget, readAll, readOnly } from '../../../scripts/live-reads.ts';
import { failure } from '../../../src/messages/failure.ts';
import { type ActionName, actions } from '../../../src/tencent/actions.ts';
import { ApiFailure } from '../../../src/tencent/api-failure.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';

type Answers = Partial<Record<ActionName, object | Error>>;

const names = Object.keys(actions) as readonly ActionName[];
const reading = names.filter((name) => actions[name].kind === 'read');

/** An account that has one of everything. */
const whole: Answers = {
  'dnspod:DescribeDomainList': {
    DomainList: [
      { DomainId: 1, Name: 'com' },
      { DomainId: 3, Name: 'Example.com' },
      { DomainId: 4, Name: 'other.com' },
    ],
  },
  'dnspod:DescribeRecordList': { RecordList: [{ RecordId: 77 }] },
  'lighthouse:DescribeInstances': { InstanceSet: [{ InstanceId: 'lhins-abcd' }] },
  'cvm:DescribeInstances': { InstanceSet: [{ InstanceId: 'ins-abcd', SecurityGroupIds: ['sg-1', 'sg-2'] }] },
  'ssl:DescribeCertificates': {
    Certificates: [
      { CertificateId: 'uploaded', From: 'upload' },
      { CertificateId: 'applied', From: 'trustasia' },
    ],
  },
};

const target: LiveTarget = { domain: 'api.example.com', instanceId: undefined, region: 'ap-guangzhou' };

/** Reads an account that answers so; what was called of it, and the lines. */
async function read(answers: Answers, changes: Partial<LiveTarget> = {}, differences = () => [] as never[]) {
  const called: [ActionName, unknown, string | undefined][] = [];
  const call = async (action: ActionName, request: unknown, region?: string): Promise<object> => {
    called.push([action, request, region]);
    const answer = answers[action] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const told: LiveLine[] = [];
  const account = { call } as unknown as Tencent;
  const lines = await readAll(account, { ...target, ...changes }, differences, (line) => told.push(line));
  expect(told).toEqual(lines);
  return { called, lines, of: (action: ActionName) => lines.find((line) => line.action === action) };
}

/** A refusal of the API. */
function refusal(apiCode: string): ApiFailure {
  return new ApiFailure(failure('INTERNAL', { detail: apiCode }), { apiCode, mayHaveTakenEffect: false });
}

/** The one needs a token of GitHub's, the other gives a private key. */
const notCalled: readonly ActionName[] = ['sts:AssumeRoleWithWebIdentity', 'ssl:DownloadCertificate'];

test('every action that reads is called once, but for two; none that changes anything', async () => {
  const { called, lines } = await read(whole);
  expect(called.map(([action]) => action).sort()).toEqual(reading.filter((name) => !notCalled.includes(name)).sort());
  expect(lines.map(({ action }) => action).sort()).toEqual([...reading].sort());
  expect(lines.filter(({ outcome }) => outcome !== 'passed').map(({ action }) => action)).toEqual(notCalled);
});

test('what changes something or gives a key is refused and not sent, whoever asks', async () => {
  const sent: string[] = [];
  const account = { call: async (action: string) => sent.push(action) } as unknown as Tencent;
  for (const name of names.filter((one) => !reading.includes(one))) {
    await expect(readOnly(account).call(name, {} as never)).rejects.toThrow(`${name} changes something`);
  }
  const download = readOnly(account).call('ssl:DownloadCertificate', { CertificateId: 'applied' });
  await expect(download).rejects.toThrow('ssl:DownloadCertificate gives a private key');
  expect(sent).toEqual([]);
});

test('the zone with the longest name, its first record, the instance and its first security group', async () => {
  const { called } = await read(whole);
  const zone = { Domain: 'example.com', DomainId: 3 };
  expect(called).toContainEqual(['dnspod:DescribeDomain', zone, undefined]);
  expect(called).toContainEqual(['dnspod:DescribeRecord', { ...zone, RecordId: 77 }, undefined]);
  expect(called).toContainEqual([
    'lighthouse:DescribeFirewallRules',
    { InstanceId: 'lhins-abcd', Limit: 100 },
    'ap-guangzhou',
  ]);
  expect(called).toContainEqual(['vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: 'sg-1' }, 'ap-guangzhou']);
});

test('a certificate that was applied for; an uploaded one was never validated', async () => {
  const { called } = await read(whole);
  expect(called).toContainEqual(['ssl:DescribeCertificate', { CertificateId: 'applied' }, undefined]);
  expect(called).toContainEqual(['ssl:CheckCertificateDomainVerification', { CertificateId: 'applied' }, undefined]);
  const uploads = { Certificates: [{ CertificateId: 'uploaded', From: 'upload' }] };
  const { of } = await read({ ...whole, 'ssl:DescribeCertificates': uploads });
  expect(of('ssl:DescribeCertificate')?.outcome).toBe('passed');
  expect(of('ssl:CheckCertificateDomainVerification')?.outcome).toBe('skipped');
});

test('an instance that is named is asked for by its own product', async () => {
  const { called } = await read(whole, { instanceId: 'ins-wxyz', region: 'ap-beijing' });
  expect(called).toContainEqual(['cvm:DescribeInstances', { InstanceIds: ['ins-wxyz'] }, 'ap-beijing']);
  expect(called).toContainEqual(['lighthouse:DescribeInstances', { Limit: 1 }, 'ap-beijing']);
});

test('what the account does not have is skipped, and so is a registration elsewhere', async () => {
  const nothing = await read({});
  expect(nothing.lines.map(({ action }) => action).sort()).toEqual([...reading].sort());
  expect(nothing.lines.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(nothing.of('dnspod:DescribeRecordList')).toMatchObject({
    outcome: 'skipped',
    detail: 'no zone of api.example.com was listed',
  });
  expect(nothing.of('vpc:DescribeSecurityGroupPolicies')?.detail).toBe(
    'no CVM instance in ap-guangzhou: set REGION if it is in another one',
  );
  const named = await read({}, { instanceId: 'lhins-abcd' });
  expect(named.of('lighthouse:DescribeFirewallRules')?.detail).toBe('lhins-abcd is not in ap-guangzhou: check REGION');
  const elsewhere = { ...whole, 'domain:DescribeDomainBaseInfo': refusal('ResourceNotFound.DomainNotFound') };
  expect((await read(elsewhere)).of('domain:DescribeDomainBaseInfo')).toMatchObject({
    outcome: 'skipped',
    detail: 'ResourceNotFound.DomainNotFound',
  });
});

test('a refusal fails its own line, and the others go on', async () => {
  const { lines, of } = await read({ ...whole, 'cvm:DescribeRegions': refusal('AuthFailure.UnauthorizedOperation') });
  expect(of('cvm:DescribeRegions')).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('INTERNAL') });
  expect(lines.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
});

test('an answer that lacks what its model has, or has it otherwise, fails; one that has more is told', async () => {
  const differences = (kind: 'unknown' | 'missing' | 'type') => () => [{ kind, path: 'A.0.B' }] as never[];
  const outcome = async (kind: 'unknown' | 'missing' | 'type') =>
    (await read(whole, {}, differences(kind))).of('dnspod:DescribeDomain');
  expect(await outcome('missing')).toMatchObject({
    outcome: 'failed',
    detail: 'differs from its model: missing A.0.B',
  });
  expect(await outcome('type')).toMatchObject({ outcome: 'failed' });
  expect(await outcome('unknown')).toMatchObject({
    outcome: 'passed',
    detail: 'differs from its model: unknown A.0.B',
  });
});
