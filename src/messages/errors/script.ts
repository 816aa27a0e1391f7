import { text } from '../text.ts';

/** A file for a user's rules that sudo reads last, so that its lines win; names with a dot it passes over (sudoers(5)). */
function dropIn(username: string): string {
  return `/etc/sudoers.d/zz-${username.replaceAll('.', '_')}`;
}

/** Failures of running scripts over the connection: becoming root, the connection itself. */
export const scriptErrors = {
  SUDO_MISSING: (p: { host: string; username: string }) => ({
    what: text(
      `${p.host} has no sudo, and ${p.username} is not root.`,
      `${p.host} 上没有 sudo，而 ${p.username} 不是 root。`,
    ),
    why: text('Deploying needs root: docker, nginx and their files.', '部署需要 root 权限：docker、nginx 及其文件。'),
    cure: text(
      `Use \`username: root\`, or as root: \`apt-get install sudo\` and \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)}\`.`,
      `使用 \`username: root\`，或以 root 执行：\`apt-get install sudo\`，再执行 \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)}\`。`,
    ),
  }),
  SUDO_NEEDS_PASSWORD: (p: { host: string; username: string }) => ({
    what: text(
      `sudo on ${p.host} asks ${p.username} for a password.`,
      `${p.host} 上的 sudo 要求 ${p.username} 输入密码。`,
    ),
    why: text(
      'A deployment cannot answer; sudo has to be passwordless for this user. It also asks a user whom /etc/sudoers does not name.',
      '自动部署无法输入密码，该用户的 sudo 必须免密。用户不在 sudoers 中时，sudo 也会先要求密码。',
    ),
    cure: text(
      `As root on the server: \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`.`,
      `以 root 在服务器上执行：\`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`。`,
    ),
  }),
  SUDO_NOT_ALLOWED: (p: { host: string; username: string }) => ({
    what: text(
      `sudo on ${p.host} does not allow ${p.username} to run bash as root.`,
      `${p.host} 上的 sudo 不允许 ${p.username} 以 root 运行 bash。`,
    ),
    why: text(
      'The sudoers rules of this user name other commands only, or do not exist.',
      '该用户的 sudoers 规则只包含其他命令，或不存在。',
    ),
    cure: text(
      `As root on the server: \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`.`,
      `以 root 在服务器上执行：\`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`。`,
    ),
  }),
  SUDO_NEEDS_TTY: (p: { host: string; username: string }) => ({
    what: text(`sudo on ${p.host} runs only from a terminal.`, `${p.host} 上的 sudo 只能在终端中运行。`),
    why: text(
      '/etc/sudoers says `Defaults requiretty`, and the server has no script(1), which would make a terminal.',
      '/etc/sudoers 中设置了 `Defaults requiretty`，而服务器上没有可以提供终端的 script(1)。',
    ),
    cure: text(
      `Install util-linux, or as root on the server: \`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`.`,
      `安装 util-linux，或以 root 在服务器上执行：\`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`。`,
    ),
  }),
  BASH_MISSING: (p: { host: string }) => ({
    what: text(`${p.host} has no bash.`, `${p.host} 上没有 bash。`),
    why: text('Scripts on the server are run by bash.', '服务器上的脚本由 bash 执行。'),
    cure: text(
      'Install it: `apt-get install bash`, `dnf install bash` or `apk add bash`.',
      '请安装：`apt-get install bash`、`dnf install bash` 或 `apk add bash`。',
    ),
  }),
  SHELL_UNUSABLE: (p: { host: string; username: string; code: number | string }) => ({
    what: text(
      `${p.host} let ${p.username} in but ran no script (exit code ${p.code}).`,
      `${p.host} 允许 ${p.username} 登录，但没有执行脚本（退出码 ${p.code}）。`,
    ),
    why: text(
      'The account has no usable login shell (nologin, a menu), admits SFTP only, or its key is bound to a command (`command=` in authorized_keys, ForceCommand).',
      '该账户没有可用的登录 shell（nologin 或菜单程序）、只允许 SFTP，或密钥绑定了固定命令（authorized_keys 中的 `command=`、ForceCommand）。',
    ),
    cure: text(
      `Give the user a shell (\`chsh -s /bin/bash ${p.username}\`), take the restriction away, or use another user.`,
      `为该用户设置 shell（\`chsh -s /bin/bash ${p.username}\`）、取消限制，或换用其他用户。`,
    ),
  }),
  CHANNEL_REFUSED: (p: { host: string; detail: string }) => ({
    what: text(
      `${p.host} refuses a further channel on the connection (${p.detail}).`,
      `${p.host} 拒绝在该连接上再打开通道（${p.detail}）。`,
    ),
    why: text('MaxSessions in its sshd_config is lower than 3.', 'sshd_config 中的 MaxSessions 小于 3。'),
    cure: text(
      'Set `MaxSessions 10` in /etc/ssh/sshd_config and reload sshd.',
      '在 /etc/ssh/sshd_config 中设置 `MaxSessions 10` 并重新加载 sshd。',
    ),
  }),
  CONNECTION_LOST: (p: { host: string; port: number; detail: string }) => ({
    what: text(
      `The connection to ${p.host}, port ${p.port}, was lost (${p.detail}).`,
      `与 ${p.host} 端口 ${p.port} 的连接中断（${p.detail}）。`,
    ),
    why: text(
      'The network between the runner and the server broke down, sshd was restarted, or the server went down.',
      '运行器与服务器之间的网络中断、sshd 被重启，或服务器宕机。',
    ),
    cure: text(
      'Run the workflow again: it takes up what is there, uploads included.',
      '请重新运行工作流：会从已有状态继续，包括已上传的部分。',
    ),
  }),
  CONNECTION_STALLED: (p: { host: string; seconds: number }) => ({
    what: text(
      `Nothing moved to or from ${p.host} for ${p.seconds} seconds.`,
      `${p.seconds} 秒内与 ${p.host} 之间没有任何数据往来。`,
    ),
    why: text(
      'The connection is open, but the program on the server neither reads nor prints: it hangs, waits for a lock or a disk, or the route is as good as dead.',
      '连接仍然存在，但服务器上的程序既不读取也不输出：程序挂起、在等待锁或磁盘，或线路实际上已不可用。',
    ),
    cure: text(
      'Look at the server: `uptime`, `df -h`, `dmesg | tail`. Then run the workflow again.',
      '请查看服务器：`uptime`、`df -h`、`dmesg | tail`，然后重新运行工作流。',
    ),
  }),
};
