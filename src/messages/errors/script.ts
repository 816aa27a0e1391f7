import { hopWords, type Machine } from '../hop.ts';
import { text } from '../text.ts';

/** A file for a user's rules that sudo reads last, so that its lines win; names with a dot it passes over (sudoers(5)). */
function dropIn(username: string): string {
  return `/etc/sudoers.d/zz-${username.replaceAll('.', '_')}`;
}

const maxSessions = text(
  'As root on the server: `grep -rniE "^\\s*MaxSessions" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` shows the line. Change it to `MaxSessions 10` (of several lines, sshd takes the first), then `systemctl reload ssh || systemctl reload sshd`.',
  '以 root 在服务器上执行 `grep -rniE "^\\s*MaxSessions" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` 找到该行，改为 `MaxSessions 10`（有多行时以第一行为准），再执行 `systemctl reload ssh || systemctl reload sshd`。',
);

/** The command, in backquotes, that lets a user become root without a password. */
function rule(username: string): string {
  const file = dropIn(username);
  return `\`echo '${username} ALL=(ALL) NOPASSWD:ALL' > ${file} && chmod 440 ${file}\``;
}

/** Failures of running scripts over the connection: becoming root, the connection itself. */
export const scriptErrors = {
  SUDO_MISSING: (p: { host: string; username: string }) => ({
    what: text(
      `${p.username} is not root, and finds no sudo on ${p.host}.`,
      `${p.username} 不是 root，且在 ${p.host} 上找不到 sudo。`,
    ),
    why: text(
      'sudo is not installed. A deployment needs root for Docker, nginx and their files.',
      '未安装 sudo。部署需要 root 权限来管理 Docker、nginx 及其文件。',
    ),
    cure: text(
      `Use \`username: root\`, or as root on the server: \`{ apt-get update && apt-get install -y sudo; } || yum install -y sudo\`, then ${rule(p.username)}.`,
      `使用 \`username: root\`，或以 root 在服务器上执行：\`{ apt-get update && apt-get install -y sudo; } || yum install -y sudo\`，再执行 ${rule(p.username)}。`,
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
    cure: text(`As root on the server: ${rule(p.username)}.`, `以 root 在服务器上执行：${rule(p.username)}。`),
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
    cure: text(`As root on the server: ${rule(p.username)}.`, `以 root 在服务器上执行：${rule(p.username)}。`),
  }),
  SUDO_REFUSED: (p: { host: string; username: string; said: string }) => ({
    what: text(
      `sudo on ${p.host} refuses ${p.username}: ${p.said}`,
      `${p.host} 上的 sudo 拒绝了 ${p.username}：${p.said}`,
    ),
    why: text('These are the words of sudo itself.', '以上为 sudo 的原文。'),
    cure: text(
      `Log in to the server as ${p.username}, run \`sudo -n true\`, and fix what it reports. Errors in sudoers files are listed by \`visudo -c\` (as root, in the console of your cloud).`,
      `以 ${p.username} 登录服务器，执行 \`sudo -n true\` 并解决其提示的问题。sudoers 文件的错误可用 \`visudo -c\` 列出（以 root 身份，可通过云控制台登录）。`,
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
  CHANNEL_REFUSED: (p: { host: string; detail: string; needed: number }) => ({
    what: text(
      `${p.host} refuses a further session on the connection (${p.detail}).`,
      `${p.host} 拒绝在该连接上再打开会话（${p.detail}）。`,
    ),
    why: text(
      `A deployment needs ${p.needed} sessions at a time; \`MaxSessions\` in its sshd_config is lower.`,
      `部署同时需要 ${p.needed} 个会话，而 sshd_config 中的 \`MaxSessions\` 更小。`,
    ),
    cure: maxSessions,
  }),
  SESSIONS_TOO_FEW: (p: { host: string; needed: number; had: number }) => ({
    what: text(
      `${p.host} allows ${p.had} SSH sessions per connection; a deployment needs ${p.needed}.`,
      `${p.host} 每个连接只允许 ${p.had} 个 SSH 会话，部署需要 ${p.needed} 个。`,
    ),
    why: text(
      '`MaxSessions` in its sshd_config, or in a Match block that applies to this user, is lower.',
      'sshd_config（或适用于该用户的 Match 块）中的 `MaxSessions` 过小。',
    ),
    cure: maxSessions,
  }),
  CONNECTION_LOST: (p: Machine & { detail: string }, w = hopWords(p)) => ({
    what: text(
      `The connection to ${w.at.en}, port ${p.port}, was lost (${p.detail}).`,
      `与${w.at.zh} 端口 ${p.port} 的连接中断（${p.detail}）。`,
    ),
    why: text(
      `The network between the runner and ${w.machine.en} broke down, sshd was restarted, or ${w.machine.en} went down.`,
      `运行器与${w.machine.zh}之间的网络中断、sshd 被重启，或${w.machine.zh}宕机。`,
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
