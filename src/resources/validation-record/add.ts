import { type Failure, failure } from '../../messages/failure.ts';
import { validationRecordMessages as say } from '../../messages/validation-record.ts';
import { hasApiCode } from '../../tencent/api-failure.ts';
import type { Zone } from '../../tencent/zone.ts';
import { isDefaultLine } from '../dns-lines.ts';
import { isConflict, refusalOf } from '../dns-refusal.ts';
import { createRecord, findListed, isAs, type Writing } from '../dns-writing.ts';
import { recordThere, wordsOf } from './in-the-way.ts';
import { useOf, validationRemark } from './own-remark.ts';
import type { WantedValidationRecord } from './wanted.ts';

/**
 * Adds the record where the zone as it was read has none of its value, and gives its id; undefined: it is there, and lists
 * do not show it. Throws VALIDATION_RECORD_CONFLICT, what DNSPod's refusal means, and `ApiFailure`.
 */
export async function addValidationRecord(
  wanted: WantedValidationRecord,
  writing: Writing & { readonly zone: Zone },
  run: string,
): Promise<number | undefined> {
  const { zone, log } = writing;
  const { name, type, value } = wanted;
  const there = recordThere(wanted, zone.records);
  if (there !== undefined) {
    log.info(say.there(name, type));
    return there.id;
  }
  const content = { type, value, remark: validationRemark(useOf(wanted), value, run) };
  try {
    const id = await createRecord(content, writing);
    log.info(say.added(name, type));
    return id;
  } catch (error) {
    if (!hasApiCode(error, 'InvalidParameter.DomainRecordExist')) {
      throw refusalOf(error, zone, (detail, options) =>
        isConflict(detail) ? conflict(wanted, detail, options) : undefined,
      );
    }
    log.info(say.there(name, type));
    const shown = await findListed((record) => isDefaultLine(record) && isAs(record, wanted), writing);
    if (shown?.enabled === false) throw conflict(wanted, wordsOf([shown]), { cause: error });
    return shown?.id;
  }
}

function conflict(
  { name, type, value }: WantedValidationRecord,
  found: string,
  options: Parameters<typeof failure>[2],
): Failure {
  return failure('VALIDATION_RECORD_CONFLICT', { name, type, value, found }, options);
}
