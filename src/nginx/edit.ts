/** A stretch of a file's text, and what takes its place. */
export interface Edit {
  /** Indices into the text: where the stretch begins, and where what follows it does. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made, which do not overlap; everything outside of them stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), instead);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}
