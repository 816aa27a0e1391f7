import { type Text, text } from '../text.ts';

/** What to do where another machine may have answered. */
export function otherMachine(p: { domain: string; address: string }): Text {
  return text(
    `Check that ${p.address} is the public address of this server. If not, change the DNS record of ${p.domain}, and set \`public-ip\` to the right address.`,
    `请确认 ${p.address} 是本服务器的公网地址。如果不是，请修改 ${p.domain} 的 DNS 记录，并将 \`public-ip\` 设为正确的地址。`,
  );
}

const verifyAfter = text('Then run the command `verify`.', '然后运行 `verify` 命令。');

/** Failures of what is served: TLS, certificate, answer. */
export const servedErrors = {
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
      `See on the server who listens: \`ss -ltnp 'sport = :${p.port}'\`. If it is nginx, look for a \`listen ${p.port}\` without \`ssl\` (\`nginx -T | grep -n 'listen.*${p.port}'\`) and for a proxy before the server. If it is another program that is not needed, stop it; else choose another \`https-port\`.`,
      `请在服务器上查看监听程序：\`ss -ltnp 'sport = :${p.port}'\`。若是 nginx，请查找缺少 \`ssl\` 的 \`listen ${p.port}\`（\`nginx -T | grep -n 'listen.*${p.port}'\`），并检查服务器前面的代理。若是不需要的其他程序，请停止它；否则请更换 \`https-port\`。`,
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
      'Set `ssl_protocols TLSv1.2 TLSv1.3;` in the first server block of this port, or in the one with `default_server`: nginx takes the value from there (`nginx -T | grep -n ssl_protocols` shows the lines). See that the `server_name` of a server on this port holds the domain.',
      '请在该端口的第一个 server 块（或带 `default_server` 的 server 块）中设置 `ssl_protocols TLSv1.2 TLSv1.3;`：nginx 以其为准（用 `nginx -T | grep -n ssl_protocols` 查看相应的行）。并确认该端口上某个 server 的 `server_name` 包含该域名。',
    ),
  }),

  SERVED_CERTIFICATE_WRONG: (p: {
    domain: string;
    port: number;
    address: string;
    served: string;
    expected: string;
  }) => ({
    what: text(
      `${p.domain}:${p.port} serves another certificate (SHA-256 ${p.served}) than the one installed (${p.expected}).`,
      `${p.domain}:${p.port} 提供的证书（SHA-256 ${p.served}）不是已安装的证书（${p.expected}）。`,
    ),
    why: text(
      'On the server nginx serves the new one. From outside something else answers: another server behind the address, a CDN or a load balancer.',
      '在服务器内部 nginx 提供的是新证书。从外部响应的是其他设备：该地址后面的另一台服务器、CDN 或负载均衡。',
    ),
    cure: text(
      `${otherMachine(p).en} If ${p.address} is a CDN or load balancer of yours, install the certificate there too. ${verifyAfter.en}`,
      `${otherMachine(p).zh}如果 ${p.address} 是你的 CDN 或负载均衡，请在那里也安装该证书。${verifyAfter.zh}`,
    ),
  }),

  SERVED_CHAIN_INCOMPLETE: (p: { domain: string; port: number; count: number; missing: string }) => ({
    what: text(
      `${p.domain}:${p.port} sends an incomplete certificate chain (certificates sent: ${p.count}; missing: "${p.missing}").`,
      `${p.domain}:${p.port} 发送的证书链不完整（已发送证书数：${p.count}；缺少：“${p.missing}”）。`,
    ),
    why: text(
      'Browsers on a computer fetch a missing certificate by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.',
      '电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书颁发机构不被任何手机信任。',
    ),
    cure: text(
      'Use the file *_bundle.crt of the nginx download, which has the whole chain, as `certificate-chain`, and deploy. With `certificate: existing`, put its contents into the file that `ssl_certificate` names on the server (`nginx -T | grep ssl_certificate`), run `nginx -t && nginx -s reload` there, then run the command `verify`. For a test with an authority of your own, put its root certificate into the checkout and give it to the step: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.',
      '请将 nginx 格式下载包中的 *_bundle.crt 文件（包含完整的证书链）填入 `certificate-chain`，然后部署。`certificate: existing` 时，请将其内容写入服务器上 `ssl_certificate` 所指的文件（`nginx -T | grep ssl_certificate`），在服务器上执行 `nginx -t && nginx -s reload`，然后运行 `verify` 命令。如需用自建机构进行测试，请将其根证书放入代码仓库，并在该步骤中给出：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。',
    ),
  }),

  SERVED_CERTIFICATE_EXPIRED: (p: { domain: string; port: number; notAfter: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves an expired certificate (itself or one above it expired; its own ends at ${p.notAfter}).`,
      `${p.domain}:${p.port} 提供的证书已过期（证书本身或其上级；本身的到期时间为 ${p.notAfter}）。`,
    ),
    why: text('No client accepts it any more.', '任何客户端都不再接受该证书。'),
    cure: text(
      'Renew the certificate, put both PEMs of the new download into the secrets behind `certificate-chain` and `certificate-key`, and deploy again. With `certificate: existing`: replace both files on the server, then deploy again.',
      '请续期证书，将新下载的两个 PEM 存入 `certificate-chain` 和 `certificate-key` 所用的 secret，然后重新部署。`certificate: existing` 时：请替换服务器上的两个文件，然后重新部署。',
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
      `Deploy with \`domain: ${p.domain}\` and a certificate that is valid for it. If you have, look on the server for another server block that answers for this name on port ${p.port}, and remove it: \`nginx -T | grep -nE "^# configuration|listen|server_name"\`.`,
      `请设置 \`domain: ${p.domain}\` 并使用对该域名有效的证书进行部署。如果已经如此，请在服务器上查找端口 ${p.port} 上响应该域名的其他 server 块并删除：\`nginx -T | grep -nE "^# configuration|listen|server_name"\`。`,
    ),
  }),

  SERVED_CERTIFICATE_UNTRUSTED: (p: { domain: string; port: number; issuer: string; detail: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate that nobody trusts (issued by "${p.issuer}"; ${p.detail}).`,
      `${p.domain}:${p.port} 提供的证书不受信任（签发者“${p.issuer}”；${p.detail}）。`,
    ),
    why: text(
      'It is self-signed, or comes from a private authority. WeChat accepts only authorities that are built into phones.',
      '它是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书颁发机构。',
    ),
    cure: text(
      "Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, put its root certificate into the checkout and give it to the step: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.",
      "请使用公共证书颁发机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请将其根证书放入代码仓库，并在该步骤中给出：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。",
    ),
  }),

  HTTPS_NO_ANSWER: (p: { url: string; detail: string }) => ({
    what: text(
      `${p.url}: The TLS handshake succeeded, but the request got no response (${p.detail}).`,
      `${p.url}：TLS 连接成功，但请求没有得到响应（${p.detail}）。`,
    ),
    why: text(
      'The application hangs or is too slow, or something on the way cuts the connection once the request is sent.',
      '应用无响应或过慢，或请求发出后连接在途中被中断。',
    ),
    cure: text(
      'Ask for the same path on the server itself: `curl -v http://127.0.0.1:PORT/PATH`, where `docker ps` shows the port of the container. If it is slow there too, look at the log (`docker logs --tail 50 NAME`) and the database of the application.',
      '请在服务器上直接访问同一路径：`curl -v http://127.0.0.1:端口/路径`，容器的端口可用 `docker ps` 查看。如果同样缓慢，请检查应用日志（`docker logs --tail 50 容器名`）和数据库。',
    ),
  }),

  APPLICATION_STATUS: (p: { url: string; status: number; expected: string }) => ({
    what: text(
      `${p.url} answers with status ${p.status}; expected: ${p.expected}`,
      `${p.url} 返回状态码 ${p.status}；期望：${p.expected}`,
    ),
    why: text(
      '502 and 504 come from nginx, which does not reach the application; 503 of an actuator means that a part of it (a database) is down; 401, 403 and 404 mean that the path is protected or is elsewhere.',
      '502 和 504 来自 nginx，表示无法连接应用；actuator 返回 503 表示其某个组件（如数据库）不可用；401、403、404 表示该路径受保护或不存在。',
    ),
    cure: text(
      'Look at the log of the application on the server (`docker logs --tail 50 NAME`; `docker ps -a` shows the name). If its container has stopped, run `docker start NAME`. If the application works, correct `health-path` and `health-status`.',
      '请在服务器上查看应用日志（`docker logs --tail 50 容器名`；`docker ps -a` 可查看容器名）。如果容器已停止，请执行 `docker start 容器名`。如果应用正常，请改正 `health-path` 和 `health-status`。',
    ),
  }),
};
