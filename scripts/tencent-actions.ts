import { type ActionName, actions } from '../src/tencent/actions.ts';
import { table } from './table.ts';

/** What docs/tencent.md says of an action beyond the table of actions itself. */
interface ActionNotes {
  /** What the action is called for. */
  readonly use: string;
  /** What CAM limits it to: one domain of DNSPod, or all resources; undefined: no permission is needed. */
  readonly resource: 'domain' | 'all' | undefined;
  /** The day on which it was called at Tencent Cloud itself; undefined: only its model and documentation are known. */
  readonly seenLive: string | undefined;
}

const notes: { readonly [A in ActionName]: ActionNotes } = {
  'dnspod:DescribeDomainList': { use: 'find the zone of `domain`', resource: 'all', seenLive: undefined },
  'dnspod:DescribeDomain': { use: 'read status and name servers of the zone', resource: 'domain', seenLive: undefined },
  'dnspod:DescribePackageDetail': { use: 'read the least TTL of the plan', resource: 'all', seenLive: undefined },
  'dnspod:DescribeRecordList': { use: 'read the records of the host name', resource: 'domain', seenLive: undefined },
  'dnspod:DescribeRecord': { use: 'read one record again', resource: 'domain', seenLive: undefined },
  'dnspod:CreateRecord': {
    use: 'add the A record, and the validation record of a certificate',
    resource: 'domain',
    seenLive: undefined,
  },
  'dnspod:ModifyRecord': { use: 'change the A record', resource: 'domain', seenLive: undefined },
  'dnspod:DeleteRecord': {
    use: 'delete a duplicate of our own, a validation record of our own, or a record that `dns-overwrite` names',
    resource: 'domain',
    seenLive: undefined,
  },
  'domain:DescribeDomainBaseInfo': {
    use: 'read real-name verification and holds of the registration',
    resource: 'all',
    seenLive: undefined,
  },
  'lighthouse:DescribeRegions': {
    use: 'list regions, and which are in mainland China',
    resource: 'all',
    seenLive: undefined,
  },
  'lighthouse:DescribeInstances': { use: 'find the instance', resource: 'all', seenLive: undefined },
  'lighthouse:DescribeFirewallRules': { use: 'read the firewall', resource: 'all', seenLive: undefined },
  'lighthouse:CreateFirewallRules': { use: 'open a port', resource: 'all', seenLive: undefined },
  'lighthouse:DeleteFirewallRules': { use: 'remove the SSH rule of a run', resource: 'all', seenLive: undefined },
  'cvm:DescribeRegions': { use: 'list regions', resource: 'all', seenLive: undefined },
  'cvm:DescribeInstances': { use: 'find the instance and its security groups', resource: 'all', seenLive: undefined },
  'vpc:DescribeSecurityGroupPolicies': { use: 'read the security groups', resource: 'all', seenLive: undefined },
  'vpc:DescribeSecurityGroupAssociationStatistics': {
    use: 'count what else uses a security group',
    resource: 'all',
    seenLive: undefined,
  },
  'vpc:CreateSecurityGroupPolicies': { use: 'open a port', resource: 'all', seenLive: undefined },
  'vpc:DeleteSecurityGroupPolicies': { use: 'remove the SSH rule of a run', resource: 'all', seenLive: undefined },
  'ssl:DescribeCertificates': {
    use: 'find certificates and pending applications for the domain',
    resource: 'all',
    seenLive: undefined,
  },
  'ssl:DescribeCertificate': { use: 'read the state of an application', resource: 'all', seenLive: undefined },
  'ssl:CheckCertificateDomainVerification': {
    use: 'read why a domain is not validated yet',
    resource: 'all',
    seenLive: undefined,
  },
  'ssl:ApplyCertificate': { use: 'apply for a free certificate', resource: 'all', seenLive: undefined },
  'ssl:CompleteCertificate': { use: 'have the domain validated now', resource: 'all', seenLive: undefined },
  'ssl:DownloadCertificate': { use: 'download certificate and private key', resource: 'all', seenLive: undefined },
  'sts:AssumeRoleWithWebIdentity': {
    use: "exchange GitHub's token for temporary credentials",
    resource: undefined,
    seenLive: undefined,
  },
};

const names = Object.keys(actions) as readonly ActionName[];

/** The table of actions in docs/tencent.md. */
export function actionsTable(): string {
  const rows = names.map((name) => {
    const { use, seenLive } = notes[name];
    return [`\`${name}\``, actions[name].kind === 'write' ? '**changes**' : 'reads', use, seenLive ?? 'no'];
  });
  return table([['Action', 'Kind', 'What for', 'Seen live'], ...rows]);
}

/** The policy of CAM with the least rights, of an account and a domain that the reader replaces. */
export function policy(): object {
  const statement = (resource: ActionNotes['resource'], of: string): object => ({
    effect: 'allow',
    action: names.filter((name) => notes[name].resource === resource),
    resource: [of],
  });
  return {
    version: '2.0',
    statement: [statement('domain', 'qcs::dnspod::uin/100000000001:domain/12345678'), statement('all', '*')],
  };
}

/** The policy as a block of Markdown. */
export function policyBlock(): string {
  return `\`\`\`json\n${JSON.stringify(policy(), null, 2)}\n\`\`\``;
}
