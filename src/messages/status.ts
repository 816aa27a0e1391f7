import { type Text, text } from './text.ts';

/** A run at work. */
interface Run {
  readonly who: string;
  readonly since: string;
  readonly runUrl: string;
}

function underWayOf({ who, since, runUrl }: Run): Text {
  return text(`a run of ${who}, since ${since}: ${runUrl}`, `${who} 的运行，始于 ${since}：${runUrl}`);
}

/** What `status` says. */
export const statusMessages = {
  look: (app: string): Text => text(`Inspect ${app}`, `检查 ${app}`),
  titleApplication: (app: string, url: string): Text => text(`Status of ${app}: ${url}`, `${app} 的状态：${url}`),
  titleServer: (host: string): Text => text(`Status of the server ${host}`, `服务器 ${host} 的状态`),
  changesNothing: text('Nothing was changed: `status` only reads.', '未做任何修改：`status` 只读取信息。'),

  server: text('Server', '服务器'),
  system: text('System', '系统'),
  memoryAvailable: text('Memory available', '可用内存'),
  programs: {
    missing: text('not installed', '未安装'),
    stopped: (version: string): Text => text(`${version}, does not run`, `${version}，未运行`),
    running: (version: string): Text => text(`${version}, runs`, `${version}，正在运行`),
  },
  invalid: text('its configuration does not pass `nginx -t`', '其配置未通过 `nginx -t`'),
  blank: text(
    'The server has neither Docker nor nginx: `deploy` installs both.',
    '服务器上没有 Docker 和 nginx：`deploy` 会安装两者。',
  ),
  nothingDeployed: text(
    'This action has deployed nothing on this server yet.',
    '本 Action 尚未在该服务器上部署任何应用。',
  ),
  notDeployed: (asked: string): Text =>
    text(`This action has not deployed ${asked} on this server.`, `本 Action 没有在该服务器上部署 ${asked}。`),
  nameOne: text(
    'For the details of one of them, give its name as `app`, or its `domain` and `https-port`.',
    '如需查看其中某个应用的详情，请用 `app` 指定其名称，或填写其 `domain` 和 `https-port`。',
  ),
  underWay: text('Run in progress', '正在进行的运行'),
  underWayOf,
  underWayOn: (image: string, run: Run): Text =>
    text(`${image}: ${underWayOf(run).en}`, `${image}：${underWayOf(run).zh}`),

  applications: text('Applications', '应用'),
  application: text('Application', '应用'),
  address: text('Address', '地址'),
  file: text('nginx file', 'nginx 文件'),
  noFile: text('none', '无'),

  manual: text('A deploy would take over', '部署时会接管'),
  manualContainer: text('Container', '容器'),
  manualServer: text('nginx server block', 'nginx server 块'),
  line: (file: string, line: number): Text => text(`${file}, line ${line}`, `${file} 第 ${line} 行`),
  manualNothing: text(
    'No container and no nginx server block fit, so a deploy would take over nothing.',
    '没有匹配的容器和 nginx server 块，部署时不会接管任何内容。',
  ),

  runs: text('What is live', '当前发布版本'),
  release: text('Release', '发布版本'),
  since: text('Live since', '上线时间'),
  sinceUnknown: text('not in deploy.log', 'deploy.log 中没有记录'),
  commit: text('Commit', '提交'),
  deployedBy: text('Deployed by', '部署者'),
  image: text('Image', '镜像'),
  container: text('Container', '容器'),
  runningSince: text('Running since', '启动时间'),
  endedAt: text('Ended', '退出时间'),
  exitCode: text('Exit code', '退出码'),
  outOfMemory: (code: number): Text => text(`${code}, out of memory`, `${code}，内存不足`),
  restarts: text('Restarts', '重启次数'),
  memory: text('Memory', '内存'),
  memoryOf: (used: string, limit: string): Text => text(`${used} of ${limit}`, `${used}，上限 ${limit}`),
  memoryUnlimited: (used: string): Text => text(`${used}, no limit`, `${used}，无上限`),
  health: text('Health', '健康检查'),
  healthOf: (p: { well: boolean; status: string; path: string; port: number; expected: string }): Text =>
    p.well
      ? text(`healthy: :${p.port}${p.path} answers ${p.status}`, `正常：:${p.port}${p.path} 返回 ${p.status}`)
      : text(
          `not healthy: :${p.port}${p.path} answers ${p.status}, expected ${p.expected}`,
          `异常：:${p.port}${p.path} 返回 ${p.status}，期望 ${p.expected}`,
        ),
  noAnswer: text('nothing', '无响应'),
  nginxServes: (url: string): Text => text(`serves it at ${url}`, `正在提供服务：${url}`),
  nginxAnswers: (url: string, status: number): Text =>
    text(`routes to it at ${url}, which answers ${status}`, `指向该应用：${url}，但返回 ${status}`),
  nginxDoesNotServe: (url: string): Text => text(`does not serve it at ${url}`, `没有提供服务：${url}`),
  nginxServesOther: (url: string, release: string): Text =>
    text(`serves ${release} at ${url}`, `正在提供发布版本 ${release}：${url}`),

  kept: text('Releases to roll back to', '可回滚的发布版本'),
  keptNone: text('No release is recorded.', '没有记录任何发布版本。'),
  date: text('Date', '日期'),
  state: text('State', '状态'),
  states: {
    live: text('live', '当前发布版本'),
    previous: (image: Text): Text =>
      text(
        `previous release: \`rollback\` goes here by default; ${image.en}`,
        `上一个发布版本（默认回滚目标）；${image.zh}`,
      ),
    image: text('image present', '镜像存在'),
    rebuilt: text('image missing, will be rebuilt', '镜像缺失，将重新构建'),
  },

  certificate: text('Certificate', '证书'),
  names: text('Names', '域名'),
  path: text('File', '文件'),
  expires: text('Expires', '到期时间'),
  daysLeft: (day: string, days: number): Text => text(`${day} (${days} days left)`, `${day}（剩余 ${days} 天）`),
  expired: (day: string): Text => text(`${day} (expired)`, `${day}（已过期）`),
  unreadable: text('cannot be read', '无法读取'),

  disk: text('Disk', '磁盘'),
  mounted: text('File system', '文件系统'),
  holds: text('Holds', '包含'),
  size: text('Size', '大小'),
  free: text('Free', '可用'),
  imagesTake: text('Images of the application', '应用的镜像'),
  releasesTake: text('Folders of its releases', '发布版本目录'),

  deploys: text('Last lines of deploy.log', 'deploy.log 的最后几行'),
  log: text('Last log lines of the application', '应用日志的最后几行'),
  none: text('none', '无'),
};
