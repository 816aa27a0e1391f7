import type { OpenTencent } from '../../../tencent/tencent.ts';
import { clearValidationRecords, withValidationRecord } from '../../validation-record/validation-record.ts';
import type { IssuingRun } from '../issuer.ts';

/** How the record that the authority looks for comes and goes. */
export interface RecordTools {
  readonly withValidationRecord: typeof withValidationRecord;
  readonly clearValidationRecords: typeof clearValidationRecords;
}

/** In the account's own zone. */
export const realRecords: RecordTools = { withValidationRecord, clearValidationRecords };

/** What the steps of one plan share. */
export interface Issuing {
  readonly tencent: OpenTencent;
  readonly run: IssuingRun;
  readonly records: RecordTools;
  readonly domain: string;
  /** The server, as a record that is left behind names it. */
  readonly host: string;
  readonly timeoutSeconds: number;
}
