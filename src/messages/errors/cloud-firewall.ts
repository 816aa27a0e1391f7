import { firewallName, firewallPage } from '../cloud-console.ts';
import { text } from '../text.ts';

type Kind = 'lighthouse' | 'cvm';

/** Failures and notices of Tencent Cloud's firewall. `list` is the Lighthouse instance or the security group. */
export const cloudFirewallErrors = {
  CLOUD_FIREWALL_DROP: (p: { kind: Kind; list: string; port: number; rule: string }) => ({
    what: text(
      `${upper(firewallName(p.kind, p.list).en)} blocks TCP port ${p.port}: ${p.rule}`,
      `${firewallName(p.kind, p.list).zh}拦截了 TCP 端口 ${p.port}：${p.rule}`,
    ),
    why: text(
      'Tencent checks rules from top to bottom, and the first match decides. The API of Lighthouse cannot insert a rule above this one.',
      '腾讯云从上到下匹配规则，首条命中的规则生效。轻量应用服务器的 API 无法在该规则之前插入规则。',
    ),
    cure: text(
      `Delete this rule or move it to the end of the list: ${firewallPage(p.kind, p.list).en}. Then run the workflow again. To leave the firewall of the cloud to yourself, set \`firewall: false\`.`,
      `请删除该规则或将其移到列表末尾：${firewallPage(p.kind, p.list).zh}，然后重新运行工作流。如需自行管理云防火墙，请设置 \`firewall: false\`。`,
    ),
  }),

  CLOUD_FIREWALL_NOT_OPEN: (p: { kind: Kind; list: string; port: number; rule: string }) => ({
    what: text(
      `TCP port ${p.port} is still closed in ${firewallName(p.kind, p.list).en}${p.rule === '-' ? '' : `: ${p.rule}`}`,
      `TCP 端口 ${p.port} 在${firewallName(p.kind, p.list).zh}中仍未开放${p.rule === '-' ? '' : `：${p.rule}`}`,
    ),
    why: text(
      p.rule === '-'
        ? 'Tencent accepted the change, but no rule that was read afterwards allows the port for every address.'
        : 'Tencent checks rules from top to bottom, and this rule matches before the one that allows the port.',
      p.rule === '-'
        ? '腾讯云接受了变更，但之后读取的规则中没有一条对所有地址放行该端口。'
        : '腾讯云从上到下匹配规则，该规则先于放行该端口的规则命中。',
    ),
    cure: text(
      `Move the rule that allows TCP ${p.port} from 0.0.0.0/0 to the top: ${firewallPage(p.kind, p.list).en}. If there is none, add it. The deployment stays as it is; then run the command \`verify\`.`,
      `请将放行 TCP ${p.port}（来源 0.0.0.0/0）的规则移到最前；如没有请添加：${firewallPage(p.kind, p.list).zh}。部署保持不变；完成后请运行 \`verify\` 命令。`,
    ),
  }),

  CLOUD_FIREWALL_FULL: (p: { kind: Kind; list: string; count: number; port: string }) => ({
    what: text(
      `${upper(firewallName(p.kind, p.list).en)} has no room for another rule (TCP ${p.port}); it has ${p.count}.`,
      `${firewallName(p.kind, p.list).zh}无法再添加规则（TCP ${p.port}），现有 ${p.count} 条。`,
    ),
    why: text('Tencent limits the number of rules.', '腾讯云限制规则数量。'),
    cure: text(
      `Delete rules that you do not need: ${firewallPage(p.kind, p.list).en}. Then run the workflow again.`,
      `请删除不需要的规则：${firewallPage(p.kind, p.list).zh}，然后重新运行工作流。`,
    ),
  }),

  CLOUD_FIREWALL_WIDE: (p: { kind: Kind; list: string; port: number | 'everything'; rule: string }) => ({
    what: text(
      p.port === 'everything'
        ? `${upper(firewallName(p.kind, p.list).en)} opens all ports to the internet: ${p.rule}`
        : `${upper(firewallName(p.kind, p.list).en)} opens TCP port ${p.port} to the internet: ${p.rule}`,
      p.port === 'everything'
        ? `${firewallName(p.kind, p.list).zh}对公网开放了所有端口：${p.rule}`
        : `${firewallName(p.kind, p.list).zh}对公网开放了 TCP 端口 ${p.port}：${p.rule}`,
    ),
    why: text(
      'Visitors need the HTTPS port only: nginx reaches the application, and the application its database, on the server itself.',
      '访问者只需要 HTTPS 端口：nginx 访问应用、应用访问数据库都在服务器内部进行。',
    ),
    cure: text(
      `Delete the rule, or limit its source to your own address: ${firewallPage(p.kind, p.list).en}. Keep the rules for SSH and HTTPS.`,
      `请删除该规则，或将来源限制为你自己的地址：${firewallPage(p.kind, p.list).zh}。请保留 SSH 和 HTTPS 的规则。`,
    ),
  }),

  CLOUD_FIREWALL_CLOSED: (p: {
    address: string;
    port: number;
    detail: string;
    kind: Kind;
    instance: string;
    list: string;
    rule: string;
  }) => ({
    what: text(
      `${upper(firewallName(p.kind, p.list).en)} (instance ${p.instance}) blocks ${p.address}, TCP port ${p.port} (${p.detail})${p.rule === '-' ? '.' : `: ${p.rule}`}`,
      `${firewallName(p.kind, p.list).zh}（实例 ${p.instance}）拦截了 ${p.address} 的 TCP 端口 ${p.port}（${p.detail}）${p.rule === '-' ? '。' : `：${p.rule}`}`,
    ),
    why: text(
      p.rule === '-'
        ? 'No rule allows the port for every address, and Tencent drops what no rule allows. nginx answers on the server itself.'
        : 'This rule matches before any rule that allows the port. nginx answers on the server itself.',
      p.rule === '-'
        ? '没有规则对所有地址放行该端口，腾讯云会丢弃未放行的连接。在服务器内部 nginx 有响应。'
        : '该规则先于放行该端口的规则命中。在服务器内部 nginx 有响应。',
    ),
    cure: text(
      `Add an inbound rule above all others: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Page: ${firewallPage(p.kind, p.list).en}. The deployment stays as it is; then run the command \`verify\`. If another error of this run says why the action could not open the port, you can follow that one instead and run the workflow again.`,
      `请在最前添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。页面：${firewallPage(p.kind, p.list).zh}。部署保持不变；完成后请运行 \`verify\` 命令。如果本次运行的另一条错误说明了 action 为何未能放行该端口，也可以先解决该错误，再重新运行工作流。`,
    ),
  }),
};

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
