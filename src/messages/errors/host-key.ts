import { hopWords, type Machine } from '../hop.ts';
import { text } from '../text.ts';

/** Failures of telling whether the server is the right one. */
export const hostKeyErrors = {
  HOST_KEY_INVALID: (p: { input: string; line: number; value: string }) => ({
    what: text(
      `Line ${p.line} of \`${p.input}\` cannot be read: ${p.value}`,
      `\`${p.input}\` 第 ${p.line} 行无法识别：${p.value}`,
    ),
    why: text(
      'Allowed are fingerprints (`SHA256:` and 43 characters), lines of known_hosts, of a .pub file or of `ssh-keygen -l`, and `accept-any`. MD5 fingerprints and @cert-authority are not.',
      '允许：指纹（`SHA256:` 加 43 个字符）、known_hosts 的行、.pub 文件的内容、`ssh-keygen -l` 的输出，以及 `accept-any`。不支持 MD5 指纹和 @cert-authority。',
    ),
    cure: text(
      'Print the fingerprint on that machine with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` and paste it whole.',
      '在该机器上执行 `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`，把输出完整粘贴过来。',
    ),
  }),
  HOST_KEY_MISSING: (p: Machine & { type: string; line: string; file: string }, w = hopWords(p)) => ({
    what: text(
      `${w.hostKey} is empty, so ${w.at.en}, port ${p.port}, cannot be told from an impostor. Nothing was sent to it.`,
      `未设置 ${w.hostKey}，无法确认${w.at.zh} 端口 ${p.port} 不是冒充者。没有向其发送任何凭据。`,
    ),
    why: text(
      `It showed a key of type ${p.type} with the fingerprint ${p.line}`,
      `${w.machine.zh}出示的主机密钥类型为 ${p.type}，指纹为 ${p.line}`,
    ),
    cure: text(
      `Compare on ${w.machine.en} (console login): \`ssh-keygen -lf ${p.file}\`. If it prints the same, paste this line as ${w.hostKey}:\n${p.line}`,
      `请通过控制台登录${w.machine.zh}核对：\`ssh-keygen -lf ${p.file}\`。若输出一致，把下面这一行填入 ${w.hostKey}：\n${p.line}`,
    ),
  }),
  HOST_KEY_MISMATCH: (p: Machine & { offered: string; pinned: string; file: string }, w = hopWords(p)) => ({
    what: text(
      `${w.At.en}, port ${p.port}, shows a host key that ${w.hostKey} does not name. Nothing was sent to it.`,
      `${w.At.zh} 端口 ${p.port} 出示的主机密钥不在 ${w.hostKey} 中。没有向其发送任何凭据。`,
    ),
    why: text(
      `Shown: ${p.offered}. Pinned: ${p.pinned}. Either ${w.machine.en} was installed again, or ${w.host} is another machine, or somebody intercepts the connection.`,
      `出示：${p.offered}。固定：${p.pinned}。可能是${w.machine.zh}重装过系统，或 ${w.host} 指向了另一台机器，或有中间人攻击。`,
    ),
    cure: text(
      `Log in to ${w.machine.en} through its console and compare: \`ssh-keygen -lf ${p.file}\`. Only if it prints the fingerprint shown, put that into ${w.hostKey}.`,
      `请通过控制台登录${w.machine.zh}并核对：\`ssh-keygen -lf ${p.file}\`。仅当输出与出示的指纹一致时，才把它填入 ${w.hostKey}。`,
    ),
  }),
};
