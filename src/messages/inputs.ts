import { certificateInputTexts } from './certificate-inputs.ts';
import { serverInputTexts } from './server-inputs.ts';
import { type Text, text } from './text.ts';

/** What each input is for: action.yml's words in English, and their Chinese. Both READMEs are generated from it. */
export const inputTexts = {
  command: text(
    '`deploy`, `plan` (shows what a deploy would do, changes nothing), `rollback` (rolls back to an earlier release; needs no jar), `renew` (renews the certificate if it is due, and nothing else; needs no jar), `verify` (checks from the internet only) or `status` (shows what is live, which releases `rollback` can go to, and the state of the server; changes nothing).',
    '`deploy`（部署）、`plan`（说明部署会做什么，不做任何修改）、`rollback`（回滚到之前的发布版本，不需要 jar）、`renew`（仅在证书到续期时间时更新证书，不需要 jar）、`verify`（仅从公网检查）或 `status`（显示当前发布版本、可回滚的发布版本以及服务器状况，不做任何修改）。',
  ),
  language: text(
    'Language of the log, the errors and the summary: `en` or `zh`.',
    '日志、错误和摘要的语言：`en` 或 `zh`。',
  ),
  jar: text(
    'Path or glob of the executable jar (or war) that was built. If several files match, the action takes the executable one (`shop-exec.jar` next to `shop.jar`); two executable ones are refused. Needed by `deploy` and `plan`.',
    '已构建的可执行 jar（或 war）的路径或通配符。如果匹配到多个文件，取其中可执行的一个（如 `shop.jar` 旁的 `shop-exec.jar`）；有两个可执行文件时会拒绝。`deploy` 和 `plan` 必填。',
  ),
  app: text(
    'Name of the application; its lower-case form names the image and the container. Default: the name of the jar without its version; for `rollback`, `renew` and `status`, the application with this domain and port on the server (`rollback` and `status` without `domain`: the only one there).',
    '应用名；其小写形式用作镜像名和容器名。默认：去掉版本号的 jar 名；`rollback`、`renew` 和 `status` 默认取服务器上使用该域名和端口的应用（`rollback` 和 `status` 未给出 `domain` 时，取服务器上唯一的应用）。',
  ),
  dockerfile: text(
    'Path of a Dockerfile of your own. Default: one is rendered for the jar. The jar is put where its COPY looks for it.',
    '自己的 Dockerfile 的路径。默认：为该 jar 生成一个。jar 会放到其 COPY 所指的位置。',
  ),
  context: text(
    'A folder to send along with the Dockerfile, for its COPY lines. Needs `dockerfile`.',
    '随 Dockerfile 一起发送的文件夹，供其中的 COPY 使用。需要 `dockerfile`。',
  ),
  'build-args': text(
    'Lines `NAME=value` for `docker build --build-arg`. Not for secrets: they stay in the image. Needs `dockerfile`.',
    '`docker build --build-arg` 的 `NAME=value` 行。不要放机密：它们会留在镜像中。需要 `dockerfile`。',
  ),
  'base-image': text(
    "Base image of the rendered Dockerfile. Default: `eclipse-temurin` with the JRE of the jar's own Java version, up to the next LTS.",
    '生成的 Dockerfile 的基础镜像。默认：`eclipse-temurin` 的 JRE，版本取 jar 自身的 Java 版本并向上取到下一个 LTS。',
  ),
  'spring-profile': text(
    "Active Spring profiles, separated by commas. Default: the jar's own.",
    '启用的 Spring profile，用逗号分隔。默认：jar 自身的设置。',
  ),
  'java-options': text(
    'Options for the JVM, such as `-Xmx512m -Duser.language=zh`: the variable `JAVA_TOOL_OPTIONS` of the container. Not for secrets: they are in the record of the release on the server; the log shows `-D` options by name only.',
    'JVM 选项，例如 `-Xmx512m -Duser.language=zh`：即容器的变量 `JAVA_TOOL_OPTIONS`。不要放机密：会写入服务器上发布版本的记录；日志中 `-D` 选项只显示名称。',
  ),
  memory: text(
    'Memory that the container may use, in the notation of Docker, such as `512m` or `1g`; at least `64m`. Default: no limit.',
    '容器可使用的内存，采用 Docker 的写法，例如 `512m` 或 `1g`；至少 `64m`。默认：不限制。',
  ),
  timezone: text(
    'Time zone of the application, such as `Asia/Shanghai`: the variable `TZ` of the container. Default: that of the server.',
    '应用的时区，例如 `Asia/Shanghai`：即容器的变量 `TZ`。默认：服务器的时区。',
  ),
  env: text(
    'Lines `NAME=value` for the environment of the container. Every value is treated as a secret.',
    '容器环境变量的 `NAME=value` 行。每个值都按机密处理。',
  ),
  files: text(
    'Lines `runner-path:container-path`: files to mount read-only, such as a payment key or `application-prod.yml`; at most 10 MB each. Every user in the container can read them.',
    '`运行器路径:容器路径` 行：以只读方式挂载的文件，例如支付密钥或 `application-prod.yml`；每个最大 10 MB。容器内的所有用户都能读取。',
  ),
  volumes: text(
    'Lines `host:container` or `host:container:ro`: folders of the server to mount. Default: `/docker/app/<app>/file-system` and `/docker/app/<app>/logs`, same path inside.',
    '`服务器路径:容器路径` 或 `服务器路径:容器路径:ro` 行：要挂载的服务器文件夹。默认：`/docker/app/<app>/file-system` 和 `/docker/app/<app>/logs`，容器内路径相同。',
  ),
  'container-files': text(
    'What happens to files that the application wrote into its container outside the mounts, when a deploy replaces the container: `refuse` (stop and list them), `carry` (copy them, with their owners, into a folder that stays mounted) or `discard`. Temporary files, caches and logs do not count. Default: `refuse`.',
    '部署替换容器时，如何处理应用写在挂载之外（容器自身之中）的文件：`refuse`（中止并列出）、`carry`（连同属主一起复制到此后一直挂载的文件夹）或 `discard`（丢弃）。临时文件、缓存和日志不计。默认：`refuse`。',
  ),
  network: text(
    "Name of a Docker network of the server for the container, a bridge. Default: Docker's own. `host.docker.internal` reaches the server itself from either.",
    '容器使用的服务器上的 Docker 网络名称，须为 bridge 网络。默认：Docker 自带的网络。两者都可用 `host.docker.internal` 访问服务器本身。',
  ),
  'docker-options': text(
    'Additional options of `docker run`, such as `--cpus 1.5`. They are split as a shell splits words, but no shell runs them; options that another input covers are refused.',
    '`docker run` 的其他选项，例如 `--cpus 1.5`。按 shell 规则分词，但不由 shell 执行；由其他参数表示的选项会被拒绝。',
  ),
  'app-port': text(
    "Port that the application listens on in its container. Default: `server.port` of the jar's configuration for the profile, else 8080.",
    '应用在容器内监听的端口。默认：jar 配置中该 profile 的 `server.port`，否则为 8080。',
  ),
  'publish-app-port': text(
    'Serve the port of the application in plain http to the world as well: `true` or `false`. Default: `true` where the container that is taken over published it, else `false`.',
    '是否同时以明文 http 对外提供应用端口：`true` 或 `false`。默认：被接管的容器曾发布该端口时为 `true`，否则为 `false`。',
  ),
  adopt: text(
    'Take over an existing container and nginx server block with the same name and port: `true`, or `false` to refuse. Anything that would be lost is listed first.',
    '接管手工部署留下的容器以及同名同端口的 nginx server，凡会丢失的内容都会先列出：`true`；`false` 则拒绝。',
  ),
  ...serverInputTexts,
  'drain-timeout': text(
    'Seconds that the old container may take to finish its requests; 0 to 86400.',
    '旧容器处理完现有请求的最长秒数；0 到 86400。',
  ),
  'lock-timeout': text(
    'Seconds to wait while another run works on the same application, first come, first served; 0 to 86400.',
    '另一个运行正在操作同一应用时，排队等待的最长秒数（先到先得）；0 到 86400。',
  ),
  'keep-releases': text(
    'Releases kept on the server with their images, the live one included; 1 to 100.',
    '服务器上保留的发布版本（含镜像）数量，包括当前发布版本；1 到 100。',
  ),
  release: text(
    'Release that `rollback` goes to, such as `20261123T160512Z-1a2b3c4`. Default: the newest one before the live one.',
    '`rollback` 要回滚到的发布版本，例如 `20261123T160512Z-1a2b3c4`。默认：当前发布版本之前最新的一个。',
  ),
  'before-switch': text(
    'Shell script that bash runs on the server as root once the new container is healthy and before it gets any request: a smoke test, a backup. `$CANDIDATE_URL` (the address of the new container on the server), `$RELEASE` and `$APP` are set. If it fails, the old version stays live.',
    '新容器健康检查通过之后、流量切换之前，由 bash 以 root 身份在服务器上运行的脚本：冒烟测试、备份等。会设置 `$CANDIDATE_URL`（在服务器上访问新容器的地址）、`$RELEASE` 和 `$APP`。脚本失败时，旧版本继续提供服务。',
  ),
  'after-deploy': text(
    'Shell script that bash runs on the server as root once everything is verified, with the same variables. If it fails, the run is red and nothing is undone.',
    '全部验证通过后，由 bash 以 root 身份在服务器上运行的脚本，变量同上。脚本失败时，本次运行标记为失败，但不撤销任何修改。',
  ),
  'hook-timeout': text(
    'Seconds that `before-switch` and `after-deploy` may each take; 1 to 86400.',
    '`before-switch` 和 `after-deploy` 各自允许的最长秒数；1 到 86400。',
  ),
  provision: text(
    'Install docker and nginx on the server where they are missing: `true` or `false`.',
    '服务器缺少 docker 和 nginx 时是否安装：`true` 或 `false`。',
  ),
  domain: text(
    'Host name of the API, such as `api.example.com`. Needed by every command but `rollback` and `status`.',
    'API 的域名，例如 `api.example.com`。除 `rollback` 和 `status` 外，所有命令必填。',
  ),
  'https-port': text('Port on which nginx serves https.', 'nginx 提供 https 的端口。'),
  'static-site': text(
    'A folder with a built front end (an admin site) to serve on port 443; 80 redirects there. It has index.html at its top; files whose names begin with a dot are not published.',
    '构建好的前端（管理后台）所在的文件夹，在 443 端口提供；80 端口跳转到它。其顶层须有 index.html；以点开头的文件不会发布。',
  ),
  'static-site-path': text(
    'Path under which `static-site` is served; `/` redirects there. Default: `/admin/`. The front end must be built for it.',
    '`static-site` 所在的路径，`/` 会跳转到它。默认：`/admin/`。前端须按该路径构建。',
  ),
  'static-site-fallback': text(
    'Answer paths of `static-site` that name no file with its index.html, for routes of a single-page application: `true` or `false`. Default: `true`.',
    '对 `static-site` 中不存在的路径返回其 index.html（单页应用的路由）：`true` 或 `false`。默认：`true`。',
  ),
  'max-body-size': text(
    'Largest request body, in the notation of nginx, such as `20m`; 0 for no limit.',
    '请求体的最大大小，采用 nginx 的写法，例如 `20m`；0 表示不限制。',
  ),
  'nginx-snippet': text(
    "Additional nginx directives for the API's server block. `nginx -t` checks them before they go live.",
    'API 的 server 块中的其他 nginx 指令。上线前先用 `nginx -t` 检查。',
  ),
  ...certificateInputTexts,
  'tencent-secret-id': text(
    'SecretId of an API key of Tencent Cloud (`AKID...`). With it and `tencent-secret-key`, the action can bind the domain and open the cloud firewall. Take it from a secret.',
    '腾讯云 API 密钥的 SecretId（`AKID...`）。与 `tencent-secret-key` 一起给出后，本 Action 可绑定域名并放通云防火墙。请取自 secret。',
  ),
  'tencent-secret-key': text(
    'SecretKey of that API key. Take it from a secret.',
    '该 API 密钥的 SecretKey。请取自 secret。',
  ),
  'tencent-session-token': text(
    'Token of temporary credentials, next to their SecretId and SecretKey. Take it from a secret.',
    '临时凭证的 Token，与其 SecretId 和 SecretKey 一起使用。请取自 secret。',
  ),
  'tencent-role-arn': text(
    'Instead of a key: RoleArn of the CAM role to assume by GitHub OIDC, such as `qcs::cam::uin/100000000001:roleName/deploy`. Needs `tencent-oidc-provider` and `permissions: id-token: write`.',
    '不用密钥时：通过 GitHub OIDC 扮演的 CAM 角色的 RoleArn，例如 `qcs::cam::uin/100000000001:roleName/deploy`。需要 `tencent-oidc-provider` 和 `permissions: id-token: write`。',
  ),
  'tencent-oidc-provider': text(
    "Name of GitHub's identity provider in CAM, such as `github`. Needs `tencent-role-arn`.",
    'GitHub 身份提供商在 CAM 中的名称，例如 `github`。需要 `tencent-role-arn`。',
  ),
  'tencent-region': text(
    'Region of the server at Tencent Cloud, such as `ap-guangzhou`. Default: found by the API.',
    '服务器所在的腾讯云地域，例如 `ap-guangzhou`。默认：通过 API 查找。',
  ),
  'instance-id': text(
    'Instance ID of the server at Tencent Cloud: `lhins-...` (Lighthouse) or `ins-...` (CVM). Default: found by the public IP address.',
    '服务器的腾讯云实例 ID：`lhins-...`（轻量应用服务器）或 `ins-...`（CVM）。默认：按公网 IP 地址查找。',
  ),
  'tencent-endpoint': text(
    "Suffix of the host names of Tencent Cloud's API. Default: `tencentcloudapi.com`; the international site has `intl.tencentcloudapi.com`.",
    '腾讯云 API 主机名的后缀。默认：`tencentcloudapi.com`；国际站为 `intl.tencentcloudapi.com`。',
  ),
  dns: text(
    'Create or change the A record of `domain` at DNSPod, so that it resolves to the server: `true` or `false`. Default: `true` with Tencent Cloud credentials.',
    '在 DNSPod 创建或修改 `domain` 的 A 记录，使其解析到该服务器：`true` 或 `false`。默认：给出腾讯云凭证时为 `true`。',
  ),
  'dns-overwrite': text(
    'Current values of DNS records that the action may replace although it did not create them, one a line or separated by commas: IPv4 addresses, host names of CNAME records, or URLs of explicit and implicit URL records. Default: none.',
    '允许替换的、并非由本 Action 创建的 DNS 记录的当前值，每行一个或用逗号分隔：IPv4 地址、CNAME 记录的主机名，或显性 URL、隐性 URL 记录的网址。默认：无。',
  ),
  firewall: text(
    'Open the https port (80 and 443 as well for `static-site`) in the Lighthouse firewall or security group: `true` or `false`. Default: `true` with Tencent Cloud credentials.',
    '在轻量应用服务器防火墙或安全组中放通 https 端口（有 `static-site` 时还包括 80 和 443）：`true` 或 `false`。默认：给出腾讯云凭证时为 `true`。',
  ),
  'ssh-from-runner': text(
    'Open the SSH port in the cloud firewall for the time of the run, for the runner alone: `false`, the public IPv4 address that the runner connects from, or `true` to let Tencent Cloud find that address (CVM only). Default: `false`.',
    '在运行期间，仅对运行器在云防火墙中放通 SSH 端口：`false`、运行器连接时所用的公网 IPv4 地址，或 `true`（由腾讯云识别该地址，仅限 CVM）。默认：`false`。',
  ),
  'public-ip': text(
    "Public IP address that the domain must point at. Default: read from the metadata service of the server's cloud.",
    '域名必须指向的公网 IP 地址。默认：向服务器所在的云查询。',
  ),
  'health-path': text(
    "Health check path. Default: from the jar's configuration; the actuator's health if it has one.",
    '健康检查路径。默认：取自 jar 的配置，有 actuator 时用其 health。',
  ),
  'health-status': text(
    'Statuses that count as healthy, such as `200`, `200-299` or `200,204`. Default: `200` with an actuator, else anything below 500.',
    '视为健康检查通过的状态码，例如 `200`、`200-299` 或 `200,204`。默认：有 actuator 时为 `200`，否则为 500 以下的任意值。',
  ),
  'health-timeout': text(
    'Seconds that the application may take to become healthy; ended early when its container exits, or when it gives an answer that will not change (404, 401).',
    '等待应用健康检查通过的最长秒数；容器退出，或响应不会再变（404、401）时提前结束。',
  ),
  'outside-check': text(
    'What happens when the site cannot be verified from the runner: `require` ends the run as failed, `warn` only warns. Use `warn` where the site is open to some addresses only. What fails on the server itself ends the run as failed in either case.',
    '从运行器无法验证站点时的处理：`require` 使运行失败，`warn` 仅警告。站点只对部分地址开放时请用 `warn`。服务器自身的检查失败时，运行始终失败。',
  ),
  'wechat-check': text(
    "What happens when a rule of WeChat's for servers is broken: `warn`, `require` (the run fails) or `off`.",
    '不符合微信对服务器的要求时的处理：`warn`（警告）、`require`（运行失败）或 `off`（不检查）。',
  ),
  'icp-check': text(
    'What happens when access is seen to be blocked because the domain has no ICP filing: `warn`, `require` (the run fails) or `off`. A result that is not certain never fails a run.',
    '发现域名因未备案而被拦截时的处理：`warn`（警告）、`require`（运行失败）或 `off`（不检查）。结果不确定时不会使运行失败。',
  ),
  'artifact-name': text(
    'Name of the artifact with what was rendered and the record of the run; `<app>` stands for the application. Default: `deployment-<app>`, and `<command>-<app>` for other commands than `deploy`. Empty: no artifact.',
    '包含所生成文件和运行记录的制品名称；`<app>` 代表应用名。默认：`deployment-<app>`；`deploy` 以外的命令为 `<command>-<app>`。留空：不上传制品。',
  ),
} as const satisfies Readonly<Record<string, Text>>;

/** The name of an input that action.yml declares. */
export type InputName = keyof typeof inputTexts;
