import { isIPv4, isIPv6 } from 'node:net';
import type { Line } from './lines.ts';
import { Refusal } from './refusal.ts';

/** A record as DNSPod keeps it. */
export interface ZoneRecord {
  readonly id: number;
  /** `api`, or `@`. */
  readonly host: string;
  readonly type: string;
  readonly line: Line;
  /** A CNAME's ends with a dot. */
  readonly value: string;
  readonly mx: number;
  /** Seconds. */
  readonly ttl: number;
  readonly enabled: boolean;
  readonly remark: string;
  readonly updatedAt: Date;
  /** When the API made it: lists show it later, and `DescribeRecord` at once. Undefined: it has been there. */
  readonly madeAt: Date | undefined;
  /** Whether it is one of those by which DNSPod names its own servers. */
  readonly defaultNs: boolean;
}

/** What makes a record, but for what the zone gives it. */
export type RecordContent = Pick<ZoneRecord, 'host' | 'type' | 'line' | 'value' | 'mx' | 'ttl' | 'enabled' | 'remark'>;

/** What a zone's plan allows. */
export interface Plan {
  /** The least TTL, seconds. */
  readonly minTtl: number;
  /** How many records of one name, type and line. */
  readonly roll: number;
}

const label = /^(?:\*|[\w\p{Script=Han}](?:[\w\p{Script=Han}-]{0,61}[\w\p{Script=Han}])?)$/u;
const hostName = /^(?:[\w-]{1,63}\.)+[\w-]{1,63}\.?$/;
const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'CAA', 'SRV', '显性URL', '隐性URL'];

/** A value as DNSPod keeps it. Throws `Refusal`. */
export function keptValue(type: string, value: string): string {
  if (!types.includes(type)) throw new Refusal('InvalidParameter.RecordTypeInvalid', '记录类型不正确。');
  const named = ['CNAME', 'MX', 'NS'].includes(type);
  const good =
    type === 'A' ? isIPv4(value) : type === 'AAAA' ? isIPv6(value) : named ? hostName.test(value) : value !== '';
  if (!good) throw new Refusal('InvalidParameter.RecordValueInvalid', '记录的值不正确。');
  return named ? `${value.replace(/\.$/, '')}.` : value;
}

/**
 * Throws `Refusal` where a zone with these records (the one that is changed left out) cannot take another one: codes of
 * the SDK's list, and that of a conflict as seen live.
 */
export function checkRecord(others: readonly ZoneRecord[], wanted: RecordContent, plan: Plan): void {
  const { host, type, line, value, ttl } = wanted;
  if (host !== '@' && !host.split('.').every((one) => label.test(one))) {
    throw new Refusal('InvalidParameter.SubdomainInvalid', '子域名不正确。');
  }
  if (!Number.isInteger(ttl) || ttl < 1 || ttl > 604_800) {
    throw new Refusal('InvalidParameter.RecordTtlInvalid', 'TTL 值不正确，应为 1 到 604800。');
  }
  if (ttl < plan.minTtl) {
    throw new Refusal('LimitExceeded.RecordTtlLimit', `记录的 TTL 值超出了限制，最小为 ${plan.minTtl}。`);
  }
  if (type === 'MX' && (wanted.mx < 1 || wanted.mx > 20)) {
    throw new Refusal('InvalidParameter.MxInvalid', 'MX 优先级不正确。');
  }
  const beside = others.filter((one) => one.host === host && one.line.id === line.id);
  if (beside.some((one) => one.type === type && one.value === value)) {
    throw new Refusal('InvalidParameter.DomainRecordExist', '记录已经存在，无需再次添加。');
  }
  const alive = beside.filter((one) => one.enabled && !one.defaultNs);
  if (wanted.enabled && alive.some((one) => type === 'CNAME' || one.type === 'CNAME')) {
    throw new Refusal('InvalidParameter.ConflictRecord', `与已有${line.name}线路记录冲突，无法添加。`);
  }
  if (alive.filter((one) => one.type === type).length >= plan.roll) {
    throw new Refusal('LimitExceeded.SubdomainRollLimit', '子域名负载均衡数量超出限制。');
  }
}
