import { instancePage } from '../cloud-console.ts';
import { text } from '../text.ts';

type Kind = 'lighthouse' | 'cvm';

/** Failures and notices of the server as an instance of Tencent Cloud. */
export const instanceErrors = {
  INSTANCE_NOT_FOUND: (p: { wanted: string; products: string; regions: string }) => ({
    what: text(
      `No instance ${p.wanted} in this Tencent Cloud account (${p.products}; regions: ${p.regions}).`,
      `此腾讯云账号中没有实例 ${p.wanted}（${p.products}；地域：${p.regions}）。`,
    ),
    why: text(
      'The server may be in another account or region, or its public address may not be its own (a NAT gateway, a load balancer).',
      '服务器可能属于其他账号或地域，或该公网地址并非服务器自身的地址（如 NAT 网关、负载均衡）。',
    ),
    cure: text(
      'Set `instance-id` (lhins-… or ins-…) and `tencent-region` as the console shows them: https://console.cloud.tencent.com. If the server is in another account, use credentials of that account. If it is not with Tencent Cloud, set `firewall: false`.',
      '请按控制台所示设置 `instance-id`（lhins-… 或 ins-…）和 `tencent-region`：https://console.cloud.tencent.com。如果服务器属于其他账号，请使用该账号的凭证；如果不是腾讯云服务器，请设置 `firewall: false`。',
    ),
  }),

  INSTANCE_MISMATCH: (p: { given: string; reached: string; host: string }) => ({
    what: text(
      `The instance in the account is ${p.given}, but SSH to ${p.host} reaches ${p.reached}.`,
      `账号中的实例是 ${p.given}，但通过 SSH 连接 ${p.host} 到达的是 ${p.reached}。`,
    ),
    why: text(
      "The two belong to different servers. Changing the other server's firewall would not help, and could do harm. Nothing was changed.",
      '二者不是同一台服务器。修改另一台服务器的防火墙没有用处，且可能造成损害。未做任何修改。',
    ),
    cure: text(
      'Correct `host`, `instance-id` or `public-ip`. If neither of the last two is set, the action uses the server that SSH reaches.',
      '请修正 `host`、`instance-id` 或 `public-ip`。后两项都不设置时，action 使用 SSH 到达的服务器。',
    ),
  }),

  INSTANCE_NOT_RUNNING: (p: { kind: Kind; id: string; name: string; state: string }) => ({
    what: text(
      `Instance ${p.id} (${p.name}) is not running: ${p.state}`,
      `实例 ${p.id}（${p.name}）未在运行：${p.state}`,
    ),
    why: text('Tencent Cloud reports this state.', '这是腾讯云返回的实例状态。'),
    cure: text(
      `Start it in the console, then run the workflow again: ${instancePage(p.kind)}`,
      `请在控制台开机，然后重新运行工作流：${instancePage(p.kind)}`,
    ),
  }),

  INSTANCE_RESTRICTED: (p: { kind: Kind; id: string; name: string; restriction: string }) => ({
    what: text(
      `Tencent Cloud has restricted instance ${p.id} (${p.name}): ${p.restriction}`,
      `腾讯云限制了实例 ${p.id}（${p.name}）：${p.restriction}`,
    ),
    why: text(
      p.restriction === 'NETWORK_RESTRICT'
        ? 'Its network is blocked, usually because of a violation or an attack.'
        : 'It has expired, was returned, or is isolated for security.',
      p.restriction === 'NETWORK_RESTRICT'
        ? '其网络已被封禁，通常是因为违规或攻击。'
        : '实例已到期、已退还或被安全隔离。',
    ),
    cure: text(
      `The console and its message center give the reason: ${instancePage(p.kind)}, https://console.cloud.tencent.com/message. Renew the instance or have the block lifted, then run the workflow again.`,
      `控制台和消息中心会说明原因：${instancePage(p.kind)}、https://console.cloud.tencent.com/message。请续费或申请解封，然后重新运行工作流。`,
    ),
  }),

  INSTANCE_EXPIRES: (p: { kind: Kind; id: string; name: string; date: string; days: number }) => ({
    what: text(
      `Instance ${p.id} (${p.name}) expires on ${p.date}, ${p.days === 1 ? 'in 1 day' : `in ${p.days} days`}.`,
      `实例 ${p.id}（${p.name}）将于 ${p.date} 到期，剩余 ${p.days} 天。`,
    ),
    why: text(
      'Auto-renewal is off. Tencent Cloud stops an expired instance, and deletes it later.',
      '未开启自动续费。实例到期后会被腾讯云停机，之后会被销毁。',
    ),
    cure: text(
      `Renew it or turn on auto-renewal: ${instancePage(p.kind)}`,
      `请续费或开启自动续费：${instancePage(p.kind)}`,
    ),
  }),
};
