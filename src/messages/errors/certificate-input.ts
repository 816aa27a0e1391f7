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
      '给出凭证时 `certificate` 默认为 `tencent`：证书由腾讯云签发，该输入不会生效。',
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
      '请从 ACME 机构的文档复制，或删除该输入以使用 Let’s Encrypt。',
    ),
  }),
  INPUT_EMAIL: (p: { value: string }) => ({
    what: text(`\`acme-email\` cannot be "${p.value}".`, `\`acme-email\` 不能是“${p.value}”。`),
    why: text('It is one e-mail address in ASCII.', '它应为一个 ASCII 邮箱地址。'),
    cure: text(
      'Give an address such as `ops@example.com`, or remove the input.',
      '请填写如 `ops@example.com` 的地址，或删除该输入。',
    ),
  }),
};
