import type { DomainListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import { type Failure, failure } from '../messages/failure.ts';
import { ApiFailure, hasApiCode } from './api-failure.ts';
import { allPages } from './pages.ts';
import { readRecords } from './read-records.ts';
import type { Tencent } from './tencent.ts';
import type { Registration, Zone } from './zone.ts';

/** As many as DNSPod gives at once. */
const pageSize = 3000;

/**
 * The zone of the account that `domain` (in ASCII) is in, by the longest name, with the records that the host name has.
 * Throws what `missing` makes of the account's zones where none fits, and `ApiFailure`.
 */
export async function readZone(
  tencent: Tencent,
  domain: string,
  missing: (zones: string) => Failure = (zones) => failure('DNS_ZONE_MISSING', { domain, zones }),
): Promise<Zone> {
  const zones = await listZones(tencent);
  const [zone] = fitting(zones, domain);
  if (zone === undefined) throw missing(namesOf(zones));
  const place = { id: zone.id, name: zone.name, host: hostIn(zone.name, domain) };
  const [{ DomainInfo: info = {} }, records, registration] = await Promise.all([
    tencent.call('dnspod:DescribeDomain', { Domain: zone.name, DomainId: zone.id }),
    readRecords(tencent, place),
    readRegistration(tencent, zone.name),
  ]);
  return {
    ...place,
    status: info.Status ?? zone.status,
    grade: info.Grade ?? '',
    ttl: info.TTL ?? 0,
    nameServers: (info.DnspodNsList ?? []).map(plainName),
    delegatedTo: (info.ActualNsList ?? []).map(plainName),
    records,
    registration,
  };
}

/** The zones of the account that `domain` (in ASCII) is in, the longest name first. Throws `ApiFailure`. */
export async function findZones(tencent: Tencent, domain: string): Promise<readonly ListedZone[]> {
  return fitting(await listZones(tencent), domain);
}

/** A zone of the account. */
export interface ListedZone {
  readonly id: number;
  /** In ASCII, lower case. */
  readonly name: string;
  readonly status: string;
}

async function listZones(tencent: Tencent): Promise<readonly ListedZone[]> {
  const found = await allPages(
    tencent,
    'dnspod:DescribeDomainList',
    { Type: 'ALL' },
    {
      size: pageSize,
      page: ({ DomainList: items, DomainCountInfo: count }) => ({ items, total: count?.DomainTotal }),
    },
  ).catch((error: unknown): readonly DomainListItem[] => {
    if (hasApiCode(error, 'ResourceNotFound.NoDataOfDomain')) return [];
    throw error;
  });
  return found.flatMap(({ DomainId: id, Punycode, Name, Status = '' }) => {
    const name = plainName(Punycode || Name || '');
    return id === undefined || name === '' ? [] : [{ id, name, status: Status }];
  });
}

function fitting(zones: readonly ListedZone[], domain: string): readonly ListedZone[] {
  const name = plainName(domain);
  return zones
    .filter((zone) => name === zone.name || name.endsWith(`.${zone.name}`))
    .toSorted((a, b) => b.name.length - a.name.length);
}

function hostIn(zone: string, domain: string): string {
  const name = plainName(domain);
  return name === zone ? '@' : name.slice(0, -zone.length - 1);
}

/** A few of the zones, for a message. */
function namesOf(zones: readonly ListedZone[]): string {
  const names = zones.map(({ name }) => name);
  return names.length > 10 ? `${names.slice(0, 10).join(', ')}, …` : names.join(', ');
}

/**
 * What the registrar says; undefined where it is another one, or where these credentials may not ask: it is good to know,
 * and no more.
 */
async function readRegistration(tencent: Tencent, zone: string): Promise<Registration | undefined> {
  try {
    const { DomainInfo: info } = await tencent.call('domain:DescribeDomainBaseInfo', { Domain: zone });
    return info && { realName: info.RealNameAuditStatus ?? '', states: info.DomainStatus ?? [] };
  } catch (error) {
    if (error instanceof ApiFailure) return undefined;
    throw error;
  }
}

function plainName(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
