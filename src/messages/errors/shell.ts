import { text } from '../text.ts';

/** The line that ends a start-up file of this name where nobody types. */
function guardFor(file: string): string {
  if (file.includes('fish')) return 'status is-interactive; or return';
  if (file.includes('zsh')) return '[[ -o interactive ]] || return';
  if (/csh/.test(file)) return 'if (! $?prompt) exit';
  return 'case $- in *i*) ;; *) return ;; esac';
}

/** Failures of the login user's account: the login succeeds, but no script runs. */
export const shellErrors = {
  BASH_MISSING: (p: { host: string }) => ({
    what: text(`${p.host} has no bash.`, `${p.host} 上没有 bash。`),
    why: text('Scripts on the server are run by bash.', '服务器上的脚本由 bash 执行。'),
    cure: text(
      'Install it: `apt-get install bash`, `dnf install bash` or `apk add bash`.',
      '请安装：`apt-get install bash`、`dnf install bash` 或 `apk add bash`。',
    ),
  }),
  LOGIN_AS_OTHER: (p: { host: string; username: string; other: string }) => ({
    what: text(
      `${p.host} does not let ${p.username} run commands. It asks for the user ${p.other}.`,
      `${p.host} 不允许 ${p.username} 执行命令，要求改用用户 ${p.other}。`,
    ),
    why: text(
      `The key of ${p.username} is bound to this message. Images of many clouds do so for root (cloud-init, \`disable_root\`).`,
      `${p.username} 的密钥绑定了这条提示。许多云镜像对 root 都这样设置（cloud-init 的 \`disable_root\`）。`,
    ),
    cure: text(
      `Set \`username: ${p.other}\`; the same key works. ${p.other} needs sudo without a password, which such images give it.`,
      `请设置 \`username: ${p.other}\`，密钥不变。${p.other} 需要免密的 sudo，这类镜像默认已配置。`,
    ),
  }),
  PASSWORD_EXPIRED: (p: { host: string; username: string }) => ({
    what: text(
      `The password of ${p.username} on ${p.host} has expired. The server runs nothing until it is changed.`,
      `${p.host} 上 ${p.username} 的密码已过期，修改之前服务器不执行任何命令。`,
    ),
    why: text(
      'The account has a maximum password age, or its password was reset and must be changed at the next login. This applies to logins with a key as well.',
      '该账户设置了密码有效期，或密码被重置后须在下次登录时修改。使用密钥登录同样受限。',
    ),
    cure: text(
      `Log in once in a terminal (\`ssh ${p.username}@${p.host}\`) and set a new password, or as root on the server: \`chage -d $(date +%F) ${p.username}\`.`,
      `请在终端中登录一次（\`ssh ${p.username}@${p.host}\`）并修改密码，或以 root 在服务器上执行：\`chage -d $(date +%F) ${p.username}\`。`,
    ),
  }),
  STARTUP_FILE: (p: { host: string; username: string; file: string; line: string; word: string }) => ({
    what:
      p.file === '-'
        ? text(
            `A start-up file of ${p.username} on ${p.host} keeps scripts from running.`,
            `${p.host} 上 ${p.username} 的某个启动文件使脚本无法执行。`,
          )
        : text(
            `A start-up file of ${p.username} on ${p.host} keeps scripts from running: ${p.file}, line ${p.line}${p.word === '-' ? '' : ` (\`${p.word}\`)`}.`,
            `${p.host} 上 ${p.username} 的启动文件使脚本无法执行：${p.file} 第 ${p.line} 行${p.word === '-' ? '' : `（\`${p.word}\`）`}。`,
          ),
    why: text(
      'sshd runs commands through the login shell, which reads its start-up files first. One of them starts another program or reads the input that is meant for the script.',
      'sshd 通过登录 shell 执行命令，shell 会先读取启动文件；其中启动了其他程序，或读走了发给脚本的输入。',
    ),
    cure:
      p.file === '-'
        ? text(
            `Look on the server, as ${p.username}, into ~/.bashrc, ~/.zshenv, ~/.config/fish/config.fish, ~/.ssh/rc and the files that they read. What is meant for people goes behind the line \`${guardFor('bash')}\` (zsh: \`${guardFor('zsh')}\`; fish: \`${guardFor('fish')}\`).`,
            `请以 ${p.username} 登录服务器，检查 ~/.bashrc、~/.zshenv、~/.config/fish/config.fish、~/.ssh/rc 及其引用的文件，把仅供人工登录使用的内容放到这一行之后：\`${guardFor('bash')}\`（zsh：\`${guardFor('zsh')}\`；fish：\`${guardFor('fish')}\`）。`,
          )
        : text(
            `Insert this line before line ${p.line} of ${p.file}: \`${guardFor(p.file)}\`. What follows it is then read only when somebody types.`,
            `在 ${p.file} 第 ${p.line} 行之前插入：\`${guardFor(p.file)}\`。其后的内容只在交互登录时生效。`,
          ),
  }),
  SCRIPT_NOT_UNPACKED: (p: { host: string; said: string }) => ({
    what: text(
      `${p.host} could not unpack a script${p.said === '' ? '.' : `: ${p.said}`}`,
      `${p.host} 无法解压脚本${p.said === '' ? '。' : `：${p.said}`}`,
    ),
    why: text(
      'base64 or gzip is missing or failed: mostly memory or processes had run out. Nothing of the script was run.',
      'base64 或 gzip 缺失或出错，多半是内存或进程数已用尽。脚本没有任何部分被执行。',
    ),
    cure: text(
      'On the server, `command -v base64 gzip` shows whether both are there; `free -m` and `dmesg | tail` show whether memory ran out. Then run again.',
      '请在服务器上用 `command -v base64 gzip` 确认两者都在，用 `free -m` 和 `dmesg | tail` 查看内存是否用尽，然后重新运行。',
    ),
  }),
  SHELL_UNUSABLE: (p: { host: string; username: string; code: string; said: string }) => ({
    what:
      p.said === ''
        ? text(
            `${p.host} let ${p.username} in but ran no script, and said nothing (exit code ${p.code}).`,
            `${p.host} 允许 ${p.username} 登录，但没有执行脚本，也没有任何输出（退出码 ${p.code}）。`,
          )
        : text(
            `${p.host} let ${p.username} in but ran no script (exit code ${p.code}). It said: ${p.said}`,
            `${p.host} 允许 ${p.username} 登录，但没有执行脚本（退出码 ${p.code}）。输出为：${p.said}`,
          ),
    why: text(
      'The account has no usable login shell (nologin, a menu), admits SFTP only, is bound to a command (`command=` in authorized_keys, ForceCommand), or a start-up file (~/.bashrc) ends the shell.',
      '该账户没有可用的登录 shell（nologin 或菜单程序）、只允许 SFTP，绑定了固定命令（authorized_keys 中的 `command=`、ForceCommand），或启动文件（~/.bashrc）结束了 shell。',
    ),
    cure: text(
      `As root on the server, look which: \`getent passwd ${p.username} | cut -d: -f7\` prints the login shell (\`usermod -s /bin/bash ${p.username}\` changes it); \`grep -n command= ~${p.username}/.ssh/authorized_keys\` shows a key that is bound to a command; \`/usr/sbin/sshd -T -C user=${p.username},host=localhost,addr=127.0.0.1 | grep -i forcecommand\` does so for sshd_config; \`grep -nwE 'exec|exit|tmux|screen' ~${p.username}/.bashrc ~${p.username}/.zshenv\` shows a start-up file that takes the shell away. Remove the restriction, or set \`username\` to another user.`,
      `请以 root 在服务器上确认原因：\`getent passwd ${p.username} | cut -d: -f7\` 显示登录 shell（可用 \`usermod -s /bin/bash ${p.username}\` 修改）；\`grep -n command= ~${p.username}/.ssh/authorized_keys\` 显示绑定了命令的密钥；\`/usr/sbin/sshd -T -C user=${p.username},host=localhost,addr=127.0.0.1 | grep -i forcecommand\` 显示 sshd_config 中的限制；\`grep -nwE 'exec|exit|tmux|screen' ~${p.username}/.bashrc ~${p.username}/.zshenv\` 显示启动文件中取代 shell 的行。取消该限制，或把 \`username\` 改为其他用户。`,
    ),
  }),
};
