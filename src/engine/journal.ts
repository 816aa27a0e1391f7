/** What the switch script writes of one event; times in seconds since 1970. */
export interface JournalEntry {
  readonly at: number;
  readonly event: string;
  /** The step's id; `-` where the event is about the whole. */
  readonly step: string;
  /** The outcome, or the failure that the step named (`@@failure CODE key=base64 ...`). */
  readonly detail: string;
}

/** How a switch ended: kept, taken back, or neither (something could not be restored). */
export type Outcome = 'committed' | 'undone' | 'stuck';

/**
 * What is known of a switch: its outcome (`committed` as soon as the new version is proven), `cut-short` when its script
 * ended without one (a reboot), `open` while nobody knows.
 */
export type Fate = Outcome | 'cut-short' | 'open';

/** What the journal says of a switch; `running`: its script may still write. */
export function fateOf(entries: readonly JournalEntry[], running: boolean): Fate {
  const proven = entries.some((entry) => entry.event === 'committed');
  return outcomeOf(entries) ?? (proven ? 'committed' : running ? 'open' : 'cut-short');
}

/** Reads one line of a switch's journal; undefined when it is none (a line cut short by a crash). */
export function readJournalLine(line: string): JournalEntry | undefined {
  const [, at, event, step, detail] = /^(\d+\.\d+) ([a-z]+) (\S+) ?(.*)$/.exec(line) ?? [];
  if (at === undefined || event === undefined || step === undefined) return undefined;
  return { at: Number(at), event, step, detail: detail ?? '' };
}

/** How the switch ended, or undefined while it has not. The outcome stands where the other events have their step. */
export function outcomeOf(entries: readonly JournalEntry[]): Outcome | undefined {
  const last = entries.findLast((entry) => entry.event === 'outcome');
  return outcomes.find((outcome) => outcome === last?.step);
}

const outcomes: readonly Outcome[] = ['committed', 'undone', 'stuck'];

/** The steps that could not be undone. */
export function stuckSteps(entries: readonly JournalEntry[]): readonly string[] {
  return entries.filter((entry) => entry.event === 'stuck').map(({ step }) => step);
}

/** The step that failed and why, where one did. */
export function failedStep(entries: readonly JournalEntry[]): JournalEntry | undefined {
  return entries.find((entry) => entry.event === 'failed');
}
