import { wechatDomains } from '../checks/wechat.ts';
import type { RunRecord } from '../commands/run.ts';
import { imageTag } from '../release/names.ts';

/** The outputs of a run by their names in action.yml; what is not known is empty. */
export function outputsOf(record: RunRecord, now: number): Readonly<{ [name: string]: string }> {
  const { release, domain, httpsPort, fate, icp } = record;
  const unseen = fate === 'open' || fate === 'cut-short';
  const site = domain === undefined || httpsPort === undefined ? undefined : wechatDomains(domain, httpsPort);
  return {
    url: record.verified || record.proven ? (site?.request ?? '') : '',
    release: release?.id ?? '',
    'previous-release': record.previous?.id ?? '',
    image: release === undefined ? '' : imageTag(release),
    container: release?.image ?? '',
    changed: record.changed ? 'true' : unseen || record.uncertain ? '' : 'false',
    'rolled-back': unseen ? '' : String(record.rolledBack),
    'health-status': record.healthStatus === undefined ? '' : String(record.healthStatus),
    'certificate-not-after': record.certificateNotAfter?.toISOString() ?? '',
    'certificate-id': record.certificateId ?? '',
    'wechat-request-domain': site?.request ?? '',
    'wechat-socket-domain': site?.socket ?? '',
    'icp-status': icp === undefined || icp.status === 'outside-mainland' ? '' : icp.status,
    'duration-seconds': ((now - record.begun) / 1000).toFixed(1),
    'error-code': record.failures[0]?.code ?? '',
  };
}
