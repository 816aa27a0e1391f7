import { text } from '../text.ts';

/** Failures of the inputs that say where the certificate comes from. */
export const certificateInputErrors = {
  INPUT_CERTIFICATE_SOURCE: (p: { name: string }) => ({
    what: text(
      `\`${p.name}\` is given beside credentials of Tencent Cloud, and \`certificate\` does not say which of them counts.`,
      `同时给出了 \`${p.name}\` 和腾讯云凭证，但 \`certificate\` 未说明使用哪一种证书。`,
    ),
    why: text(
      'With credentials, `certificate` is `tencent` by default: the certificate is issued by Tencent Cloud, and this input would have no effect.',
      '给出凭证时 `certificate` 默认为 `tencent`：证书由腾讯云签发，该参数不会生效。',
    ),
    cure: text(
      'Set `certificate: provided` to serve your own pair, or remove `certificate-chain` and `certificate-key`.',
      '如需使用自己的证书，请设置 `certificate: provided`；否则请删除 `certificate-chain` 和 `certificate-key`。',
    ),
  }),
  INPUT_ACME_DIRECTORY: (p: { value: string }) => ({
    what: text(`\`acme-directory\` cannot be "${p.value}".`, `\`acme-directory\` 不能是“${p.value}”。`),
    why: text(
      'It is the https URL of a directory (RFC 8555), without user, query or fragment.',
      '它应为 ACME 目录（RFC 8555）的 https URL，不含用户名、查询参数和片段。',
    ),
    cure: text(
      'Copy it from the documentation of the authority, or remove the input for Let’s Encrypt.',
      '请从 ACME 机构的文档复制，或删除该参数以使用 Let’s Encrypt。',
    ),
  }),
  INPUT_EMAIL: (p: { value: string }) => ({
    what: text(`\`acme-email\` cannot be "${p.value}".`, `\`acme-email\` 不能是“${p.value}”。`),
    why: text('It is one e-mail address in ASCII.', '它应为一个 ASCII 邮箱地址。'),
    cure: text(
      'Give an address such as `ops@example.com`, or remove the input.',
      '请填写如 `ops@example.com` 的地址，或删除该参数。',
    ),
  }),
  INPUT_RENEW_EXISTING: (_: Record<string, never>) => ({
    what: text(
      '`renew` cannot renew the certificate of the server: `certificate` is `existing`.',
      '`renew` 无法更新服务器上的证书：`certificate` 为 `existing`。',
    ),
    why: text(
      'An `existing` certificate is renewed on the server by whoever put it there. Without credentials and PEM texts, `existing` is the default.',
      '`existing` 证书由放置它的人在服务器上自行续期。如果既未给出凭证也未给出 PEM 文本，则默认为 `existing`。',
    ),
    cure: text(
      'Give `tencent-secret-id` and `tencent-secret-key`, and `certificate: tencent` or `acme`, to have it issued and renewed; or `certificate-chain` and `certificate-key` to install a pair of your own. To serve a pair that was renewed in its place, run `deploy`.',
      '如需签发并自动续期证书，请提供 `tencent-secret-id` 和 `tencent-secret-key`，并设置 `certificate: tencent` 或 `acme`；如需安装自己的证书，请提供 `certificate-chain` 和 `certificate-key`。若证书已在原处续期，请运行 `deploy` 使其生效。',
    ),
  }),
};
