import { type Text, text } from './text.ts';

/** Titles and lines of the commands. */
export const commandMessages = {
  /** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
  knownAfterProvisioning: text(
    'Image, container, certificate and nginx site: known after provisioning.',
    '镜像、容器、证书和 nginx 站点：安装环境后才能确定。',
  ),
  readProject: text('Read the jar and what is built around it', '读取 jar 及构建内容'),
  connect: (host: string): Text => text(`Connect to ${host}`, `连接 ${host}`),
  survey: text('Inspect the server', '检查服务器'),
  account: text('Inspect the Tencent Cloud account', '检查腾讯云账号'),
  instance: (one: { kind: string; id: string; name: string; region: string; state: string }): Text => {
    const { id, name, region, state } = one;
    const product = one.kind === 'lighthouse' ? text('Lighthouse', '轻量应用服务器') : text('CVM', '云服务器');
    return text(
      `${product.en} instance ${id} (${name}), ${region}: ${state}`,
      `${product.zh}实例 ${id}（${name}），${region}：${state}`,
    );
  },
  zone: (name: string, servers: string): Text =>
    text(`DNS zone ${name}, name servers ${servers}`, `DNS 域名 ${name}，DNS 服务器 ${servers}`),
  resume: text('Complete or undo an interrupted switch', '处理上次中断的切换'),
  resumed: (release: string, outcome: string): Text =>
    text(
      `The interrupted switch to ${release} has ended: ${outcome}.`,
      `之前中断的切换（${release}）已处理完：${outcome}。`,
    ),
  plan: text('Plan', '计划'),
  switch: text('Switch', '切换'),
  outside: text('External checks', '从公网检查'),
  lastLook: text('Check the running version', '检查正在运行的版本'),
  outsidePages: text('External checks of the static site', '从公网检查静态站点'),
  staticSite: (url: string): Text => text(`Static site: ${url}`, `静态站点：${url}`),
  userSources: {
    'docker-options': text('the input `docker-options`', '参数 `docker-options`'),
    'taken-over': text('the existing container that was taken over', '被接管的现有容器'),
    dockerfile: text('your Dockerfile', '你的 Dockerfile'),
    'base-image': text('the base image', '基础镜像'),
    folders: text('the owner of the mounted folders', '挂载文件夹的属主'),
  },
  runsAs: (user: string, from: Text): Text =>
    text(`The application runs as user ${user} (from ${from.en}).`, `应用以用户 ${user} 运行（来自${from.zh}）。`),
  runsAsName: (user: string, from: Text): Text =>
    text(
      `The application runs as user \`${user}\` (from ${from.en}); the image decides its number.`,
      `应用以用户 \`${user}\` 运行（来自${from.zh}）；其编号由镜像决定。`,
    ),
  runsAsBaseImage: text(
    'The application runs as the user that the base image sets, or root if it sets none.',
    '应用以基础镜像设定的用户运行；如未设定则为 root。',
  ),
  longStop: (seconds: number): Text =>
    text(
      `Stopping a version may take up to ${seconds} s: its graceful shutdown lets requests finish, and Docker waits as long.`,
      `停止一个版本最多可能需要 ${seconds} 秒：优雅停机会等待请求完成，Docker 也会等待同样长的时间。`,
    ),
  latestKept: (tag: string): Text =>
    text(
      `${tag} was not built by this action for this application and is left as it is. To give it to this application, give the image another name: docker tag ${tag} ${tag}-old && docker image rm ${tag}`,
      `${tag} 不是本 Action 为本应用构建的镜像，保持不变。如需将该名称用于本应用，请为镜像改名：docker tag ${tag} ${tag}-old && docker image rm ${tag}`,
    ),
  siteNoLonger: (url: string): Text =>
    text(
      `${url} goes offline: the live release has a static site, the new one has none. To keep it, set \`static-site\`.`,
      `${url} 将下线：当前发布版本有静态站点，新的发布版本没有。如需保留，请设置 \`static-site\`。`,
    ),
  underWay: (who: string): Text =>
    text(
      `A run is in progress (${who}); this plan may soon be out of date.`,
      `有运行正在进行（${who}）；本计划可能很快过期。`,
    ),
  jar: (fileName: string, boot: string, java: number, size: string): Text =>
    text(
      `${fileName}: Spring Boot ${boot}, Java ${java}, ${size}`,
      `${fileName}：Spring Boot ${boot}，Java ${java}，${size}`,
    ),
  /** Why a jar is not taken apart: every new version then takes the disk space of the whole jar twice. */
  jarWhole: (fileName: string, reason: Text): Text =>
    text(
      `${fileName} goes into the image as one layer, so each version adds the whole jar to the disk: ${reason.en}.`,
      `${fileName} 将整体作为一层放入镜像，每个版本都会占用整个 jar 的磁盘空间：${reason.zh}。`,
    ),
  wholeReasons: {
    launcher: text(
      'it is not started by Spring Boot’s JarLauncher or WarLauncher',
      '它不由 Spring Boot 的 JarLauncher 或 WarLauncher 启动',
    ),
    'class-path': text(
      'unpacked, its libraries would be searched in another order (it has no `classpath.idx` that its launcher reads)',
      '解包后依赖库的搜索顺序会改变（没有启动器可读取的 `classpath.idx`）',
    ),
    names: text('names of files in it are not plain ASCII, or occur twice', '其中有文件名不是纯 ASCII，或重复出现'),
    'own-place': text(
      'its classes ask where their jar is, which changes when it is unpacked',
      '其中的类会查询自身 jar 的位置，解包后该位置会改变',
    ),
    'many-files': text('it has more than 10,000 files', '其中的文件超过 10,000 个'),
  },
  /** What a deploy took of the disk, of the log and of the summary. */
  diskGrowth: (p: { both: string; layers: string; folder: string }): Text =>
    text(
      `Disk use of this release: ${p.both} (new image layers ${p.layers}, its folder ${p.folder})`,
      `本发布版本新增的磁盘占用：${p.both}（新增镜像层 ${p.layers}，发布版本目录 ${p.folder}）`,
    ),
  /** What pruning removed, of the log and of the summary; a line for each disk follows. */
  releasesRemoved: (count: number): Text => text(`Old releases removed: ${count}`, `已删除旧的发布版本：${count} 个`),
  freedOn: (p: { folder: string; before: string; after: string }): Text =>
    text(
      `free on the disk of ${p.folder}: ${p.before} before, ${p.after} after`,
      `${p.folder} 所在磁盘的可用空间：删除前 ${p.before}，删除后 ${p.after}`,
    ),
  jarChosen: (count: number, fileName: string): Text =>
    text(
      `Of ${count} files that match \`jar\`, ${fileName} is the executable one.`,
      `匹配 \`jar\` 的 ${count} 个文件中，${fileName} 可执行。`,
    ),
  longJavaOptions: text(
    '`java-options` has 1024 bytes or more. Where the image has Java 8, all of it is silently ignored: shorten it, or use a later Java.',
    '`java-options` 达到或超过 1024 字节。若镜像中是 Java 8，全部选项会被悄悄忽略：请缩短，或使用更新的 Java。',
  ),
  unreadableConfiguration: (name: string, detail: string): Text =>
    text(
      `${name} cannot be read (${detail}); what it sets is not known.`,
      `无法读取 ${name}（${detail}）；其中的设置未知。`,
    ),
  profiles: (profiles: string): Text => text(`Active profiles: ${profiles}`, `启用的 profile：${profiles}`),
  origins: (files: string): Text => text(`Configuration also from: ${files}`, `其他配置来源：${files}`),
  health: (path: string, port: number, status: string, reason: Text): Text =>
    text(
      `Health: ${path} on port ${port}, ${status}: ${reason.en}`,
      `健康检查：端口 ${port} 的 ${path}，${status}：${reason.zh}`,
    ),
  healthGiven: text('as the inputs say', '依据参数'),
  current: (release: string): Text => text(`Live release: ${release}`, `当前发布版本：${release}`),
  nothingDeployed: text('Nothing is deployed there yet.', '服务器上尚未部署过。'),
  proven: (release: string): Text =>
    text(`Nothing to change. Verified: ${release} is live.`, `无需变更；已验证线上就是 ${release}。`),
  planOnly: text('Nothing was changed: this was a plan.', '未做任何修改：这只是计划。'),
  verified: (url: string): Text => text(`Verified: ${url}`, `已验证：${url}`),
  publicPort: (port: number): Text =>
    text(
      `Port ${port} serves the application in plain http to the world (publish-app-port).`,
      `端口 ${port} 以明文 http 向公网提供应用（publish-app-port）。`,
    ),
  certificateUntil: (source: string, day: string): Text =>
    text(`Certificate: ${source}, valid until ${day}`, `证书：${source}，有效期至 ${day}`),
  certificateToCome: (source: string): Text =>
    text(
      `Certificate: ${source}; fingerprint and expiry are known after it is issued.`,
      `证书：${source}；指纹和到期日在签发后才能确定。`,
    ),
  certificateByHand: (file: string, line: number, ports: string, until: string): Text =>
    text(
      `The nginx server of port ${ports} in ${file}, line ${line}, names a certificate of its own for this domain, valid until ${until}: it is not renewed with this one. Name the same pair there, or have it taken over by \`static-site\`.`,
      `${file} 第 ${line} 行（端口 ${ports}）的 nginx server 为该域名使用另一张证书，有效期至 ${until}：它不会随本证书一起更新。请在该处改用同一对证书文件，或用 \`static-site\` 接管它。`,
    ),
  laterCertificate: (app: string, served: string, given: string, own: boolean): Text =>
    own
      ? text(
          `The certificate of this deployment expires on ${given}, the live one of ${app} on ${served}. Is the secret out of date?`,
          `本次部署的证书 ${given} 到期，而 ${app} 当前使用的证书 ${served} 才到期：密钥（secret）是否已过时？`,
        )
      : text(
          `${app} keeps its certificate, which expires on ${served}; the one of this deployment expires earlier, on ${given}. Is the secret out of date?`,
          `${app} 保留其证书（${served} 到期）；本次部署的证书更早到期（${given}）：密钥（secret）是否已过时？`,
        ),
};
