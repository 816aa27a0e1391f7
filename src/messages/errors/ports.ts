import { type Text, text } from '../text.ts';

/** What an option of `listen` does to the other servers of the port. */
const optionWhy: Readonly<Record<string, Text>> = {
  proxy_protocol: text(
    'nginx applies this option to every server on the port. It disconnects clients that do not send the PROXY protocol, browsers and mini programs among them.',
    'nginx 会将该选项用于该端口上的所有 server；不发送 PROXY 协议的客户端（包括浏览器和小程序）会被断开。',
  ),
  'ipv6only=off': text(
    'That socket takes IPv4 connections as well, so that nginx cannot open the port a second time.',
    '该套接字同时接收 IPv4 连接，nginx 因此无法再次打开该端口。',
  ),
  http2: text(
    'Without TLS, this version of nginx then speaks HTTP/2 alone on the port; other clients get no answer.',
    '在没有 TLS 的端口上，此版本的 nginx 只支持 HTTP/2，其他客户端得不到应答。',
  ),
};

/** Failures of the ports that nginx is to listen on. */
export const portErrors = {
  PORT_SPEAKS_OTHERWISE: (p: { port: number; wanted: string; file: string; line: number }) => ({
    what: text(
      `Port ${p.port} is to speak ${p.wanted}, but a server in ${p.file}, line ${p.line}, has it speak otherwise.`,
      `端口 ${p.port} 需要使用 ${p.wanted}，但 ${p.file} 第 ${p.line} 行的 server 使用另一种协议。`,
    ),
    why: text(
      'nginx speaks TLS on a port as soon as one of its servers there does; the other one would be cut off.',
      '同一端口上只要有一个 server 使用 TLS，nginx 就会在该端口使用 TLS；另一个 server 会无法访问。',
    ),
    cure: text(
      'Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.',
      '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。',
    ),
  }),
  PORT_OPTION_UNFIT: (p: { port: number; option: string; file: string; line: number }) => ({
    what: text(
      `${p.file}, line ${p.line}, listens on port ${p.port} with ${p.option}.`,
      `${p.file} 第 ${p.line} 行以 ${p.option} 监听端口 ${p.port}。`,
    ),
    why:
      optionWhy[p.option] ??
      text('nginx applies the option to every server on the port.', 'nginx 会将该选项用于该端口上的所有 server。'),
    cure: text(
      'Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.',
      '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。',
    ),
  }),
  PORT_ADDRESS_TAKEN: (p: { port: number; address: string; file: string; line: number }) => ({
    what: text(
      `${p.file}, line ${p.line}, listens on ${p.address}:${p.port}.`,
      `${p.file} 第 ${p.line} 行监听 ${p.address}:${p.port}。`,
    ),
    why: text(
      `A server that listens on an address takes all requests to that address; a server that listens on port ${p.port} alone, as that of the deployment does, gets none of them.`,
      `监听具体地址的 server 会接收发往该地址的全部请求；只监听端口 ${p.port} 的 server（本部署即如此）收不到这些请求。`,
    ),
    cure: text(
      `In that file, write \`listen ${p.port}\` instead of \`listen ${p.address}:${p.port}\` (keep the options), and restart nginx. Or choose another \`https-port\`.`,
      `请在该文件中将 \`listen ${p.address}:${p.port}\` 改为 \`listen ${p.port}\`（保留其他选项）并重启 nginx，或改用其他 \`https-port\`。`,
    ),
  }),
  PORT_ADDRESS_HELD: (p: { port: number; address: string; place: string }) => ({
    what: text(
      `nginx listens on port ${p.port} of the address ${p.address} alone${p.place === '' ? '' : ` (${p.place})`}.`,
      `nginx 目前只在地址 ${p.address} 上监听端口 ${p.port}${p.place === '' ? '' : `（${p.place}）`}。`,
    ),
    why: text(
      'The site listens on all addresses. A reload of nginx cannot change one into the other: it keeps the old configuration.',
      '本站点监听所有地址。nginx 重新加载时无法从单个地址改为监听所有地址，会沿用旧配置。',
    ),
    cure:
      p.place === ''
        ? text(
            'No `listen` names this address any more: restart nginx (`systemctl restart nginx`), then run again. Or choose another `https-port`.',
            '配置中已没有 `listen` 使用该地址：请重启 nginx（`systemctl restart nginx`），然后重新运行；或改用其他 `https-port`。',
          )
        : text(
            `In that file, write \`listen ${p.port}\` without the address (keep the options), restart nginx, then run again. Or choose another \`https-port\`. For the port of the application: \`publish-app-port: false\`.`,
            `请在该文件中改写为 \`listen ${p.port}\`，去掉地址（保留其他选项），重启 nginx，然后重新运行；或改用其他 \`https-port\`。应用端口可设置 \`publish-app-port: false\`。`,
          ),
  }),
  PORT_OF_STREAM: (p: { port: number; file: string; line: number }) => ({
    what: text(
      `The stream or mail block of nginx listens on port ${p.port}: ${p.file}, line ${p.line}.`,
      `nginx 的 stream 或 mail 块监听端口 ${p.port}：${p.file} 第 ${p.line} 行。`,
    ),
    why: text('It does not share the port with websites.', '它不能与网站共用端口。'),
    cure: text(
      'Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.',
      '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。',
    ),
  }),
  NGINX_PORT_HELD: (p: { port: number; process: string; pid: number | string; file: string; line: number }) => ({
    what: text(
      `nginx is stopped and cannot start: ${p.process} (pid ${p.pid}) holds port ${p.port}, which ${p.file}, line ${p.line}, listens on.`,
      `nginx 未运行且无法启动：${p.file} 第 ${p.line} 行需要的端口 ${p.port} 被 ${p.process}（pid ${p.pid}）占用。`,
    ),
    why: text(
      'nginx starts only if every port in its configuration is free, those of other sites included.',
      '只有配置中的所有端口（包括其他站点的）都空闲时，nginx 才能启动。',
    ),
    cure: text(
      `Stop that program, or remove the server in ${p.file} if it is not needed (\`rm /etc/nginx/sites-enabled/default\` for the default site of Debian and Ubuntu).`,
      `请停止该程序；如果不需要 ${p.file} 中的 server，也可以将其删除（Debian 和 Ubuntu 的默认站点：\`rm /etc/nginx/sites-enabled/default\`）。`,
    ),
  }),
  PORT_TAKEN: (p: { port: number; process: string; pid: number | string; address: string }) => ({
    what: text(
      `Port ${p.port} is held by ${p.process} (pid ${p.pid}, ${p.address}).`,
      `端口 ${p.port} 被 ${p.process} 占用（pid ${p.pid}，${p.address}）。`,
    ),
    why: text(
      'nginx is to listen there; its reload would return 0 and keep the old configuration.',
      'nginx 需要监听该端口；否则 reload 会返回 0 却继续使用旧配置。',
    ),
    cure: text(
      'Stop that program, or choose another `https-port`. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.',
      '请停止该程序，或改用其他 `https-port`。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。',
    ),
  }),
};
