import { type Text, text } from './text.ts';

/** What is told while an ACME authority issues a certificate. */
export const acmeMessages = {
  account: (host: string, url: string): Text => text(`Account at ${host}: ${url}`, `${host} 的账号：${url}`),
  termsAccepted: (url: string): Text => text(`Terms of service accepted: ${url}`, `已接受服务条款：${url}`),
  keyKept: text('Using the key that an earlier run made', '使用此前运行生成的私钥'),
  ordered: (url: string): Text => text(`Ordered: ${url}`, `已下单：${url}`),
  resumed: (url: string, status: string): Text =>
    text(`Resuming the order of an earlier run: ${url} (${status})`, `继续此前运行的订单：${url}（${status}）`),
  alreadyValid: (domain: string): Text =>
    text(`The authority already knows that ${domain} is yours`, `该机构已确认 ${domain} 归你所有`),
  waiting: (host: string, status: string, seconds: number): Text =>
    text(
      `Waiting for ${host} (${status}), at most ${seconds} s more`,
      `正在等待 ${host}（${status}），最多还需 ${seconds} 秒`,
    ),
  issued: (fingerprint: string, notAfter: Date): Text =>
    text(
      `Issued: certificate ${fingerprint}, valid until ${notAfter.toISOString()}`,
      `已签发：证书 ${fingerprint}，有效期至 ${notAfter.toISOString()}`,
    ),
};
