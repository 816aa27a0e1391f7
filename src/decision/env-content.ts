import { createHash } from 'node:crypto';
import { type EnvironmentVariable, renderEnvironment } from '../values/environment.ts';
import type { Secret } from '../values/secret.ts';

/** The env file as `docker run --env-file` reads it; undefined where there are no variables. */
export function renderedEnvironment(variables: readonly EnvironmentVariable[]): Secret | undefined {
  return variables.length === 0 ? undefined : renderEnvironment(variables);
}

/** SHA-256 of a secret, lower-case hex: for comparison in memory only, short values could be guessed from it. */
export function sha256Of(secret: Secret): string {
  return createHash('sha256').update(secret.reveal()).digest('hex');
}
