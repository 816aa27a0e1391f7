import { createHash } from 'node:crypto';
import type { EnvironmentVariable } from '../settings/environment.ts';
import { Secret } from '../settings/secret.ts';

/** The env file as `docker run --env-file` reads it; undefined where there are no variables. */
export function environmentFileText(variables: readonly EnvironmentVariable[]): Secret | undefined {
  if (variables.length === 0) return undefined;
  return new Secret(variables.map(({ name, value }) => `${name}=${value.reveal()}\n`).join(''));
}

/** SHA-256 of a secret, lower-case hex: for comparison in memory only, short values could be guessed from it. */
export function sha256Of(secret: Secret): string {
  return createHash('sha256').update(secret.reveal()).digest('hex');
}
