import { type Text, text } from './text.ts';

/** What is said of the rule that opens SSH for the runner for the time of the run. */
export const sshRuleMessages = {
  group: text('Open SSH for this runner', '为本运行器放行 SSH'),
  title: (instance: string, port: number): Text =>
    text(
      `the firewall rule of ${instance} that allows SSH (TCP ${port}) from this runner`,
      `${instance} 防火墙中允许本运行器 SSH（TCP ${port}）的规则`,
    ),
  leftoverTitle: text(
    'a firewall rule that allows SSH from the runner of an earlier run',
    '防火墙中允许之前运行的运行器 SSH 的规则',
  ),
  opened: (instance: string, port: number, address: string): Text =>
    text(
      `The firewall of ${instance} now allows TCP ${port} from ${address}, until this run finishes.`,
      `${instance} 的防火墙现已允许 ${address} 访问 TCP ${port}，直到本次运行结束。`,
    ),
  openedForCaller: (instance: string, port: number): Text =>
    text(
      `The firewall of ${instance} now allows TCP ${port} from this runner, until this run finishes. The API does not report the address.`,
      `${instance} 的防火墙现已允许本运行器访问 TCP ${port}，直到本次运行结束。API 没有返回具体地址。`,
    ),
  openedByAnother: (instance: string, port: number): Text =>
    text(
      `The firewall of ${instance} already has a rule that allows TCP ${port} from this address. This run does not remove it.`,
      `${instance} 的防火墙已有允许该地址访问 TCP ${port} 的规则。本次运行不会移除它。`,
    ),
  alreadyOpen: (instance: string, port: number): Text =>
    text(
      `The firewall of ${instance} already allows TCP ${port} for this runner: no rule is added.`,
      `${instance} 的防火墙已允许本运行器访问 TCP ${port}，无需添加规则。`,
    ),
  planToo: text(
    'This run adds a firewall rule for this runner and removes it when it finishes. It changes nothing else.',
    '本次运行会为本运行器添加一条防火墙规则，并在结束时移除，除此之外不做任何修改。',
  ),
  shared: (group: string, others: number | undefined): Text =>
    others === undefined
      ? text(
          `The rule is in the security group ${group}, which may also apply to other instances.`,
          `该规则位于安全组 ${group}，该安全组可能还关联了其他实例。`,
        )
      : text(
          `The rule is in the security group ${group}, which also applies to ${others} other ${others === 1 ? 'instance or network interface' : 'instances or network interfaces'}.`,
          `该规则位于安全组 ${group}，该安全组还关联了另外 ${others} 个实例或网卡。`,
        ),
  leftovers: (port: number, source: string, made: string): Text =>
    text(
      `An interrupted run left a firewall rule: TCP ${port} from ${source}, added at ${made}. The next deploy removes it.`,
      `被中断的运行留下了一条防火墙规则：${made} 添加的 TCP ${port}，来源 ${source}。下次部署会移除。`,
    ),
};
