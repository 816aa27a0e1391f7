import { type Text, text } from './text.ts';

// Certificate

/** Warning: the certificate ends in `days` days (fewer than 14). */
export function certificateEndsSoon(days: number, notAfter: string): Text {
  return text(
    `The certificate ends in ${days} days (${notAfter}). Renew it before then: after it no client connects any more.`,
    `证书将在 ${days} 天后到期（${notAfter}）。请在此之前续期：到期后所有客户端都将无法连接。`,
  );
}

/** Note: the chain was put in order. */
export const chainReordered: Text = text(
  "The certificates of the chain were out of order and have been sorted: the server's own first, each followed by its issuer.",
  '证书链中的证书顺序不对，已重新排序：服务器证书在前，其后依次为各自的签发者。',
);

/** Note: certificates that were there more than once were dropped. */
export function duplicatesDropped(count: number): Text {
  return text(
    `Certificates that the chain held more than once were dropped: ${count}`,
    `已去除证书链中重复的证书：${count} 个`,
  );
}

/** Note: certificates that belong to no link of the chain were dropped. */
export function unusedDropped(names: string): Text {
  return text(
    `Certificates that do not belong to the chain were dropped: ${names}`,
    `已去除不属于该证书链的证书：${names}`,
  );
}

/** Note: the chain holds its root, which clients have anyway. */
export function rootIncluded(name: string): Text {
  return text(
    `The chain holds its root "${name}" too. That does no harm; clients have it anyway.`,
    `证书链中还包含根证书“${name}”。这没有坏处，客户端本身已内置该根证书。`,
  );
}

// Looks from outside

/** Log: where the name leads. */
export function nameLeads(domain: string, addresses: string): Text {
  return text(`${domain} resolves to ${addresses}`, `${domain} 解析到 ${addresses}`);
}

/** Log: the name has no address, or none could be learnt. */
export function nameLeadsNowhere(domain: string, detail: string): Text {
  return text(`${domain}: no address (${detail})`, `${domain}：没有解析结果（${detail}）`);
}

/** Log: the look goes to the server's address, because the name does not lead there. */
export function lookGoesTo(address: string, domain: string): Text {
  return text(`Looking at ${address} itself, under the name ${domain}`, `直接检查 ${address}（使用域名 ${domain}）`);
}

/** Log: a handshake that came to its end, with a certificate that holds. */
export function tlsHolds(protocol: string, cipher: string, certificates: number, notAfter: string): Text {
  return text(
    `${protocol}, ${cipher}; certificate valid until ${notAfter}, chain complete (certificates sent: ${certificates})`,
    `${protocol}，${cipher}；证书有效期至 ${notAfter}，证书链完整（已发送证书数：${certificates}）`,
  );
}

/** Log: a handshake that came to its end, with a certificate that does not hold. */
export function tlsDoesNotHold(protocol: string, certificates: number, error: string): Text {
  return text(
    `${protocol}; the certificate does not hold: ${error} (certificates sent: ${certificates})`,
    `${protocol}；证书无效：${error}（已发送证书数：${certificates}）`,
  );
}

/** Log: no TLS connection. */
export function noConnection(address: string, port: number, detail: string): Text {
  return text(`No connection to ${address}:${port}: ${detail}`, `无法连接 ${address}:${port}：${detail}`);
}

/** Warning: `outside-check` is `warn`, and a look from outside found something. */
export const onlyWarned: Text = text(
  'The site could not be verified from this runner. `outside-check` is `warn`, so that the run does not fail for it.',
  '无法从本运行器验证站点。`outside-check` 为 `warn`，因此运行不会因此失败。',
);

/** Log: the answer to the request. */
export function answered(url: string, status: number): Text {
  return text(`GET ${url}: ${status}`, `GET ${url}：${status}`);
}

/** Log: where a request is led. */
export function redirected(url: string, status: number, location: string): Text {
  return text(`GET ${url}: ${status}, redirects to ${location}`, `GET ${url}：${status}，跳转到 ${location}`);
}

/** Log: the request was not answered. */
export function notAnswered(url: string, detail: string): Text {
  return text(`GET ${url}: no response (${detail})`, `GET ${url}：没有响应（${detail}）`);
}
