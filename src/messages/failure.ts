import { hideInComplaint } from '../redaction/complaint.ts';
import { type ErrorCode, errors, type ParametersOf } from './errors.ts';
import { type Language, type Text, text } from './text.ts';

/** What the catalogue says of one failure: what happened, why it is thought so, what to do. */
export interface FailureText {
  readonly what: Text;
  readonly why: Text;
  readonly cure: Text;
}

/** A failure that a user can act on: a stable code and its text in every language. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly text: FailureText;
  /** Output of a program that shows the cause (a build's last lines, a container's log). */
  readonly evidence: string | undefined;

  constructor(code: ErrorCode, text: FailureText, options?: { evidence?: string | undefined; cause?: unknown }) {
    super(`${code}: ${text.what.en}`, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.text = text;
    this.evidence = options?.evidence;
  }
}

/** Several failures found in one look (all bad inputs of a run). */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map((f) => f.message).join('\n'));
    this.name = 'Failures';
    this.failures = failures;
  }
}

/** Makes the failure `code` from the catalogue; the compiler checks its parameters. */
export function failure<C extends ErrorCode>(
  code: C,
  parameters: ParametersOf<C>,
  options?: { evidence?: string | undefined; cause?: unknown },
): Failure {
  const entry = errors[code] as (parameters: ParametersOf<C>) => FailureText;
  return new Failure(code, entry(parameters), options);
}

/**
 * The failure that a script on the server named by its code. Its parameters are words of the script, so the compiler
 * cannot check them; a code that the catalogue lacks becomes `INTERNAL`.
 */
export function failureNamed(code: string, parameters: Readonly<Record<string, string>>, evidence?: string): Failure {
  if (!Object.hasOwn(errors, code))
    return failure('INTERNAL', { detail: `${code} ${JSON.stringify(parameters)}` }, { evidence });
  const entry = errors[code as ErrorCode] as unknown as (p: Readonly<Record<string, string>>) => FailureText;
  // Of what nginx complains of, names and places alone.
  const shown = Object.entries(parameters).map(([name, value]) => [name, hideInComplaint(value)]);
  return new Failure(code as ErrorCode, entry(Object.fromEntries(shown)), { evidence });
}

/** The failures in `error`, whatever was thrown; an unexpected one becomes `INTERNAL`. */
export function failuresOf(error: unknown): readonly Failure[] {
  if (error instanceof Failures) return error.failures;
  if (error instanceof Failure) return [error];
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [failure('INTERNAL', { detail }, { cause: error })];
}

/** Throws what failed: a single failure as it is, several as `Failures`; nothing where there is none. */
export function throwAll(failed: readonly Failure[]): void {
  if (failed.length === 1) throw failed[0];
  if (failed.length > 0) throw new Failures(failed);
}

/** Waits for all of `readings`; throws what failed of any of them, all at once. */
export async function gather<T extends readonly unknown[]>(
  readings: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const settled = await Promise.allSettled(readings);
  const failed = settled.flatMap((one) => (one.status === 'rejected' ? failuresOf(one.reason) : []));
  if (failed.length > 0) throw new Failures(failed);
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/** One failure as lines for a log: code and what, then why, then what to do. */
export function describe(f: Failure, language: Language): string {
  const labels = { why: text('Why', '原因'), cure: text('What to do', '解决办法') };
  const lines = [`${f.code}: ${f.text.what[language]}`];
  if (f.text.why[language]) lines.push(`${labels.why[language]}: ${f.text.why[language]}`);
  lines.push(`${labels.cure[language]}: ${f.text.cure[language]}`);
  return lines.join('\n');
}
