import type { Clock } from '../checks/outside.ts';
import { dnsRecordMessages } from '../messages/dns-record.ts';
import type { Log } from '../messages/log.ts';
import { ApiFailure, hasApiCode } from '../tencent/api-failure.ts';
import { isGone, readRecords } from '../tencent/read-records.ts';
import { plainValue } from '../tencent/record-value.ts';
import type { Tencent } from '../tencent/tencent.ts';
import type { DnsRecord, Zone } from '../tencent/zone.ts';

/** A record of the default line, as it is to be. */
export interface RecordContent {
  readonly type: 'A' | 'TXT' | 'CNAME';
  readonly value: string;
  readonly remark: string;
}

/** What records are written with. */
export interface Writing {
  readonly zone: Pick<Zone, 'id' | 'name' | 'host' | 'grade' | 'ttl'>;
  readonly tencent: Tencent;
  readonly clock: Clock;
  readonly log: Log;
}

/** Seconds: the least that DNSPod's free plan takes in practice, and short enough to move by. */
export const usualTtl = 600;

/** How often a write is tried whose answer did not come. */
const attempts = 3;

/** What both writes say of the record; the id of the line decides, its name is asked for all the same. */
function requestOf({ type, value, remark }: RecordContent, { zone }: Writing) {
  return {
    Domain: zone.name,
    DomainId: zone.id,
    SubDomain: zone.host,
    RecordType: type,
    RecordLine: '默认',
    RecordLineId: '0',
    Value: value,
    Status: 'ENABLE',
    Remark: remark,
  };
}

/** Makes a record, and gives its id. One that was made although no answer came is found, not made again. Throws `ApiFailure`. */
export async function createRecord(content: RecordContent, writing: Writing): Promise<number> {
  const { tencent } = writing;
  const request = requestOf(content, writing);
  const send = async (ttl: number): Promise<number> =>
    (await tencent.call('dnspod:CreateRecord', { ...request, TTL: ttl })).RecordId ?? 0;
  const ttl = Math.max(usualTtl, await leastTtl(writing));
  for (let attempt = 1; ; attempt += 1) {
    const id = await withTtl(ttl, send, writing).catch(async (error: unknown) => {
      if (!tookEffectPerhaps(error)) throw error;
      writing.log.info(dnsRecordMessages.noAnswer);
      const found = await findListed((record) => isAs(record, content) && record.remark === content.remark, writing);
      if (found === undefined && attempt === attempts) throw error;
      return found?.id;
    });
    if (id !== undefined) return id;
  }
}

/** Whether a record has the type and the value that are wanted, as far as DNS tells them apart. */
export function isAs(
  record: Pick<DnsRecord, 'type' | 'value'>,
  { type, value }: Omit<RecordContent, 'remark'>,
): boolean {
  const [is, wanted] = [plainValue(type, record.value), plainValue(type, value)];
  return record.type === type && (type === 'TXT' ? is === wanted : is.toLowerCase() === wanted.toLowerCase());
}

/**
 * A record of the host that is there although the list may not show it yet. It shows a new one within 30 seconds; what is
 * written again before that could be there twice. Undefined: it is not shown by then. Throws `ApiFailure`.
 */
export async function findListed(
  isIt: (record: DnsRecord) => boolean,
  { tencent, zone, clock, log }: Writing,
): Promise<DnsRecord | undefined> {
  const until = clock.now() + 40_000;
  let told = false;
  for (;;) {
    const found = (await readRecords(tencent, zone)).find(isIt);
    if (found !== undefined || clock.now() >= until) return found;
    if (!told) log.info(dnsRecordMessages.lagging);
    told = true;
    await clock.sleep(4000);
  }
}

/** Makes a record another one; its TTL stays. Throws `ApiFailure`. */
export async function modifyRecord(record: DnsRecord, content: RecordContent, writing: Writing): Promise<void> {
  const { tencent } = writing;
  const send = (ttl: number) =>
    tencent.call('dnspod:ModifyRecord', { ...requestOf(content, writing), RecordId: record.id, TTL: ttl });
  // It says the same however often it is sent.
  await repeated(() => withTtl(record.ttl || usualTtl, send, writing));
}

/** Removes a record by its id; one that is gone already is good. Throws `ApiFailure`. */
export async function removeRecord(
  id: number,
  { tencent, zone }: { readonly tencent: Tencent; readonly zone: Pick<Zone, 'id' | 'name'> },
): Promise<void> {
  const request = { Domain: zone.name, DomainId: zone.id, RecordId: id };
  await repeated(() => tencent.call('dnspod:DeleteRecord', request)).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

async function repeated(write: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!tookEffectPerhaps(error) || attempt === attempts) throw error;
    }
  }
}

function tookEffectPerhaps(error: unknown): boolean {
  return error instanceof ApiFailure && error.mayHaveTakenEffect;
}

/** Sends with the TTL in seconds, and where that is too short for the plan, once more with one that is not. */
async function withTtl<T>(ttl: number, send: (ttl: number) => Promise<T>, writing: Writing): Promise<T> {
  try {
    return await send(ttl);
  } catch (error) {
    if (!hasApiCode(error, 'LimitExceeded.RecordTtlLimit')) throw error;
    const longer = Math.max(usualTtl, await leastTtl(writing), writing.zone.ttl);
    if (longer <= ttl) throw error;
    writing.log.info(dnsRecordMessages.ttlRaised(longer));
    return await send(longer);
  }
}

/** Seconds that the plan of the zone asks for; 0 where it says nothing. Its name is spelt in two ways (DP_FREE, DP_Free). */
async function leastTtl({ tencent, zone }: Writing): Promise<number> {
  const { Info } = await tencent.call('dnspod:DescribePackageDetail', null);
  const plan = Info?.find(({ DomainGrade }) => DomainGrade.toLowerCase() === zone.grade.toLowerCase());
  return plan?.MinTtl ?? 0;
}
