import { text } from '../text.ts';

const keptEn = 'The deployment stays as it is; run the command `verify` once this is done.';
const keptZh = '部署保持不变；处理完成后请运行 `verify` 命令。';

/** Whether another program than nginx listens. */
function isOther(listener: string): boolean {
  return listener !== '-' && !/nginx|openresty|tengine/.test(listener);
}

/** Failures on the way from the world to the application: nginx, firewalls, the route. */
export const routeErrors = {
  NGINX_NOT_SERVING: (p: { port: number; listener: string; nginx: string; log: string }) => ({
    what: text(
      `nginx does not serve the application on port ${p.port}. Listening there: ${p.listener === '-' ? 'nothing' : p.listener}`,
      `nginx 未在端口 ${p.port} 上提供该应用的服务。该端口的监听程序：${p.listener === '-' ? '无' : p.listener}`,
    ),
    why: text(
      'The application is healthy, but a request through nginx on the server itself did not reach it.',
      '应用的健康检查已通过，但在服务器内部经由 nginx 的请求未能到达应用。',
    ),
    cure: text(
      `${isOther(p.listener) ? 'Stop the program that holds the port, or choose another `https-port`. Then run' : 'Run'} the workflow again: it starts nginx if it does not run, and has it serve the application again. If that fails, \`${p.nginx} -t\` and \`tail -n 50 ${p.log}\`, as root on the server, show why.`,
      `请${isOther(p.listener) ? '停止占用该端口的程序，或更换 `https-port`，然后' : ''}重新运行工作流：它会启动未运行的 nginx，并使其重新提供该应用的服务。如仍失败，请以 root 在服务器上执行 \`${p.nginx} -t\` 和 \`tail -n 50 ${p.log}\` 查看原因。`,
    ),
  }),

  CLOUD_FIREWALL_OR_ROUTE: (p: { address: string; port: number; detail: string; read: string; absent: string }) => ({
    what: text(
      `From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`,
      `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`,
    ),
    why: text(
      `nginx answers on the server itself, and the packet filters of the server let the port in (read: ${p.read}${p.absent === '-' ? '' : `; not installed, so its rules are not known: ${p.absent}`}). The remaining causes are the firewall of the cloud (Lighthouse firewall, security group) and the route from this runner to the server.`,
      `在服务器内部 nginx 有响应，且服务器自身的包过滤规则放行了该端口（已读取：${p.read}${p.absent === '-' ? '' : `；未安装、规则未知：${p.absent}`}）。剩下的可能是云防火墙（轻量应用服务器防火墙、安全组），或运行器到服务器之间的线路。`,
    ),
    cure: text(
      `Add an inbound rule: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Lighthouse: https://console.cloud.tencent.com/lighthouse > the instance > Firewall > Add rule. CVM: https://console.cloud.tencent.com/cvm/securitygroup > the instance's group > Inbound rules > Add rule (TCP:${p.port}). Other clouds: the security group or firewall of the instance. If the rule is there, open https://${p.address}:${p.port} from another network. If it answers there, the route from this runner is the cause. ${keptEn}`,
      `请添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。轻量应用服务器：https://console.cloud.tencent.com/lighthouse > 实例 > 防火墙 > 添加规则。云服务器：https://console.cloud.tencent.com/cvm/securitygroup > 实例所属安全组 > 入站规则 > 添加规则（TCP:${p.port}）。其他云：实例的安全组或防火墙。如果规则已存在，请换一个网络访问 https://${p.address}:${p.port}；如果有响应，则是运行器到服务器的线路问题。${keptZh}`,
    ),
  }),

  ROUTE_BLOCKED: (p: { address: string; port: number; detail: string; instance: string; oftenDropped: boolean }) => ({
    what: text(
      `From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}), although the server and the firewall of the cloud (${p.instance}) allow it.`,
      `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}），但服务器和云防火墙（${p.instance}）均已放行。`,
    ),
    why: text(
      p.oftenDropped
        ? `Carriers in mainland China often drop TCP port ${p.port}.`
        : `The route from this runner to the server is the remaining cause: a carrier or the network of the runner drops the connection, or ${p.address} is not the address of this instance.`,
      p.oftenDropped
        ? `中国大陆的运营商经常封堵 TCP 端口 ${p.port}。`
        : `剩下的可能是运行器到服务器之间的线路：运营商或运行器所在网络丢弃了连接，或 ${p.address} 不是该实例的地址。`,
    ),
    cure: text(
      `${p.oftenDropped ? 'Choose another `https-port`, such as 8443.' : `Open https://${p.address}:${p.port} from another network. If it answers there, use another runner or set \`outside-check: warn\`. If it answers nowhere, try another \`https-port\`, such as 8443.`} ${keptEn}`,
      `${p.oftenDropped ? '请更换 `https-port`，例如 8443。' : `请换一个网络访问 https://${p.address}:${p.port}。如果有响应，请更换运行器或设置 \`outside-check: warn\`；如果都没有响应，请更换 \`https-port\`，例如 8443。`}${keptZh}`,
    ),
  }),

  OUTSIDE_UNREACHABLE: (p: { address: string; port: number; detail: string }) => ({
    what: text(
      `From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`,
      `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`,
    ),
    why: text(
      'From here it cannot be told whether nginx, the firewall of the server, that of the cloud or the route is to blame. ECONNREFUSED usually means that nothing listens, ETIMEDOUT that a firewall drops.',
      '仅从外部无法判断是 nginx、服务器防火墙、云防火墙还是线路的问题。ECONNREFUSED 通常表示没有程序监听，ETIMEDOUT 通常表示被防火墙丢弃。',
    ),
    cure: text(
      `Check that ${p.address} is the public address of the server; if not, correct the DNS record of the domain. Then run the command \`deploy\`, which looks at the server itself and names the cause. Or look as root on the server: \`ss -ltn 'sport = :${p.port}'\` must list a listener (if not, check \`https-port\` and whether nginx runs), and \`iptables -vnL; nft list ruleset\` no rule that blocks TCP ${p.port}. The firewall of the cloud (Lighthouse firewall, security group) must allow TCP:${p.port} from 0.0.0.0/0.`,
      `请确认 ${p.address} 是服务器的公网地址；如果不是，请修改域名的 DNS 记录。然后运行 \`deploy\` 命令，它会检查服务器本身并指出原因。也可以以 root 在服务器上检查：\`ss -ltn 'sport = :${p.port}'\` 应有监听（如没有，请检查 \`https-port\` 以及 nginx 是否在运行），\`iptables -vnL; nft list ruleset\` 中不应有拦截 TCP ${p.port} 的规则；云防火墙（轻量应用服务器防火墙、安全组）须放行 TCP:${p.port}，来源 0.0.0.0/0。`,
    ),
  }),

  REQUEST_RESET_BY_NAME: (p: { domain: string; address: string; port: number; detail: string }) => ({
    what: text(
      `A TLS connection to ${p.address}:${p.port} is cut when it names ${p.domain} (${p.detail}), and let through without the name.`,
      `向 ${p.address}:${p.port} 发起的 TLS 连接在带有域名 ${p.domain} 时被中断（${p.detail}），不带域名则可以通过。`,
    ),
    why: text(
      'The cause is not known for certain. Most likely the name is not filed (备案) with the provider of this server: servers in mainland China have such names blocked on the way.',
      '无法确定具体原因。最可能的情况是该域名尚未在此服务器的云服务商处备案（或接入备案）：中国大陆的服务器会在网络上拦截此类域名。',
    ),
    cure: text(
      `Look at https://console.cloud.tencent.com/beian whether ${p.domain} is filed with Tencent Cloud; a filing with another provider has to be transferred (接入备案). ${keptEn}`,
      `请在 https://console.cloud.tencent.com/beian 查看 ${p.domain} 是否已在腾讯云备案；在其他服务商处的备案需要办理接入备案。${keptZh}`,
    ),
  }),
};
