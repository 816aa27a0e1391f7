import { text } from '../text.ts';

const consoleUrl = 'https://console.cloud.tencent.com/cns';

/** Failures of the record by which the owner of a domain is validated for a certificate. */
export const validationRecordErrors = {
  VALIDATION_ZONE_MISSING: (p: { name: string; zones: string }) => ({
    what: text(
      `The domain cannot be validated: DNSPod has no zone for ${p.name} in this Tencent Cloud account.`,
      `无法验证域名：该腾讯云账号的云解析 DNS 中没有 ${p.name} 所属的域名。`,
    ),
    why: text(
      `The certificate is issued after a record is added there. The zones of the account are: ${p.zones || 'none'}.`,
      `签发证书前需要在其中添加一条记录。该账号下的域名：${p.zones || '无'}。`,
    ),
    cure: text(
      `Add the domain at ${consoleUrl}, or use the credentials of the account that has it. If its DNS is at another provider, set \`certificate: provided\` and provide the certificate yourself.`,
      `请在 ${consoleUrl} 添加该域名，或使用该域名所在账号的密钥。如果域名的 DNS 在其他服务商处，请设置 \`certificate: provided\`，并自行提供证书。`,
    ),
  }),

  VALIDATION_RECORD_CONFLICT: (p: { name: string; type: string; value: string; found: string }) => ({
    what: text(
      `The validation record ${p.name} ${p.type} ${p.value} cannot be added: another record is in its way (${p.found}).`,
      `无法添加域名验证记录 ${p.name} ${p.type} ${p.value}：与其他记录冲突（${p.found}）。`,
    ),
    why: text(
      'A CNAME, NS or URL record of this host takes its place, a record of a single line hides it from a part of the resolvers, and a paused one with the same value blocks it. The action did not add that record, so nothing was changed. It may belong to another certificate tool.',
      '该主机记录的 CNAME、NS 或 URL 记录会取代它，针对特定线路的记录会使部分解析器查不到它，值相同的已暂停记录会使它无法添加。冲突的记录不是由本 Action 添加的，可能属于其他证书工具，因此未做任何变更。',
    ),
    cure: text(
      `If the record is not needed, delete it at ${consoleUrl} and run again. If another tool needs it, have that tool issue the certificate and set \`certificate: provided\`.`,
      `如果不再需要该记录，请在 ${consoleUrl} 删除后重新运行。如果其他工具需要它，请由该工具签发证书，并设置 \`certificate: provided\`。`,
    ),
  }),

  VALIDATION_SERVERS_BEHIND: (p: { name: string; type: string; value: string; servers: string; seconds: number }) => ({
    what: text(
      `After ${p.seconds} s, not all name servers return the validation record ${p.name} ${p.type} ${p.value}: ${p.servers}.`,
      `${p.seconds} 秒后，DNS 服务器仍未全部返回域名验证记录 ${p.name} ${p.type} ${p.value}：${p.servers}。`,
    ),
    why: text(
      'The record is set in DNSPod. It has not reached these servers yet, they are not those of DNSPod, or this runner cannot reach them (UDP port 53). The certificate authority was not asked, because it would refuse.',
      '记录已在 DNSPod 中设置，但尚未同步到这些服务器、这些服务器不属于 DNSPod，或运行器无法访问它们（UDP 53 端口）。证书颁发机构（CA）届时会验证失败，因此没有请求验证。',
    ),
    cure: text(
      `Run again after some minutes. If servers of another provider are named, set the DNS servers of the domain to those of DNSPod at its registrar, or set \`certificate: provided\`. On a self-hosted runner, allow outgoing UDP and TCP port 53.`,
      `请几分钟后重新运行。如果列出的是其他服务商的服务器，请在域名注册商处把 DNS 服务器修改为 DNSPod 的服务器，或设置 \`certificate: provided\`。自托管运行器请放行出站的 UDP 和 TCP 53 端口。`,
    ),
  }),
};
