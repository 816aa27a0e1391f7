import { type ActionName, actions } from '../../src/tencent/actions.ts';

/** One call that came to the account's API. */
export interface JournalEntry {
  readonly at: Date;
  /** `dnspod:CreateRecord`; what was asked for, also where no such action is known. */
  readonly action: string;
  readonly kind: 'read' | 'write';
  readonly region: string;
  readonly request: unknown;
  /** `ok`, the code of a refusal, or `fault: …` where the answer was spoilt on purpose. */
  readonly outcome: string;
  /** Whether what was asked for was done. */
  readonly done: boolean;
}

/** All calls in their order. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Calls of actions that change something, whatever they came to. */
  writes(): readonly JournalEntry[];
  /** Calls of one action. */
  of(action: ActionName): readonly JournalEntry[];
  /** Forgets what was so far, as between two runs. */
  clear(): void;
  /** A line for each call. */
  print(): string;
}

/** A journal, and what writes into it. */
export function openJournal(): { journal: Journal; note(entry: Omit<JournalEntry, 'kind'>): void } {
  const entries: JournalEntry[] = [];
  const kindOf = (action: string): 'read' | 'write' =>
    Object.entries(actions).find(([name]) => name === action)?.[1].kind ?? 'read';
  return {
    note: (entry) => void entries.push({ ...entry, kind: kindOf(entry.action) }),
    journal: {
      entries,
      writes: () => entries.filter(({ kind }) => kind === 'write'),
      of: (action) => entries.filter((entry) => entry.action === action),
      clear: () => void entries.splice(0),
      print: () =>
        entries
          .map(
            ({ action, kind, region, outcome }) =>
              `${kind.padEnd(5)} ${action}${region && ` (${region})`} -> ${outcome}`,
          )
          .join('\n'),
    },
  };
}
