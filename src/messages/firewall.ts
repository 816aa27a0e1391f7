import { type Text, text } from './text.ts';

/**
 * Note: rules of the server's packet filters, or listings that could not be read, leave it open whether a port is
 * blocked.
 */
export function unclearPort(port: number, rules: string): Text {
  return text(
    `Unclear whether the firewall on the server blocks TCP port ${port}, because of: ${rules}`,
    `无法确定服务器上的防火墙是否拦截 TCP 端口 ${port}，原因：${rules}`,
  );
}
