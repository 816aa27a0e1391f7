import { observeIcp, withEarlierLooks } from '../checks/icp.ts';
import { lineOfIcp, linesOfIcp } from '../checks/icp-report.ts';
import { judgeIcp } from '../checks/icp-verdict.ts';
import type { PagesObservation } from '../checks/pages.ts';
import { icpMessages } from '../messages/icp.ts';
import { staticPorts } from '../nginx/site.ts';
import type { CheckLevel } from '../settings/settings.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** What is known beside what `record.outside` says. */
export interface IcpFacts {
  /** What was seen of the static site. */
  readonly pages?: PagesObservation | undefined;
  /** Whether the server is in mainland China, where a filing is asked for; undefined: not known. */
  readonly mainland?: boolean | undefined;
}

/**
 * Looks from the runner whether access by the name is blocked for want of an ICP filing (备案), tells what it saw and notes
 * it. It goes where the looks before went; without an address there is nowhere to look. Changes nothing and never throws.
 */
export async function observeIcpBlock(
  check: CheckLevel,
  { pages, mainland }: IcpFacts,
  run: Run,
  record: RunRecord,
): Promise<void> {
  const { outside } = record;
  if (check === 'off' || outside?.address === undefined) return;
  if (mainland === false) {
    record.icp = { status: 'outside-mainland' };
    run.log.info(lineOfIcp(record.icp));
    return;
  }
  const { domain, httpsPort, address } = outside;
  await timed(run, record, 'outside.icp', icpMessages.look, async () => {
    const target = {
      domain,
      address,
      httpPort: staticPorts.http,
      tlsPorts: [...new Set([staticPorts.https, httpsPort])],
      timeoutMs: 5000,
      clock: { sleep: run.sleep },
    };
    const seen = withEarlierLooks(await observeIcp(target), outside, pages);
    record.icp = judgeIcp(seen, httpsPort);
    for (const line of [...linesOfIcp(seen), lineOfIcp(record.icp)]) run.log.info(line);
  });
}
