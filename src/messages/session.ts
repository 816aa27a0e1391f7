import { type Text, text } from './text.ts';

/** The warning that goes with `host-key: accept-any`. */
export function acceptsAnyHostKey(p: { host: string }): Text {
  return text(
    `host-key is accept-any: whoever answers as ${p.host} gets the secrets of this deployment. Pin the key of the server.`,
    `host-key 为 accept-any：任何冒充 ${p.host} 的机器都会拿到本次部署的密钥。请固定服务器的主机密钥。`,
  );
}

/** Told once while a login is tried again. */
export function triesAgain(p: { seconds: number }): Text {
  return text(
    `The server closes SSH connections before a login. Trying again for up to ${p.seconds} s (\`connect-timeout\`).`,
    `服务器在登录前关闭了 SSH 连接，将在 ${p.seconds} 秒内继续重试（\`connect-timeout\`）。`,
  );
}
