import { type Text, text } from '../text.ts';
import { at, correct, type Findings, look, type ProofVerdict, saying, taken } from './nginx-findings.ts';

interface NotSwitched extends Findings {
  readonly port: string;
  readonly status: string;
  readonly release: string;
  readonly configuration: string;
  readonly fingerprint: string;
  readonly expected: string;
}

/** Why nginx does not serve the new version, by the cause that the switch found. */
const switchCauses: Readonly<Record<string, (p: NotSwitched) => ProofVerdict>> = {
  refused: (p) => {
    const { why, cure } = correct(p);
    return {
      why: text(
        `nginx kept its old configuration: ${p.said}${at(p)}. ${why.en}`,
        `nginx 沿用了旧配置：${p.said}${at(p)}。${why.zh}`,
      ),
      cure,
    };
  },
  taken: (p) => {
    const { why, cure } = taken(p);
    return {
      why: text(`nginx kept its old configuration: ${p.said}. ${why.en}`, `nginx 沿用了旧配置：${p.said}。${why.zh}`),
      cure,
    };
  },
  both: (p) => ({
    why: text(
      `nginx kept its old configuration: ${p.said}. nginx itself holds the port by another \`listen\`${p.place ? `: ${p.place}` : ''}.`,
      `nginx 沿用了旧配置：${p.said}。nginx 自身已通过另一个 \`listen\` 占用该端口${p.place ? `：${p.place}` : ''}。`,
    ),
    cure: text(
      'Choose another `https-port`. Or have that `listen` name the port alone, without an address and `ipv6only=off`, and restart nginx.',
      '请改用其他 `https-port`；或让该 `listen` 只写端口（去掉地址和 `ipv6only=off`）并重启 nginx。',
    ),
  }),
  down: (p) => ({
    why: text(`nginx does not run.${saying(p).en}`, `nginx 未运行。${saying(p).zh}`),
    cure: look(p),
  }),
  unbound: (p) => ({
    why: text(
      `No program listens on port ${p.port}: nginx has not taken up its new configuration.${saying(p).en}`,
      `没有程序监听端口 ${p.port}：nginx 尚未采用新配置。${saying(p).zh}`,
    ),
    cure: look(p),
  }),
  program: (p) => ({
    why: text(
      `${p.holder} listens on port ${p.port}, not nginx.`,
      `监听端口 ${p.port} 的是 ${p.holder}，而不是 nginx。`,
    ),
    cure: text(
      `Stop that program, or choose another port (\`https-port\`; \`publish-app-port: false\` for the port of the application), then run again.`,
      `请停止该程序，或改用其他端口（\`https-port\`；应用端口可设置 \`publish-app-port: false\`），然后重新运行。`,
    ),
  }),
  'proxy-protocol': (p) => ({
    why: text(
      `A server on port ${p.port} listens with \`proxy_protocol\`${!p.place ? '' : ` (${p.place})`}. nginx applies this option to every server on the port and disconnects clients that do not send the PROXY protocol.`,
      `端口 ${p.port} 上有 server 以 \`proxy_protocol\` 监听${!p.place ? '' : `（${p.place}）`}。nginx 会将该选项用于该端口上的所有 server，并断开不发送 PROXY 协议的客户端。`,
    ),
    cure: text(
      'Choose another `https-port`, or move that server to another port, then run again.',
      '请改用其他 `https-port`，或将该 server 移到其他端口，然后重新运行。',
    ),
  }),
  filtered: (p) => ({
    why: text(
      `nginx listens on port ${p.port}, but the server rejects connections to itself there: a packet filter does this.`,
      `nginx 正在监听端口 ${p.port}，但服务器拒绝了本机到该端口的连接，原因是防火墙规则。`,
    ),
    cure: text(
      'List the rules: `iptables -S; nft list ruleset`. Allow the loopback interface (`iptables -I INPUT -i lo -j ACCEPT`), then run again.',
      '请查看规则：`iptables -S; nft list ruleset`。放行回环接口（`iptables -I INPUT -i lo -j ACCEPT`），然后重新运行。',
    ),
  }),
  closed: (p) => ({
    why: text(
      `nginx accepted connections on port ${p.port} and closed them without an answer.${saying(p).en}`,
      `nginx 接受了端口 ${p.port} 的连接，但未作应答就关闭了。${saying(p).zh}`,
    ),
    cure: look(p),
  }),
  server: (p) => ({
    why: text(
      `Another server of nginx answered with status ${p.status}${!p.place ? '' : `; see ${p.place}`}. A server that listens on an address (127.0.0.1:${p.port}) takes precedence over one that listens on the port alone.`,
      `应答的是 nginx 的另一个 server（状态码 ${p.status}）${!p.place ? '' : `，见 ${p.place}`}。监听具体地址（127.0.0.1:${p.port}）的 server 优先于只监听端口的 server。`,
    ),
    cure: text(
      `Have that server listen on the port alone (\`listen ${p.port} ssl;\`) or on another port, or choose another \`https-port\`.`,
      `请让该 server 只监听端口（\`listen ${p.port} ssl;\`）或改用其他端口，也可以改用其他 \`https-port\`。`,
    ),
  }),
  answered: (p) => ({
    why: text(
      `nginx ${p.status === '0' ? 'closed the connection' : `answered ${p.status}`} itself before the request reached the application${!p.place ? '' : `; see ${p.place}`}. A directive of \`nginx-snippet\` or of the http block does this (return, rewrite, deny, auth_request, ssl_verify_client, Lua).${saying(p).en}`,
      `请求到达应用之前，nginx ${p.status === '0' ? '关闭了连接' : `自己返回了 ${p.status}`}${!p.place ? '' : `，见 ${p.place}`}。原因是 \`nginx-snippet\` 或 http 块中的指令（return、rewrite、deny、auth_request、ssl_verify_client、Lua）。${saying(p).zh}`,
    ),
    cure: text(
      'Put that directive into a `location` block: requests to /deploy-proof/ from the server itself must reach the application.',
      '请将该指令放入 `location` 块：服务器本机对 /deploy-proof/ 的请求必须能到达应用。',
    ),
  }),
  old: (p) => ({
    why: text(
      `Worker processes with the old configuration still answer (release ${p.release}, configuration ${p.configuration}).${saying(p).en}`,
      `仍由使用旧配置的 worker 进程应答（发布版本 ${p.release}，配置 ${p.configuration}）。${saying(p).zh}`,
    ),
    cure: text(
      `On the server, list the processes (\`ps -eo pid,ppid,lstart,args | grep 'nginx: '\`), look at \`tail -n 50 ${p.log}\`, then run again.`,
      `请在服务器上查看进程（\`ps -eo pid,ppid,lstart,args | grep 'nginx: '\`）和 \`tail -n 50 ${p.log}\`，然后重新运行。`,
    ),
  }),
  certificate: (p) => ({
    why: text(
      `nginx serves another certificate on port ${p.port} (SHA-256 ${p.fingerprint}) than the deployment installed.`,
      `nginx 在端口 ${p.port} 提供的证书（SHA-256 ${p.fingerprint}）不是本次部署安装的证书。`,
    ),
    cure: text(
      `Remove \`ssl_certificate\` lines from \`nginx-snippet\`; see \`${p.nginx} -T | grep -n ssl_certificate\`.`,
      `请从 \`nginx-snippet\` 中删除 \`ssl_certificate\` 行；可用 \`${p.nginx} -T | grep -n ssl_certificate\` 查看。`,
    ),
  }),
  application: (p) => ({
    why: text(
      `nginx serves the new configuration, but the application behind it fails (status ${p.status}), although it was healthy before.${saying(p).en}`,
      `nginx 已采用新配置，但其后的应用异常（状态码 ${p.status}），而此前健康检查已通过。${saying(p).zh}`,
    ),
    cure: text(
      'Read the log of the application below. If nginx reports "(13: Permission denied)", SELinux blocks it: `setsebool -P httpd_can_network_connect 1`.',
      '请查看下方的应用日志。如果 nginx 报告“(13: Permission denied)”，则是 SELinux 阻止：`setsebool -P httpd_can_network_connect 1`。',
    ),
  }),
  status: (p) => ({
    why: text(
      `nginx serves the new configuration, but the answer has status ${p.status}.${saying(p).en}`,
      `nginx 已采用新配置，但应答的状态码为 ${p.status}。${saying(p).zh}`,
    ),
    cure: text(
      `If nginx names a file that it cannot read, allow the user of its workers to read it. Otherwise see \`tail -n 50 ${p.log}\`, then run again.`,
      `如果 nginx 指出了无法读取的文件，请允许 worker 进程的用户读取。否则请查看 \`tail -n 50 ${p.log}\`，然后重新运行。`,
    ),
  }),
};

