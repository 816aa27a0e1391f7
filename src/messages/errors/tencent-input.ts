import { text } from '../text.ts';

/** Failures of the inputs for an account of Tencent Cloud. Ids, keys and tokens are in none of them. */
export const tencentInputErrors = {
  INPUT_SECRET_ID: (_: object) => ({
    what: text(
      '`tencent-secret-id` is not the id of an API key. (The value is not shown; it may be secret.)',
      '`tencent-secret-id` 不是 API 密钥的 SecretId。（该值可能是机密，不予显示。）',
    ),
    why: text(
      'A SecretId is one word that begins with `AKID` (international site: `IKID`), without quotes or spaces.',
      'SecretId 是以 `AKID`（国际站为 `IKID`）开头的一个词，不带引号和空格。',
    ),
    cure: text(
      'Copy the SecretId from https://console.cloud.tencent.com/cam/capi into the secret again.',
      '请从 https://console.cloud.tencent.com/cam/capi 重新复制 SecretId 到该 secret。',
    ),
  }),
  INPUT_SECRETS_SWAPPED: (_: object) => ({
    what: text('`tencent-secret-key` holds a SecretId.', '`tencent-secret-key` 中是 SecretId。'),
    why: text(
      'Its value begins as a SecretId does (`AKID`). The two values are probably swapped.',
      '其值以 SecretId 的形式（`AKID`）开头。两个值可能填反了。',
    ),
    cure: text(
      'Put the SecretId into `tencent-secret-id` and the SecretKey into `tencent-secret-key`.',
      '请将 SecretId 填入 `tencent-secret-id`，将 SecretKey 填入 `tencent-secret-key`。',
    ),
  }),
  INPUT_SECRET_WORD: (p: { name: string }) => ({
    what: text(
      `\`${p.name}\` is not one word of at least 8 characters. (The value is not shown.)`,
      `\`${p.name}\` 不是至少 8 个字符的一个词。（该值不予显示。）`,
    ),
    why: text(
      'Tencent Cloud issues keys and tokens as letters, digits and signs of ASCII, without spaces or line breaks.',
      '腾讯云签发的密钥和令牌只含 ASCII 字母、数字和符号，不含空格和换行。',
    ),
    cure: text(
      `Copy the value into the secret behind \`${p.name}\` again.`,
      `请将该值重新复制到 \`${p.name}\` 所用的 secret。`,
    ),
  }),
  INPUT_ROLE: (p: { value: string }) => ({
    what: text(`\`tencent-role-arn\` cannot be "${p.value}".`, `\`tencent-role-arn\` 不能是“${p.value}”。`),
    why: text(
      'It is the full name (RoleArn) of a role of CAM: `qcs::cam::uin/`, the id of the account in digits, `:roleName/`, the name of the role.',
      '它是访问管理（CAM）角色的 RoleArn：`qcs::cam::uin/`、主账号 ID（数字）、`:roleName/`、角色名。',
    ),
    cure: text(
      'Copy the RoleArn from the page of the role in the CAM console. Write it like `qcs::cam::uin/100000000001:roleName/deploy`.',
      '请从访问管理控制台的角色页面复制 RoleArn，写成 `qcs::cam::uin/100000000001:roleName/deploy` 的形式。',
    ),
  }),
  INPUT_OIDC_PROVIDER: (p: { value: string }) => ({
    what: text(`\`tencent-oidc-provider\` cannot be "${p.value}".`, `\`tencent-oidc-provider\` 不能是“${p.value}”。`),
    why: text(
      'It is the name that the identity provider has in CAM, not its URL: letters, digits and `+=,.@_-`, up to 128.',
      '它是身份提供商在访问管理（CAM）中的名称，不是 URL：字母、数字和 `+=,.@_-`，最多 128 个字符。',
    ),
    cure: text('Write it like `github`.', '请写成 `github` 的形式。'),
  }),
  INPUT_REGION: (p: { value: string }) => ({
    what: text(`\`tencent-region\` cannot be "${p.value}".`, `\`tencent-region\` 不能是“${p.value}”。`),
    why: text(
      'It is the short name of a region in lower case, not of a zone (`ap-guangzhou-3`) and not the name in the console.',
      '它是地域的英文简称（小写），不是可用区（`ap-guangzhou-3`），也不是控制台中显示的名称。',
    ),
    cure: text(
      'Write it like `ap-guangzhou`, or remove the input: the action then finds the region.',
      '请写成 `ap-guangzhou` 的形式，或删除该参数，由本 Action 查找地域。',
    ),
  }),
  INPUT_INSTANCE_ID: (p: { value: string }) => ({
    what: text(`\`instance-id\` cannot be "${p.value}".`, `\`instance-id\` 不能是“${p.value}”。`),
    why: text(
      'The id of a Lighthouse instance begins with `lhins-`, that of a CVM instance with `ins-`, then come 4 to 20 small letters and digits.',
      '轻量应用服务器的实例 ID 以 `lhins-` 开头，云服务器 CVM 的以 `ins-` 开头，其后为 4 到 20 个小写字母和数字。',
    ),
    cure: text(
      'Copy the instance ID from the console of the server, or remove the input: the action then finds the instance.',
      '请从服务器控制台复制实例 ID，或删除该参数，由本 Action 查找实例。',
    ),
  }),
  INPUT_ENDPOINT: (p: { value: string }) => ({
    what: text(`\`tencent-endpoint\` cannot be "${p.value}".`, `\`tencent-endpoint\` 不能是“${p.value}”。`),
    why: text(
      'It is what the host names of the API end with. The action puts the name of each product in front of it. A whole host name, a URL or an IP address would break the signatures.',
      '它是 API 主机名的后缀，本 Action 会在前面加上各产品的名称。完整的主机名、URL 或 IP 地址会使签名失效。',
    ),
    cure: text(
      'Write `tencentcloudapi.com`, or `intl.tencentcloudapi.com` for the international site, or remove the input.',
      '请写 `tencentcloudapi.com`，国际站写 `intl.tencentcloudapi.com`，或删除该参数。',
    ),
  }),
  INPUT_DNS_VALUE: (p: { name: string; value: string }) => ({
    what: text(`\`${p.name}\` cannot contain "${p.value}".`, `\`${p.name}\` 中不能有“${p.value}”。`),
    why: text(
      'Each value is the IPv4 address of an existing A record, the host name that an existing CNAME record points at, or the URL of an existing explicit or implicit URL record.',
      '每个值是现有 A 记录的 IPv4 地址、现有 CNAME 记录指向的主机名，或现有显性 URL、隐性 URL 记录的网址。',
    ),
    cure: text(
      'Copy the value of the record from the DNSPod console, such as `203.0.113.9` or `www.example.com`. Separate several values by line breaks or commas.',
      '请从 DNSPod 控制台复制记录值，例如 `203.0.113.9` 或 `www.example.com`。多个值用换行或逗号分隔。',
    ),
  }),
  INPUT_SSH_FROM_RUNNER: (p: { name: string; value: string }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text(
      'It is `true`, `false` or one public IPv4 address. A private address is not what the firewall sees, and a network would let in other machines.',
      '它是 `true`、`false` 或一个公网 IPv4 地址。防火墙看不到内网地址；而一个网段会让其他机器也能连接。',
    ),
    cure: text(
      'Write `true`, or the public address that the runner connects from, like `203.0.113.20`.',
      '请写 `true`，或运行器连接时所用的公网地址，例如 `203.0.113.20`。',
    ),
  }),
};
