import { type Text, text } from './text.ts';

/** Lines about a certificate that is issued. */
export const issueMessages = {
  lock: (domain: string): Text => text(`Lock the certificate of ${domain}`, `锁定 ${domain} 的证书`),
  waiting: (domain: string, who: string, run: string, since: string): Text =>
    text(
      `Another run is working on the certificate of ${domain} (${who}, ${run}, since ${since}). Waiting for it.`,
      `另一次运行正在处理 ${domain} 的证书（${who}，${run}，开始于 ${since}）。等待其结束。`,
    ),
  look: (domain: string): Text => text(`Look for a certificate of ${domain}`, `查找 ${domain} 的证书`),
  plan: text('Plan of the certificate', '证书计划'),
  thereByNow: (until: string): Text =>
    text(
      `The server already has a certificate, valid until ${until}: nothing is applied for.`,
      `服务器上已有证书，有效期至 ${until}：无需申请。`,
    ),
  notYet: (issuer: Text, from: string): Text =>
    text(
      `${issuer.en} suggests renewing it from ${from} on: it is kept until then.`,
      `${issuer.zh} 建议从 ${from} 起续期：在此之前保持不变。`,
    ),
  noWindow: (issuer: Text, why: Text): Text =>
    text(
      `${issuer.en} could not be asked when to renew (${why.en}); the expiry date decides.`,
      `无法得知 ${issuer.zh} 建议的续期时间（${why.zh}）；按到期日决定。`,
    ),
  kept: (path: string, until: string, from: string): Text =>
    text(
      `Certificate ${path} is valid until ${until} and is renewed from ${from} on.`,
      `证书 ${path} 有效期至 ${until}，从 ${from} 起续期。`,
    ),
};
