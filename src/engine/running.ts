import type { Log } from '../messages/log.ts';

/** Steps that were begun, and are told of when they have their turn. */
export interface Running {
  /** Tells of each step as it goes, in a group of its own, and notes what becomes of it. Throws what ended them early. */
  tell(log: Log): Promise<void>;
  /** What they were broken off by; undefined while they go on, and where they came to an end. */
  readonly broken: unknown;
}
