import type { RunResult } from '../../practice/run-action.ts';

/** How a run is to be refused. */
export interface Refusal {
  /** Codes of all failures, the first of which is the output `error-code`. */
  readonly codes: readonly string[];
  /** What the messages must say, each somewhere among them. */
  readonly says: readonly string[];
  /** What must not be seen anywhere in what the run printed or handed over. */
  readonly never?: readonly string[];
}

/** The texts of a run's errors, joined: what a person reads beside the log. */
export function errorsOf(result: RunResult): string {
  return result.annotations
    .filter((annotation) => annotation.level === 'error')
    .map((annotation) => annotation.message)
    .join('\n\n');
}

/** Fails, with the run's log, when a run was not refused as it should have been: red, these codes, each with its cure. */
export function expectRefused(result: RunResult, { codes, says, never = [] }: Refusal): void {
  const errors = result.annotations.filter((annotation) => annotation.level === 'error');
  const told = {
    exit: result.code,
    output: result.outputs['error-code'],
    changed: result.outputs.changed,
    titles: errors.map((error) => error.title).toSorted(),
    withoutCure: errors.filter(({ message }) => !/^(What to do: |解决办法: )/m.test(message)).map(({ title }) => title),
    unsaid: says.filter((words) => !errorsOf(result).includes(words)),
    withoutSummary: codes.filter((code) => !result.summary.includes(code)),
    leaked: never.filter((words) =>
      [result.log, result.summary, JSON.stringify(result.outputs)].join().includes(words),
    ),
  };
  try {
    expect(told).toEqual({
      exit: 1,
      output: codes[0],
      changed: 'false',
      titles: codes.toSorted(),
      withoutCure: [],
      unsaid: [],
      withoutSummary: [],
      leaked: [],
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${result.log}`);
  }
}

/** Codes of all failures of a run. */
export function codesOf(result: RunResult): readonly string[] {
  return result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title ?? '');
}
