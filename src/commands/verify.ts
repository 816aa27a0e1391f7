import { diagnose } from '../checks/diagnose.ts';
import type { VerifySettings } from '../settings/settings.ts';
import { belowServerError, okStatus } from '../values/health-status.ts';
import { observeIcpBlock } from './observe-icp.ts';
import { failsForBlock, observeOutside, tellOutside } from './observe-outside.ts';
import { observeWechat } from './observe-wechat.ts';
import type { Run, RunRecord } from './run.ts';

/** Checks the site from the internet only. Throws `Failures` with what is wrong, as far as it shows there. */
export async function verify(settings: VerifySettings, run: Run, record: RunRecord): Promise<void> {
  record.app = settings.app;
  record.domain = settings.site.domain;
  record.httpsPort = settings.site.httpsPort;
  await observeOutside(
    {
      domain: settings.site.domain,
      httpsPort: settings.site.httpsPort,
      path: settings.health.path ?? '/',
      // As a deploy takes it: a path that was named must answer 200, a root may answer what it likes.
      status: settings.health.status ?? (settings.health.path === undefined ? belowServerError : okStatus),
      fingerprint: undefined,
      publicAddress: settings.publicIp,
      wechatCheck: settings.wechatCheck,
    },
    run,
    record,
  );
  if (record.outside === undefined) return;
  const { https } = record.outside;
  if (https?.kind === 'answered') record.healthStatus = https.status;
  await observeIcpBlock(settings.icpCheck, {}, run, record);
  const failures = diagnose({ outside: record.outside });
  const required = await observeWechat(record.outside, settings.wechatCheck, failures, run, record);
  record.verified = failures.length + required.length === 0 && !failsForBlock(settings, record);
  tellOutside(failures, settings, record, required);
}
