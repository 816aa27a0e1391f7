/** The name among `names` that takes the fewest insertions, removals and replacements to become `word`. */
export function nearest(word: string, names: readonly string[]): string {
  let best = names[0] ?? '';
  for (const name of names) if (distance(word, name) < distance(word, best)) best = name;
  return best;
}

/** Levenshtein distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
