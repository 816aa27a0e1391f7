import { Secret } from '../redaction/secret.ts';
import type { ResponseOf } from './actions.ts';
import { apiFailure } from './api-failure.ts';
import type { Outcome } from './calls.ts';
import type { Credentials } from './credentials.ts';
import { type FailedCall, failureOf, wordsOf } from './refusal.ts';
import type { Key } from './sdk.ts';

/** The action that gives temporary credentials for an identity that somebody else vouches for. */
const action = 'sts:AssumeRoleWithWebIdentity';

/** For whom GitHub's ID token is: the client ID of the provider in CAM. */
const audience = 'sts.tencentcloudapi.com';

/** What the exchange needs of the run and of the client. */
export interface ExchangeOptions {
  /** GitHub's ID token for an audience. Throws `OIDC_PERMISSION_MISSING`. */
  idToken(audience: string): Promise<Secret>;
  /** Told of a secret before anything is done with it. */
  hide(secret: Secret): void;
  /** What CAM's log calls the session; what a name cannot hold is replaced. */
  readonly session: string;
  call(action: 'sts:AssumeRoleWithWebIdentity', request: object): Promise<Outcome>;
  failed(outcome: Pick<FailedCall, 'fault' | 'effort'>): FailedCall;
  shown(words: string): string;
}

/**
 * Temporary credentials of a role (2 hours) for the ID token of the job. Throws `OIDC_REFUSED` where CAM does not give them,
 * besides what any call of the API throws.
 */
export async function exchange(role: Credentials & { kind: 'oidc' }, options: ExchangeOptions): Promise<Key> {
  const token = await options.idToken(audience);
  options.hide(token);
  const { roleArn, provider } = role;
  const outcome = await options.call(action, {
    ProviderId: provider,
    WebIdentityToken: token.reveal(),
    RoleArn: roleArn,
    RoleSessionName: sessionName(options.session),
  });
  if ('answer' in outcome) return keyOf(outcome.answer, options);
  const { fault } = outcome;
  const failure = failureOf(options.failed(outcome), options.shown);
  // What the other failures say concerns keys and rights, and here there are none yet.
  if (fault.kind !== 'refused' || ['TENCENT_THROTTLED', 'TENCENT_CLOCK_SKEW'].includes(failure.code)) throw failure;
  const subject = subjectOf(token);
  throw apiFailure('OIDC_REFUSED', { action, ...wordsOf(fault, options.shown), roleArn, provider, subject }, failure);
}

/**
 * Whom GitHub vouches for, as the token says: `repo:OWNER/REPOSITORY:ref:refs/heads/main`, with ids (`OWNER@ID`) for newer
 * repositories. Undefined: it says nothing that can be shown.
 */
function subjectOf(token: Secret): string | undefined {
  const [, claims = ''] = token.reveal().split('.');
  try {
    const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub?: unknown };
    return typeof sub === 'string' && /^[\x21-\x7e]{1,300}$/.test(sub) ? sub : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(answer: object, { hide, failed, shown }: ExchangeOptions): Key {
  const { Credentials: given } = answer as ResponseOf<typeof action>;
  for (const part of [given?.TmpSecretId, given?.TmpSecretKey, given?.Token]) if (part) hide(new Secret(part));
  if (!given?.TmpSecretId || !given.TmpSecretKey || !given.Token)
    throw failureOf(failed({ fault: { kind: 'garbage' }, effort: { tries: 1, waitedMs: 0 } }), shown);
  return { secretId: given.TmpSecretId, secretKey: given.TmpSecretKey, token: given.Token };
}

/** 2 to 128 letters, digits and `_+=,.@-`. */
function sessionName(words: string): string {
  return words
    .replace(/[^\w+=,.@-]+/g, '-')
    .slice(0, 128)
    .padEnd(2, '-');
}
