import * as core from '@actions/core';
import { failure } from '../messages/failure.ts';
import { Secret } from '../redaction/secret.ts';
import { resume } from './console.ts';

/**
 * GitHub's ID token of this job for `audience`. Throws `OIDC_PERMISSION_MISSING` where the job may have none, and
 * `OIDC_TOKEN_UNAVAILABLE` where the service that makes it fails.
 */
export async function idToken(audience: string): Promise<Secret> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;
  if (!url || !token) throw failure('OIDC_PERMISSION_MISSING', {});
  // It masks the token itself by a command, which the runner must hear.
  resume();
  try {
    return new Secret(await core.getIDToken(audience));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const detail = words.replaceAll(url, 'ACTIONS_ID_TOKEN_REQUEST_URL').replaceAll(token, '***');
    throw failure('OIDC_TOKEN_UNAVAILABLE', { detail: detail.replace(/\s+/g, ' ').trim() });
  }
}
