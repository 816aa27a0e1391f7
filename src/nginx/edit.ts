/** A stretch of a file's text, and what takes its place. */
export interface Edit {
  /** Indices into the text: where the stretch begins, and where what follows it does. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made, which do not overlap; everything outside of them stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: instead }) => edited.slice(0, start) + instead + edited.slice(end), text);
}
