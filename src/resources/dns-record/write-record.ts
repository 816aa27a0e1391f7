import type { Clock } from '../../checks/outside.ts';
import { dnsRecordMessages } from '../../messages/dns-record.ts';
import { failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { readRecord } from '../../tencent/read-records.ts';
import { renderRemark } from '../../tencent/remark.ts';
import type { Tencent } from '../../tencent/tencent.ts';
import type { Zone } from '../../tencent/zone.ts';
import { createRecord, isAs, modifyRecord, type RecordContent, removeRecord } from '../dns-writing.ts';
import type { RecordChange, WantedRecord } from './decide.ts';

/** What the records of a host name are written with. */
export interface AddressWriting {
  readonly wanted: WantedRecord;
  readonly zone: Zone;
  readonly tencent: Tencent;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes one change. Throws `ApiFailure`, and DNS_RECORD_CHANGED where somebody else writes at the same time. */
export async function writeRecord(change: RecordChange, writing: AddressWriting): Promise<void> {
  const { log } = writing;
  const content = contentOf(writing.wanted);
  if (change.kind === 'create') {
    const id = await createRecord(content, writing);
    // Not by the list, which lags behind.
    await mustBeWritten(id, content, writing);
    return log.info(dnsRecordMessages.created(id));
  }
  const { id } = change.record;
  if (change.kind === 'remove') {
    await removeRecord(id, writing);
    return log.info(dnsRecordMessages.removed(id));
  }
  await modifyRecord(change.record, content, writing);
  await mustBeWritten(id, content, writing);
  return log.info(dnsRecordMessages.modified(id));
}

function contentOf({ app, address, run }: WantedRecord): RecordContent {
  return { type: 'A', value: address, remark: renderRemark({ app, value: address, run }) };
}

/** Reads the record itself; one that cannot be found yet is left to the name servers to show. */
async function mustBeWritten(
  id: number,
  content: RecordContent,
  { tencent, zone, wanted }: AddressWriting,
): Promise<void> {
  const found = await readRecord(tencent, zone, id);
  if (found === undefined || (isAs(found, content) && found.enabled)) return;
  const said = `${found.type} ${found.value}${found.enabled ? '' : ' (DISABLE)'}`;
  throw failure('DNS_RECORD_CHANGED', { domain: wanted.domain, found: said, address: wanted.address });
}
