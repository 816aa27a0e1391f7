import type { Outside } from '../checks/outside.ts';
import { checkWechat, domainsChanged, wechatDomains } from '../checks/wechat.ts';
import type { Failure } from '../messages/failure.ts';
import * as say from '../messages/wechat.ts';
import type { CheckLevel } from '../settings/settings.ts';
import { addNotices, type Run, type RunRecord } from './run.ts';

/**
 * Holds what was seen from outside against WeChat's rules, and tells the strings to paste where they are new. Returns what
 * ends the run as failed: broken rules where the check is `require`; where it is `warn` they become notices. `found` is
 * told anyway.
 */
export async function observeWechat(
  outside: Outside,
  check: CheckLevel,
  found: readonly Failure[],
  run: Run,
  record: RunRecord,
): Promise<readonly Failure[]> {
  const rules = check === 'off' ? undefined : checkWechat(outside);
  record.wechat = rules;
  if (rules !== undefined) {
    await run.log.group(say.wechatRules, async () => {
      for (const { state, rule, detail } of rules) run.log.info(say.ruleLine(say.ruleStates[state], rule, detail));
      run.log.info(say.onlyWechatKnows);
    });
  }
  const { request, socket } = wechatDomains(outside.domain, outside.httpsPort);
  const changed = domainsChanged(outside, record.previous?.site);
  run.log.info(changed ? say.pasteDomains(request, socket) : say.domainsAsBefore);
  const broken = (rules ?? []).flatMap(({ failure }) => failure ?? []);
  if (check === 'require') return broken;
  addNotices(record, except(broken, found));
  return [];
}

/** Those of `failures` that are not among `others`. */
export function except(failures: readonly Failure[], others: readonly Failure[]): readonly Failure[] {
  return failures.filter(({ message }) => !others.some((other) => other.message === message));
}
