import type { JarBasis } from './basis.ts';
import { libraryOf, nestedPieces } from './nested-pieces.ts';
import type { NestedJar, Piece } from './pieces.ts';
import type { Basis } from './plan.ts';

/** A nested jar of the new file that the server lacks, and another version of the same library that it has. */
export interface Pair {
  /** Which of the new file's pieces it is, and where that begins. */
  readonly at: number;
  readonly mine: PlacedJar;
  readonly source: number;
  readonly theirs: PlacedJar;
}

interface PlacedJar {
  readonly offset: number;
  readonly length: number;
  readonly nested: NestedJar;
}

/** Bytes from which on a nested jar is looked into. */
const shortestNested = 16 * 1024;

/** Bytes of directories that are asked for at most. */
const mostDirectoryBytes = 4 * 1024 * 1024;

/** Nested jars that are worth a look into. Of several versions the first basis' counts. */
export function pairs(pieces: readonly Piece[], bases: readonly JarBasis[]): readonly Pair[] {
  const there = new Set(bases.flatMap((basis) => basis.pieces.map(({ length, key }) => `${length} ${key}`)));
  const libraries = new Map<string, Pick<Pair, 'source' | 'theirs'>>();
  for (const [source, basis] of bases.entries()) {
    for (const { jar } of nestedJars(basis.pieces)) {
      const library = libraryOf(jar.nested.name);
      if (!libraries.has(library)) libraries.set(library, { source, theirs: jar });
    }
  }
  let asked = 0;
  return nestedJars(pieces).flatMap(({ at, key, jar: mine }) => {
    const other = libraries.get(libraryOf(mine.nested.name));
    if (other === undefined || mine.length < shortestNested || there.has(`${mine.length} ${key}`)) return [];
    asked += other.theirs.nested.directoryBytes;
    return asked > mostDirectoryBytes ? [] : [{ at, mine, ...other }];
  });
}

function nestedJars(pieces: readonly Piece[]) {
  let offset = 0;
  return pieces.flatMap(({ length, key, nested }, at) => {
    const jar = nested && { offset, length, nested };
    offset += length;
    return jar === undefined ? [] : [{ at, key, jar }];
  });
}

/** Where the directory of a nested jar begins. */
export function directoryOffset({ offset, length, nested }: PlacedJar): number {
  return offset + length - nested.directoryBytes;
}

/**
 * The pieces of the new file with those of `pairs` taken apart, and what the bases have of them. `mine` and `theirs`: the
 * directories, in the order of the pairs.
 */
export function takenApart(
  pieces: readonly Piece[],
  pairs: readonly Pair[],
  mine: readonly Buffer[],
  theirs: readonly Buffer[],
): { readonly pieces: readonly Piece[]; readonly bases: readonly Basis[] } {
  const apart = new Map<number, readonly Piece[]>();
  const bases: Basis[] = [];
  for (const [number, pair] of pairs.entries()) {
    const [own, other] = [mine[number], theirs[number]];
    const inner = own && nestedPieces(own, pair.mine.length);
    const known = other && nestedPieces(other, pair.theirs.length);
    if (inner === undefined || known === undefined) continue;
    apart.set(pair.at, inner);
    bases.push({ source: pair.source, start: pair.theirs.offset, pieces: known });
  }
  return { pieces: pieces.flatMap((piece, at) => apart.get(at) ?? [piece]), bases };
}
