import type { RunRecord } from '../commands/run.ts';
import { describe, type Failure } from '../messages/failure.ts';
import { mainMessages } from '../messages/main.ts';
import type { Language } from '../messages/text.ts';
import { redact } from '../redaction/redact.ts';
import { evidenceOf } from '../report/evidence.ts';
import { endGroup, fail, show, startGroup, warn } from './console.ts';

/** Tells every warning and failure with its cure, in the log and as an annotation. */
export function tellFindings(record: RunRecord, language: Language, secrets: readonly string[]): void {
  const tell = (found: Failure, say: (words: string, title: string) => void): void => {
    const evidence = evidenceOf(found, secrets);
    if (evidence !== undefined) {
      startGroup(mainMessages.evidence(found.code)[language]);
      show(evidence);
      endGroup();
    }
    say(redact(describe(found, language), secrets), found.code);
  };
  for (const warning of record.warnings) warn(redact(warning[language], secrets));
  for (const notice of record.notices) tell(notice, warn);
  for (const failed of record.failures) tell(failed, fail);
}
