import type { Text } from '../messages/text.ts';

/** A part of what `status` shows, for the log and for the summary alike. */
export interface Section {
  readonly title: Text;
  /** Sentences in front. */
  readonly notes?: readonly Text[];
  /** Names and their values. */
  readonly facts?: readonly Fact[];
  readonly table?: Table;
  /** Lines of a program or a file, as they came; empty: there are none. */
  readonly output?: string;
}

/** A name and its value. */
export type Fact = readonly [Text, Text];

/** Rows under a heading, each as long as it. */
export interface Table {
  readonly heading: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}
