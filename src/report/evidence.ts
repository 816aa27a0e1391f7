import type { Failure } from '../messages/failure.ts';
import { hideInComplaint } from '../nginx/hide-complaint.ts';
import { redact } from './redact.ts';

/** The output that shows a failure, for people to read; undefined where there is none. */
export function evidenceOf({ evidence }: Failure, secrets: readonly string[]): string | undefined {
  if (evidence === undefined || evidence.trim() === '') return undefined;
  return redact(hideInComplaint(evidence.trimEnd()), secrets);
}
