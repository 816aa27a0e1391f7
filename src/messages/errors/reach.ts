import { hopWords, type Machine } from '../hop.ts';
import { text } from '../text.ts';

/** Of several lines `MaxStartups` sshd takes the last, of `LoginGraceTime` the first: those that are there are changed. */
const moreStartups = text(
  '`grep -rniE "^\\s*(MaxStartups|LoginGraceTime)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d`, as root there, shows the lines. Change them to `MaxStartups 100:30:200` and `LoginGraceTime 20`; put one that is missing at the top of /etc/ssh/sshd_config. Then run `systemctl reload ssh || systemctl reload sshd`.',
  '以 root 在该机器上执行 `grep -rniE "^\\s*(MaxStartups|LoginGraceTime)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` 找到这两行，改为 `MaxStartups 100:30:200` 和 `LoginGraceTime 20`，缺少的行加到 /etc/ssh/sshd_config 开头，再执行 `systemctl reload ssh || systemctl reload sshd`。',
);

/** Failures on the way to an SSH server that shows its key: that of the server, or of a jump host before it. */
export const reachErrors = {
  HOST_NOT_FOUND: (p: Machine & { detail: string }, w = hopWords(p)) => ({
    what: text(
      `The name of ${w.machine.en}, ${p.host} (${w.host}), does not resolve to an address (${p.detail}).`,
      `${w.machine.zh}的主机名 ${p.host}（${w.host}）无法解析为 IP 地址（${p.detail}）。`,
    ),
    why: text(
      'Most often the name is misspelt, holds "https://" or a port, or its DNS record does not exist yet.',
      '最常见的原因：主机名拼写错误、误带了 “https://” 或端口号，或 DNS 记录尚未创建。',
    ),
    cure: text(
      `Correct ${w.host}, or give the public IP address that the console of your cloud shows for ${w.machine.en}.`,
      `改正 ${w.host}，或直接填写云控制台中显示的${w.machine.zh}公网 IP。`,
    ),
  }),
  CONNECTION_REFUSED: (p: Machine, w = hopWords(p)) => ({
    what: text(`${w.At.en} refuses connections to port ${p.port}.`, `${w.At.zh} 拒绝了到端口 ${p.port} 的连接。`),
    why: text(
      'The machine is there, but nothing listens on this port: sshd runs on another port or not at all, or the address is of another machine. A firewall or fail2ban may also answer so.',
      '机器可以到达，但该端口没有程序监听：sshd 使用了其他端口或没有运行，或者这个地址属于另一台机器；也可能是防火墙或 fail2ban 主动拒绝。',
    ),
    cure: text(
      `As root on ${w.machine.en} (console login): \`ss -tlnp | grep -E "ssh|systemd"\` lists the port of sshd (or of ssh.socket, by systemd); set ${w.port.en} to it. If the list has none: \`systemctl enable --now ssh || systemctl enable --now sshd\`. If fail2ban is installed, \`fail2ban-client status sshd\` lists the addresses that it bans, and \`fail2ban-client set sshd unbanip ADDRESS\` lifts a ban. Compare ${w.host} with the public IP in the console.`,
      `以 root 在${w.machine.zh}上（通过控制台登录）执行 \`ss -tlnp | grep -E "ssh|systemd"\` 查看 sshd（或 systemd 的 ssh.socket）监听的端口，并把 ${w.port.zh} 设为该端口；若没有，执行 \`systemctl enable --now ssh || systemctl enable --now sshd\`。若安装了 fail2ban，\`fail2ban-client status sshd\` 列出被封禁的地址，\`fail2ban-client set sshd unbanip 地址\` 解除封禁。并核对 ${w.host} 与控制台中的公网 IP。`,
    ),
  }),
  CONNECTION_TIMEOUT: (p: Machine & { seconds: number }, w = hopWords(p)) => ({
    what: text(
      `No answer from ${w.at.en}, port ${p.port}, within ${p.seconds} seconds.`,
      `${p.seconds} 秒内没有收到${w.at.zh} 端口 ${p.port} 的任何应答。`,
    ),
    why: text(
      `Packets are dropped on the way. In order of likelihood: the firewall of the instance (Lighthouse) or its security group (CVM) does not admit the SSH port; the IP is wrong or ${w.machine.en} is off; ${w.machine.en} admits SSH from certain addresses only, and the runner of GitHub, outside of China, is not among them.`,
      `数据包在途中被丢弃。按可能性排序：轻量应用服务器的防火墙或云服务器的安全组没有放行 SSH 端口；IP 填错或${w.machine.zh}已关机；${w.machine.zh}只允许特定地址 SSH 登录，而 GitHub 的运行器位于境外，不在其中。`,
    ),
    cure: text(
      `Open TCP ${p.port} for SSH in the console (Lighthouse: Firewall; CVM: Security Group), compare ${w.host} with the public IP there, or use a self-hosted runner that ${w.machine.en} admits. A slow route only needs a larger \`connect-timeout\`.`,
      `在控制台放行 TCP ${p.port}（轻量应用服务器：防火墙；云服务器：安全组），核对 ${w.host} 与公网 IP，或改用${w.machine.zh}允许访问的自托管运行器。若只是线路较慢，请调大 \`connect-timeout\`。`,
    ),
  }),
  NETWORK_UNREACHABLE: (p: Machine & { detail: string }, w = hopWords(p)) => ({
    what: text(
      `There is no route to ${w.at.en}, port ${p.port} (${p.detail}).`,
      `没有到达${w.at.zh} 端口 ${p.port} 的路由（${p.detail}）。`,
    ),
    why: text(
      `The address is private or IPv6 and the runner cannot reach it (runners of GitHub have no IPv6), or the firewall of ${w.machine.en} (firewalld) rejects the port.`,
      `该地址是内网地址或 IPv6 地址，运行器无法到达（GitHub 的运行器没有 IPv6）；或者${w.machine.zh}的防火墙（firewalld）拒绝了该端口。`,
    ),
    cure: text(
      `Set ${w.host} to the public IPv4 address. If it is that already and firewalld runs on ${w.machine.en} (\`firewall-cmd --state\`), open the port there: \`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`.`,
      `${w.host} 请填写公网 IPv4 地址。若已是公网地址，且${w.machine.zh}上运行着 firewalld（\`firewall-cmd --state\`），请放行端口：\`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`。`,
    ),
  }),
  HANDSHAKE_FAILED: (p: Machine & { detail: string }, w = hopWords(p)) => ({
    what: text(
      `${w.At.en}, port ${p.port}, took the connection and closed it during the SSH handshake (${p.detail}).`,
      `${w.At.zh} 端口 ${p.port} 接受了连接，但在 SSH 握手期间将其关闭（${p.detail}）。`,
    ),
    why: text(
      'The address of the runner is banned (fail2ban, hosts.deny, or the host security of the cloud), sshd has too many logins in progress (`MaxStartups`), the account is closed (it has expired, or /etc/nologin exists), or something on the way cuts SSH off.',
      '运行器的地址被封禁（fail2ban、hosts.deny 或云厂商的主机安全）、sshd 同时登录的连接过多（`MaxStartups`）、账户被停用（已过期，或存在 /etc/nologin），或途中设备切断了 SSH。',
    ),
    cure: text(
      `As root on ${w.machine.en} (console login): \`journalctl -u ssh -u sshd -n 50\` shows the reason; if fail2ban is installed, \`fail2ban-client status sshd\` lists what it bans and \`fail2ban-client set sshd unbanip ADDRESS\` lifts a ban. If places are taken, set \`connect-timeout: 150\`.`,
      `以 root 在${w.machine.zh}上（通过控制台登录）执行 \`journalctl -u ssh -u sshd -n 50\` 查看原因；若安装了 fail2ban，\`fail2ban-client status sshd\` 列出被封禁的地址，\`fail2ban-client set sshd unbanip 地址\` 解除封禁。若是连接名额被占用，设置 \`connect-timeout: 150\`。`,
    ),
  }),
  SSH_TURNED_AWAY: (p: Machine & { said: string; attempts: number; seconds: number }, w = hopWords(p)) => ({
    what: text(
      `The SSH server at ${w.at.en}, port ${p.port}, turned ${p.attempts} connections away within ${p.seconds} seconds: ${p.said}`,
      `${w.At.zh} 端口 ${p.port} 的 SSH 服务在 ${p.seconds} 秒内拒绝了 ${p.attempts} 次连接：${p.said}`,
    ),
    why: p.said.includes('MaxStartups')
      ? text(
          'sshd admits a limited number of connections that have not logged in (`MaxStartups`). Scanners or idle connections hold these places, each up to `LoginGraceTime` (120 s by default).',
          'sshd 限制未完成登录的连接数量（`MaxStartups`）。扫描器或空闲连接会占用名额，每个最长 `LoginGraceTime`（默认 120 秒）。',
        )
      : text(
          'OpenSSH 9.8 and later say this for two reasons: too many connections have not logged in (`MaxStartups`), or earlier logins from the address of the runner failed and it is blocked for a while (`PerSourcePenalties`).',
          'OpenSSH 9.8 及以上版本在两种情况下给出这一提示：未完成登录的连接过多（`MaxStartups`），或运行器的地址此前登录失败而被暂时封禁（`PerSourcePenalties`）。',
        ),
    cure: p.said.includes('MaxStartups')
      ? text(
          `Set \`connect-timeout: 150\`, so that the action waits for a free place. To free places sooner: ${moreStartups.en} Or allow port ${p.port} from known addresses only.`,
          `设置 \`connect-timeout: 150\`，等待名额空出。若要更快空出名额：${moreStartups.zh}也可以只允许已知地址访问端口 ${p.port}。`,
        )
      : text(
          `Run the workflow again some minutes later, or set \`connect-timeout: 150\`. If it persists, \`journalctl -u ssh -u sshd -n 50 | grep drop\`, as root on ${w.machine.en}, shows the reason and the address of the runner. If it is \`penalty\`: put \`PerSourcePenaltyExemptList ADDRESS\` at the top of /etc/ssh/sshd_config, then \`systemctl reload ssh || systemctl reload sshd\`. If it is \`Maxstartups\`: ${moreStartups.en}`,
          `几分钟后重新运行工作流，或设置 \`connect-timeout: 150\`。若仍失败，以 root 在${w.machine.zh}上执行 \`journalctl -u ssh -u sshd -n 50 | grep drop\` 查看原因和运行器的地址。若为 \`penalty\`：在 /etc/ssh/sshd_config 开头加入 \`PerSourcePenaltyExemptList 地址\`，再执行 \`systemctl reload ssh || systemctl reload sshd\`。若为 \`Maxstartups\`：${moreStartups.zh}`,
        ),
  }),
  HANDSHAKE_TIMEOUT: (p: Machine & { seconds: number }, w = hopWords(p)) => ({
    what: text(
      `${w.At.en}, port ${p.port}, took the connection but did not complete the SSH handshake within ${p.seconds} seconds.`,
      `${w.At.zh} 端口 ${p.port} 接受了连接，但 ${p.seconds} 秒内没有完成 SSH 握手。`,
    ),
    why: text(
      'It is overloaded (out of memory is typical), what listens there is no SSH server, or the route loses large packets.',
      `${w.machine.zh}负载过高（常见为内存耗尽）、该端口上的不是 SSH 服务，或线路丢弃较大的数据包。`,
    ),
    cure: text(
      `Log in through the console and look at \`free -m\` and \`uptime\`; check ${w.port.en}; or raise \`connect-timeout\`.`,
      `请通过控制台登录查看 \`free -m\` 与 \`uptime\`；检查 ${w.port.zh}；或调大 \`connect-timeout\`。`,
    ),
  }),
  NOT_AN_SSH_SERVER: (p: Machine, w = hopWords(p)) => ({
    what: text(
      `What answers at ${w.at.en}, port ${p.port}, is not an SSH server.`,
      `${w.At.zh} 端口 ${p.port} 上应答的不是 SSH 服务。`,
    ),
    why: text('The port is that of another service (a web server, for example).', '该端口属于其他服务（例如网站）。'),
    cure: text(
      `Set ${w.port.en} to the SSH port of ${w.machine.en} (22 unless it was changed; as root there, \`ss -tlnp | grep -E "ssh|systemd"\` lists it).`,
      `把 ${w.port.zh} 设为${w.machine.zh}的 SSH 端口（默认 22；以 root 在其上执行 \`ss -tlnp | grep -E "ssh|systemd"\` 查看）。`,
    ),
  }),
  NO_COMMON_ALGORITHM: (p: Machine & { detail: string }, w = hopWords(p)) => ({
    what: text(
      `The SSH server at ${w.at.en}, port ${p.port}, offers no algorithm that is considered safe (${p.detail}).`,
      `${w.At.zh} 端口 ${p.port} 的 SSH 服务没有提供任何被认为安全的算法（${p.detail}）。`,
    ),
    why: text(
      'The OpenSSH there is very old (before 7.2, 2016), or its configuration leaves only algorithms that others lack.',
      '其 OpenSSH 版本过旧（早于 7.2，2016 年），或其配置只保留了少数算法。',
    ),
    cure: text(
      `As root on ${w.machine.en}: \`grep -rniE "^\\s*(HostKeyAlgorithms|KexAlgorithms|Ciphers|MACs)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d\` shows the lists. Append to those that are there: rsa-sha2-512,ssh-ed25519 to HostKeyAlgorithms, curve25519-sha256 to KexAlgorithms, aes256-ctr to Ciphers, hmac-sha2-256 to MACs; then \`systemctl reload ssh || systemctl reload sshd\`. If it shows none, update OpenSSH.`,
      `以 root 在${w.machine.zh}上执行 \`grep -rniE "^\\s*(HostKeyAlgorithms|KexAlgorithms|Ciphers|MACs)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d\` 查看这些列表，在已有的行末尾追加：HostKeyAlgorithms 加 rsa-sha2-512,ssh-ed25519，KexAlgorithms 加 curve25519-sha256，Ciphers 加 aes256-ctr，MACs 加 hmac-sha2-256；再执行 \`systemctl reload ssh || systemctl reload sshd\`。若没有这些行，请升级 OpenSSH。`,
    ),
  }),
};
