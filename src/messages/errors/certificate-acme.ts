import { type Text, text, verbatim } from '../text.ts';

/** The authority's own words. */
function wordsOf({ host, type, detail }: { host: string; type: string; detail: string }): Text {
  return text(`${host} answers: ${detail} (${type})`, `${host} 返回：${detail}（${type}）`);
}

/** What is wrong with a certificate; the page of errors has no more than a name for it. */
function foundIn(found: string | Text): Text {
  const words = typeof found === 'string' ? verbatim(found) : found;
  return text(`Found in it: ${words.en}`, `发现的问题：${words.zh}`);
}

/** Failures of a certificate that an ACME authority is to issue. What serves is left as it is by all of them. */
export const certificateAcmeErrors = {
  ACME_UNREACHABLE: (p: { host: string; proxy: string | undefined; reason: string }) => ({
    what: text(
      `The ACME authority ${p.host} does not answer${p.proxy === undefined ? '' : ` through the proxy ${p.proxy}`}: ${p.reason}.`,
      `${p.proxy === undefined ? '' : `经由代理 ${p.proxy} 访问 `}ACME 机构 ${p.host} 没有应答：${p.reason}。`,
    ),
    why: text(
      'The runner cannot connect to the authority: its network, a proxy or `acme-directory` is wrong, or the authority is down.',
      '运行器无法连接该机构：网络、代理或 `acme-directory` 有误，或者该机构自身出现故障。',
    ),
    cure: text(
      `On the runner, \`curl -v ${p.proxy === undefined ? '' : `-x ${p.proxy} `}https://${p.host}\` shows what is wrong. If the runner needs a proxy, set \`https_proxy\` in \`env\` of the step. If the authority uses a private root, give its certificate by NODE_EXTRA_CA_CERTS. Otherwise run again later.`,
      `在运行器上执行 \`curl -v ${p.proxy === undefined ? '' : `-x ${p.proxy} `}https://${p.host}\` 可以看到原因。如果运行器需要代理，请在该步骤的 \`env\` 中设置 \`https_proxy\`；如果该机构使用私有根证书，请通过 NODE_EXTRA_CA_CERTS 提供；否则请稍后重新运行。`,
    ),
  }),
  ACME_DIRECTORY: (p: { url: string; answer: string; missing: string }) => ({
    what: text(`\`acme-directory\` is not an ACME directory: ${p.url}`, `\`acme-directory\` 不是 ACME 目录：${p.url}`),
    why:
      p.answer === ''
        ? text(`The page has no https URL for: ${p.missing}.`, `该页面缺少以下 https URL：${p.missing}。`)
        : text(`The server answers ${p.answer}, without a directory.`, `服务器返回 ${p.answer}，其中没有目录。`),
    cure: text(
      'Copy the directory URL from the documentation of the authority. Let’s Encrypt’s is https://acme-v02.api.letsencrypt.org/directory, which is used if you remove the input.',
      '请从该机构的文档复制目录 URL。Let’s Encrypt 的目录为 https://acme-v02.api.letsencrypt.org/directory，删除该参数即使用此目录。',
    ),
  }),
  ACME_EXTERNAL_ACCOUNT: (p: { host: string }) => ({
    what: text(
      `${p.host} issues certificates only to accounts that were registered on its website.`,
      `${p.host} 仅向在其网站注册过的账号签发证书。`,
    ),
    why: text(
      'Its directory requires external account binding, which the action does not support.',
      '其目录要求外部账号绑定（EAB），本 Action 不支持。',
    ),
    cure: text(
      'Remove `acme-directory` to use Let’s Encrypt, or set `certificate: tencent`.',
      '请删除 `acme-directory` 以使用 Let’s Encrypt，或设置 `certificate: tencent`。',
    ),
  }),
  ACME_ACCOUNT: (p: { host: string; type: string; detail: string; keyFile: string }) => ({
    what: text(
      `${p.host} does not accept the ACME account of this server (${p.type}).`,
      `${p.host} 不接受本服务器的 ACME 账号（${p.type}）。`,
    ),
    why: wordsOf(p),
    cure: text(
      `If the authority does not like the address, correct \`acme-email\` or remove it. If it has closed the account, move its key away on the server, and the next run registers a new account: mv ${p.keyFile} ${p.keyFile}.old`,
      `如果是邮箱地址的问题，请改正或删除 \`acme-email\`。如果账号已被该机构停用，请在服务器上移走其私钥，下次运行会注册新账号：mv ${p.keyFile} ${p.keyFile}.old`,
    ),
  }),
  ACME_RATE_LIMITED: (p: { host: string; detail: string; until: string | undefined }) => ({
    what: text(
      `${p.host} issues no certificate now: a rate limit is reached${p.until === undefined ? '' : `, until ${p.until}`}.`,
      `${p.host} 暂不签发证书：已达到频率限制${p.until === undefined ? '' : `，${p.until} 之后可重试`}。`,
    ),
    why: text(`${p.host} answers: ${p.detail}`, `${p.host} 返回：${p.detail}`),
    cure: text(
      `Run again ${p.until === undefined ? 'when the limit allows it' : `after ${p.until}`}. Limits count for the domain as a whole, so other servers and subdomains may have used them up. While you test, use the staging directory of the authority.`,
      `请在${p.until === undefined ? '限制解除' : ` ${p.until} `}之后重新运行。限制按整个主域名计算，可能已被其他服务器或子域名用完。测试时请使用该机构的测试（staging）目录。`,
    ),
  }),
  ACME_CHALLENGE_FAILED: (p: { host: string; domain: string; record: string; type: string; detail: string }) => ({
    what: text(
      `${p.host} could not verify that ${p.domain} is yours (${p.type}).`,
      `${p.host} 未能验证 ${p.domain} 归你所有（${p.type}）。`,
    ),
    why: wordsOf(p),
    cure: text(
      `The action had put the TXT record \`${p.record}\` into DNSPod. Check that the domain uses the name servers of DNSPod, and that nobody changed the record: \`dig +trace TXT ${p.record}\`. If the domain has CAA records, they must allow this authority. Then run again.`,
      `本 Action 已在 DNSPod 添加 TXT 记录 \`${p.record}\`。请确认域名使用 DNSPod 的 DNS 服务器，且该记录未被改动：\`dig +trace TXT ${p.record}\`。如果域名有 CAA 记录，须允许该机构签发。然后重新运行。`,
    ),
  }),
  ACME_PENDING: (p: { host: string; domain: string; seconds: number; order: string }) => ({
    what: text(
      `${p.host} has not issued the certificate of ${p.domain} after ${p.seconds} seconds.`,
      `等待 ${p.seconds} 秒后，${p.host} 仍未签发 ${p.domain} 的证书。`,
    ),
    why: text(
      `The authority takes longer than \`certificate-timeout\`. Its order stays open: ${p.order}`,
      `该机构的处理时间超过了 \`certificate-timeout\`。订单仍然有效：${p.order}`,
    ),
    cure: text(
      'Run again later: the next run resumes this order and uses the same key. If this happens often, increase `certificate-timeout`.',
      '请稍后重新运行：下次运行会继续该订单并使用同一私钥。如果经常如此，请增大 `certificate-timeout`。',
    ),
  }),
  ACME_REFUSED: (p: { host: string; type: string; detail: string }) => ({
    what: text(`${p.host} refuses to issue the certificate (${p.type}).`, `${p.host} 拒绝签发证书（${p.type}）。`),
    why: wordsOf(p),
    cure: text(
      'Fix what the authority names, then run again. If it does not issue for this domain at all, set `acme-directory` to another authority, or `certificate: tencent`.',
      '请按该机构的说明处理后重新运行。如果它完全不为该域名签发证书，请将 `acme-directory` 改为其他机构，或设置 `certificate: tencent`。',
    ),
  }),
  ACME_CERTIFICATE: (p: { host: string; domain: string; found: string | Text }) => ({
    what: text(
      `${p.host} issued a certificate that cannot be served for ${p.domain}.`,
      `${p.host} 签发的证书不能用于 ${p.domain}。`,
    ),
    why: foundIn(p.found),
    cure: text(
      'A staging directory issues certificates that nobody trusts: set `acme-directory` to the production one, or give its root by NODE_EXTRA_CA_CERTS to test with it. Otherwise run again: a new certificate is ordered.',
      '测试（staging）目录签发的证书不受信任：请将 `acme-directory` 改为正式目录；如需用于测试，请通过 NODE_EXTRA_CA_CERTS 提供其根证书。否则请重新运行：会重新申请证书。',
    ),
  }),
  ACME_KEY_UNMADE: (p: { folder: string }) => ({
    what: text(
      `The server could not make a key or a certificate request in ${p.folder}.`,
      `服务器未能在 ${p.folder} 中生成私钥或证书请求。`,
    ),
    why: text('The output of openssl below shows the reason.', '原因见下方 openssl 的输出。'),
    cure: text(
      'Make sure that `openssl version` works on the server and that its disk has free space, then run again.',
      '请确认服务器上可以执行 `openssl version` 且磁盘有剩余空间，然后重新运行。',
    ),
  }),
};
