import type { Agent } from 'node:https';
import { unlessCancelled } from '../messages/cancelled.ts';
import type { Log } from '../messages/log.ts';
import type { Language } from '../messages/text.ts';
import { masksOf } from '../redaction/masks.ts';
import { redact } from '../redaction/redact.ts';
import type { Secret } from '../redaction/secret.ts';
import type { ActionName } from './actions.ts';
import { callAgain, type Outcome } from './calls.ts';
import type { Credentials } from './credentials.ts';
import { exchange } from './exchange.ts';
import { type ProxyVariables, proxyAgent, proxyFor, proxySecrets } from './proxy.ts';
import { type FailedCall, failureOf } from './refusal.ts';
import { hostOf, type Key, openSdk, regionOf } from './sdk.ts';
import type { OpenTencent } from './tencent.ts';

/** What an account is opened with. */
export interface TencentOptions {
  readonly credentials: Credentials;
  /** What host names of the API end with: `tencentcloudapi.com`. */
  readonly endpoint: string;
  /** In which Tencent words its answers. */
  readonly language: Language;
  readonly log: Log;
  /** What the session of a role is called in CAM's log: the repository and the run. */
  readonly session: string;
  /** `https_proxy`, `no_proxy`: `process.env`. */
  readonly env: ProxyVariables;
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** GitHub's ID token for an audience; called once, and for credentials by OIDC alone. */
  idToken(audience: string): Promise<Secret>;
  /** Told of a secret that arises, before anything is done with it. */
  hide(secret: Secret): void;
  /** Default: connections by `env`. */
  readonly agent?: Agent;
  /** How long one request may take; default: 30. */
  readonly timeoutSeconds?: number;
}

/**
 * An account of Tencent Cloud that is called until `cancelled` is aborted. Nothing is loaded or sent before the first call.
 */
export function openTencent(options: TencentOptions, cancelled: AbortSignal): OpenTencent {
  const { endpoint, language, env, log, sleep, now, timeoutSeconds = 30 } = options;
  // A proxy that says nothing is told from an API that says nothing: its tunnel is given up first.
  const agent = options.agent ?? proxyAgent(env, { timeout: timeoutSeconds * 900 });
  const send = openSdk({ endpoint, language: sdkLanguages[language], agent, timeoutSeconds });
  const hidden = [...proxySecrets(env)];
  const hide = (secret: Secret): void => {
    options.hide(secret);
    hidden.push(...masksOf([secret.reveal()], []));
  };
  const throttled = new Set<object>();
  const shown = (words: string): string => redact(words, hidden);
  const call = (action: ActionName, request: unknown, key: Key | undefined, signal: AbortSignal, region?: string) =>
    callAgain({ send, timeoutSeconds, log, sleep, throttled }, action, request, regionOf(action, region), key, signal);
  const failed = (action: ActionName, { fault, effort }: Failed): FailedCall => {
    const host = hostOf(action, endpoint);
    return { action, fault, effort, host, proxy: proxyFor(host, env), now: now() };
  };

  const newKey = async (signal: AbortSignal): Promise<Key> => {
    const { credentials } = options;
    if (credentials.kind === 'oidc')
      return exchange(credentials, {
        ...{ session: options.session, hide, shown },
        idToken: (audience) => unlessCancelled(() => options.idToken(audience), signal),
        call: (action, request) => call(action, request, undefined, signal),
        failed: (outcome) => failed('sts:AssumeRoleWithWebIdentity', outcome),
      });
    const { secretId, secretKey, token } = credentials;
    for (const secret of [secretId, secretKey, token]) if (secret !== undefined) hide(secret);
    return { secretId: secretId.reveal(), secretKey: secretKey.reveal(), token: token?.reveal() };
  };
  let key: Promise<Key> | undefined;
  const theKey = (signal: AbortSignal): Promise<Key> => {
    if (key !== undefined) return key;
    const made = newKey(signal);
    key = made;
    // A call that is made later, of a run that was cancelled, tries once more.
    made.catch(() => {
      if (key === made) key = undefined;
    });
    return made;
  };

  const until = (signal: AbortSignal): OpenTencent => ({
    until,
    async call(action, request, region) {
      const outcome = await call(action, request, await unlessCancelled(() => theKey(signal), signal), signal, region);
      if ('answer' in outcome) return outcome.answer;
      throw failureOf(failed(action, outcome), shown);
    },
  });
  return until(cancelled);
}

type Failed = Exclude<Outcome, { readonly answer: object }>;

const sdkLanguages = { en: 'en-US', zh: 'zh-CN' } as const;
