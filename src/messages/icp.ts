import { type Text, text } from './text.ts';

/** Lines about blocks for want of an ICP filing (备案). */
export const icpMessages = {
  look: text('Check for an ICP filing block (备案)', '检查域名是否因未备案被拦截'),
  http: (port: number, answered: number, pages: number, tries: number): Text =>
    text(
      `HTTP, port ${port}: ${answered} of ${tries} requests answered, block page: ${pages}`,
      `HTTP，端口 ${port}：${tries} 次请求中有 ${answered} 次响应，拦截页 ${pages} 次`,
    ),
  tls: (port: number, answered: number, cut: number, tries: number): Text =>
    text(
      `TLS, port ${port}: ${answered} of ${tries} connections with the domain accepted, reset by name: ${cut}`,
      `TLS，端口 ${port}：${tries} 次携带域名的连接中有 ${answered} 次建立，因域名被重置 ${cut} 次`,
    ),
  closed: (protocol: string, port: number): Text =>
    text(`${protocol}, port ${port}: closed`, `${protocol}，端口 ${port}：未开放`),
  notBlocked: (domain: string, ports: string): Text =>
    text(
      `No block for want of an ICP filing (备案) was seen (open ports checked: ${ports}). This does not mean that ${domain} has a filing.`,
      `未发现未备案拦截（已检查的开放端口：${ports}）。这并不能证明 ${domain} 已备案。`,
    ),
  blocked: (domain: string): Text =>
    text(
      `Access to ${domain} is blocked for want of an ICP filing (备案): see ICP_BLOCKED.`,
      `${domain} 因未备案（或未接入备案）被拦截：见 ICP_BLOCKED。`,
    ),
  unknown: (why: Text): Text =>
    text(
      `It is unknown whether access is blocked for want of an ICP filing (备案): ${why.en}`,
      `无法确定域名是否因未备案被拦截：${why.zh}`,
    ),
  doubts: {
    some: (port: number): Text =>
      text(
        `on port ${port} some connections with the domain were reset, others were not.`,
        `端口 ${port} 上携带域名的连接有的被重置，有的没有。`,
      ),
    'all-alike': (port: number): Text =>
      text(
        `on port ${port} connections are reset with and without the domain.`,
        `端口 ${port} 上的连接无论是否携带域名都会被重置。`,
      ),
    unsteady: (port: number): Text =>
      text(
        `port ${port} did not answer every time, or not in a way that says anything.`,
        `端口 ${port} 并非每次都有响应，或其响应无法说明问题。`,
      ),
    closed: (): Text => text('no port answered.', '没有端口响应。'),
    'host-firewall': (port: number): Text =>
      text(
        `connections to port ${port} are reset when they carry the domain, but the server's own packet filter inspects contents and may be the cause.`,
        `携带域名的连接在端口 ${port} 上被重置，但服务器自身的包过滤规则会检查内容，可能是其原因。`,
      ),
  },
  outsideMainland: text(
    'The server is outside mainland China: no block for want of an ICP filing (备案) is expected. WeChat still accepts only domains that have a filing.',
    '服务器不在中国大陆：不会因未备案被拦截。但微信仍只接受已备案的域名。',
  ),
};
