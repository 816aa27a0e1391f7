import { type Failure, failure } from '../messages/failure.ts';
import type { CloudFirewall } from '../tencent/firewall.ts';
import { judge, judgeForWorld } from '../tencent/firewall-verdict.ts';
import type { Instance } from '../tencent/instance.ts';
import { ruleWords } from '../tencent/rule-words.ts';
import type { ConnectionFailure } from './connection.ts';
import type { PortFirewall } from './host-firewall.ts';

/** What the cloud's firewall does with connections to one port; `instance`: the id. */
export type CloudPort =
  | { readonly kind: 'open'; readonly instance: string }
  | {
      readonly kind: 'closed';
      readonly product: Instance['kind'];
      readonly instance: string;
      /** The Lighthouse instance, or the security group. */
      readonly list: string;
      /** The rule that closes it, in words; undefined: none opens it. */
      readonly rule: string | undefined;
    };

/**
 * Ports that carriers in mainland China often drop whatever a server's firewall says; 25 needs Tencent's leave (Tencent's
 * documentation, Lighthouse, "common questions on firewalls").
 */
const droppedByCarriers = [
  [25, 25],
  [42, 42],
  [135, 135],
  [137, 139],
  [445, 445],
  [593, 593],
  [1025, 1025],
  [1068, 1068],
  [1434, 1434],
  [3127, 3130],
  [4444, 4444],
  [5554, 5554],
  [5800, 5800],
  [5900, 5900],
  [9996, 9996],
] as const;

/** The cloud's firewall as to one port, as its rules were read; undefined: it has none that say anything. */
export function cloudPortAt(port: number, { instance, lists }: CloudFirewall): CloudPort | undefined {
  const [first] = lists;
  if (first === undefined) return undefined;
  const verdict = judgeForWorld({ lists }, port);
  if (verdict.kind === 'open') {
    // A template may ban anybody, this runner among them.
    const unclear = judge({ lists }, port).perhapsRefused.length > 0;
    return unclear ? undefined : { kind: 'open', instance: instance.id };
  }
  return {
    kind: 'closed',
    product: instance.kind,
    instance: instance.id,
    list: verdict.by?.list.id ?? first.id,
    rule: verdict.by && ruleWords(verdict.by.rule),
  };
}

/**
 * The failure that is left where the server's own filters let the port in: the cloud's firewall or the way to it, and
 * which of the two where the cloud's rules are known.
 */
export function cloudBlamed(
  address: string,
  port: number,
  { detail, stage }: Pick<ConnectionFailure, 'detail' | 'stage'>,
  { read, absent }: PortFirewall,
  cloud?: CloudPort,
): Failure {
  // A connection that stood had passed the cloud's firewall, whomever that lets in.
  const known = cloud?.kind === 'closed' && stage !== 'connect' ? undefined : cloud;
  switch (known?.kind) {
    case 'open': {
      const oftenDropped = droppedByCarriers.some(([first, last]) => first <= port && port <= last);
      return failure('ROUTE_BLOCKED', { address, port, detail, instance: known.instance, oftenDropped });
    }
    case 'closed': {
      const { product: kind, instance, list, rule = '-' } = known;
      return failure('CLOUD_FIREWALL_CLOSED', { address, port, detail, kind, instance, list, rule });
    }
    case undefined:
      return failure('CLOUD_FIREWALL_OR_ROUTE', {
        address,
        port,
        detail,
        read: read.join(', ') || '-',
        absent: absent.join(', ') || '-',
      });
  }
}
