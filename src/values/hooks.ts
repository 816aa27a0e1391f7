import type { Secret } from '../redaction/secret.ts';

/** Scripts of the user's that run on the server; a value of a secret may have been written into them. */
export interface Hooks {
  /** Runs once the new container is healthy, before anything leads to it; undefined: none. */
  readonly beforeSwitch: Secret | undefined;
  /** Runs once everything is verified; undefined: none. */
  readonly afterDeploy: Secret | undefined;
  /** Seconds that each of them may take. */
  readonly timeoutSeconds: number;
}
