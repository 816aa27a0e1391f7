import { text } from '../text.ts';

/** Failures of opening SSH for the runner in Tencent's firewall (`ssh-from-runner`). */
export const sshRuleErrors = {
  SSH_FROM_RUNNER_ADDRESS: (p: { instance: string; port: number }) => ({
    what: text(
      `\`ssh-from-runner\` is \`true\`, but the address of this runner is not known. TCP ${p.port} of ${p.instance} stays closed.`,
      `\`ssh-from-runner\` 为 \`true\`，但本运行器的地址未知。${p.instance} 的 TCP ${p.port} 保持关闭。`,
    ),
    why: text(
      'The firewall of a Lighthouse instance takes addresses only. A security group (CVM) can use the address that the request comes from; Lighthouse has nothing like it.',
      '轻量应用服务器的防火墙只接受具体地址。云服务器的安全组可以使用请求来源的地址，轻量应用服务器没有这一功能。',
    ),
    cure: text(
      'Set `ssh-from-runner` to the public IPv4 address of the runner. An earlier step of the workflow can find it out and pass it on: `ssh-from-runner: ${{ steps.address.outputs.ip }}`. A self-hosted runner with a fixed address can have it written down.',
      '把 `ssh-from-runner` 设为运行器的公网 IPv4 地址。可由工作流中之前的步骤查询并传入：`ssh-from-runner: ${{ steps.address.outputs.ip }}`。地址固定的自托管运行器可直接填写。',
    ),
  }),

  SSH_FROM_RUNNER_DROP: (p: { instance: string; port: number; address: string; rule: string }) => ({
    what: text(
      `The firewall of ${p.instance} refuses TCP ${p.port} from ${p.address} by an earlier rule: ${p.rule}.`,
      `${p.instance} 的防火墙中靠前的规则拒绝了 ${p.address} 访问 TCP ${p.port}：${p.rule}。`,
    ),
    why: text(
      'The rules apply from top to bottom and the first match decides. The API cannot add a rule above this one.',
      '规则自上而下匹配，首条命中的规则生效。API 无法在该规则之前添加规则。',
    ),
    cure: text(
      `In the console, open the firewall of ${p.instance}. Remove this rule, or move it below the rules that accept. Then run the workflow again.`,
      `在控制台打开 ${p.instance} 的防火墙，删除该规则，或将其移到允许规则之后，然后重新运行工作流。`,
    ),
  }),

  SSH_FROM_RUNNER_TIMEOUT: (p: { host: string; port: number; seconds: number; address: string }) => ({
    what: text(
      `No answer from ${p.host}, port ${p.port}, within ${p.seconds} seconds, although its cloud firewall now allows ${p.address}.`,
      `云防火墙已允许 ${p.address}，但 ${p.seconds} 秒内没有收到 ${p.host} 端口 ${p.port} 的任何应答。`,
    ),
    why: text(
      'Most likely SSH connections of this runner come from another address. If `https_proxy` is set, Tencent sees the address of the proxy; the runner may have several addresses; or the address in `ssh-from-runner` is not its own. Otherwise a firewall on the server blocks the port.',
      '最可能的原因：本运行器的 SSH 连接来自其他地址。设置了 `https_proxy` 时，腾讯云看到的是代理的地址；运行器可能有多个出口地址；或 `ssh-from-runner` 中的地址不是它的。否则是服务器上的防火墙拦截了该端口。',
    ),
    cure: text(
      `Set \`ssh-from-runner\` to the address that SSH connections come from. On a server that the runner can reach, \`echo $SSH_CLIENT\` shows it. If the address is right, look at the firewall of the server in its console: \`ufw status; firewall-cmd --list-all; iptables -S INPUT\`. Rules that take longer to apply need a larger \`connect-timeout\`.`,
      `把 \`ssh-from-runner\` 设为 SSH 连接的来源地址；在运行器能登录的服务器上执行 \`echo $SSH_CLIENT\` 可查看。若地址正确，请通过控制台登录服务器查看其防火墙：\`ufw status; firewall-cmd --list-all; iptables -S INPUT\`。若规则生效较慢，请调大 \`connect-timeout\`。`,
    ),
  }),
};
