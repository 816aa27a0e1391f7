import { text } from '../text.ts';

/** Failures between the runner and an SSH server that shows its key. */
export const reachErrors = {
  HOST_NOT_FOUND: (p: { host: string; port: number; detail: string }) => ({
    what: text(
      `The name ${p.host} (\`host\`) does not resolve to an address (${p.detail}).`,
      `主机名 ${p.host}（\`host\`）无法解析为 IP 地址（${p.detail}）。`,
    ),
    why: text(
      'Most often the name is misspelt, holds "https://" or a port, or its DNS record does not exist yet.',
      '最常见的原因：主机名拼写错误、误带了 “https://” 或端口号，或 DNS 记录尚未创建。',
    ),
    cure: text(
      'Correct `host`, or give the public IP address that the console of your cloud shows for the server.',
      '改正 `host`，或直接填写云控制台中显示的服务器公网 IP。',
    ),
  }),
  CONNECTION_REFUSED: (p: { host: string; port: number }) => ({
    what: text(`${p.host} refuses connections to port ${p.port}.`, `${p.host} 拒绝了到端口 ${p.port} 的连接。`),
    why: text(
      'The machine is there, but nothing listens on this port: sshd runs on another port or not at all, or the address is of another machine. A firewall may also answer so.',
      '机器可以到达，但该端口没有程序监听：sshd 使用了其他端口或没有运行，或者这个地址属于另一台机器；也可能是防火墙主动拒绝。',
    ),
    cure: text(
      'On the server (console login): `ss -tlnp | grep sshd` shows the port; set `port` to it. Is sshd not there: `systemctl enable --now ssh` (Debian, Ubuntu) or `systemctl enable --now sshd`. Compare `host` with the public IP in the console.',
      '在服务器上（通过控制台登录）执行 `ss -tlnp | grep sshd` 查看端口，并把 `port` 设为该端口；若 sshd 未运行，执行 `systemctl enable --now ssh`（Debian、Ubuntu）或 `systemctl enable --now sshd`。并核对 `host` 与控制台中的公网 IP。',
    ),
  }),
  CONNECTION_TIMEOUT: (p: { host: string; port: number; seconds: number }) => ({
    what: text(
      `No answer from ${p.host}, port ${p.port}, within ${p.seconds} seconds.`,
      `${p.seconds} 秒内没有收到 ${p.host} 端口 ${p.port} 的任何应答。`,
    ),
    why: text(
      'Packets are dropped on the way. In order of likelihood: the firewall of the instance (Lighthouse) or its security group (CVM) does not admit the SSH port; the IP is wrong or the server is off; the server admits SSH from certain addresses only, and the runner of GitHub, outside of China, is not among them.',
      '数据包在途中被丢弃。按可能性排序：轻量应用服务器的防火墙或云服务器的安全组没有放行 SSH 端口；IP 填错或服务器已关机；服务器只允许特定地址 SSH 登录，而 GitHub 的运行器位于境外，不在其中。',
    ),
    cure: text(
      `Open TCP ${p.port} for SSH in the console (Lighthouse: Firewall; CVM: Security Group), compare \`host\` with the public IP there, or use a self-hosted runner that the server admits. A slow route only needs a larger \`connect-timeout\`.`,
      `在控制台放行 TCP ${p.port}（轻量应用服务器：防火墙；云服务器：安全组），核对 \`host\` 与公网 IP，或改用服务器允许访问的自托管运行器。若只是线路较慢，请调大 \`connect-timeout\`。`,
    ),
  }),
  NETWORK_UNREACHABLE: (p: { host: string; port: number; detail: string }) => ({
    what: text(
      `There is no route to ${p.host}, port ${p.port} (${p.detail}).`,
      `没有到达 ${p.host} 端口 ${p.port} 的路由（${p.detail}）。`,
    ),
    why: text(
      'The address is private or IPv6 and the runner cannot reach it (runners of GitHub have no IPv6), or the firewall of the server (firewalld) rejects the port.',
      '该地址是内网地址或 IPv6 地址，运行器无法到达（GitHub 的运行器没有 IPv6）；或者服务器防火墙（firewalld）拒绝了该端口。',
    ),
    cure: text(
      `Give the public IPv4 address as \`host\`; on the server open the port: \`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`.`,
      `\`host\` 请填写公网 IPv4 地址；并在服务器上放行端口：\`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`。`,
    ),
  }),
  HANDSHAKE_FAILED: (p: { host: string; port: number; detail: string }) => ({
    what: text(
      `${p.host}, port ${p.port}, took the connection and closed it during the SSH handshake (${p.detail}).`,
      `${p.host} 端口 ${p.port} 接受了连接，但在 SSH 握手期间将其关闭（${p.detail}）。`,
    ),
    why: text(
      'sshd has too many logins under way (MaxStartups), the address of the runner was banned (fail2ban, or "cloud security" of the provider), or something on the way cuts SSH off.',
      'sshd 同时登录的连接过多（MaxStartups）、运行器的地址被封禁（fail2ban 或云厂商的主机安全），或途中设备切断了 SSH。',
    ),
    cure: text(
      'Run the workflow again; if it persists, look on the server: `journalctl -u ssh -u sshd -n 50` and `fail2ban-client status sshd`.',
      '请重新运行工作流；若仍失败，在服务器上查看：`journalctl -u ssh -u sshd -n 50` 和 `fail2ban-client status sshd`。',
    ),
  }),
  HANDSHAKE_TIMEOUT: (p: { host: string; port: number; seconds: number }) => ({
    what: text(
      `${p.host}, port ${p.port}, took the connection but did not complete the SSH handshake within ${p.seconds} seconds.`,
      `${p.host} 端口 ${p.port} 接受了连接，但 ${p.seconds} 秒内没有完成 SSH 握手。`,
    ),
    why: text(
      'The server is overloaded (out of memory is typical), what listens there is no SSH server, or the route loses large packets.',
      '服务器负载过高（常见为内存耗尽）、该端口上的不是 SSH 服务，或线路丢弃较大的数据包。',
    ),
    cure: text(
      'Log in through the console and look at `free -m` and `uptime`; check `port`; or raise `connect-timeout`.',
      '请通过控制台登录查看 `free -m` 与 `uptime`；检查 `port`；或调大 `connect-timeout`。',
    ),
  }),
  NOT_AN_SSH_SERVER: (p: { host: string; port: number }) => ({
    what: text(
      `What answers at ${p.host}, port ${p.port}, is not an SSH server.`,
      `${p.host} 端口 ${p.port} 上应答的不是 SSH 服务。`,
    ),
    why: text(
      '`port` is that of another service (a web server, for example).',
      '`port` 是其他服务（例如网站）的端口。',
    ),
    cure: text(
      'Set `port` to the SSH port of the server (22 unless it was changed: `sshd -T | grep ^port`).',
      '把 `port` 设为服务器的 SSH 端口（默认 22；可用 `sshd -T | grep ^port` 查看）。',
    ),
  }),
  NO_COMMON_ALGORITHM: (p: { host: string; port: number; detail: string }) => ({
    what: text(
      `The SSH server at ${p.host}, port ${p.port}, offers no algorithm that is considered safe (${p.detail}).`,
      `${p.host} 端口 ${p.port} 的 SSH 服务没有提供任何被认为安全的算法（${p.detail}）。`,
    ),
    why: text(
      'The OpenSSH there is very old (before 7.2, 2016), or its configuration leaves only algorithms that others lack.',
      '服务器的 OpenSSH 版本过旧（早于 7.2，2016 年），或其配置只保留了少数算法。',
    ),
    cure: text(
      'Update OpenSSH on the server, or add rsa-sha2-512, ecdsa or ed25519 to HostKeyAlgorithms and curve25519-sha256 to KexAlgorithms in /etc/ssh/sshd_config.',
      '升级服务器上的 OpenSSH，或在 /etc/ssh/sshd_config 的 HostKeyAlgorithms 中加入 rsa-sha2-512、ecdsa 或 ed25519，在 KexAlgorithms 中加入 curve25519-sha256。',
    ),
  }),
};
