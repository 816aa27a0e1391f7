import { text } from '../text.ts';

/** Access by a name that is blocked for want of an ICP filing. */
export const icpErrors = {
  ICP_BLOCKED: (p: {
    domain: string;
    address: string;
    httpsPort: number;
    page: boolean;
    port: number;
    seen: number;
    tries: number;
    open: boolean;
  }) => ({
    what: p.page
      ? text(
          `Access to ${p.domain} is blocked: ${p.seen} of ${p.tries} plain HTTP requests to ${p.address}, port ${p.port}, were redirected to Tencent Cloud's block page (dnspod.qcloud.com/static/webblock).`,
          `${p.domain} 的访问被拦截：向 ${p.address} 端口 ${p.port} 发出的 ${p.tries} 次明文 HTTP 请求中，有 ${p.seen} 次被跳转到腾讯云的拦截页（dnspod.qcloud.com/static/webblock）。`,
        )
      : text(
          `Access to ${p.domain} is blocked: ${p.seen} of ${p.tries} TLS connections to ${p.address}, port ${p.port}, were reset when they named the domain. Without a name every one was accepted.`,
          `${p.domain} 的访问被拦截：向 ${p.address} 端口 ${p.port} 发起的 ${p.tries} 次 TLS 连接，携带域名时有 ${p.seen} 次被重置；不携带域名时每次都能建立。`,
        ),
    why: text(
      `${p.page ? '' : 'Most likely '}${p.domain} has no ICP filing (备案) with the vendor that hosts the server. In mainland China the vendor's network then blocks requests that carry the domain. On the server itself everything works.`,
      `${p.page ? '' : '最可能的原因：'}${p.domain} 未在服务器所属的云服务商处备案（或接入备案）。在中国大陆，云服务商的网络会拦截携带该域名的请求；服务器本身一切正常。`,
    ),
    cure: text(
      `1. File ${p.domain} at https://console.cloud.tencent.com/beian; this takes 1-3 weeks. If it already has a filing with another vendor, add Tencent Cloud to it (接入备案). On another cloud, file with that vendor. 2. ${p.open ? `Until then https on port ${p.httpsPort} may continue to work for a while, but do not rely on it: blocks spread to other ports and networks. WeChat accepts only domains that have a filing.` : `Until then clients cannot rely on port ${p.httpsPort} either.`} 3. Run the command \`verify\` about 30 minutes after approval. The deployment stays as it is.`,
      `1. 请在 https://console.cloud.tencent.com/beian 为 ${p.domain} 办理备案（约 1–3 周）；如已在其他服务商处备案，请办理接入备案。使用其他云时，请在该服务商处办理。2. ${p.open ? `在此之前，端口 ${p.httpsPort} 的 https 可能暂时仍可访问，但请勿依赖：拦截会逐步扩大到其他端口和网络。微信只接受已备案的域名。` : `在此之前，端口 ${p.httpsPort} 同样无法可靠访问。`}3. 备案通过约 30 分钟后，请运行 \`verify\` 命令。部署保持不变。`,
    ),
  }),
};
