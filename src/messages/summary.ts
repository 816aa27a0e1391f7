import { type Text, text } from './text.ts';

/** Headings and words of the job summary. */
export const summaryMessages = {
  deployed: (app: string, url: string): Text => text(`${app} is deployed: ${url}`, `${app} 已部署：${url}`),
  rolledBackTo: (app: string, release: string, url: string): Text =>
    text(`${app} is rolled back to ${release}: ${url}`, `${app} 已回滚到发布版本 ${release}：${url}`),
  /** `rollback` to a newer release than the one that was live. */
  switchedTo: (app: string, release: string, url: string): Text =>
    text(`${app} is switched to the newer ${release}: ${url}`, `${app} 已切换到较新的发布版本 ${release}：${url}`),
  unchanged: (app: string, url: string): Text =>
    text(`${app}: nothing to change, ${url} is verified`, `${app}：无需变更，已验证 ${url}`),
  planned: (app: string): Text => text(`Plan for ${app}`, `${app} 的部署计划`),
  nothingPlanned: (app: string): Text => text(`Plan for ${app}: nothing to change`, `${app} 的部署计划：无需变更`),
  renewed: (domain: string, day: string): Text =>
    text(`The certificate of ${domain} is renewed, valid until ${day}`, `${domain} 的证书已更新，有效期至 ${day}`),
  notDue: (domain: string, day: string): Text =>
    text(
      `The certificate of ${domain} is valid until ${day}: nothing to do`,
      `${domain} 的证书有效期至 ${day}：无需操作`,
    ),
  notVerified: (url: string): Text => text(`${url} could not be verified`, `无法验证 ${url}`),
  verified: (url: string): Text => text(`${url} is as it should be`, `${url} 一切正常`),
  failed: (what: string): Text => text(`Failed: ${what}`, `失败：${what}`),
  keptServing: (release: string): Text => text(`${release} stays live.`, `${release} 继续提供服务。`),
  live: (release: string): Text => text(`${release} is live.`, `${release} 正在提供服务。`),
  undone: (steps: string): Text => text(`Undone, in this order: ${steps}.`, `已依次撤销：${steps}。`),
  switchUndone: text('The switch was undone.', '切换已撤销。'),
  rolledBack: text('The switch was undone; what was prepared has been removed.', '切换已撤销；已准备的内容已清理。'),
  deploymentKept: text(
    'The deployment is verified on the server and stays live. The problem is on the way from the internet to the server.',
    '部署本身已在服务器上验证并保留；问题出在服务器之外的链路。',
  ),
  nothingSeen: text('The status of the server is not known', '未能得知服务器的状态'),
  changes: text('Changes', '变更'),
  step: text('Step', '步骤'),
  reason: text('Reason', '原因'),
  seconds: text('Seconds', '秒'),
  timings: text('Timings', '耗时'),
  path: text('Request path', '请求路径'),
  browser: text('Browser', '浏览器'),
  pages: text('static site', '静态站点'),
  miniProgram: text('Mini program', '小程序'),
  wechat: text('WeChat', '微信'),
  paste: text(
    'To paste into 服务器域名 (mp.weixin.qq.com → 开发管理)',
    '粘贴到「服务器域名」（mp.weixin.qq.com → 开发管理）',
  ),
  requestDomain: text('request, uploadFile, downloadFile', 'request / uploadFile / downloadFile 合法域名'),
  socketDomain: text('socket', 'socket 合法域名'),
  certificate: (day: string): Text => text(`Certificate valid until ${day}`, `证书有效期至 ${day}`),
  evidence: text('Output', '输出'),
  warnings: text('Warnings', '警告'),
  tooLong: text('The rest is too long for a summary: see the log.', '其余内容过长，无法放入摘要：请查看日志。'),
};
