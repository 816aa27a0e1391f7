import { text } from '../text.ts';

/** Failures of a certificate and its key, found before anything on the server is touched. */
export const certificateErrors = {
  CERTIFICATE_UNREADABLE: (p: { source: string; detail: string }) => ({
    what: text(`${p.source} holds no readable certificate: ${p.detail}`, `${p.source} 中没有可读取的证书：${p.detail}`),
    why: text(
      'A chain is PEM text: one or more blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
      '证书链应为 PEM 文本：一个或多个从 -----BEGIN CERTIFICATE----- 到 -----END CERTIFICATE----- 的段落。',
    ),
    cure: text(
      'Download the certificate in its nginx form and give the whole text of the file *_bundle.crt (not .pfx, .jks or .csr).',
      '请下载 nginx 格式的证书，并填写 *_bundle.crt 文件的全部内容（不是 .pfx、.jks 或 .csr）。',
    ),
  }),

  CERTIFICATE_KEY_IN_CHAIN: (p: { source: string }) => ({
    what: text(`${p.source} holds a private key beside the certificates.`, `${p.source} 中除证书外还包含私钥。`),
    why: text(
      'A chain is public and handled as such: the key would have been written where anybody may read it.',
      '证书链是公开内容，会按公开内容处理；其中的私钥会被写到任何人都能读取的地方。',
    ),
    cure: text(
      'Move the block -----BEGIN ... PRIVATE KEY----- to `certificate-key`, from a secret of its own. If the chain was kept as a plain variable or in the repository, have the certificate issued again with a new key.',
      '请把 -----BEGIN ... PRIVATE KEY----- 段落移到 `certificate-key`，并使用单独的 secret。如果该证书链曾以普通变量或文件形式保存在仓库中，请更换私钥并重新申请证书。',
    ),
  }),

  CERTIFICATE_KEY_INVALID: (p: { source: string; found: string }) => ({
    what: text(
      `${p.source} holds no readable private key (found: ${p.found}).`,
      `${p.source} 中没有可读取的私钥（实际内容：${p.found}）。`,
    ),
    why: text(
      'A key is PEM text that begins with -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----.',
      '私钥应为 PEM 文本，以 -----BEGIN PRIVATE KEY-----、-----BEGIN RSA PRIVATE KEY----- 或 -----BEGIN EC PRIVATE KEY----- 开头。',
    ),
    cure: text(
      'Give the whole text of the file *.key that came with the certificate, its first and last line included.',
      '请填写随证书一起下载的 *.key 文件的全部内容，包括首行和末行。',
    ),
  }),

  CERTIFICATE_KEY_ENCRYPTED: (p: { source: string }) => ({
    what: text(
      `The private key in ${p.source} is encrypted with a passphrase.`,
      `${p.source} 中的私钥使用了密码加密。`,
    ),
    why: text(
      'nginx would ask for the passphrase at every start, and nobody is there to type it.',
      'nginx 每次启动都会询问该密码，而届时没有人可以输入。',
    ),
    cure: text(
      'Decrypt it once on your own machine (openssl pkey -in encrypted.key -out plain.key) and keep the result as the secret.',
      '请在自己的电脑上解密一次（openssl pkey -in encrypted.key -out plain.key），并把结果保存为 secret。',
    ),
  }),

  CERTIFICATE_KEY_MISMATCH: (p: { source: string; keySource: string; subject: string }) => ({
    what: text(
      `The private key in ${p.keySource} does not belong to the certificate of ${p.subject} in ${p.source}.`,
      `${p.keySource} 中的私钥与 ${p.source} 中 ${p.subject} 的证书不匹配。`,
    ),
    why: text(
      'The public key in the certificate is not the one that this private key makes. Usually one of the two is left from an earlier certificate.',
      '证书中的公钥与该私钥不对应。通常是其中之一仍为旧证书的文件。',
    ),
    cure: text(
      'Update both from the same download: *_bundle.crt and *.key.',
      '请使用同一次下载得到的 *_bundle.crt 和 *.key 同时更新两者。',
    ),
  }),

  CERTIFICATE_NAMES: (p: { source: string; domain: string; names: string }) => ({
    what: text(
      `The certificate in ${p.source} is not valid for ${p.domain}. It is valid for: ${p.names}`,
      `${p.source} 中的证书不适用于 ${p.domain}。该证书适用的域名：${p.names}`,
    ),
    why: text(
      'The names in its extension subjectAltName count, nothing else; *.example.com covers api.example.com, but neither example.com nor a.b.example.com.',
      '只有证书 subjectAltName 扩展中的域名有效；*.example.com 包含 api.example.com，但不包含 example.com，也不包含 a.b.example.com。',
    ),
    cure: text(
      `Apply for a certificate for ${p.domain}, or correct \`domain\`.`,
      `请为 ${p.domain} 申请证书，或改正 \`domain\`。`,
    ),
  }),

  CERTIFICATE_EXPIRED: (p: { source: string; subject: string; notAfter: string }) => ({
    what: text(
      `The certificate of ${p.subject} in ${p.source} expired at ${p.notAfter}.`,
      `${p.source} 中 ${p.subject} 的证书已于 ${p.notAfter} 过期。`,
    ),
    why: text(
      "No client accepts an expired certificate, whether it is the server's own or one above it in the chain.",
      '无论是服务器证书还是证书链中的上级证书，过期后任何客户端都不再接受。',
    ),
    cure: text(
      'Apply for a new certificate, download its nginx form and update the chain and the key.',
      '请申请新证书，下载 nginx 格式，并同时更新证书链和私钥。',
    ),
  }),

  CERTIFICATE_NOT_YET_VALID: (p: { source: string; subject: string; notBefore: string; now: string }) => ({
    what: text(
      `The certificate of ${p.subject} in ${p.source} is valid only from ${p.notBefore} on.`,
      `${p.source} 中 ${p.subject} 的证书从 ${p.notBefore} 起才有效。`,
    ),
    why: text(`By the clock of this runner it is ${p.now}.`, `运行器的当前时间为 ${p.now}。`),
    cure: text(
      'Wait until then or use a certificate that is valid now; if the time above is wrong, correct the clock of the (self-hosted) runner.',
      '请等到该时间，或换用当前有效的证书；如果上面的当前时间不对，请校准（自托管）运行器的时钟。',
    ),
  }),

  CERTIFICATE_CHAIN_INCOMPLETE: (p: { source: string; subject: string; missing: string; url: string }) => ({
    what: text(
      `The chain in ${p.source} is incomplete: the certificate of "${p.missing}", which issued that of "${p.subject}", is missing.`,
      `${p.source} 中的证书链不完整：缺少签发“${p.subject}”的上级证书“${p.missing}”。`,
    ),
    why: text(
      'A server has to send every certificate between its own and a root that phones know. Browsers on a computer fetch a missing one by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.',
      '服务器必须发送从自身证书到手机内置根证书之间的全部证书。电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书颁发机构不被任何手机信任。',
    ),
    cure: text(
      `Download the certificate in its nginx form and use the file *_bundle.crt, which holds the whole chain${p.url ? `; or append the missing certificate, converted to PEM, from ${p.url}` : ''}.`,
      `请下载 nginx 格式的证书，并使用包含完整证书链的 *_bundle.crt 文件${p.url ? `；或从 ${p.url} 下载缺少的证书，转换为 PEM 后追加到末尾` : ''}。`,
    ),
  }),

  CERTIFICATE_CHAIN_UNTRUSTED: (p: { source: string; root: string }) => ({
    what: text(
      `The chain in ${p.source} ends at "${p.root}", which is not a trusted authority.`,
      `${p.source} 中的证书链终止于“${p.root}”，它不是受信任的证书颁发机构。`,
    ),
    why: text(
      'The certificate is self-signed or comes from a private authority. WeChat accepts only authorities that are built into phones.',
      '该证书是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书颁发机构。',
    ),
    cure: text(
      "Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, give the step the file with its root: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.",
      "请使用公共证书颁发机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请在该步骤中给出其根证书文件：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。",
    ),
  }),
  CERTIFICATE_NOT_RENEWED: (p: { domain: string; until: string; code: string }) => ({
    what: text(
      `The certificate of ${p.domain} is due and was not renewed (${p.code}). The current one stays live until ${p.until}.`,
      `${p.domain} 的证书应当续期但未成功（${p.code}）。继续使用旧证书，其到期时间为 ${p.until}。`,
    ),
    why: text(
      'A deploy continues while the current certificate is valid. The reason is in the next warning.',
      '旧证书仍有效时部署继续进行。未能签发新证书的原因见另一条提示。',
    ),
    cure: text(
      `Remove the cause. The next deploy, or \`command: renew\`, tries again; after ${p.until} no client accepts the current certificate.`,
      `请排除该原因。下一次部署或 \`command: renew\` 会再次尝试；${p.until} 之后任何客户端都不再接受旧证书。`,
    ),
  }),
  CERTIFICATE_NOT_FOUND: (p: { domain: string; found: string }) => ({
    what: text(
      `The server has no certificate that is valid for ${p.domain}.`,
      `服务器上没有对 ${p.domain} 有效的证书。`,
    ),
    why: text(
      `Looked at what nginx names and under /etc/nginx/ssl. Found there, and why it cannot serve: ${p.found}`,
      `已查看 nginx 引用的证书和 /etc/nginx/ssl。找到的证书及其不可用的原因：${p.found}`,
    ),
    cure: text(
      'Give `certificate-chain` and `certificate-key` (the nginx form of the download), or put the pair under /etc/nginx/ssl on the server.',
      '请提供 `certificate-chain` 和 `certificate-key`（下载的 nginx 格式），或将证书和私钥放到服务器的 /etc/nginx/ssl 下。',
    ),
  }),
};
