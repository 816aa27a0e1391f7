import { type Text, text } from './text.ts';

/** What each output tells: action.yml's words in English, and their Chinese. */
export const outputTexts = {
  url: text(
    'The verified address of the API, `https://domain:port`; with `outside-check: warn` verified at least on the server itself.',
    '经过验证的 API 地址，`https://域名:端口`；`outside-check: warn` 时至少已在服务器上验证。',
  ),
  release: text(
    'The release that this run deployed or tried to deploy: UTC time and commit, `20261123T160512Z-1a2b3c4`.',
    '本次运行部署（或尝试部署）的发布版本：UTC 时间和提交号，`20261123T160512Z-1a2b3c4`。',
  ),
  'previous-release': text('The previous release; empty for the first deploy.', '上一个发布版本；首次部署时为空。'),
  image: text('The image with its tag, `<image>:<release>`.', '带标签的镜像，`<镜像>:<发布版本>`。'),
  container: text('The name of the container.', '容器名。'),
  changed: text(
    '`true` if anything on the server was changed, else `false`. Empty if the run was interrupted before it knew.',
    '服务器上有任何变更时为 `true`，否则为 `false`；运行在得知结果之前被中断时为空。',
  ),
  'rolled-back': text(
    '`true` if the switch failed and the previous version was restored, else `false`. Empty if the run was interrupted before it knew.',
    '切换失败并恢复了上一个发布版本时为 `true`，否则为 `false`；运行在得知结果之前被中断时为空。',
  ),
  'health-status': text('The HTTP status that the health path answered.', '健康检查路径返回的 HTTP 状态码。'),
  'certificate-not-after': text(
    'When the certificate that is served expires, ISO 8601 in UTC.',
    '所用证书的到期时间，ISO 8601，UTC。',
  ),
  'certificate-id': text(
    'The id of the certificate at Tencent Cloud, if this run applied for it, waited for it or installed it.',
    '本次运行申请、等待或安装的腾讯云证书的 ID。',
  ),
  'wechat-request-domain': text(
    'What to paste into the request domains of the mini program, with its port.',
    '粘贴到小程序“request 合法域名”的内容，含端口。',
  ),
  'wechat-socket-domain': text(
    'What to paste into the socket domains of the mini program, without port.',
    '粘贴到小程序“socket 合法域名”的内容，不含端口。',
  ),
  'icp-status': text(
    'Whether access by the name is blocked for want of an ICP filing, as seen from the runner: `not-blocked`, `blocked` or `unknown`. Empty if it was not looked at.',
    '从运行器看，该域名是否因未备案而被拦截：`not-blocked`、`blocked` 或 `unknown`。未检查时为空。',
  ),
  'artifact-id': text('The id of the uploaded artifact.', '已上传制品的 id。'),
  'artifact-url': text('The address of the uploaded artifact.', '已上传制品的地址。'),
  'duration-seconds': text('How long the step took, in seconds.', '该步骤耗时，单位秒。'),
  'error-code': text(
    'The stable code of the first failure (docs/errors.md); empty when there was none.',
    '第一个失败的固定代码（见 docs/errors.md）；没有失败时为空。',
  ),
} as const satisfies Readonly<Record<string, Text>>;
