import { text } from '../text.ts';

const keptEn = 'The deployment stays as it is; run the command `verify` once this is done.';
const keptZh = '部署保持不变；处理完成后请运行 `verify` 命令。';

/** Failures seen on the way of a request, from the application outwards. None of them undoes a deployment. */
export const checkErrors = {
  APPLICATION_EXITED: (p: { container: string; exitCode: number; restarts: number }) => ({
    what: text(
      `The application in container ${p.container} ended with exit code ${p.exitCode} (restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用已退出，退出码 ${p.exitCode}（重启次数：${p.restarts}）。`,
    ),
    why: text(
      'Its last log lines usually name the cause: a database that cannot be reached, a missing setting, a port that is taken.',
      '原因通常就在最后几行日志中：数据库无法连接、缺少配置或端口被占用。',
    ),
    cure: text(
      'Read the log lines shown with this error, correct the application or its `env`, `files` and `spring-profile`, and deploy again.',
      '请查看随本错误显示的日志，修正应用或其 `env`、`files`、`spring-profile`，然后重新部署。',
    ),
  }),

  APPLICATION_OUT_OF_MEMORY: (p: { container: string; restarts: number }) => ({
    what: text(
      `The application in container ${p.container} was killed for want of memory (restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用因内存不足被终止（重启次数：${p.restarts}）。`,
    ),
    why: text(
      'Docker reports OOMKilled: it went beyond the limit of `memory`, or the server ran out of it.',
      'Docker 报告 OOMKilled：应用超出了 `memory` 限制，或服务器内存已耗尽。',
    ),
    cure: text(
      'Raise `memory`, bound the heap with `java-options: -XX:MaxRAMPercentage=60`, or give the server more memory.',
      '请提高 `memory`，或用 `java-options: -XX:MaxRAMPercentage=60` 限制堆大小，或为服务器增加内存。',
    ),
  }),

  APPLICATION_OTHER_PORT: (p: { container: string; port: number; listening: string }) => ({
    what: text(
      `Nothing listens on port ${p.port} in container ${p.container}; the application listens on: ${p.listening}`,
      `容器 ${p.container} 中没有程序监听端口 ${p.port}；应用监听的端口：${p.listening}`,
    ),
    why: text(
      'The application runs but was told another port than `app-port` says (server.port in its configuration, profile or `env`).',
      '应用正在运行，但其端口与 `app-port` 不一致（由配置、profile 或 `env` 中的 server.port 决定）。',
    ),
    cure: text(
      `Set \`app-port\` to the port it listens on, or server.port to ${p.port}.`,
      `请将 \`app-port\` 设为应用实际监听的端口，或将 server.port 设为 ${p.port}。`,
    ),
  }),

  APPLICATION_DOWN: (p: { container: string; status: string; port: number; restarts: number }) => ({
    what: text(
      `The application in container ${p.container} does not answer its health check on port ${p.port} (container: ${p.status}, restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用未通过端口 ${p.port} 上的健康检查（容器状态：${p.status}，重启次数：${p.restarts}）。`,
    ),
    why: text(
      'The fault lies in the application itself: the request was made on the server, past nginx and every firewall.',
      '问题出在应用本身：该请求在服务器内部发出，未经过 nginx 和任何防火墙。',
    ),
    cure: text(
      'Read the log lines shown with this error. If the application only starts slowly, raise `health-timeout`; if its health page lies elsewhere, set `health-path` and `health-status`.',
      '请查看随本错误显示的日志。如果应用只是启动较慢，请提高 `health-timeout`；如果健康检查地址不同，请设置 `health-path` 和 `health-status`。',
    ),
  }),

  NGINX_NOT_SERVING: (p: { port: number; listener: string }) => ({
    what: text(
      `nginx does not serve the application on port ${p.port}. Listening there: ${p.listener}`,
      `nginx 未在端口 ${p.port} 上提供该应用的服务。该端口的监听程序：${p.listener}`,
    ),
    why: text(
      'The application is healthy, but a request through nginx on the server itself did not reach it.',
      '应用是健康的，但在服务器内部经由 nginx 的请求未能到达应用。',
    ),
    cure: text(
      'On the server, run nginx -t and look at the end of /var/log/nginx/error.log; if another program holds the port, stop it or choose another `https-port`.',
      '请在服务器上运行 nginx -t，并查看 /var/log/nginx/error.log 末尾；如果端口被其他程序占用，请停止该程序或更换 `https-port`。',
    ),
  }),

  HOST_FIREWALL_CLOSED: (p: { port: number; program: string; command: string }) => ({
    what: text(
      `The firewall on the server (${p.program}) does not let TCP port ${p.port} in.`,
      `服务器上的防火墙（${p.program}）未放行 TCP 端口 ${p.port}。`,
    ),
    why: text(
      'On the server itself nginx answers; from outside nothing does, and the firewall has no rule for the port.',
      '在服务器内部 nginx 有响应，从外部则没有，且该防火墙没有该端口的放行规则。',
    ),
    cure: text(`On the server, run: ${p.command}. ${keptEn}`, `请在服务器上运行：${p.command}。${keptZh}`),
  }),

  CLOUD_FIREWALL_OR_ROUTE: (p: { address: string; port: number; detail: string }) => ({
    what: text(
      `From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`,
      `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`,
    ),
    why: text(
      'On the server itself nginx answers and no firewall of its own is in the way. What is left is the firewall of the cloud (Lighthouse firewall, security group), or the way from this runner to the server.',
      '在服务器内部 nginx 有响应，且服务器自身的防火墙没有拦截。剩下的可能是云防火墙（轻量应用服务器防火墙、安全组），或运行器到服务器之间的线路。',
    ),
    cure: text(
      `Add an inbound rule: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Lighthouse: https://console.cloud.tencent.com/lighthouse > the instance > Firewall > Add rule. CVM: https://console.cloud.tencent.com/cvm/securitygroup > the instance's group > Inbound rules > Add rule (TCP:${p.port}). If the rule is there, open the address from another network, to tell a bad route. ${keptEn}`,
      `请添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。轻量应用服务器：https://console.cloud.tencent.com/lighthouse > 实例 > 防火墙 > 添加规则。云服务器：https://console.cloud.tencent.com/cvm/securitygroup > 实例所属安全组 > 入站规则 > 添加规则（TCP:${p.port}）。如果规则已存在，请换一个网络访问该地址，以判断是否为线路问题。${keptZh}`,
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
      `In this order: see on the server that nginx listens (ss -ltn 'sport = :${p.port}'), that ufw or firewalld lets TCP ${p.port} in, and that the Lighthouse firewall or security group does (TCP:${p.port} from 0.0.0.0/0). The command \`deploy\` tells them apart by itself.`,
      `请依次检查：服务器上 nginx 是否在监听（ss -ltn 'sport = :${p.port}'）；ufw 或 firewalld 是否放行 TCP ${p.port}；轻量应用服务器防火墙或安全组是否放行（TCP:${p.port}，来源 0.0.0.0/0）。\`deploy\` 命令会自动区分这些情况。`,
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

  DNS_NOT_FOUND: (p: { domain: string; expected: string }) => ({
    what: text(`${p.domain} has no address.`, `域名 ${p.domain} 没有解析记录。`),
    why: text(
      'The resolver of this runner knows no A or AAAA record of it. A record that was just made may take some minutes.',
      '运行器的解析器查不到它的 A 或 AAAA 记录。刚添加的记录可能需要几分钟才能生效。',
    ),
    cure: text(
      `Add an A record for ${p.domain} with the value ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`,
      `请为 ${p.domain} 添加 A 记录，记录值为 ${p.expected}（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`,
    ),
  }),

  DNS_UNKNOWN: (p: { domain: string; detail: string }) => ({
    what: text(
      `The resolver did not say where ${p.domain} leads (${p.detail}).`,
      `解析器未能给出 ${p.domain} 的解析结果（${p.detail}）。`,
    ),
    why: text(
      'The name servers of the domain or the resolver of this runner did not answer in time.',
      '该域名的 DNS 服务器或运行器的解析器未及时响应。',
    ),
    cure: text(
      'Run the command `verify` again. If it goes on so, check that the name servers of the domain answer.',
      '请再次运行 `verify` 命令。如果仍然如此，请检查该域名的 DNS 服务器是否正常响应。',
    ),
  }),

  DNS_ELSEWHERE: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} leads to ${p.found}, not to this server (${p.expected}).`,
      `域名 ${p.domain} 解析到 ${p.found}，而不是本服务器（${p.expected}）。`,
    ),
    why: text(
      'Its record still holds an earlier address, or an old answer is still in a cache.',
      '其解析记录仍为旧地址，或旧的解析结果仍在缓存中。',
    ),
    cure: text(
      `Change the A record of ${p.domain} to ${p.expected} (https://console.cloud.tencent.com/cns), wait for its TTL, then run the command \`verify\`. If ${p.expected} is not the public address of the server, set \`public-ip\`.`,
      `请将 ${p.domain} 的 A 记录改为 ${p.expected}（https://console.cloud.tencent.com/cns），等待 TTL 到期后运行 \`verify\` 命令。如果 ${p.expected} 不是服务器的公网地址，请设置 \`public-ip\`。`,
    ),
  }),

  DNS_SEVERAL: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} leads to several addresses: ${p.found}. Only ${p.expected} is this server.`,
      `域名 ${p.domain} 解析到多个地址：${p.found}。其中只有 ${p.expected} 是本服务器。`,
    ),
    why: text(
      'Several A records are used in turn: a part of the requests goes to the other address.',
      '多条 A 记录会被轮流使用：一部分请求会到达其他地址。',
    ),
    cure: text(
      `Remove the A records of ${p.domain} other than ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`,
      `请删除 ${p.domain} 中除 ${p.expected} 以外的 A 记录（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`,
    ),
  }),

  OUTSIDE_PLAIN_HTTP: (p: { address: string; port: number }) => ({
    what: text(
      `What answers at ${p.address}, port ${p.port}, speaks no TLS.`,
      `${p.address} 端口 ${p.port} 上的响应程序不支持 TLS。`,
    ),
    why: text(
      'Another program holds the port, a proxy in between answers in plain http, or the `listen` of nginx lacks `ssl`.',
      '该端口被其他程序占用，或中间代理以明文 http 响应，或 nginx 的 `listen` 缺少 `ssl`。',
    ),
    cure: text(
      `See on the server who listens: ss -ltnp 'sport = :${p.port}'. Stop it, or choose another \`https-port\`.`,
      `请在服务器上查看监听程序：ss -ltnp 'sport = :${p.port}'。请停止该程序，或更换 \`https-port\`。`,
    ),
  }),

  TLS_HANDSHAKE_FAILED: (p: { domain: string; port: number; detail: string }) => ({
    what: text(
      `The TLS handshake with ${p.domain}:${p.port} failed: ${p.detail}`,
      `与 ${p.domain}:${p.port} 的 TLS 握手失败：${p.detail}`,
    ),
    why: text(
      'TLS 1.2 and 1.3 were offered, as WeChat needs. The server has only older versions, has nothing for this name, or another program answers.',
      '握手时提供了微信所要求的 TLS 1.2 和 1.3。服务器只支持更旧的版本，或没有该域名的配置，或由其他程序响应。',
    ),
    cure: text(
      'Let nginx offer `ssl_protocols TLSv1.2 TLSv1.3` (also in the first server block of this port, whose value counts), and see that `server_name` holds the domain.',
      '请让 nginx 启用 `ssl_protocols TLSv1.2 TLSv1.3`（同一端口的第一个 server 块的设置优先），并确认 `server_name` 包含该域名。',
    ),
  }),

  SERVED_CERTIFICATE_WRONG: (p: { domain: string; port: number; served: string; expected: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves another certificate (SHA-256 ${p.served}) than the one installed (${p.expected}).`,
      `${p.domain}:${p.port} 提供的证书（SHA-256 ${p.served}）不是已安装的证书（${p.expected}）。`,
    ),
    why: text(
      'On the server nginx serves the new one. From outside something else answers: another server behind the address, a CDN or a load balancer.',
      '在服务器内部 nginx 提供的是新证书。从外部响应的是其他设备：该地址后面的另一台服务器、CDN 或负载均衡。',
    ),
    cure: text(
      'Check that the address belongs to this server (`public-ip`); where a CDN or load balancer stands before it, install the certificate there too.',
      '请确认该地址属于本服务器（`public-ip`）；如果前面有 CDN 或负载均衡，请在那里也安装该证书。',
    ),
  }),

  SERVED_CHAIN_INCOMPLETE: (p: { domain: string; port: number; count: number; missing: string }) => ({
    what: text(
      `${p.domain}:${p.port} sends an incomplete certificate chain (certificates sent: ${p.count}; missing: "${p.missing}").`,
      `${p.domain}:${p.port} 发送的证书链不完整（已发送证书数：${p.count}；缺少：“${p.missing}”）。`,
    ),
    why: text(
      'Browsers on a computer fetch a missing certificate by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.',
      '电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书机构不被任何手机信任。',
    ),
    cure: text(
      'Let `ssl_certificate` of nginx name the file *_bundle.crt of the nginx download, which holds the whole chain.',
      '请让 nginx 的 `ssl_certificate` 指向 nginx 格式下载包中的 *_bundle.crt 文件，它包含完整的证书链。',
    ),
  }),

  SERVED_CERTIFICATE_EXPIRED: (p: { domain: string; port: number; notAfter: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate whose time is over (it, or one above it; its own ends at ${p.notAfter}).`,
      `${p.domain}:${p.port} 提供的证书已过期（证书本身或其上级；本身的到期时间为 ${p.notAfter}）。`,
    ),
    why: text('No client accepts it any more.', '任何客户端都不再接受该证书。'),
    cure: text(
      'Renew the certificate and deploy it: both PEMs from the same download in `certificate-chain` and `certificate-key`.',
      '请续期并重新部署证书：`certificate-chain` 和 `certificate-key` 使用同一次下载的两个 PEM。',
    ),
  }),

  SERVED_CERTIFICATE_NAMES: (p: { domain: string; port: number; names: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate that is not valid for ${p.domain}, but for: ${p.names}`,
      `${p.domain}:${p.port} 提供的证书不适用于 ${p.domain}，而适用于：${p.names}`,
    ),
    why: text(
      'Another server block of nginx answers for this name, or the certificate is that of another domain.',
      'nginx 的其他 server 块响应了该域名，或该证书属于其他域名。',
    ),
    cure: text(
      'Deploy with a certificate for this domain; see that no other server block on this port has it in `server_name`.',
      '请使用该域名的证书进行部署；并确认同一端口没有其他 server 块的 `server_name` 包含该域名。',
    ),
  }),

  SERVED_CERTIFICATE_UNTRUSTED: (p: { domain: string; port: number; issuer: string; detail: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate that nobody trusts (issued by "${p.issuer}"; ${p.detail}).`,
      `${p.domain}:${p.port} 提供的证书不受信任（签发者“${p.issuer}”；${p.detail}）。`,
    ),
    why: text(
      'It is self-signed, or comes from a private authority. WeChat accepts only authorities that are built into phones.',
      '它是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书机构。',
    ),
    cure: text(
      "Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, set NODE_EXTRA_CA_CERTS to the file with its root.",
      "请使用公共证书机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请将 NODE_EXTRA_CA_CERTS 设为其根证书文件。",
    ),
  }),

  HTTPS_NO_ANSWER: (p: { url: string; detail: string }) => ({
    what: text(
      `${p.url}: TLS stands, but the request brought no response (${p.detail}).`,
      `${p.url}：TLS 连接成功，但请求没有得到响应（${p.detail}）。`,
    ),
    why: text(
      'The application hangs or is too slow, or something on the way cuts the connection once the request is sent.',
      '应用无响应或过慢，或请求发出后连接在途中被中断。',
    ),
    cure: text(
      'Ask for the same path on the server itself (curl on the port of the application). If it is slow there too, look at the log and the database of the application.',
      '请在服务器上直接访问同一路径（用 curl 访问应用端口）。如果同样缓慢，请检查应用日志和数据库。',
    ),
  }),

  APPLICATION_STATUS: (p: { url: string; status: number; expected: string }) => ({
    what: text(
      `${p.url} answers with status ${p.status}; expected: ${p.expected}`,
      `${p.url} 返回状态码 ${p.status}；期望：${p.expected}`,
    ),
    why: text(
      '502 and 504 come from nginx, which does not reach the application; 503 of an actuator means that a part of it (a database) is down; 401, 403 and 404 mean that the path is protected or lies elsewhere.',
      '502 和 504 来自 nginx，表示无法连接应用；actuator 返回 503 表示其某个组件（如数据库）不可用；401、403、404 表示该路径受保护或不存在。',
    ),
    cure: text(
      'Look at the log of the application (docker logs); if the application is well, correct `health-path` and `health-status`.',
      '请查看应用日志（docker logs）；如果应用正常，请改正 `health-path` 和 `health-status`。',
    ),
  }),
};
