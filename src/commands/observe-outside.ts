import { explainedByBlock, icpFailure } from '../checks/icp-verdict.ts';
import { type OutsideTarget, observeFromOutside } from '../checks/outside.ts';
import { observePages, type PagesObservation } from '../checks/pages.ts';
import { linesOf, linesOfPages } from '../checks/report.ts';
import * as checkMessages from '../messages/checks.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, Failures } from '../messages/failure.ts';
import { type Site, staticPorts } from '../nginx/site.ts';
import type { CheckLevel, VerifySettings } from '../settings/settings.ts';
import { okStatus, type StatusRange } from '../values/health-status.ts';
import { except } from './observe-wechat.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';

/** What to look at from outside. */
export interface ObservedSite {
  readonly domain: string;
  readonly httpsPort: number;
  readonly path: string;
  readonly status: readonly StatusRange[];
  /** SHA-256 of the leaf that should be served; undefined where it is not known. */
  readonly fingerprint: string | undefined;
  /** The address that the name should lead to; undefined where it is not known. */
  readonly publicAddress: string | undefined;
  readonly wechatCheck: CheckLevel;
}

/** Looks at the site from the runner, tells what it saw and notes it. Changes nothing and never throws. */
export async function observeOutside(site: ObservedSite, run: Run, record: RunRecord): Promise<void> {
  await timed(run, record, 'outside', commandMessages.outside, async () => {
    const outside = await observeFromOutside({
      domain: site.domain,
      httpsPort: site.httpsPort,
      path: site.path,
      expected: {
        status: site.status,
        ...(site.fingerprint === undefined ? {} : { fingerprint: site.fingerprint }),
      },
      ...(site.publicAddress === undefined ? {} : { publicAddress: site.publicAddress }),
      tls12: site.wechatCheck !== 'off',
      ...patience(run),
    });
    record.outside = outside;
    if (outside.tls?.kind === 'served') record.certificateNotAfter = outside.tls.notAfter;
    for (const line of linesOf(outside)) run.log.info(line);
  });
}

/** Looks at the static site from the runner, where there is one, and tells what it saw. Changes nothing and never throws. */
export async function observeStaticSite(
  { domain, staticSite }: Site,
  { fingerprint, publicAddress }: Pick<ObservedSite, 'fingerprint' | 'publicAddress'>,
  run: Run,
  record: RunRecord,
): Promise<PagesObservation | undefined> {
  if (staticSite === undefined) return undefined;
  return timed(run, record, 'outside.static-site', commandMessages.outsidePages, async () => {
    const pages = await observePages({
      domain,
      httpsPort: staticPorts.https,
      httpPort: staticPorts.http,
      path: staticSite.path,
      expected: { status: okStatus, ...(fingerprint === undefined ? {} : { fingerprint }) },
      ...(publicAddress === undefined ? {} : { publicAddress }),
      // Mini programs ask the API alone.
      tls12: false,
      ...patience(run),
    });
    for (const line of linesOfPages(pages)) run.log.info(line);
    return pages;
  });
}

/**
 * What is wrong as seen from outside ends the run as failed, or is a warning, and so is a block for want of an ICP filing: each
 * as its own setting says. What the block explains is told as the block; what is in `required` ends the run in any case.
 * Throws `Failures`.
 */
export function tellOutside(
  found: readonly Failure[],
  { outsideCheck, icpCheck }: Pick<VerifySettings, 'outsideCheck' | 'icpCheck'>,
  record: RunRecord,
  required: readonly Failure[] = [],
): void {
  const blocked = icpFailure(record.icp);
  const explained = explainedByBlock(found, blocked);
  const block = blocked === undefined ? [] : [blocked];
  if (outsideCheck === 'warn' && explained.length > 0) record.warnings.push(checkMessages.onlyWarned);
  const seen = outsideCheck === 'require' ? explained : [];
  const red = [...seen, ...except([...required, ...(icpCheck === 'require' ? block : [])], seen)];
  addNotices(record, except([...explained, ...block], red));
  if (red.length > 0) throw new Failures(red);
}

/** Whether a block for want of an ICP filing ends the run as failed. */
export function failsForBlock({ icpCheck }: Pick<VerifySettings, 'icpCheck'>, { icp }: RunRecord): boolean {
  return icpCheck === 'require' && icpFailure(icp) !== undefined;
}

function patience(run: Run): Pick<OutsideTarget, 'timeoutMs' | 'attempts' | 'clock'> {
  return { timeoutMs: 10_000, attempts: 2, clock: { now: run.now, sleep: run.sleep } };
}
