import { failuresOf } from '../src/messages/failure.ts';
import { type ActionName, actions, type RequestOf, type ResponseOf } from '../src/tencent/actions.ts';
import { ApiFailure } from '../src/tencent/api-failure.ts';
import type { Tencent } from '../src/tencent/tencent.ts';

/** What of an account is read. */
export interface LiveTarget {
  /** The host name of the API, in ASCII. */
  readonly domain: string;
  /** `lhins-…` or `ins-…`; undefined: whichever instances there are. */
  readonly instanceId: string | undefined;
  readonly region: string;
}

/** How an answer differs from its model. */
export interface Difference {
  readonly kind: 'unknown' | 'missing' | 'type';
  /** `FirewallRuleSet.0.Port`. */
  readonly path: string;
}

/** What came of one action. */
export interface LiveLine {
  readonly action: ActionName;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly detail: string;
}

/** How an answer differs from the SDK's model of it. */
export type Differences = (action: ActionName, answer: unknown) => readonly Difference[];

/** Reads, and is not called all the same: its answer holds a private key, which nobody needs for a comparison. */
const givesKey: ActionName = 'ssl:DownloadCertificate';

/** An account of which only what changes nothing and gives no key is called: every other action throws, and is not sent. */
export function readOnly(tencent: Tencent): Tencent {
  return {
    call: async (action, request, region) => {
      if (actions[action].kind !== 'read') throw new Error(`${action} changes something, and is not called here.`);
      if (action === givesKey) throw new Error(`${action} gives a private key, and is not called here.`);
      return tencent.call(action, request, region);
    },
  };
}

/**
 * Calls every action that reads once, and compares each answer with its model. An action that needs what the account does
 * not have is skipped. `tell` hears of each as it ends.
 */
