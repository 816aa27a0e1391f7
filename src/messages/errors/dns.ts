import { type Text, text } from '../text.ts';

/** The kind of record that holds an address. */
function aRecord(address: string): Text & { readonly name: string } {
  const name = address.includes(':') ? 'AAAA' : 'A';
  return { name, en: `an ${name}`, zh: name };
}

/** The value of a record; `-`: the server's public address is not known. */
function value(address: string): Text {
  return address === '-'
    ? text('the public address of the server (see the console of its cloud)', '服务器的公网地址（见云控制台）')
    : text(address, address);
}

/** What becomes of the records of a name that leads elsewhere; those of the other kind of address stay. */
function correction({ domain, found, expected }: { domain: string; found: string; expected: string }): Text {
  const { name, en } = aRecord(expected);
  const wrong = String(found)
    .split(', ')
    .filter((address) => address.includes(':') === expected.includes(':'));
  if (wrong.length === 0) {
    return text(
      `add ${en} record for ${domain} with the value ${expected}`,
      `为 ${domain} 添加 ${name} 记录，记录值为 ${expected}`,
    );
  }
  if (wrong.length === 1) {
    return text(
      `change the ${name} record of ${domain} to ${expected}`,
      `将 ${domain} 的 ${name} 记录改为 ${expected}`,
    );
  }
  return text(
    `change one ${name} record of ${domain} to ${expected} and delete its other ${name} records`,
    `将 ${domain} 的一条 ${name} 记录改为 ${expected}，并删除其余的 ${name} 记录`,
  );
}

/** Failures of where the name leads. */
export const dnsErrors = {
  DNS_NOT_FOUND: (p: { domain: string; expected: string }) => ({
    what: text(`${p.domain} has no address.`, `域名 ${p.domain} 没有解析记录。`),
    why: text(
      'The resolver of this runner knows no A or AAAA record of it. A record that was just made may take some minutes.',
      '运行器的解析器查不到它的 A 或 AAAA 记录。刚添加的记录可能需要几分钟才能生效。',
    ),
    cure: text(
      `At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), add ${aRecord(p.expected).en} record for ${p.domain} with the value ${value(p.expected).en}. Then run the command \`verify\`.`,
      `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）为 ${p.domain} 添加 ${aRecord(p.expected).zh} 记录，记录值为 ${value(p.expected).zh}，然后运行 \`verify\` 命令。`,
    ),
  }),

  PUBLIC_ADDRESS_UNKNOWN: (p: { domain: string }) => ({
    what: text(
      `The public address of the server is not known, so ${p.domain} cannot be bound to it.`,
      `服务器的公网地址未知，无法将 ${p.domain} 解析到它。`,
    ),
    why: text(
      'No public IPv4 address was found: not in `public-ip`, not at the instance in the account, not at the metadata service of the server, and `host` does not resolve to one.',
      '未找到公网 IPv4 地址：未设置 `public-ip`，账号中的实例和服务器的元数据服务均未给出，`host` 也未解析到公网地址。',
    ),
    cure: text(
      'Set `public-ip` to the public IPv4 address of the server, or `dns: false`.',
      '请将 `public-ip` 设为服务器的公网 IPv4 地址，或设置 `dns: false`。',
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
      `Run the command \`verify\` again. If the result is the same, ask another resolver: \`nslookup ${p.domain} 119.29.29.29\`. If it answers, the resolver of the runner is at fault: on a self-hosted runner, set another one. If it does not answer either, check the name servers of the domain at its registrar.`,
      `请再次运行 \`verify\` 命令。如果结果相同，请换一个解析器查询：\`nslookup ${p.domain} 119.29.29.29\`。如果有应答，则是运行器的解析器有问题：自托管运行器请改用其他解析器。如果仍无应答，请在域名注册商处检查该域名的 DNS 服务器。`,
    ),
  }),

  DNS_ELSEWHERE: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} resolves to ${p.found}, not to this server (${p.expected}).`,
      `域名 ${p.domain} 解析到 ${p.found}，而不是本服务器（${p.expected}）。`,
    ),
    why: text(
      'Its record still holds an earlier address, or an old answer is still in a cache.',
      '其解析记录仍为旧地址，或旧的解析结果仍在缓存中。',
    ),
    cure: text(
      `At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), ${correction(p).en}. Wait for its TTL, then run the command \`verify\`. If ${p.expected} is not the public address of the server, set \`public-ip\`.`,
      `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）${correction(p).zh}，等待 TTL 到期后运行 \`verify\` 命令。如果 ${p.expected} 不是服务器的公网地址，请设置 \`public-ip\`。`,
    ),
  }),

  DNS_SEVERAL: (p: { domain: string; found: string; expected: string }) => ({
    what: text(
      `${p.domain} resolves to several addresses: ${p.found}. Only ${p.expected} is this server.`,
      `域名 ${p.domain} 解析到多个地址：${p.found}。其中只有 ${p.expected} 是本服务器。`,
    ),
    why: text(
      'Several A records are used in turn: a part of the requests goes to the other address.',
      '多条 A 记录会被轮流使用：一部分请求会到达其他地址。',
    ),
    cure: text(
      `At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), delete the ${aRecord(p.expected).name} records of ${p.domain} other than ${p.expected}. Then run the command \`verify\`.`,
      `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）删除 ${p.domain} 中除 ${p.expected} 以外的 ${aRecord(p.expected).name} 记录，然后运行 \`verify\` 命令。`,
    ),
  }),
};
