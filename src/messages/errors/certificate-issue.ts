import { certificateState } from '../certificate-issue.ts';
import { text } from '../text.ts';

const consoleUrl = 'https://console.cloud.tencent.com/ssl';

/** Failures while Tencent Cloud issues a certificate. */
export const certificateIssueErrors = {
  /** `record`, `value`: the record that the authority does not see, `NAME TYPE`; empty where it is not known. */
  CERTIFICATE_PENDING: (p: {
    domain: string;
    id: string;
    state: string;
    seconds: number;
    record: string;
    value: string;
  }) => ({
    what: text(
      `Tencent Cloud has not issued the certificate for ${p.domain} within ${p.seconds} s (${p.id}: ${certificateState(p.state).en}).`,
      `腾讯云在 ${p.seconds} 秒内未签发 ${p.domain} 的证书（${p.id}：${certificateState(p.state).zh}）。`,
    ),
    why: p.record
      ? text(
          `The authority does not see the validation record: ${p.record} ${p.value}`,
          `证书颁发机构未查到验证记录：${p.record} ${p.value}`,
        )
      : text(
          'Validation and review usually take minutes. They can take hours when the authority is busy.',
          '验证和审核通常需要几分钟，证书颁发机构繁忙时可能需要数小时。',
        ),
    cure: p.record
      ? text(
          `1. Check the record: \`dig ${p.record}\` must return ${p.value}. If the DNS of the domain is at another provider, add the record there. 2. Run again: the next run continues this application and does not apply twice.`,
          `1. 检查该记录：\`dig ${p.record}\` 应返回 ${p.value}。如果域名的 DNS 在其他服务商处，请在该服务商处添加。2. 重新运行：下次运行会继续此申请，不会重复申请。`,
        )
      : text(
          'Run again later: the next run continues this application and does not apply twice. To wait longer in one run, raise `certificate-timeout`.',
          '请稍后重新运行：下次运行会继续此申请，不会重复申请。如需单次运行等待更久，请增大 `certificate-timeout`。',
        ),
  }),

  CERTIFICATE_REFUSED: (p: { domain: string; id: string; status: string; message: string }) => ({
    what: text(
      `Tencent Cloud does not issue certificate ${p.id} for ${p.domain}: ${certificateState(p.status).en} (status ${p.status}).`,
      `腾讯云未签发 ${p.domain} 的证书 ${p.id}：${certificateState(p.status).zh}（状态 ${p.status}）。`,
    ),
    why: p.message
      ? text(`Tencent Cloud says: ${p.message}`, `腾讯云返回：${p.message}`)
      : text(
          'The application was cancelled or refused; Tencent Cloud gives no reason.',
          '该申请已被取消或拒绝，腾讯云未说明原因。',
        ),
    cure: text(
      `Open certificate ${p.id} at ${consoleUrl} and fix what it names. If the validation timed out, run again: the action applies for a new one. If the authority rejects the domain, open a ticket or use \`certificate: acme\`.`,
      `请在 ${consoleUrl} 打开证书 ${p.id}，按提示处理。如果是验证超时，请重新运行，本 Action 会重新申请。如果证书颁发机构拒绝该域名，请提交工单，或改用 \`certificate: acme\`。`,
    ),
  }),

  /** `message`: Tencent's own words as they are. */
  CERTIFICATE_QUOTA: (p: { domain: string; code: string; message: string }) => ({
    what: text(
      `Tencent Cloud issues no more certificates for ${p.domain} at present: ${p.message}`,
      `腾讯云目前不再为 ${p.domain} 签发证书：${p.message}`,
    ),
    why: text(`A limit of the account or the domain is used up (${p.code}).`, `账号或域名的配额已用完（${p.code}）。`),
    cure: text(
      `Delete expired or unused free certificates at ${consoleUrl}, then run again. Or use \`certificate: acme\`, which has limits of its own.`,
      `请在 ${consoleUrl} 删除已过期或不再使用的免费证书，然后重新运行；或改用 \`certificate: acme\`（配额另计）。`,
    ),
  }),

  CERTIFICATE_ACCOUNT_NOT_VERIFIED: (p: { domain: string; detail: string }) => ({
    what: text(
      `Tencent Cloud issues no certificate for ${p.domain}: the account has not passed real-name verification.`,
      `腾讯云无法为 ${p.domain} 签发证书：账号未通过实名认证。`,
    ),
    why: text(`Tencent Cloud answers: ${p.detail}`, `腾讯云返回：${p.detail}`),
    cure: text(
      'Complete the verification at https://console.cloud.tencent.com/developer, then run again.',
      '请在 https://console.cloud.tencent.com/developer 完成实名认证，然后重新运行。',
    ),
  }),

  CERTIFICATE_PACKAGE_UNREADABLE: (p: { domain: string; id: string; found: string }) => ({
    what: text(
      `The download of certificate ${p.id} for ${p.domain} has no certificate with its key.`,
      `${p.domain} 的证书 ${p.id} 的下载内容中没有证书及其私钥。`,
    ),
    why: text(`Files with PEM text in it: ${p.found || 'none'}.`, `其中的 PEM 文件：${p.found || '无'}。`),
    cure: text(
      `Download the certificate at ${consoleUrl} and look for its key. If it was applied for with your own CSR, Tencent Cloud does not have the key: use \`certificate-chain\` and \`certificate-key\`, or delete that certificate.`,
      `请在 ${consoleUrl} 下载该证书并查看是否包含私钥。如果申请时使用了自己的 CSR，腾讯云没有私钥：请使用 \`certificate-chain\` 和 \`certificate-key\`，或删除该证书。`,
    ),
  }),
};
