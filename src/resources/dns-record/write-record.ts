import type { Clock } from '../../checks/outside.ts';
import { dnsRecordMessages } from '../../messages/dns-record.ts';
import { failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { ApiFailure, hasApiCode } from '../../tencent/api-failure.ts';
import { plainValue, readRecords } from '../../tencent/read-records.ts';
import { renderRemark } from '../../tencent/remark.ts';
import type { Tencent } from '../../tencent/tencent.ts';
import type { DnsRecord, Zone } from '../../tencent/zone.ts';
import type { RecordChange, WantedRecord } from './decide.ts';

/** What records are written with. */
export interface Writing {
  readonly wanted: WantedRecord;
  readonly zone: Zone;
  readonly tencent: Tencent;
  readonly clock: Clock;
  readonly log: Log;
}

/** Seconds: the least that DNSPod's free plan takes in practice, and short enough to move by. */
export const usualTtl = 600;

/** How often a write is tried whose answer did not come. */
const attempts = 3;

/** What the API says of a record that is not there (any more). */
const gone = ['InvalidParameter.RecordIdInvalid', 'ResourceNotFound.NoDataOfRecord'];

/** Makes one change. Throws `ApiFailure`, and DNS_RECORD_CHANGED where somebody else writes at the same time. */
export async function writeRecord(change: RecordChange, writing: Writing): Promise<void> {
  const { log } = writing;
  switch (change.kind) {
    case 'create':
      return log.info(dnsRecordMessages.created(await create(writing)));
    case 'modify':
      await modify(change.record, writing);
      return log.info(dnsRecordMessages.modified(change.record.id));
    case 'remove':
      await remove(change.record, writing);
      return log.info(dnsRecordMessages.removed(change.record.id));
  }
}

/** What both writes say of the record; the id of the line decides, its name is asked for all the same. */
function requestOf({ wanted, zone }: Writing) {
  const { app, address, run } = wanted;
  return {
    Domain: zone.name,
    DomainId: zone.id,
    SubDomain: zone.host,
    RecordType: 'A',
    RecordLine: '默认',
    RecordLineId: '0',
    Value: address,
    Status: 'ENABLE',
    Remark: renderRemark({ app, value: address, run }),
  };
}

async function create(writing: Writing): Promise<number> {
  const { tencent } = writing;
  const request = requestOf(writing);
  const send = async (ttl: number): Promise<number> =>
    (await tencent.call('dnspod:CreateRecord', { ...request, TTL: ttl })).RecordId ?? 0;
  const ttl = Math.max(usualTtl, await leastTtl(writing));
  for (let attempt = 1; ; attempt += 1) {
    const id = await withTtl(ttl, send, writing).catch(async (error: unknown) => {
      if (!tookEffectPerhaps(error)) throw error;
      writing.log.info(dnsRecordMessages.noAnswer);
      const found = await findCreated(writing, request.Remark);
      if (found === undefined && attempt === attempts) throw error;
      return found;
    });
    if (id === undefined) continue;
    // Not by the list, which lags behind.
    await mustBeWritten(id, writing);
    return id;
  }
}

/**
 * The record that a create made although no answer came. DNSPod's list shows a new one within 30 seconds; a second create
 * before that could make a second record.
 */
async function findCreated(
  { tencent, zone, wanted, clock, log }: Writing,
  remark: string,
): Promise<number | undefined> {
  const until = clock.now() + 40_000;
  let told = false;
  for (;;) {
    const found = (await readRecords(tencent, zone)).find(
      (record) => record.type === 'A' && record.value === wanted.address && record.remark === remark,
    );
    if (found !== undefined || clock.now() >= until) return found?.id;
    if (!told) log.info(dnsRecordMessages.lagging);
    told = true;
    await clock.sleep(4000);
  }
}

async function modify(record: DnsRecord, writing: Writing): Promise<void> {
  const { tencent } = writing;
  const send = (ttl: number) =>
    tencent.call('dnspod:ModifyRecord', { ...requestOf(writing), RecordId: record.id, TTL: ttl });
  // It says the same however often it is sent.
  await repeated(() => withTtl(record.ttl || usualTtl, send, writing));
  await mustBeWritten(record.id, writing);
}

async function remove(record: DnsRecord, { tencent, zone }: Writing): Promise<void> {
  const request = { Domain: zone.name, DomainId: zone.id, RecordId: record.id };
  await repeated(() => tencent.call('dnspod:DeleteRecord', request)).catch((error: unknown) => {
    if (!hasApiCode(error, ...gone)) throw error;
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

/** Reads the record itself; one that cannot be found yet is left to the name servers to show. */
async function mustBeWritten(id: number, { tencent, zone, wanted }: Writing): Promise<void> {
  const request = { Domain: zone.name, DomainId: zone.id, RecordId: id };
  const answer = await tencent.call('dnspod:DescribeRecord', request).catch((error: unknown) => {
    if (hasApiCode(error, ...gone)) return undefined;
    throw error;
  });
  const found = answer?.RecordInfo;
  if (found === undefined) return;
  const { RecordType: type = '', Value: value = '', Enabled: enabled = 1 } = found;
  if (type === 'A' && plainValue(value) === wanted.address && enabled === 1) return;
  const said = `${type} ${value}${enabled === 1 ? '' : ' (DISABLE)'}`;
  throw failure('DNS_RECORD_CHANGED', { domain: wanted.domain, found: said, address: wanted.address });
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
