import type { Failure } from '../messages/failure.ts';
import { hideInComplaint } from '../redaction/complaint.ts';
import { redact } from '../redaction/redact.ts';
import { shorten } from './shorten.ts';

/** Characters of it that are shown at most. */
export const mostEvidence = 60_000;

/** The output that shows a failure, for people to read, its last `most` characters; undefined where there is none. */
export function evidenceOf(
  { evidence }: Failure,
  secrets: readonly string[],
  most: number = mostEvidence,
): string | undefined {
  if (evidence === undefined || evidence.trim() === '') return undefined;
  // Redacted first: of a secret that is cut in two, neither half would be found.
  return shorten(redact(hideInComplaint(evidence.trimEnd()), secrets), most, 'end');
}
