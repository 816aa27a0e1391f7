import { type Text, text } from './text.ts';

/** The warning that goes with `host-key: accept-any`. */
export function acceptsAnyHostKey(p: { host: string }): Text {
  return text(
    `host-key is accept-any: whoever answers as ${p.host} gets the secrets of this deployment. Pin the key of the server.`,
    `host-key 为 accept-any：任何冒充 ${p.host} 的机器都会拿到本次部署的密钥。请固定服务器的主机密钥。`,
  );
}
