import type { LeaseKinds } from '../engine/lease.ts';
import { failure } from '../messages/failure.ts';
import { removeSshRules, type SshRuleNote, sshRuleKind } from '../resources/ssh-rule/ssh-rule.ts';
import {
  removeValidationRecord,
  type ValidationRecordNote,
  validationRecordKind,
} from '../resources/validation-record/validation-record.ts';
import type { Tencent } from '../tencent/tencent.ts';

/** What the post step has to give back by. */
export interface Means {
  /** The account, opened again; undefined: no credentials were given. */
  readonly tencent: Tencent | undefined;
}

/** Who gives back what a run held when it died: an entry for each kind of lease. */
export const leases: LeaseKinds<Means> = {
  [sshRuleKind]: async (note, { tencent }) => {
    if (tencent === undefined) throw failure('INTERNAL', { detail: 'no account to remove the SSH rule in' });
    await removeSshRules(tencent, note as SshRuleNote);
  },
  [validationRecordKind]: async (note, { tencent }) => {
    if (tencent === undefined) throw failure('INTERNAL', { detail: 'no account to remove the validation record in' });
    await removeValidationRecord(tencent, note as ValidationRecordNote);
  },
};
