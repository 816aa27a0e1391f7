import { text } from '../text.ts';

const consoleUrl = 'https://console.cloud.tencent.com/cns';
const domainUrl = 'https://console.cloud.tencent.com/domain';

/** Failures and notices of the zone that the host name is in, of its registration, and of its name servers. */
export const dnsZoneErrors = {
  DNS_ZONE_MISSING: (p: { domain: string; zones: string }) => ({
    what: text(
      `DNSPod has no zone for ${p.domain} in this Tencent Cloud account.`,
      `该腾讯云账号的云解析 DNS 中没有 ${p.domain} 所属的域名。`,
    ),
    why: text(`The zones of the account are: ${p.zones || 'none'}.`, `该账号下的域名：${p.zones || '无'}。`),
    cure: text(
      `Add the domain at ${consoleUrl}. If it is in another account, use the credentials of that account. If its DNS is at another provider, set \`dns: false\` and add the A record there.`,
      `请在 ${consoleUrl} 添加该域名。如果域名在其他账号下，请使用该账号的密钥。如果域名的 DNS 在其他服务商处，请设置 \`dns: false\`，并在该服务商处添加 A 记录。`,
    ),
  }),

  DNS_ZONE_DISABLED: (p: { zone: string; status: string }) => ({
    what: text(
      `DNSPod does not serve the zone ${p.zone}: its status is ${p.status}.`,
      `DNSPod 未对域名 ${p.zone} 提供解析：状态为 ${p.status}。`,
    ),
    why: text(
      'PAUSE: somebody paused the zone. SPAM: Tencent blocked it. No name in it resolves.',
      'PAUSE 表示该域名已被人暂停解析，SPAM 表示已被腾讯云封禁。其中的所有记录都无法解析。',
    ),
    cure: text(
      `Resume the zone at ${consoleUrl}. If Tencent blocked it, open a ticket: https://console.cloud.tencent.com/workorder.`,
      `请在 ${consoleUrl} 启用该域名的解析。如果已被封禁，请提交工单：https://console.cloud.tencent.com/workorder。`,
    ),
  }),

  DNS_ZONE_LOCKED: (p: { zone: string; detail: string }) => ({
    what: text(
      `The records of ${p.zone} cannot be changed at present (${p.detail}).`,
      `${p.zone} 的解析记录目前无法修改（${p.detail}）。`,
    ),
    why: text(
      'The zone is locked in DNSPod, by its owner or by Tencent.',
      '该域名在 DNSPod 中已被其所有者或腾讯云锁定。',
    ),
    cure: text(
      `Unlock it at ${consoleUrl} > the domain > domain settings, then run again.`,
      `请在 ${consoleUrl} > 域名 > 域名设置中解锁，然后重新运行。`,
    ),
  }),

  DOMAIN_NOT_VERIFIED: (p: { zone: string; domain: string; status: string }) => ({
    what: text(
      `The owner of ${p.zone} has not passed the real-name verification (${p.status}).`,
      `域名 ${p.zone} 未通过实名认证（${p.status}）。`,
    ),
    why: text(
      'The registry stops resolving a domain without verification, and a filing is not possible for it.',
      '未实名认证的域名会被注册局暂停解析，也无法备案。',
    ),
    cure: text(
      `Complete the verification at ${domainUrl} > the domain > real-name verification. Then run again.`,
      `请在 ${domainUrl} > 域名 > 实名认证中完成认证，然后重新运行。`,
    ),
  }),

  DOMAIN_VERIFICATION_PENDING: (p: { zone: string }) => ({
    what: text(`The real-name verification of ${p.zone} is in progress.`, `域名 ${p.zone} 的实名认证正在审核中。`),
    why: text(
      'If it is rejected, the registry stops resolving the domain.',
      '如果审核未通过，注册局会暂停解析该域名。',
    ),
    cure: text(
      `Nothing is to be done now. The result is shown at ${domainUrl}.`,
      `目前无需操作，审核结果见 ${domainUrl}。`,
    ),
  }),

  DOMAIN_ON_HOLD: (p: { zone: string; states: string }) => ({
    what: text(
      `The domain ${p.zone} does not resolve: its registration has the status ${p.states}.`,
      `域名 ${p.zone} 无法解析：注册状态为 ${p.states}。`,
    ),
    why: text(
      'serverHold is set by the registry, clientHold by the registrar: the domain has expired, its owner is not verified, or there is a complaint.',
      'serverHold 由注册局设置，clientHold 由注册商设置：域名已过期、未实名认证，或被投诉。',
    ),
    cure: text(
      `See the reason at ${domainUrl} > the domain, and renew or verify it there. Then run again.`,
      `请在 ${domainUrl} > 域名中查看原因，续费或完成实名认证后重新运行。`,
    ),
  }),

  DNS_NOT_DELEGATED: (p: { zone: string; found: string; expected: string }) => ({
    what: text(
      `The registrar of ${p.zone} names DNS servers that are not those of DNSPod for it: ${p.found}.`,
      `${p.zone} 在注册商处设置的 DNS 服务器与 DNSPod 分配的不一致：${p.found}。`,
    ),
    why: text(
      `Clients ask the servers that the registrar names. The records at DNSPod are on: ${p.expected}.`,
      `客户端会查询注册商处设置的 DNS 服务器，而 DNSPod 上的记录由以下服务器提供：${p.expected}。`,
    ),
    cure: text(
      `At the registrar of the domain (Tencent: ${domainUrl}), set its DNS servers to ${p.expected}. If its DNS is to stay elsewhere, set \`dns: false\` and add the A record there.`,
      `请在域名注册商处（腾讯云：${domainUrl}）把 DNS 服务器修改为 ${p.expected}。如果要继续使用其他 DNS 服务商，请设置 \`dns: false\`，并在该服务商处添加 A 记录。`,
    ),
  }),

  DNS_SERVERS_BEHIND: (p: { domain: string; address: string; servers: string; seconds: number }) => ({
    what: text(
      `After ${p.seconds} s, not all name servers of ${p.domain} answer ${p.address}: ${p.servers}.`,
      `${p.seconds} 秒后，${p.domain} 的 DNS 服务器仍未全部返回 ${p.address}：${p.servers}。`,
    ),
    why: text(
      'The record is set in DNSPod, but it has not reached these servers yet, or this runner cannot reach them (UDP port 53).',
      '记录已在 DNSPod 中设置，但尚未同步到这些服务器，或运行器无法访问它们（UDP 53 端口）。',
    ),
    cure: text(
      `Wait some minutes, then run the command \`verify\`. To ask a server yourself: \`nslookup ${p.domain} SERVER\`. On a self-hosted runner, allow outgoing UDP and TCP port 53.`,
      `请等待几分钟后运行 \`verify\` 命令。自行查询：\`nslookup ${p.domain} DNS服务器\`。自托管运行器请放行出站的 UDP 和 TCP 53 端口。`,
    ),
  }),

  DNS_CACHED: (p: { domain: string; old: string; address: string; seconds: number }) => ({
    what: text(
      `The resolver of this runner still has the old answer for ${p.domain} (${p.old || 'no address'}).`,
      `运行器的解析器仍缓存着 ${p.domain} 的旧解析结果（${p.old || '无地址'}）。`,
    ),
    why: text(
      `This run changed the record to ${p.address}, and all name servers of the domain answer so. Resolvers may keep the old answer for up to ${p.seconds} s.`,
      `本次运行已把记录改为 ${p.address}，该域名的所有 DNS 服务器均已返回新结果。解析器最多会缓存旧结果 ${p.seconds} 秒。`,
    ),
    cure: text(
      `Wait ${p.seconds} s. To be sure, run the command \`verify\` then.${p.old === '' ? '' : ' Keep the old server running until then.'}`,
      `请等待 ${p.seconds} 秒，之后可运行 \`verify\` 命令确认。${p.old === '' ? '' : '在此之前请保持旧服务器运行。'}`,
    ),
  }),
};
