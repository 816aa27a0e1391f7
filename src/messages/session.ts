import { hopWords, type Machine } from './hop.ts';
import { type Text, text } from './text.ts';

/** The warning that goes with `accept-any`. */
export function acceptsAnyHostKey(machine: Machine): Text {
  const { at, machine: it, hostKey } = hopWords(machine);
  const input = hostKey.replaceAll('`', '');
  return text(
    `${input} is accept-any: whoever answers as ${at.en} gets the secrets of this deployment. Pin the key of ${it.en}.`,
    `${input} 为 accept-any：任何冒充${at.zh} 的机器都会拿到本次部署的 secret。请在 ${hostKey} 中填写${it.zh}的主机密钥指纹。`,
  );
}

/** Told once while a login is tried again. */
export function triesAgain(machine: Machine, seconds: number): Text {
  const { Machine: it } = hopWords(machine);
  return text(
    `${it.en} closes SSH connections before a login. Trying again for up to ${seconds} s (\`connect-timeout\`).`,
    `${it.zh}在登录前关闭了 SSH 连接，将在 ${seconds} 秒内继续重试（\`connect-timeout\`）。`,
  );
}

/** How the server is reached, where not straight. */
export function goesThrough({ host, port }: Machine): Text {
  return text(`Through the jump host ${host}, port ${port}.`, `经由跳板机 ${host} 端口 ${port}。`);
}
