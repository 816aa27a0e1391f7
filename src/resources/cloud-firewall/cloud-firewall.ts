import type { Step } from '../../engine/step.ts';
import { firewallName } from '../../messages/cloud-console.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { join, type Text, text } from '../../messages/text.ts';
import type { CloudFirewall, RuleList } from '../../tencent/firewall.ts';
import { exposures, judgeForWorld, type Place } from '../../tencent/firewall-verdict.ts';
import { ruleWords } from '../../tencent/rule-words.ts';
import type { Tencent } from '../../tencent/tencent.ts';
import { blockingRule, type Change, changesFor, openPort } from './open-port.ts';

/** What the cloud's firewall is to let through. */
export interface WantedCloudFirewall {
  /** TCP ports that everybody is to reach. */
  readonly ports: readonly number[];
  /** The application's own port, which nobody outside needs; undefined: it is published on purpose. */
  readonly appPort: number | undefined;
  readonly app: string;
}

/** What is to be done for that, what makes it impossible, and what is open without need. */
export interface CloudFirewallPlan {
  readonly steps: readonly Step[];
  readonly problems: readonly Failure[];
  readonly notices: readonly Failure[];
}

/** Ports of MySQL and Redis, which nobody outside needs either. */
const databasePorts = [3306, 6379];

/** Plans one rule for each port that is not open to the world; none where all are. A port once opened stays open. */
export function planCloudFirewall(
  { ports, appPort, app }: WantedCloudFirewall,
  firewall: CloudFirewall,
  tencent: Tencent,
): CloudFirewallPlan {
  const { kind } = firewall.instance;
  const closed = [...new Set(ports)].filter((port) => judgeForWorld(firewall, port).kind === 'closed');
  const problems = closed.flatMap((port) => {
    const by = blockingRule(firewall, port);
    return by === undefined
      ? []
      : [failure('CLOUD_FIREWALL_DROP', { kind, list: by.list.id, port, rule: ruleWords(by.rule) })];
  });
  // 64 characters are the most that a rule of Lighthouse has (its API's comments).
  const description = `deploy-miniprogram-backend ${app}`.slice(0, 64);
  const steps = problems.length > 0 ? [] : closed.flatMap((port) => stepFor(port, description, firewall, tencent));
  const needless = [appPort, ...databasePorts].filter((port) => port !== undefined && !ports.includes(port));
  const notices = exposures(firewall, needless as number[]).map(({ port, by }) =>
    failure('CLOUD_FIREWALL_WIDE', { kind, list: by.list.id, port, rule: ruleWords(by.rule) }),
  );
  return { steps, problems, notices };
}

function stepFor(port: number, description: string, firewall: CloudFirewall, tencent: Tencent): readonly Step[] {
  const changes = changesFor(firewall, port);
  if (changes.length === 0) return [];
  const { kind } = firewall.instance;
  const names = changes.map(({ list }) => firewallName(kind, list.id));
  const where = text(join(names, ', ').en, join(names, '、').zh);
  return [
    {
      kind: 'runner',
      phase: 'publish',
      id: 'cloud-firewall.open',
      title: text(`Open TCP port ${port} in ${where.en}`, `在${where.zh}中放行 TCP 端口 ${port}`),
      reason: reasonOf(changes),
      diff: changes.map((change) => diffOf(change, port, description)).join('\n'),
      run: () => openPort(tencent, firewall, port, description),
    },
  ];
}

function reasonOf(changes: readonly Change[]): Text {
  const blocked = changes.flatMap(({ list, place }) => ruleAt(list, place));
  const why =
    blocked.length === 0
      ? text('no rule allows it for every address', '没有规则对所有地址放行该端口')
      : text(
          `the new rule goes above the one that blocks it: ${blocked.join('; ')}`,
          `新规则插入到拦截它的规则之前：${blocked.join('；')}`,
        );
  return text(
    [why, ...changes.flatMap(({ list }) => sharingOf(list))].map(({ en }) => en).join('; '),
    [why, ...changes.flatMap(({ list }) => sharingOf(list))].map(({ zh }) => zh).join('；'),
  );
}

/** That a change reaches others as well. */
function sharingOf({ id, others }: RuleList): readonly Text[] {
  if (others === 0) return [];
  if (others === undefined) {
    return [
      text(
        `whether other instances use ${id} is unknown (no right to vpc:DescribeSecurityGroupAssociationStatistics)`,
        `无法得知 ${id} 是否还用于其他实例（缺少 vpc:DescribeSecurityGroupAssociationStatistics 权限）`,
      ),
    ];
  }
  return [
    text(
      `${id} is also used by ${others} other ${others === 1 ? 'instance' : 'instances'}`,
      `${id} 还用于另外 ${others} 个实例`,
    ),
  ];
}

function diffOf({ list, place }: Change, port: number, description: string): string {
  const number = place === 'end' ? list.rules.length + 1 : place + 1;
  return [
    `+ ${list.id} #${number} ACCEPT TCP:${port} 0.0.0.0/0 "${description}"`,
    ...ruleAt(list, place).map((words) => `  ${list.id} below it: ${words}`),
  ].join('\n');
}

function ruleAt({ rules }: RuleList, place: Place): readonly string[] {
  return rules.filter(({ index }) => index === place).map(ruleWords);
}
