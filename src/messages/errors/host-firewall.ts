import { type Text, text } from '../text.ts';

const thenEn = 'Then run the command `verify`. The deployment stays as it is.';
const thenZh = '然后运行 `verify` 命令。部署保持不变。';

const keepEn =
  'To keep this after a reboot, make the same change where the rules are loaded from (/etc/nftables.conf, /etc/iptables/rules.v4, or the program that wrote them).';
const keepZh =
  '如需重启后仍有效，请在规则的来源处做相同修改（/etc/nftables.conf、/etc/iptables/rules.v4，或写入规则的程序）。';

/** What else is to be done so that a change lasts; ufw and firewalld see to that themselves. */
function keep(program: string): Text {
  return program === 'ufw' || program === 'firewalld' ? text('', '') : text(`${keepEn} `, keepZh);
}

/** Failures that the server's own packet filters cause. `rule` names the table, the chain and the rule in it. */
export const hostFirewallErrors = {
  HOST_FIREWALL_CLOSED: (p: { port: number; program: string; rule: string; command: string }) => ({
    what: text(
      `The firewall on the server (${p.program}) blocks TCP port ${p.port}: ${p.rule}`,
      `服务器上的防火墙（${p.program}）拦截了 TCP 端口 ${p.port}：${p.rule}`,
    ),
    why: text(
      'This rule drops or rejects packets before nginx gets them, and no earlier rule accepts them.',
      '该规则在 nginx 收到之前丢弃或拒绝数据包，且之前没有放行规则。',
    ),
    cure: text(
      `On the server, run \`${p.command}\`. ${keep(p.program).en}${thenEn}`,
      `请在服务器上运行 \`${p.command}\`。${keep(p.program).zh}${thenZh}`,
    ),
  }),

  HOST_FIREWALL_SOURCES: (p: { port: number; program: string; client: string; rule: string; command: string }) => ({
    what: text(
      p.client === '-'
        ? `The firewall on the server (${p.program}) allows only some addresses to reach TCP port ${p.port}: ${p.rule}`
        : `The firewall on the server (${p.program}) blocks TCP port ${p.port} for this runner (${p.client}): ${p.rule}`,
      p.client === '-'
        ? `服务器上的防火墙（${p.program}）只允许部分地址访问 TCP 端口 ${p.port}：${p.rule}`
        : `服务器上的防火墙（${p.program}）对本运行器（${p.client}）拦截了 TCP 端口 ${p.port}：${p.rule}`,
    ),
    why: text(
      'The rule depends on the address that a connection comes from. Users of a mini program come from any address.',
      '该规则取决于连接的来源地址。小程序的用户来自任意地址。',
    ),
    cure: text(
      `If everyone should reach the port, run \`${p.command}\` on the server. ${keep(p.program).en}If only some addresses should, set \`outside-check: warn\`. ${thenEn}`,
      `如果该端口应对所有人开放，请在服务器上运行 \`${p.command}\`。${keep(p.program).zh}如果只应对部分地址开放，请设置 \`outside-check: warn\`。${thenZh}`,
    ),
  }),

  HOST_FIREWALL_REDIRECTS: (p: { port: number; program: string; rule: string; command: string }) => ({
    what: text(
      `A rule of ${p.program} on the server redirects TCP port ${p.port}: ${p.rule}`,
      `服务器上的 ${p.program} 规则将 TCP 端口 ${p.port} 转发到了别处：${p.rule}`,
    ),
    why: text(
      'Connections from outside go to another port or address. nginx does not get them. A published port of a container is such a rule.',
      '来自外部的连接被转到其他端口或地址，nginx 收不到。容器发布的端口就是这样的规则。',
    ),
    cure: text(
      `If a container publishes the port, publish it elsewhere or choose another \`https-port\`. Otherwise remove the rule on the server: \`${p.command}\`. ${keepEn} ${thenEn}`,
      `如果是容器发布了该端口，请改用其他端口发布，或更换 \`https-port\`。否则请在服务器上删除该规则：\`${p.command}\`。${keepZh}${thenZh}`,
    ),
  }),

  HOST_FIREWALL_UNCLEAR: (p: { port: number; detail: string; rules: string; command: string }) => ({
    what: text(
      `No answer from outside at TCP port ${p.port} (${p.detail}). It is unclear whether the firewall on the server blocks it, because of: ${p.rules}`,
      `从外部访问 TCP 端口 ${p.port} 没有响应（${p.detail}）。无法确定是否被服务器上的防火墙拦截，原因：${p.rules}`,
    ),
    why: text(
      'Such rules depend on the rate, the time, the content of packets, a mark or a program, or were too many to read. Their effect on this connection cannot be computed.',
      '这些规则取决于速率、时间、数据包内容、标记或其他程序，或数量过多无法读取，因此无法推算其对本次连接的影响。',
    ),
    cure: text(
      `On the server, run \`${p.command}\` before and after opening the URL. If the counter of a rule that drops increases, change that rule. Otherwise check the firewall of the cloud (inbound rule TCP:${p.port} from 0.0.0.0/0). ${thenEn}`,
      `请在访问该网址前后在服务器上运行 \`${p.command}\`。如果某条丢弃规则的计数增加，请修改该规则；否则请检查云防火墙（入站规则 TCP:${p.port}，来源 0.0.0.0/0）。${thenZh}`,
    ),
  }),
};
