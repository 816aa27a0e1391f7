import { text } from '../text.ts';

/** Refusals of DNSPod that a user can do something about. */
export const dnsRefusalErrors = {
  DNS_ACCOUNT_NOT_VERIFIED: (p: { detail: string }) => ({
    what: text(
      `DNSPod changes no records: this Tencent Cloud account has not passed the real-name verification (${p.detail}).`,
      `DNSPod 拒绝修改记录：该腾讯云账号未完成实名认证（${p.detail}）。`,
    ),
    why: text(
      'Tencent allows changes of DNS records to verified accounts only.',
      '腾讯云只允许已实名认证的账号修改解析记录。',
    ),
    cure: text(
      'Complete the verification at https://console.cloud.tencent.com/developer/auth, then run again.',
      '请在 https://console.cloud.tencent.com/developer/auth 完成实名认证，然后重新运行。',
    ),
  }),

  DNS_RECORD_CONFLICT: (p: { domain: string; detail: string }) => ({
    what: text(
      `DNSPod refuses the A record of ${p.domain}: another record is in its way (${p.detail}).`,
      `DNSPod 拒绝 ${p.domain} 的 A 记录：与其他记录冲突（${p.detail}）。`,
    ),
    why: text(
      'A CNAME, NS or URL record of the same host and line excludes an A record. A record that was just added or deleted may not be in the list yet.',
      '同一主机记录和线路上的 CNAME、NS 或 URL 记录不能与 A 记录并存。刚添加或删除的记录可能尚未出现在列表中。',
    ),
    cure: text(
      'Look at the records of the host at https://console.cloud.tencent.com/cns. Wait a minute and run again, or delete the record that is in the way.',
      '请在 https://console.cloud.tencent.com/cns 查看该主机记录的解析记录。请等待一分钟后重新运行，或删除冲突的记录。',
    ),
  }),

  DNS_ADDRESS_REFUSED: (p: { domain: string; address: string; detail: string }) => ({
    what: text(
      `DNSPod refuses ${p.address} as the value of ${p.domain} (${p.detail}).`,
      `DNSPod 拒绝把 ${p.address} 作为 ${p.domain} 的记录值（${p.detail}）。`,
    ),
    why: text('The address is on a blocklist of Tencent.', '该地址在腾讯云的黑名单中。'),
    cure: text(
      'If it is not the public address of your server, set `public-ip`. If it is, open a ticket: https://console.cloud.tencent.com/workorder.',
      '如果它不是服务器的公网地址，请设置 `public-ip`；如果是，请提交工单：https://console.cloud.tencent.com/workorder。',
    ),
  }),

  DNS_LIMIT: (p: { zone: string; grade: string; detail: string }) => ({
    what: text(
      `DNSPod refuses the record: a limit of the plan of ${p.zone} (${p.grade}) is reached (${p.detail}).`,
      `DNSPod 拒绝该记录：已达到 ${p.zone} 的套餐（${p.grade}）限制（${p.detail}）。`,
    ),
    why: text(
      'Each plan limits the levels of a host name, the records of one name, and the shortest TTL.',
      '各套餐对主机记录级数、同名记录数和最小 TTL 都有限制。',
    ),
    cure: text(
      'Use a host name with fewer levels, delete records that are not needed, or change the plan: https://console.cloud.tencent.com/cns.',
      '请使用级数更少的域名、删除不需要的记录，或升级套餐：https://console.cloud.tencent.com/cns。',
    ),
  }),
};
