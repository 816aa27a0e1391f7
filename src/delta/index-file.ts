import type { Piece } from './pieces.ts';

/** Pieces of a file that may be listed; one of more has no index, and is no basis. */
const mostPieces = 6000;

/** Bytes of an index that is read; a line has some twenty, one of a nested jar fifty. */
export const mostIndexBytes = 300_000;

/**
 * The index of a file, as it is kept beside it: a line for each piece, `LENGTH KEY`, of a nested jar
 * `LENGTH KEY DIRECTORY-BYTES NAME`. Undefined for a file of which none is kept.
 */
export function renderIndex(pieces: readonly Piece[]): string | undefined {
  if (pieces.length > mostPieces) return undefined;
  const text = pieces
    .map(({ length, key, nested }) => [length, key, ...(nested ? [nested.directoryBytes, nested.name] : [])].join(' '))
    .join('\n');
  return text.length < mostIndexBytes ? `${text}\n` : undefined;
}

/** Reads the lines of an index of a file of `bytes`; undefined where they are not all of such a file. */
export function readIndex(lines: readonly string[], bytes: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let sum = 0;
  for (const line of lines) {
    const [, length, key, directoryBytes, name] =
      /^([1-9]\d{0,14}) ([0-9a-f]{6}|[0-9a-f]{16})(?: (\d{1,10}) ([\w.+-]+))?$/.exec(line) ?? [];
    if (length === undefined || key === undefined) return undefined;
    sum += Number(length);
    const nested = name === undefined ? undefined : { name, directoryBytes: Number(directoryBytes) };
    pieces.push({ length: Number(length), key, ...(nested && { nested }) });
  }
  return pieces.length > 0 && sum === bytes ? pieces : undefined;
}