interface NotStarted extends Findings {
  readonly unit: string;
}

/** Why nginx does not start or read its files. */
const startCauses: Readonly<Record<string, (p: NotStarted) => ProofVerdict>> = {
  masked: ({ unit }) => ({
    why: text(`systemd does not start a masked unit.`, `systemd 不会启动被屏蔽（masked）的单元。`),
    cure: text(
      `On the server: \`systemctl unmask ${unit}\`, then run again.`,
      `请在服务器上执行 \`systemctl unmask ${unit}\`，然后重新运行。`,
    ),
  }),
  taken,
  refused: correct,
};

/** Failures of nginx in the switch, each with what was seen. */
export const nginxSwitchErrors = {
  NGINX_REFUSED: (p: Pick<Findings, 'said' | 'place' | 'owner' | 'nginx' | 'file'>) => {
    const { why, cure } = correct(p);
    return {
      what: text(`nginx refuses the new configuration: ${p.said}`, `nginx 拒绝新配置：${p.said}`),
      why: text(
        `${why.en} It was tested next to the live files, which were not touched.`,
        `${why.zh}检查是在副本上进行的，未改动线上文件。`,
      ),
      cure,
    };
  },
  NGINX_NOT_STARTED: (p: NotStarted) => {
    const { why, cure } = startCauses[p.cause ?? '']?.(p) ?? {
      why: text('systemd or nginx gave no other reason.', 'systemd 和 nginx 没有给出其他原因。'),
      cure: text(
        `On the server: \`${p.nginx} -t; systemctl status ${p.unit}; journalctl -u ${p.unit} -n 50\`. Then run again.`,
        `请在服务器上执行：\`${p.nginx} -t; systemctl status ${p.unit}; journalctl -u ${p.unit} -n 50\`，然后重新运行。`,
      ),
    };
    return {
      what: text(
        `nginx could not load its configuration or start: ${p.said}${at(p)}`,
        `nginx 无法加载配置或启动：${p.said}${at(p)}`,
      ),
      why,
      cure,
    };
  },
  NGINX_NOT_SWITCHED: (p: NotSwitched) => {
    const { why, cure } = switchCauses[p.cause ?? '']?.(p) ?? { why: seen(p), cure: look(p) };
    return {
      what: text(`nginx does not serve the new version on port ${p.port}.`, `nginx 未在端口 ${p.port} 提供新版本。`),
      why,
      cure,
    };
  },
};

function seen(p: NotSwitched): Text {
  return text(
    `A request on the server itself brought status ${p.status}, release ${p.release}, configuration ${p.configuration}, certificate ${p.fingerprint}; expected: ${p.expected}. Causes: another program or another server of nginx on the port, a directive that answers before the application, an application that stopped, a configuration that nginx refuses.`,
    `在服务器本机访问得到：状态码 ${p.status}、发布版本 ${p.release}、配置 ${p.configuration}、证书 ${p.fingerprint}；期望：${p.expected}。可能的原因：其他程序或 nginx 的其他 server 占用该端口、某个指令在应用之前应答、应用已停止、nginx 拒绝了配置。`,
  );
}