export async function readAll(
  account: Tencent,
  { domain, instanceId, region }: LiveTarget,
  differences: Differences,
  tell: (line: LiveLine) => void,
): Promise<readonly LiveLine[]> {
  const tencent = readOnly(account);
  const lines: LiveLine[] = [];
  const add = (action: ActionName, outcome: LiveLine['outcome'], detail: string): void => {
    const line = { action, outcome, detail };
    lines.push(line);
    tell(line);
  };
  const skip = (why: string, ...skipped: readonly ActionName[]): void => {
    for (const action of skipped) add(action, 'skipped', why);
  };
  /** The answer; undefined where the call failed. `absent` tells of a code that only means that there is nothing. */
  const ask = async <A extends ActionName>(
    action: A,
    request: RequestOf<A>,
    options: { readonly region?: string; readonly absent?: RegExp } = {},
  ): Promise<ResponseOf<A> | undefined> => {
    try {
      const answer = await tencent.call(action, request, options.region);
      const found = differences(action, answer);
      const list = found.map(({ kind, path }) => `${kind} ${path}`).join(', ');
      // The API may know more than this SDK; what it lacks or has otherwise is what breaks.
      const broken = found.some(({ kind }) => kind !== 'unknown');
      add(action, broken ? 'failed' : 'passed', list === '' ? 'ok' : `differs from its model: ${list}`);
      return answer;
    } catch (error) {
      const code = error instanceof ApiFailure ? error.apiCode : undefined;
      const isAbsent = code !== undefined && options.absent?.test(code) === true;
      add(action, isAbsent ? 'skipped' : 'failed', isAbsent ? code : messageOf(error));
      return undefined;
    }
  };

  skip("needs a token of GitHub's", 'sts:AssumeRoleWithWebIdentity');
  await readDomain();
  await readLighthouse();
  await readCvm();
  skip('gives the private key of a certificate', givesKey);
  await readCertificates();
  return lines;

  function missing(kind: string, product: string): string {
    if (instanceId?.startsWith(kind)) return `${instanceId} is not in ${region}: check REGION`;
    return `no ${product} instance in ${region}: set REGION if it is in another one`;
  }

  async function readDomain(): Promise<void> {
    const listed = await ask('dnspod:DescribeDomainList', { Type: 'ALL', Offset: 0, Limit: 3000 });
    await ask('dnspod:DescribePackageDetail', null);
    const [zone] = (listed?.DomainList ?? [])
      .flatMap(({ DomainId: id, Punycode, Name }) => ({ id, name: (Punycode || Name || '').toLowerCase() }))
      .filter(({ name }) => name !== '' && (domain === name || domain.endsWith(`.${name}`)))
      .toSorted((a, b) => b.name.length - a.name.length);
    if (zone?.id === undefined) {
      return skip(`no zone of ${domain} was listed`, ...ofZone, ...ofRecord, 'domain:DescribeDomainBaseInfo');
    }
    const of = { Domain: zone.name, DomainId: zone.id };
    await ask('dnspod:DescribeDomain', of);
    const list = await ask('dnspod:DescribeRecordList', { ...of, Limit: 100, ErrorOnEmpty: 'no' });
    const RecordId = list?.RecordList?.[0]?.RecordId;
    if (RecordId === undefined) skip(`${zone.name} has no record`, ...ofRecord);
    else await ask('dnspod:DescribeRecord', { ...of, RecordId });
    // A registrar that is not Tencent is nothing wrong.
    await ask('domain:DescribeDomainBaseInfo', { Domain: zone.name }, { absent: /^ResourceNotFound/ });
  }

  async function readLighthouse(): Promise<void> {
    await ask('lighthouse:DescribeRegions', null);
    const wanted = instanceId?.startsWith('lhins-') ? { InstanceIds: [instanceId] } : { Limit: 1 };
    const found = await ask('lighthouse:DescribeInstances', wanted, { region });
    const InstanceId = found?.InstanceSet?.[0]?.InstanceId;
    if (InstanceId === undefined) return skip(missing('lhins-', 'Lighthouse'), ...ofLighthouse);
    await ask('lighthouse:DescribeFirewallRules', { InstanceId, Limit: 100 }, { region });
  }

  async function readCvm(): Promise<void> {
    await ask('cvm:DescribeRegions', null);
    const wanted = instanceId?.startsWith('ins-') ? { InstanceIds: [instanceId] } : { Limit: 1 };
    const found = await ask('cvm:DescribeInstances', wanted, { region });
    const SecurityGroupId = found?.InstanceSet?.[0]?.SecurityGroupIds?.[0];
    if (SecurityGroupId === undefined) return skip(missing('ins-', 'CVM'), ...ofGroup);
    await ask('vpc:DescribeSecurityGroupPolicies', { SecurityGroupId }, { region });
    const statistics = { SecurityGroupIds: [SecurityGroupId] };
    await ask('vpc:DescribeSecurityGroupAssociationStatistics', statistics, { region });
  }

  async function readCertificates(): Promise<void> {
    const { Certificates = [] } = (await ask('ssl:DescribeCertificates', { Limit: 100, CertificateType: 'SVR' })) ?? {};
    // An uploaded one was never validated.
    const applied = Certificates.find(({ From }) => From !== 'upload')?.CertificateId;
    const CertificateId = applied ?? Certificates[0]?.CertificateId;
    if (CertificateId === undefined) skip('no certificate was listed', ...ofCertificate);
    else await ask('ssl:DescribeCertificate', { CertificateId });
    if (applied === undefined) skip('no certificate was listed that is of an application', ...ofApplication);
    else await ask('ssl:CheckCertificateDomainVerification', { CertificateId: applied });
  }
}

const ofZone = ['dnspod:DescribeDomain', 'dnspod:DescribeRecordList'] as const;
const ofRecord = ['dnspod:DescribeRecord'] as const;
const ofLighthouse = ['lighthouse:DescribeFirewallRules'] as const;
const ofCertificate = ['ssl:DescribeCertificate'] as const;
const ofApplication = ['ssl:CheckCertificateDomainVerification'] as const;
const ofGroup = ['vpc:DescribeSecurityGroupPolicies', 'vpc:DescribeSecurityGroupAssociationStatistics'] as const;

function messageOf(error: unknown): string {
  return failuresOf(error)
    .map(({ code, text }) => `${code}: ${text.what.en} ${text.why.en}`)
    .join(' ');
}
