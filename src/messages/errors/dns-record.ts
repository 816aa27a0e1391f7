import { text } from '../text.ts';

const consoleUrl = 'https://console.cloud.tencent.com/cns';

/** The input that lets the action change records of these values, as it is pasted into the step. On one line: a summary has no others. */
function overwrite(values: string): string {
  return `\`dns-overwrite: ${values}\``;
}

/** Failures and notices of what DNSPod's records say of the host name. */
export const dnsRecordErrors = {
  DNS_RECORD_FOREIGN: (p: { domain: string; address: string; value: string }) => ({
    what: text(
      `${p.domain} has an A record with the value ${p.value}. The server is ${p.address}.`,
      `${p.domain} 已有记录值为 ${p.value} 的 A 记录，而服务器的地址是 ${p.address}。`,
    ),
    why: text(
      'This application did not make the record, or somebody changed it since. It may belong to another server, so nothing was changed.',
      '该记录不是由本应用添加的，或之后被人修改过。它可能属于其他服务器，因此未做任何变更。',
    ),
    cure: text(
      `If the record may be changed, add this input to the step and run again: ${overwrite(p.value)}\nIf it may not, use another \`domain\`.`,
      `如果可以修改该记录，请为该步骤添加以下参数后重新运行：${overwrite(p.value)}\n如果不可以，请使用其他 \`domain\`。`,
    ),
  }),

  DNS_RECORDS_SEVERAL: (p: { domain: string; address: string; found: string; foreign: string }) => ({
    what: text(
      `${p.domain} has several A records (${p.found}). It needs exactly one, with the value ${p.address}.`,
      `${p.domain} 有多条 A 记录（${p.found}）。需要且只能有一条，记录值为 ${p.address}。`,
    ),
    why: text(
      `DNSPod gives all of them to clients, so that a part of the requests reaches other servers. This application did not make: ${p.foreign}.`,
      `DNSPod 会把它们全部返回给客户端，一部分请求会到达其他服务器。以下记录不是由本应用添加的：${p.foreign}。`,
    ),
    cure: text(
      `If these records may be changed or deleted, add this input to the step and run again: ${overwrite(p.foreign)}\nOr delete them yourself at ${consoleUrl}.`,
      `如果可以修改或删除这些记录，请为该步骤添加以下参数后重新运行：${overwrite(p.foreign)}\n也可以在 ${consoleUrl} 自行删除。`,
    ),
  }),

  DNS_RECORD_DISABLED: (p: { domain: string; address: string }) => ({
    what: text(
      `The A record of ${p.domain} with the value ${p.address} is paused.`,
      `${p.domain} 的 A 记录（记录值 ${p.address}）已暂停。`,
    ),
    why: text(
      'This application did not make the record, and somebody paused it, so the action does not enable it by itself.',
      '该记录不是由本应用添加的，且被人暂停，因此本 Action 不会自行启用。',
    ),
    cure: text(
      `Enable it at ${consoleUrl}. Or add this input to the step and run again: ${overwrite(p.address)}`,
      `请在 ${consoleUrl} 启用该记录，或为该步骤添加以下参数后重新运行：${overwrite(p.address)}`,
    ),
  }),

  DNS_RECORD_CNAME: (p: { domain: string; type: string; value: string; address: string }) => ({
    what: text(
      `${p.domain} has a record of the type ${redirectName(p.type).en} with the value ${p.value}. Next to it, an A record is not possible.`,
      `${p.domain} 有一条类型为 ${p.type} 的记录（记录值 ${p.value}），不能与 A 记录并存。`,
    ),
    why: text(
      'The name is in use for something else (a CDN, another host, a redirect), so nothing was changed.',
      '该主机记录已用于其他用途（CDN、其他主机或跳转），因此未做任何变更。',
    ),
    cure: text(
      `If it may become an A record with the value ${p.address}, add this input to the step and run again: ${overwrite(p.value)}\nIf it may not, use another \`domain\`, or set \`dns: false\`.`,
      `如果可以把它改为记录值为 ${p.address} 的 A 记录，请为该步骤添加以下参数后重新运行：${overwrite(p.value)}\n如果不可以，请使用其他 \`domain\`，或设置 \`dns: false\`。`,
    ),
  }),

  DNS_RECORD_DELEGATED: (p: { domain: string; servers: string }) => ({
    what: text(
      `${p.domain} is delegated to other name servers: ${p.servers}.`,
      `${p.domain} 已通过 NS 记录委派给其他 DNS 服务器：${p.servers}。`,
    ),
    why: text(
      'Resolvers ask those servers for its address. An A record in this zone has no effect.',
      '解析器会向这些服务器查询地址，在本域名下添加 A 记录不会生效。',
    ),
    cure: text(
      `Add the A record at those servers and set \`dns: false\`. Or delete the NS records of the host at ${consoleUrl} and run again.`,
      `请在这些服务器上添加 A 记录，并设置 \`dns: false\`；或在 ${consoleUrl} 删除该主机记录的 NS 记录后重新运行。`,
    ),
  }),

  DNS_RECORD_LINES: (p: { domain: string; address: string; records: string }) => ({
    what: text(
      `${p.domain} has records for single lines: ${p.records}.`,
      `${p.domain} 有针对特定线路的记录：${p.records}。`,
    ),
    why: text(
      `Clients of those lines get these values and not ${p.address}. The action changes only records of the default line.`,
      `这些线路的客户端会得到上述记录值，而不是 ${p.address}。本 Action 只修改默认线路的记录。`,
    ),
    cure: text(
      `If those clients are to reach this server, delete the records at ${consoleUrl}.`,
      `如果这些客户端也应访问本服务器，请在 ${consoleUrl} 删除这些记录。`,
    ),
  }),

  DNS_RECORD_IPV6: (p: { domain: string; address: string; found: string }) => ({
    what: text(`${p.domain} also has an IPv6 address: ${p.found}.`, `${p.domain} 还有 IPv6 地址：${p.found}。`),
    why: text(
      `Clients with IPv6 use that address. The action binds and checks ${p.address} only, and the other address may be another server.`,
      `支持 IPv6 的客户端会使用该地址。本 Action 只绑定和检查 ${p.address}，该地址可能属于其他服务器。`,
    ),
    cure: text(
      `If it is not this server, delete the AAAA record at ${consoleUrl}.`,
      `如果它不是本服务器的地址，请在 ${consoleUrl} 删除该 AAAA 记录。`,
    ),
  }),

  DNS_RECORD_CHANGED: (p: { domain: string; found: string; address: string }) => ({
    what: text(
      `The A record of ${p.domain} was written, and DNSPod now gives another one: ${p.found}.`,
      `${p.domain} 的 A 记录已写入，但 DNSPod 返回的是：${p.found}。`,
    ),
    why: text(
      `Somebody else, or another program, changed the record at the same time. It is to be A ${p.address}, enabled.`,
      `可能有人或其他程序同时修改了该记录。需要的是：A ${p.address}，启用。`,
    ),
    cure: text(
      `Find out who changed it (${consoleUrl} > the domain > operation log), then run again.`,
      `请确认是谁修改的（${consoleUrl} > 域名 > 操作日志），然后重新运行。`,
    ),
  }),
};

/** DNSPod's redirects have Chinese names only. */
function redirectName(type: string): { readonly en: string } {
  if (type.startsWith('显性')) return { en: 'explicit URL' };
  if (type.startsWith('隐性')) return { en: 'implicit URL' };
  return { en: type };
}
