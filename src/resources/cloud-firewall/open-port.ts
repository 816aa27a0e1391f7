import { failure } from '../../messages/failure.ts';
import type { CloudFirewall, RuleList } from '../../tencent/firewall.ts';
import { addRule } from '../../tencent/firewall-rules.ts';
import { type Decision, judgeForWorld, type Place, placeFor } from '../../tencent/firewall-verdict.ts';
import type { Instance } from '../../tencent/instance.ts';
import { rereadFirewall } from '../../tencent/read-firewall.ts';
import { ruleWords } from '../../tencent/rule-words.ts';
import type { Tencent } from '../../tencent/tencent.ts';

/** A list that gets a rule, and where in it. */
export interface Change {
  readonly list: RuleList;
  readonly place: Exclude<Place, 'nowhere'>;
}

/**
 * Where rules are needed so that the world reaches `port`: in each list that refuses it, since any of them may be asked
 * first; where none does, in the first one.
 */
export function changesFor(firewall: Pick<CloudFirewall, 'lists'>, port: number): readonly Change[] {
  if (judgeForWorld(firewall, port).kind === 'open') return [];
  const changes = firewall.lists.flatMap((list): Change[] => {
    const place = placeFor(list, port);
    return place === 'nowhere' ? [] : [{ list, place }];
  });
  const refusing = changes.filter(({ place }) => place !== 'end');
  return refusing.length > 0 ? refusing : changes.slice(0, 1);
}

/** The rule that nothing can be put above: a Lighthouse firewall's API adds rules, and asks nobody where. */
export function blockingRule({ instance, lists }: CloudFirewall, port: number): Decision | undefined {
  const verdict = judgeForWorld({ lists }, port);
  return instance.kind === 'lighthouse' && verdict.kind === 'closed' ? verdict.by : undefined;
}

/**
 * Opens `port` to the world by the rules as they are now, reads them again and judges them. Throws `CLOUD_FIREWALL_DROP`,
 * `CLOUD_FIREWALL_FULL`, `CLOUD_FIREWALL_NOT_OPEN` and `ApiFailure`.
 */
export async function openPort(
  tencent: Tencent,
  planned: CloudFirewall,
  port: number,
  description: string,
): Promise<void> {
  const { instance } = planned;
  const rule = { ports: String(port), source: '0.0.0.0/0', description };
  let firewall = await rereadFirewall(tencent, planned);
  for (const { list } of changesFor(firewall, port)) {
    const after = await addRule(tencent, instance, list, rule, (now) => placeIn(now, instance, port));
    firewall = { instance, lists: firewall.lists.map((one) => (one.id === after.id ? after : one)) };
  }
  const verdict = judgeForWorld(firewall, port);
  if (verdict.kind === 'open') return;
  const { by } = verdict;
  const list = by?.list.id ?? firewall.lists[0]?.id ?? instance.id;
  throw failure('CLOUD_FIREWALL_NOT_OPEN', { kind: instance.kind, list, port, rule: by ? ruleWords(by.rule) : '-' });
}

function placeIn(list: RuleList, instance: Instance, port: number): Place {
  const by = blockingRule({ instance, lists: [list] }, port);
  if (by === undefined) return placeFor(list, port);
  throw failure('CLOUD_FIREWALL_DROP', { kind: instance.kind, list: list.id, port, rule: ruleWords(by.rule) });
}
