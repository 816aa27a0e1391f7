import type { ProcessUser } from '../../fragments/process-user.ts';
import type { HiddenOnServer } from '../container-logs.ts';

/** What a deployment knows of a container beside its release. */
export interface Candidate {
  readonly user: ExpectedUser;
  /** Whose values its log is shown without. */
  readonly hidden: HiddenOnServer;
  /** Folders made for it whose owner only its image tells. */
  readonly folders: readonly string[];
  /** The line of the Dockerfile by which a shell starts the application; undefined: none does. */
  readonly shellForm: { readonly line: number } | undefined;
}

/** What a deployment knows of the user of a container before it starts. */
export interface ExpectedUser {
  /** Whom the version before runs as; undefined: there is none that runs. */
  readonly before: ProcessUser | undefined;
  /** Whether the user of this one is known by number: then the plan has compared them. */
  readonly known: boolean;
  /** What decides it, for USER_CHANGED. */
  readonly by: string;
}
