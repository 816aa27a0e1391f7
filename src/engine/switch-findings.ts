import { type Failure, failure, failureNamed, failuresOf } from '../messages/failure.ts';
import { factsIn, noticesAmong, parseFailureLine, withoutProtocol } from '../server/script-protocol.ts';
import { failedStep, type JournalEntry } from './journal.ts';
import { lastLines } from './outcome.ts';
import type { SwitchStep } from './step.ts';
import type { StepOutputs } from './step-output.ts';

/** What the steps of a switch that was kept warned of by their scripts. */
export function noticed(entries: readonly JournalEntry[]): readonly Failure[] {
  if (!entries.some(({ event }) => event === 'committed')) return [];
  return noticesAmong(entries.filter(({ event }) => event === 'noticed').map(({ detail }) => detail));
}

/** What they warned of, and what those find in their output that look into it, where it was printed. */
export function noticesOf(
  steps: readonly SwitchStep[],
  entries: readonly JournalEntry[],
  printed: StepOutputs | undefined,
): readonly Failure[] {
  const found = steps.flatMap(({ id, notice }) => {
    const result = printed?.kept.get(id);
    try {
      return (result && notice?.(result)) ?? [];
    } catch (error) {
      return failuresOf(error);
    }
  });
  return [...noticed(entries), ...found];
}

/** What those steps measured that do. */
export function measuredBy(
  steps: readonly SwitchStep[],
  printed: StepOutputs | undefined,
): Readonly<Record<string, string>> {
  const measured = steps.filter(({ measures }) => measures === true);
  return Object.assign({}, ...measured.map(({ id }) => factsIn(printed?.kept.get(id)?.stdout ?? '')));
}

/** Why the switch was undone: what the failed step named, else what it explains, with what it printed as evidence. */
export function causeOf(
  steps: readonly SwitchStep[],
  entries: readonly JournalEntry[],
  printed: StepOutputs | undefined,
): Failure {
  const failed = failedStep(entries);
  const step = steps.find(({ id }) => id === failed?.step);
  const result = printed?.kept.get(step?.id ?? '');
  const words = result === undefined ? printed?.last : withoutProtocol(`${result.stdout}${result.stderr}`);
  const evidence = words === undefined || words.trim() === '' ? undefined : lastLines(words, 60);
  const named = failed === undefined ? undefined : parseFailureLine(failed.detail);
  if (named !== undefined) return failureNamed(named.code, named.parameters, evidence);
  const unexplained = (cause?: unknown) =>
    failure('STEP_FAILED', { step: failed?.step ?? '-', code: String(result?.code ?? 1) }, { evidence, cause });
  if (result === undefined) return unexplained();
  try {
    return step?.explain?.(result) ?? unexplained();
  } catch (error) {
    return unexplained(error);
  }
}
