import { text } from '../text.ts';

const verifyEn = 'Then run the command `verify`.';
const verifyZh = '然后运行 `verify` 命令。';

const newCertificateEn =
  "Apply for a new certificate with an RSA key of 2048 bits at a public authority (Tencent Cloud's free one or Let's Encrypt) and deploy it.";
const newCertificateZh =
  "请向公共证书颁发机构（腾讯云免费证书或 Let's Encrypt）申请新证书，密钥为 RSA 2048 位，然后重新部署。";

/** Rules of WeChat's, or of the phones on which it runs, that a server breaks though browsers on a computer accept it. */
export const wechatErrors = {
  WECHAT_HOST: (p: { domain: string }) => ({
    what: text(`WeChat does not accept ${p.domain} as a server domain.`, `微信不接受 ${p.domain} 作为服务器域名。`),
    why: text(
      'A server domain is a host name with an ICP filing (备案): no IP address, no localhost, and not api.weixin.qq.com, which only your server may call.',
      '服务器域名必须是已完成 ICP 备案的域名，不能是 IP 地址、localhost 或 api.weixin.qq.com（后者只能由你的服务器调用）。',
    ),
    cure: text(
      'Set `domain` to a host name of your own that resolves to the server, and deploy again.',
      '请将参数 `domain` 设为解析到该服务器的自有域名，然后重新部署。',
    ),
  }),

  WECHAT_TLS12: (p: { domain: string; port: number }) => ({
    what: text(`${p.domain}:${p.port} refuses TLS 1.2.`, `${p.domain}:${p.port} 拒绝 TLS 1.2。`),
    why: text(
      `WeChat requires TLS 1.2, and older phones know nothing newer. nginx takes \`ssl_protocols\` from the default server block of the port: the one with \`default_server\`, otherwise the first. That block may belong to another application.`,
      '微信要求支持 TLS 1.2，较旧的手机不支持更高版本。nginx 以该端口默认 server 块的 `ssl_protocols` 为准：即带 `default_server` 的 server 块，没有则为第一个。它可能属于其他应用。',
    ),
    cure: text(
      `1. If \`nginx-snippet\` sets \`ssl_protocols\`, remove it and deploy again. 2. Otherwise list the server blocks of the port on the server: \`nginx -T | grep -nE "^# configuration|listen .*${p.port}|ssl_protocols"\`. 3. In the default one, set \`ssl_protocols TLSv1.2 TLSv1.3;\` and run \`nginx -t && nginx -s reload\`. ${verifyEn}`,
      `1. 如果 \`nginx-snippet\` 设置了 \`ssl_protocols\`，请删除并重新部署。2. 否则在服务器上列出该端口的 server 块：\`nginx -T | grep -nE "^# configuration|listen .*${p.port}|ssl_protocols"\`。3. 在默认 server 块中设置 \`ssl_protocols TLSv1.2 TLSv1.3;\`，并执行 \`nginx -t && nginx -s reload\`。${verifyZh}`,
    ),
  }),

  WECHAT_SUITES: (p: { domain: string; port: number; cipher: string }) => ({
    what: text(
      `${p.domain}:${p.port} accepts no ECDHE cipher suite with TLS 1.2, only others (${p.cipher}).`,
      `${p.domain}:${p.port} 在 TLS 1.2 下不接受 ECDHE 加密套件，只接受其他套件（${p.cipher}）。`,
    ),
    why: text(
      'iOS (App Transport Security) connects with ECDHE suites only, so the mini program fails on iPhones. `ssl_ciphers` has been narrowed, or a load balancer in front of nginx ends TLS.',
      'iOS（App Transport Security）只使用 ECDHE 套件，因此小程序在 iPhone 上无法连接。原因是 `ssl_ciphers` 限制过严，或 nginx 前面的负载均衡终止了 TLS。',
    ),
    cure: text(
      `1. If \`nginx-snippet\` sets \`ssl_ciphers\`, remove it and deploy again: the action configures suites that every phone accepts. 2. Otherwise set \`ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;\` in the server block of ${p.domain}, run \`nginx -t && nginx -s reload\`, or allow these suites at the load balancer. ${verifyEn}`,
      `1. 如果 \`nginx-snippet\` 设置了 \`ssl_ciphers\`，请删除并重新部署：本 Action 会配置所有手机都支持的套件。2. 否则在 ${p.domain} 的 server 块中设置 \`ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;\` 并执行 \`nginx -t && nginx -s reload\`，或在负载均衡上启用这些套件。${verifyZh}`,
    ),
  }),

  WECHAT_KEY: (p: { domain: string; port: number; key: string; holder: string }) => ({
    what: text(
      `${p.domain}:${p.port}: the certificate of "${p.holder}" has a key that some phones reject (${p.key}).`,
      `${p.domain}:${p.port}：证书“${p.holder}”的密钥不被部分手机接受（${p.key}）。`,
    ),
    why: text(
      'iOS rejects RSA keys of fewer than 2048 bits. Android 7.0 supports P-256 as its only elliptic curve.',
      'iOS 拒绝小于 2048 位的 RSA 密钥；Android 7.0 只支持 P-256 这一种椭圆曲线。',
    ),
    cure: text(newCertificateEn, newCertificateZh),
  }),

  WECHAT_SIGNATURE: (p: { domain: string; port: number; algorithm: string; holder: string }) => ({
    what: text(
      `${p.domain}:${p.port}: the certificate of "${p.holder}" has an outdated signature (${p.algorithm}).`,
      `${p.domain}:${p.port}：证书“${p.holder}”的签名算法已过时（${p.algorithm}）。`,
    ),
    why: text(
      'iOS and Android reject certificates that are signed with SHA-1 or MD5, those of the chain included.',
      'iOS 和 Android 拒绝使用 SHA-1 或 MD5 签名的证书，证书链中的上级证书也不例外。',
    ),
    cure: text(newCertificateEn, newCertificateZh),
  }),

  WECHAT_USAGE: (p: { domain: string; port: number; usage: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate that is not made for servers (extendedKeyUsage: ${p.usage}).`,
      `${p.domain}:${p.port} 提供的证书不能用于服务器（extendedKeyUsage：${p.usage}）。`,
    ),
    why: text(
      'iOS requires the purpose serverAuth (1.3.6.1.5.5.7.3.1) in the certificate. It is missing in certificates for clients, code or mail, and in many self-made ones.',
      'iOS 要求证书包含 serverAuth 用途（1.3.6.1.5.5.7.3.1）。客户端、代码签名或邮件证书以及许多自制证书没有该用途。',
    ),
    cure: text(newCertificateEn, newCertificateZh),
  }),

  WECHAT_LIFETIME: (p: { domain: string; port: number; days: number; most: number; since: string }) => ({
    what: text(
      `${p.domain}:${p.port} serves a certificate that is valid for ${p.days} days; ${p.most} are allowed.`,
      `${p.domain}:${p.port} 提供的证书有效期为 ${p.days} 天，上限为 ${p.most} 天。`,
    ),
    why: text(
      `Since ${p.since} public authorities may issue certificates for ${p.most} days at most, and phones reject longer ones. This one comes from a private authority or from a mistake.`,
      `自 ${p.since} 起，公共证书颁发机构（CA）签发的证书有效期不得超过 ${p.most} 天，手机会拒绝更长的证书。该证书来自私有机构，或属于误签发。`,
    ),
    cure: text(newCertificateEn, newCertificateZh),
  }),

  WECHAT_CHAIN_ORDER: (p: { domain: string; port: number; sent: string }) => ({
    what: text(
      `${p.domain}:${p.port} sends its certificate chain in the wrong order: ${p.sent}`,
      `${p.domain}:${p.port} 发送的证书链顺序错误：${p.sent}`,
    ),
    why: text(
      'TLS 1.2 requires each certificate to be followed by its issuer. Computers sort them, some phones do not.',
      'TLS 1.2 要求每张证书之后紧跟其签发者的证书。电脑会自动排序，部分手机不会。',
    ),
    cure: text(
      `Put the file that \`ssl_certificate\` names in order: the server's own certificate first, then its issuer, then the next one. Or give the same text as \`certificate-chain\` and deploy: the action sorts it. ${verifyEn}`,
      `请调整 \`ssl_certificate\` 所指文件中的顺序：先是服务器证书，然后是其签发者，依次类推。也可以将同样的内容填入 \`certificate-chain\` 并部署，本 Action 会自动排序。${verifyZh}`,
    ),
  }),
};
