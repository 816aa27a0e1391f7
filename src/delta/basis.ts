import type { Piece } from './pieces.ts';

/** A jar that a release on the server has, whose pieces are known. */
export interface JarBasis {
  readonly path: string;
  /** What its index and the note of its hash are beside: the folder of its release. */
  readonly folder: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pieces: readonly Piece[];
}
