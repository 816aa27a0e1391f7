import { text } from '../text.ts';

/** Failures of where the name leads. */
export const dnsErrors = {
  DNS_NOT_FOUND: (p: { domain: string; expected: string }) => ({
    what: text(`${p.domain} has no address.`, `域名 ${p.domain} 没有解析记录。`),
    why: text(
      'The resolver of this runner knows no A or AAAA record of it. A record that was just made may take some minutes.',
      '运行器的解析器查不到它的 A 或 AAAA 记录。刚添加的记录可能需要几分钟才能生效。',
    ),
    cure: text(
      `Add an A record for ${p.domain} with the value ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`,
      `请为 ${p.domain} 添加 A 记录，记录值为 ${p.expected}（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`,
    ),
  }),

  DNS_UNKNOWN: (p: { domain: string; detail: string }) => ({
    what: text(
      `The resolver did not say where ${p.domain} leads (${p.detail}).`,
      `解析器未能给出 ${p.domain} 的解析结果（${p.detail}）。`,
    ),
    why: text(
      'The name servers of the domain or the resolver of this runner did not answer in time.',
      '该域名的 DNS 服务器或运行器的解析器未及时响应。',
    ),
    cure: text(
      'Run the command `verify` again. If it goes on so, check that the name servers of the domain answer.',
      '请再次运行 `verify` 命令。如果仍然如此，请检查该域名的 DNS 服务器是否正常响应。',
    ),
  }),

  DNS_ELSEWHERE: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} leads to ${p.found}, not to this server (${p.expected}).`,
      `域名 ${p.domain} 解析到 ${p.found}，而不是本服务器（${p.expected}）。`,
    ),
    why: text(
      'Its record still holds an earlier address, or an old answer is still in a cache.',
      '其解析记录仍为旧地址，或旧的解析结果仍在缓存中。',
    ),
    cure: text(
      `Change the A record of ${p.domain} to ${p.expected} (https://console.cloud.tencent.com/cns), wait for its TTL, then run the command \`verify\`. If ${p.expected} is not the public address of the server, set \`public-ip\`.`,
      `请将 ${p.domain} 的 A 记录改为 ${p.expected}（https://console.cloud.tencent.com/cns），等待 TTL 到期后运行 \`verify\` 命令。如果 ${p.expected} 不是服务器的公网地址，请设置 \`public-ip\`。`,
    ),
  }),

  DNS_SEVERAL: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} leads to several addresses: ${p.found}. Only ${p.expected} is this server.`,
      `域名 ${p.domain} 解析到多个地址：${p.found}。其中只有 ${p.expected} 是本服务器。`,
    ),
    why: text(
      'Several A records are used in turn: a part of the requests goes to the other address.',
      '多条 A 记录会被轮流使用：一部分请求会到达其他地址。',
    ),
    cure: text(
      `Remove the A records of ${p.domain} other than ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`,
      `请删除 ${p.domain} 中除 ${p.expected} 以外的 A 记录（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`,
    ),
  }),
};
