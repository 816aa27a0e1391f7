import { hopWords, type Machine } from '../hop.ts';
import { text } from '../text.ts';

const newKey = text(
  'Make a key: `ssh-keygen -t ed25519 -N "" -f deploy`; append the line of deploy.pub to ~/.ssh/authorized_keys on that machine (`install -d -m 700 ~/.ssh` makes the folder) and paste the whole file deploy, first and last line included, into the secret.',
  '生成密钥：`ssh-keygen -t ed25519 -N "" -f deploy`；把 deploy.pub 的内容追加到要登录的机器的 ~/.ssh/authorized_keys（`install -d -m 700 ~/.ssh` 可创建该目录），并把 deploy 文件的全部内容（包括首尾两行）粘贴到 secret。',
);

/** Failures of logging in: the key itself, and what the server says of it. */
export const loginErrors = {
  PRIVATE_KEY_INVALID: (p: { input: string; detail: string }) => ({
    what: text(`\`${p.input}\` cannot be read: ${p.detail}`, `\`${p.input}\` 无法读取：${p.detail}`),
    why: text(
      'Allowed are private keys of the types Ed25519, ECDSA and RSA, in the form of OpenSSH or PEM.',
      '允许 Ed25519、ECDSA、RSA 类型的私钥，格式为 OpenSSH 或 PEM。',
    ),
    cure: newKey,
  }),
  PRIVATE_KEY_TRUNCATED: (p: { input: string; kind: string }) => ({
    what: text(
      `\`${p.input}\` is not whole: lines of the ${p.kind} are missing or damaged.`,
      `\`${p.input}\` 不完整：${p.kind} 缺少某些行或已损坏。`,
    ),
    why: text(
      'Usually the last line, or a part of the middle, was not copied.',
      '通常是漏复制了最后一行或中间的一部分。',
    ),
    cure: text(
      'Paste the file again, from the line -----BEGIN to the line -----END, with both.',
      '请重新粘贴整个文件，从 -----BEGIN 行到 -----END 行，两行都要包含。',
    ),
  }),
  PRIVATE_KEY_IS_PUBLIC: (p: { input: string }) => ({
    what: text(`\`${p.input}\` holds a public key.`, `\`${p.input}\` 中填的是公钥。`),
    why: text('The .pub file was pasted; it belongs on the server.', '粘贴的是 .pub 文件；公钥应放在服务器上。'),
    cure: text(
      'Paste the file of the same name without .pub; it begins with -----BEGIN.',
      '请粘贴同名但不带 .pub 的文件，其内容以 -----BEGIN 开头。',
    ),
  }),
  PRIVATE_KEY_IS_PUTTY: (p: { input: string }) => ({
    what: text(`\`${p.input}\` is in the form of PuTTY (.ppk).`, `\`${p.input}\` 是 PuTTY 格式（.ppk）。`),
    why: text('Keys are read in the form of OpenSSH and PEM.', '仅支持 OpenSSH 和 PEM 格式的私钥。'),
    cure: text(
      'In PuTTYgen: Conversions, Export OpenSSH key. Or: `puttygen key.ppk -O private-openssh -o key`. Paste the result.',
      '在 PuTTYgen 中选择 Conversions → Export OpenSSH key；或执行 `puttygen key.ppk -O private-openssh -o key`，然后粘贴结果。',
    ),
  }),
  PASSPHRASE_MISSING: (p: { input: string }) => ({
    what: text(
      `\`${p.input}\` is encrypted, and \`passphrase\` is empty.`,
      `\`${p.input}\` 已加密，但未设置 \`passphrase\`。`,
    ),
    why: text(
      'An empty value is also what a secret gives that does not exist, or that a run from a fork may not see.',
      '如果 secret 不存在，或来自 fork 的运行无权读取，得到的也是空值。',
    ),
    cure: text(
      'Put the passphrase into a secret and give it as `passphrase`, or use a key without one.',
      '把口令存入 secret 并通过 `passphrase` 传入，或使用没有口令的密钥。',
    ),
  }),
  PASSPHRASE_WRONG: (p: { input: string }) => ({
    what: text(`\`passphrase\` does not open \`${p.input}\`.`, `\`passphrase\` 无法解开 \`${p.input}\`。`),
    why: text(
      'It is of another key, or was pasted with a space or line end.',
      '口令属于另一把密钥，或粘贴时多带了空格、换行。',
    ),
    cure: text(
      'Try it where the key is stored: `ssh-keygen -y -f key` asks for it. Then correct the secret. If a jump host has a key of its own, `passphrase` opens both keys: encrypt both with the same one, or leave one without.',
      '在密钥所在机器上执行 `ssh-keygen -y -f key` 验证口令，然后改正 secret。若跳板机使用单独的密钥，`passphrase` 用于两个密钥：请用同一口令加密，或让其中一个不设口令。',
    ),
  }),
  AUTHENTICATION_FAILED: (
    p: Machine & { username: string; input: string; tried: string; offered: string },
    w = hopWords(p),
  ) => ({
    what: text(
      `${w.At.en}, port ${p.port}, does not let the user ${p.username} in. Tried: ${p.tried}. It offers: ${p.offered}.`,
      `${w.At.zh} 端口 ${p.port} 拒绝用户 ${p.username} 登录。已尝试：${p.tried}。其支持：${p.offered}。`,
    ),
    why: text(
      `Most likely the public half of \`${p.input}\` is not in the authorized_keys of ${p.username} (but of another user), or the password is wrong; or the home folder or ~/.ssh is writable for others, or sshd_config does not admit this user (PermitRootLogin, AllowUsers).`,
      `最可能的原因：\`${p.input}\` 对应的公钥不在用户 ${p.username} 的 authorized_keys 中（而在其他用户下），或密码错误；也可能是主目录或 ~/.ssh 权限过宽，或 sshd_config 不允许该用户登录（PermitRootLogin、AllowUsers）。`,
    ),
    cure: text(
      `On ${w.machine.en}, as ${p.username}: \`install -d -m 700 ~/.ssh\`; append the line of the .pub file to ~/.ssh/authorized_keys; \`chmod go-w ~ && chmod 600 ~/.ssh/authorized_keys\`. As root, \`journalctl -u ssh -u sshd -n 20\` shows the reason. Or correct ${w.username.en} or \`${p.input}\`.`,
      `在${w.machine.zh}上以 ${p.username} 身份：执行 \`install -d -m 700 ~/.ssh\`，把 .pub 文件的内容追加到 ~/.ssh/authorized_keys，再执行 \`chmod go-w ~ && chmod 600 ~/.ssh/authorized_keys\`。以 root 执行 \`journalctl -u ssh -u sshd -n 20\` 可查看具体原因。或改正 ${w.username.zh} 或 \`${p.input}\`。`,
    ),
  }),
  PASSWORD_NOT_ACCEPTED: (p: Machine & { username: string; offered: string }, w = hopWords(p)) => ({
    what: text(
      `${w.At.en}, port ${p.port}, takes no passwords from ${p.username}. It offers: ${p.offered}.`,
      `${w.At.zh} 端口 ${p.port} 不接受用户 ${p.username} 用密码登录。其支持：${p.offered}。`,
    ),
    why: text(
      'PasswordAuthentication is no in its sshd_config, or PermitRootLogin is prohibit-password.',
      'sshd_config 中 PasswordAuthentication 为 no，或 PermitRootLogin 为 prohibit-password。',
    ),
    cure: text('Give `private-key` instead of `password`.', '请改用 `private-key`，不要用 `password`。'),
  }),
  PASSWORD_WRONG: (p: Machine & { username: string }, w = hopWords(p)) => ({
    what: text(
      `${w.At.en}, port ${p.port}, did not accept the password of ${p.username}.`,
      `${w.At.zh} 端口 ${p.port} 未接受用户 ${p.username} 的密码。`,
    ),
    why: text(
      'The password is of another user or machine, or was pasted with a space or line end; or sshd_config does not admit this user (PermitRootLogin, AllowUsers). Too many wrong passwords lock a user on some servers.',
      '密码属于其他用户或其他机器，或粘贴时多带了空格、换行；也可能是 sshd_config 不允许该用户登录（PermitRootLogin、AllowUsers）。部分服务器会在多次输错后锁定用户。',
    ),
    cure: text(
      `Log in by hand: \`ssh -p ${p.port} ${p.username}@${p.host}\`. If the password does not let you in either, set another: \`passwd ${p.username}\` as root, or "Reset password" in Tencent Cloud's console. Then correct the secret. As root, \`journalctl -u ssh -u sshd -n 20\` shows the reason. Better is a key: \`private-key\`.`,
      `手动登录验证：\`ssh -p ${p.port} ${p.username}@${p.host}\`。如果同样无法登录，请以 root 执行 \`passwd ${p.username}\` 或在腾讯云控制台“重置密码”设置新密码，然后改正 secret。以 root 执行 \`journalctl -u ssh -u sshd -n 20\` 可查看具体原因。建议改用密钥：\`private-key\`。`,
    ),
  }),
};
