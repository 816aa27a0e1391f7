/** What a probe printed: lines of a word and its value, in which what may hold anything is in base64. */
export interface ProbeLines {
  /** The value of each line of a word, in their order; empty where a line is the word alone. */
  values(word: string): readonly string[];
  /** The value of the first line of a word; undefined: there is none. */
  value(word: string): string | undefined;
  has(word: string): boolean;
  /** The fields of each value of a word, between single spaces; none where it is empty. */
  fields(word: string): readonly (readonly string[])[];
}

/** Reads lines of a word and its value; others are lines of words that nobody asks for. */
export function readLines(output: string): ProbeLines {
  const found = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const [word, value] = parted(line);
    const values = found.get(word);
    if (values === undefined) found.set(word, [value]);
    else values.push(value);
  }
  const values = (word: string): readonly string[] => found.get(word) ?? [];
  return {
    values,
    value: (word) => found.get(word)?.[0],
    has: (word) => found.has(word),
    fields: (word) => values(word).map((value) => (value.trim() === '' ? [] : value.trimEnd().split(' '))),
  };
}

/** A line's first word, and the rest. */
export function parted(line: string): readonly [string, string] {
  const space = line.indexOf(' ');
  return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}
