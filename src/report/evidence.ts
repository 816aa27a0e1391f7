import type { Failure } from '../messages/failure.ts';
import { hideInComplaint } from '../nginx/hide-complaint.ts';
import { redact } from './redact.ts';

/** GitHub drops a summary of more than 1 MiB as a whole; a log of a few long lines may come to that. */
const most = 60_000;

/** The output that shows a failure, for people to read; undefined where there is none. */
export function evidenceOf({ evidence }: Failure, secrets: readonly string[]): string | undefined {
  if (evidence === undefined || evidence.trim() === '') return undefined;
  const whole = redact(hideInComplaint(evidence.trimEnd()), secrets);
  return whole.length > most ? `… ${whole.slice(-most)}` : whole;
}
