import type { Piece } from './pieces.ts';

/** Pieces that the server has, one after another in one of its files. */
export interface Basis {
  /** Which of the files, from 0 on. */
  readonly source: number;
  /** Where in it the first piece begins. */
  readonly start: number;
  readonly pieces: readonly Piece[];
}

/** A range of the new file, and where the server has it; undefined: it is sent. */
export interface PlannedRange {
  /** In the new file. */
  readonly offset: number;
  readonly length: number;
  readonly from: { readonly source: number; readonly offset: number } | undefined;
}

/**
 * Bytes below which a range is sent rather than copied: a copy takes the server about a millisecond, whatever its length,
 * in which a link of 4 Mbit/s sends as much.
 */
const shortestCopy = 512;

/** Copies that a plan may have: beyond, shorter ones are sent. */
const mostCopies = 1500;

/** How many places of a piece are tried; more have only files that repeat themselves. */
const mostPlaces = 8;

interface Place {
  readonly basis: Basis;
  readonly at: number;
  readonly offset: number;
}

/**
 * Which ranges of the new file are copied and which are sent. Pieces that follow one another in a basis as they do in the
 * file are one copy; so are they when each alone would be too short for one.
 */
export function planDelta(pieces: readonly Piece[], bases: readonly Basis[]): readonly PlannedRange[] {
  const places = placesOf(bases);
  for (let shortest = shortestCopy; ; shortest *= 2) {
    const planned = planWith(pieces, places, shortest);
    if (planned.filter(({ from }) => from !== undefined).length <= mostCopies) return planned;
  }
}

function planWith(
  pieces: readonly Piece[],
  places: ReadonlyMap<string, readonly Place[]>,
  shortest: number,
): readonly PlannedRange[] {
  const planned: PlannedRange[] = [];
  let offset = 0;
  const add = (range: PlannedRange): void => {
    const last = planned.at(-1);
    offset += range.length;
    if (last === undefined || !follows(last, range)) planned.push(range);
    else planned[planned.length - 1] = { ...last, length: last.length + range.length };
  };
  for (let at = 0; at < pieces.length; ) {
    const { from, length, count } = longestRun(pieces, at, places);
    const last = planned.at(-1);
    const range = { offset, length, from };
    if (length >= shortest || (last?.from !== undefined && follows(last, range))) {
      add(range);
      at += count;
    } else {
      add({ offset, length: pieces[at]?.length ?? 0, from: undefined });
      at += 1;
    }
  }
  return planned;
}

/** Bytes that are sent. */
export function sentBytes(planned: readonly PlannedRange[]): number {
  return planned.reduce((sum, { length, from }) => sum + (from === undefined ? length : 0), 0);
}

function follows(last: PlannedRange, next: PlannedRange): boolean {
  if (last.from === undefined || next.from === undefined) return last.from === next.from;
  return last.from.source === next.from.source && last.from.offset + last.length === next.from.offset;
}

function nameOf({ length, key }: Piece): string {
  return `${length} ${key}`;
}

function placesOf(bases: readonly Basis[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const basis of bases) {
    let offset = basis.start;
    for (const [at, piece] of basis.pieces.entries()) {
      const name = nameOf(piece);
      const known = places.get(name);
      if (known === undefined) places.set(name, [{ basis, at, offset }]);
      else if (known.length < mostPlaces) known.push({ basis, at, offset });
      offset += piece.length;
    }
  }
  return places;
}

/** The longest run of pieces from `at` on that some basis has as well. */
function longestRun(
  pieces: readonly Piece[],
  at: number,
  places: ReadonlyMap<string, readonly Place[]>,
): { readonly from: PlannedRange['from']; readonly length: number; readonly count: number } {
  let best: ReturnType<typeof longestRun> = { from: undefined, length: 0, count: 0 };
  const first = pieces[at];
  for (const { basis, at: there, offset } of first === undefined ? [] : (places.get(nameOf(first)) ?? [])) {
    let count = 0;
    let length = 0;
    for (;;) {
      const [mine, theirs] = [pieces[at + count], basis.pieces[there + count]];
      if (mine === undefined || theirs === undefined || nameOf(mine) !== nameOf(theirs)) break;
      length += mine.length;
      count += 1;
    }
    if (length > best.length) best = { from: { source: basis.source, offset }, length, count };
  }
  return best;
}
