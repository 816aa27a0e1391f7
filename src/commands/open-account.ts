import type { Language } from '../messages/text.ts';
import { runName } from '../release/run-name.ts';
import type { TencentSettings } from '../settings/settings.ts';
import { openTencent } from '../tencent/open.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import type { Run } from './run.ts';

/** What opening an account needs of the run. */
export type AccountRun = Pick<Run, 'log' | 'origin' | 'now' | 'sleep' | 'hide' | 'idToken' | 'proxies'>;

/** The account that the settings name, called until `cancelled` is aborted. Nothing is sent before the first call. */
export function openAccount(
  { credentials, endpoint }: TencentSettings,
  language: Language,
  { log, origin, now, sleep, hide, idToken, proxies }: AccountRun,
  cancelled: AbortSignal,
): OpenTencent {
  return openTencent(
    { credentials, endpoint, language, log, session: runName(origin), env: proxies, now, sleep, idToken, hide },
    cancelled,
  );
}
