import { lookFromOutside } from '../checks/outside.ts';
import { linesOf, warningsOf } from '../checks/report.ts';
import { commandMessages } from '../messages/commands.ts';
import type { StatusRange } from '../settings/health-status.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** What to look at from outside. */
export interface Sight {
  readonly domain: string;
  readonly httpsPort: number;
  readonly path: string;
  readonly status: readonly StatusRange[];
  /** SHA-256 of the leaf that should be served; undefined where it is not known. */
  readonly fingerprint: string | undefined;
  /** The address that the name should lead to; undefined where it is not known. */
  readonly publicAddress: string | undefined;
}

/** Looks at the site from the runner, tells what it saw and notes it. Changes nothing and never throws. */
export async function lookOutside(sight: Sight, run: Run, record: RunRecord): Promise<void> {
  await timed(run, record, 'outside', commandMessages.outside, async () => {
    const outside = await lookFromOutside({
      domain: sight.domain,
      httpsPort: sight.httpsPort,
      path: sight.path,
      expected: {
        status: sight.status,
        ...(sight.fingerprint === undefined ? {} : { fingerprint: sight.fingerprint }),
      },
      ...(sight.publicAddress === undefined ? {} : { publicAddress: sight.publicAddress }),
      timeoutMs: 10_000,
      attempts: 2,
      clock: { now: run.now, sleep: run.sleep },
    });
    record.outside = outside;
    if (outside.https?.kind === 'answered') record.healthStatus = outside.https.status;
    if (outside.tls?.kind === 'served') record.certificateNotAfter = outside.tls.notAfter;
    for (const line of linesOf(outside)) run.log.info(line);
    record.warnings.push(...warningsOf(outside));
  });
}
