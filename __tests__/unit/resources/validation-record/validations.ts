import type { RecordListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import type { LeaseNote } from '../../../../src/engine/lease.ts';
import type { IssuingRun } from '../../../../src/resources/issuance/issuer.ts';
import { useOf, validationRemark } from '../../../../src/resources/validation-record/own-remark.ts';
import type { WantedValidationRecord } from '../../../../src/resources/validation-record/validation-record.ts';
import type { OpenTencent } from '../../../../src/tencent/tencent.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { patience } from '../../engine/patience.ts';
import { fakeAccount, fakeClock, listed } from '../../tencent/fake-account.ts';

/** The record by which an ACME authority validates api.example.com. */
export const challenge: WantedValidationRecord = {
  domain: 'api.example.com',
  name: '_acme-challenge.api.example.com',
  type: 'TXT',
  value: 'LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM',
  host: '203.0.113.5',
};

/** A record at the name of the challenge as DNSPod's list gives it; somebody else's, unless told otherwise. */
export function beside(record: Partial<RecordListItem> & { RecordId: number; Value: string }): RecordListItem {
  return listed({ Type: 'TXT', Name: '_acme-challenge.api', ...record });
}

/** One that an earlier run has left, for the challenge's domain and server unless told otherwise. */
export function left(RecordId: number, Value: string, of: Partial<WantedValidationRecord> = {}): RecordListItem {
  const Remark = validationRemark(useOf({ ...challenge, ...of }), Value, 'owner/repo#1');
  return beside({ RecordId, Value, Remark });
}

/** An account with these records, and a run that validates in it. */
export function scene(records: readonly RecordListItem[] = [], ends: Parameters<typeof patience>[0] = {}) {
  const clock = fakeClock();
  const account = fakeAccount(records, clock);
  const log = listeningLog();
  const noted = new Map<string, LeaseNote>();
  const until: AbortSignal[] = [];
  const tencent: OpenTencent = {
    call: account.call,
    until: (signal) => {
      until.push(signal);
      return tencent;
    },
  };
  const run: IssuingRun = {
    ...patience(ends),
    ...clock,
    log,
    noteLease: (id, held) => void (held === undefined ? noted.delete(id) : noted.set(id, held)),
    hide: () => {},
    roots: [],
    name: 'owner/repo#2',
    noteCertificate: () => {},
  };
  /** What DNSPod's servers answer as soon as a record is written. */
  const ask = async (_: string, name: string, type: string) =>
    account.records
      .filter((one) => `${one.Name}.example.com` === name && one.Type === type && one.Status === 'ENABLE')
      .map(({ Value = '' }) => Value);
  const values = () => account.records.map(({ Value }) => Value);
  return { account, tencent, run, ask, clock, log, noted, until, values };
}
