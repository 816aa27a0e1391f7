/**
 * The name among `names` that takes the fewest insertions, removals, replacements and swaps of two letters to become
 * `word`; undefined where that would change more than a third of the letters: such a name tells nobody anything.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, changes: changesBetween(word, name) }))
    .toSorted((a, b) => a.changes - b.changes);
  return best !== undefined && best.changes <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}

/** Optimal string alignment distance, row by row. */
export function changesBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
