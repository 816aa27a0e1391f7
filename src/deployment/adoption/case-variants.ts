import type { FolderState } from '../../survey/storage.ts';
import type { Volume } from '../../values/volumes.ts';

/** A mounted folder beside which another holds files whose name differs in upper and lower case alone. */
export interface CaseMixUp {
  readonly mounted: string;
  /** Whether the application sees nothing in the mounted one. */
  readonly empty: boolean;
  readonly other: string;
}

/**
 * The guide's slip: it has `/docker/app/mccm-server/file-system` made and `/docker/app/MCCM-server/file-system` mounted,
 * which Docker makes as an empty folder, so that what was put into the former is never seen.
 */
export function caseMixUps(folders: readonly FolderState[], mounted: readonly Volume[]): readonly CaseMixUp[] {
  return folders
    .filter(({ path, exists }) => exists && mounted.some(({ host }) => host === path))
    .flatMap(({ path, empty, variants }) => variants.map((other) => ({ mounted: path, empty, other })));
}
