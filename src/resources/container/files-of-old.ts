/** A folder that is copied out of a container, and where it is mounted from then on. */
export interface CarriedFolder {
  readonly folder: string;
  readonly host: string;
  /** Whether its mount is new, in a folder of its own; else `volumes` names it. */
  readonly mount: boolean;
  /** Word of the run that copies it, for the names of what only that run may take back. */
  readonly run: string;
}

/** The container that the folders are copied out of. */
export interface OldContainer {
  readonly id: string;
  readonly name: string;
  /** Its name when it is kept after the switch. */
  readonly keptAs: string;
}

/** What is known of the files of a container that goes. */
export interface FilesOfOld {
  /** Folders that were copied out of it; what it wrote there since is carried as well. */
  readonly carried: readonly CarriedFolder[];
  /** When the survey looked at it, by the server's clock: seconds since 1970. Undefined: it did not. */
  readonly surveyedAt: string | undefined;
  /** Whether it goes whatever it wrote (`container-files: discard`). */
  readonly discard: boolean;
  /** Files that were named already as lost. */
  readonly named: readonly string[];
}

/** Of a container that no survey looked at. */
export const noFilesKnown: FilesOfOld = { carried: [], surveyedAt: undefined, discard: false, named: [] };
