import { type Text, text } from './text.ts';

/** A status of Tencent's, by its number. */
export function certificateState(state: string): Text {
  return states.get(state) ?? text(`status ${state}`, `状态 ${state}`);
}

const states: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    '0': text('under review', '审核中'),
    '1': text('issued', '已签发'),
    '2': text('review failed', '审核失败'),
    '3': text('expired', '已过期'),
    '4': text('waiting for validation, DNS record added by Tencent Cloud', '待验证，腾讯云已自动添加 DNS 记录'),
    '6': text('being cancelled', '订单取消中'),
    '7': text('cancelled', '已取消'),
    '9': text('being revoked', '吊销中'),
    '10': text('revoked', '已吊销'),
    '11': text('being reissued', '重颁发中'),
    '12': text('waiting for a letter of revocation', '待上传吊销确认函'),
    '13': text('waiting for details of the applicant', '待提交资料'),
    '14': text('refunded', '已退款'),
    '15': text('being migrated', '证书迁移中'),
  }),
);

/** What the log says while Tencent Cloud issues a certificate. */
export const certificateIssueMessages = {
  applied: (id: string, method: string): Text =>
    text(`Applied for certificate ${id} (${method}).`, `已提交证书申请 ${id}（${method}）。`),
  alreadyApplied: (id: string): Text =>
    text(
      `Another run has applied already: the action waits for certificate ${id}.`,
      `另一次运行已提交申请：等待证书 ${id}。`,
    ),
  noAnswer: text(
    'Tencent Cloud did not answer. The action checks whether the application was made.',
    '腾讯云未响应，正在检查申请是否已提交。',
  ),
  autoRefused: (words: string): Text =>
    text(
      `Tencent Cloud cannot add the validation record itself, so the action adds it (${words}).`,
      `腾讯云无法自动添加验证记录，改由本 Action 添加（${words}）。`,
    ),
  progress: (state: Text, detail: string, waited: number, left: number): Text =>
    text(
      `${state.en}${detail && ` (${detail})`}. Waited ${waited} s, ${left} s left.`,
      `${state.zh}${detail && `（${detail}）`}。已等待 ${waited} 秒，剩余 ${left} 秒。`,
    ),
  addByHand: (record: string): Text =>
    text(
      `The zone of the domain is not in this Tencent Cloud account. Add this record at your DNS provider now; the run waits for it: ${record}`,
      `该域名不在此腾讯云账号的云解析 DNS 中。请现在到 DNS 服务商处添加以下记录，本次运行会等待其生效：${record}`,
    ),
  notValidatedYet: (reason: string): Text =>
    text(`The validation does not pass yet: ${reason}`, `域名验证尚未通过：${reason}`),
  issued: (id: string, seconds: number): Text =>
    text(`Certificate ${id} is issued, after ${seconds} s.`, `证书 ${id} 已签发，用时 ${seconds} 秒。`),
  downloaded: (id: string, notAfter: string, issuer: string): Text =>
    text(
      `Certificate ${id} is complete and valid until ${notAfter} (issued by ${issuer}).`,
      `证书 ${id} 完整，有效期至 ${notAfter}（由 ${issuer} 签发）。`,
    ),
};
