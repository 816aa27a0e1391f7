import { type Text, text } from './text.ts';

/** What the inputs are for that say how the server is reached. */
export const serverInputTexts = {
  host: text(
    'Host name or IP address of the server, for SSH. Needed by every command but `verify`.',
    '服务器的主机名或 IP 地址，用于 SSH。除 `verify` 外的命令必填。',
  ),
  port: text('SSH port of the server.', '服务器的 SSH 端口。'),
  username: text(
    'User to log in as. Any but root needs sudo without a password.',
    '登录用户。root 以外的用户需要免密码的 sudo。',
  ),
  'private-key': text(
    'Private key for SSH, OpenSSH or PEM. Take it from a secret. This or `password` is needed.',
    'SSH 私钥，OpenSSH 或 PEM 格式。请取自 secret。它与 `password` 至少给出一个。',
  ),
  passphrase: text('Passphrase of `private-key`. Take it from a secret.', '`private-key` 的口令。请取自 secret。'),
  password: text('Password for SSH. Take it from a secret.', 'SSH 密码。请取自 secret。'),
  'host-key': text(
    'Expected host keys of the server, one a line, any of which may match: `SHA256:...` fingerprints or known_hosts lines. Without it the step fails before it authenticates and prints the line to paste. `accept-any` checks nothing.',
    '服务器的主机密钥，每行一个，匹配其一即可：`SHA256:...` 指纹或 known_hosts 行。未给出时，步骤会在认证之前失败，并打印可粘贴的内容。`accept-any` 表示不检查。',
  ),
  'jump-host': text(
    'A machine to connect through (a bastion), as `[user@]host[:port]`, an IPv6 address in brackets. It connects to `host`, which it resolves itself; nothing is run or written on it. Default: none; its user is `username`, its port 22.',
    '用来中转连接的跳板机（堡垒机），格式为 `[用户@]主机[:端口]`，IPv6 地址放在方括号中。由它解析并连接 `host`；不会在其上运行或写入任何内容。默认：不使用；用户默认为 `username`，端口默认为 22。',
  ),
  'jump-host-key': text(
    'Expected host keys of the jump host, in the forms of `host-key`. Without it the step fails before it authenticates there and prints the line to paste.',
    '跳板机的主机密钥，格式同 `host-key`。未给出时，步骤会在登录跳板机之前失败，并打印可粘贴的内容。',
  ),
  'jump-private-key': text(
    'Private key for the jump host. Default: `private-key`. `passphrase` opens both. Take it from a secret.',
    '登录跳板机的私钥。默认：`private-key`。`passphrase` 用于这两个密钥。请取自 secret。',
  ),
  'connect-timeout': text('Seconds to wait for the SSH connection.', '等待 SSH 连接的秒数。'),
} satisfies Readonly<Record<string, Text>>;
