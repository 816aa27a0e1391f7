import { lines, type Text, text } from './text.ts';

// Rules that can be checked from the runner

/** Rule: a host name, no address. */
export const ruleHostName: Text = text(
  'A host name, not an IP address, localhost or api.weixin.qq.com',
  '使用域名，而不是 IP 地址、localhost 或 api.weixin.qq.com',
);

/** Rule: the form that is registered, and the protocol in which WeChat asks. */
export const ruleForm: Text = text('HTTP/1.1 at the URL to register', '待登记的地址支持 HTTP/1.1');

/** Rule: TLS version. */
export const ruleTls: Text = text('TLS 1.2, which older phones need', '支持 TLS 1.2（较旧的手机需要）');

/** Rule: cipher suites. */
export const ruleSuites: Text = text('An ECDHE cipher suite with TLS 1.2', 'TLS 1.2 支持 ECDHE 加密套件');

/** Rule: chain and authority. */
export const ruleChain: Text = text(
  'A trusted authority, and the complete certificate chain sent in order',
  '证书颁发机构（CA）受信任，且服务器按顺序发送完整的证书链',
);

/** Rule: name in the certificate. */
export const ruleCertificateName: Text = text('A certificate for this host name', '证书与域名匹配');

/** Rule: dates of the certificate. */
export const ruleCertificateDates: Text = text('A certificate within its dates', '证书在有效期内');

/** Rule: key of the certificate. */
export const ruleKey: Text = text(
  'An RSA key of 2048 bits or more, or an elliptic curve key on P-256',
  '密钥为 2048 位或以上的 RSA，或 P-256 椭圆曲线',
);

/** Rule: signatures of the certificates. */
export const ruleSignature: Text = text(
  'Certificates signed with SHA-256 or better',
  '证书签名使用 SHA-256 或更强的算法',
);

/** Rule: purpose of the certificate. */
export const ruleUsage: Text = text(
  'A certificate for servers (serverAuth)',
  '证书用途包含服务器身份验证（serverAuth）',
);

/** Rule: lifetime of the certificate. */
export const ruleLifetime: Text = text('A certificate that is not valid for too long', '证书有效期未超过上限');

/** What becomes of a rule. */
export const ruleStates = {
  ok: text('ok', '符合'),
  broken: text('broken', '不符合'),
  unseen: text('not seen', '未检测到'),
} as const;

/** Log: one rule, its state and what was seen. */
export function ruleLine(state: Text, rule: Text, detail: string): Text {
  const seen = (open: string, close: string): string => (detail === '' ? '' : `${open}${detail}${close}`);
  return text(`${state.en}: ${rule.en}${seen(' (', ')')}`, `${state.zh}：${rule.zh}${seen('（', '）')}`);
}

/** Title of the log's group. */
export const wechatRules: Text = text("Check WeChat's rules for servers", '检查微信对服务器的要求');

// What is not seen from here

/** What only WeChat knows. */
export const onlyWechatKnows: Text = text(
  'Only WeChat knows the rest: whether the domain is registered in 服务器域名, whether WeChat finds its ICP filing (备案), and how many edits of 服务器域名 are left this month.',
  '其余只有微信知道：域名是否已登记在「服务器域名」中、微信能否查到其 ICP 备案、本月「服务器域名」还可修改几次。',
);

// The strings

/** Log: what to paste. */
export function pasteDomains(request: string, socket: string): Text {
  return lines(
    text(
      'Paste into 服务器域名 (mp.weixin.qq.com → 开发管理):',
      '请粘贴到「服务器域名」（mp.weixin.qq.com → 开发管理）：',
    ),
    text(
      `  request, uploadFile, downloadFile: ${request}`,
      `  request / uploadFile / downloadFile 合法域名：${request}`,
    ),
    text(`  socket: ${socket}`, `  socket 合法域名：${socket}`),
  );
}

/** Log and summary: nothing to paste. */
export const domainsAsBefore: Text = text(
  '服务器域名 at WeChat stays as it is: domain and port are those of the previous release.',
  '微信「服务器域名」无需修改：域名和端口与上一个发布版本相同。',
);
