import { text } from '../text.ts';

/** Failures met on the server, and those of the action itself. */
export const serverErrors = {
  INTERNAL: (p: { detail: string }) => ({
    what: text(`The action met an error of its own: ${p.detail}`, `本 Action 自身出错：${p.detail}`),
    why: text('This is a defect of the action, not of your project.', '这是本 Action 的缺陷，不是您项目的问题。'),
    cure: text('Open an issue with this text and the log of the step.', '请带上这段文字和该步骤的日志提交 issue。'),
  }),
  CANCELLED: (_: Record<string, never>) => ({
    what: text('The run was cancelled.', '运行已被取消。'),
    why: text(
      'Somebody, or a newer run of the same concurrency group, asked for it.',
      '由用户或同一并发组中较新的运行触发。',
    ),
    cure: text(
      'Nothing needs to be done: what was prepared is taken back, a switch that had begun is finished or undone by the server.',
      '无需处理：已准备的内容会被撤销，已开始的切换由服务器自行完成或撤销。',
    ),
  }),
  SURVEY_FAILED: (p: { code: string }) => ({
    what: text(`The server could not be surveyed (exit code ${p.code}).`, `无法勘察服务器（退出码 ${p.code}）。`),
    why: text('The script that only looks at the server was ended from outside.', '只读勘察脚本被外部终止。'),
    cure: text(
      'Run the step again; if it stays, log in and look at the server’s memory and disk.',
      '请重新运行；如仍失败，请登录服务器检查内存和磁盘。',
    ),
  }),
  STEP_FAILED: (p: { step: string; code: string }) => ({
    what: text(`The step ${p.step} failed (exit code ${p.code}).`, `步骤 ${p.step} 失败（退出码 ${p.code}）。`),
    why: text('The output below shows what the server said.', '下方输出是服务器给出的信息。'),
    cure: text(
      'Cure what the output names, then run again: what was prepared has been undone.',
      '请按输出提示处理后重新运行：已准备的内容已撤销。',
    ),
  }),
  SHARED_LOCK_BUSY: (p: { seconds?: string }) => ({
    what: text('Another application of this server is switching nginx.', '本服务器上的另一个应用正在切换 nginx。'),
    why: text(`Its lock was not free within ${p.seconds ?? '120'} s.`, `${p.seconds ?? '120'} 秒内未能获得锁。`),
    cure: text('Run again when the other deploy has ended.', '请在另一个部署结束后重新运行。'),
  }),
  SWITCH_UNSEEN: (p: { journal: string }) => ({
    what: text(
      'The server switches alone, but its connection is lost and could not be made again.',
      '服务器正在独立切换，但连接中断且无法恢复。',
    ),
    why: text(
      `It finishes or undoes by itself; its journal is ${p.journal}.`,
      `它会自行完成或撤销；日志在 ${p.journal}。`,
    ),
    cure: text(
      'Run again: the next run finds how it ended and goes on from there.',
      '请重新运行：下次运行会查明结果并继续。',
    ),
  }),
  SWITCH_CUT_SHORT: (p: { journal: string }) => ({
    what: text(
      'The switch was cut short on the server, most likely by a reboot.',
      '切换在服务器上被中断，很可能是服务器重启。',
    ),
    why: text(
      `Its journal ${p.journal} has no outcome. The old or the new version serves.`,
      `其日志 ${p.journal} 没有结果。旧版本或新版本仍在提供服务。`,
    ),
    cure: text('Run again: the next run ends it first, then deploys.', '请重新运行：下次运行会先收尾，再部署。'),
  }),
  SWITCH_NOT_ENDED: (p: { app: string }) => ({
    what: text(
      `An earlier switch of ${p.app} was cut short, and could not be ended now.`,
      `${p.app} 之前的切换被中断，且目前无法收尾。`,
    ),
    why: text(
      'Another application may have held the lock for nginx all the while, or the disk is full.',
      '可能另一个应用一直占用 nginx 的锁，或者磁盘已满。',
    ),
    cure: text(
      'Run again in some minutes; the old or the new version serves meanwhile.',
      '请几分钟后重新运行；在此期间旧版本或新版本仍在提供服务。',
    ),
  }),
  SWITCH_STUCK: (p: { step: string }) => ({
    what: text(
      `The switch failed at ${p.step} and could not be undone whole.`,
      `切换在 ${p.step} 失败，且未能完全撤销。`,
    ),
    why: text('The output below shows what stood in the way.', '下方输出显示了障碍。'),
    cure: text(
      'Log in, look at `nginx -t` and `docker ps -a`, then run again.',
      '请登录服务器查看 `nginx -t` 和 `docker ps -a`，然后重新运行。',
    ),
  }),
  LINUX_UNKNOWN: (p: { system: string; missing: string }) => ({
    what: text(
      `${p.missing} missing, and how to install on ${p.system} is not known to this version.`,
      `缺少 ${p.missing}，且本版本不支持在 ${p.system} 上自动安装。`,
    ),
    why: text('Provisioning knows Debian and Ubuntu.', '自动安装支持 Debian 和 Ubuntu。'),
    cure: text(
      'Install docker, nginx, curl and openssl by hand, start the Docker Engine, then run again.',
      '请手动安装 docker、nginx、curl 和 openssl，启动 Docker Engine 后重新运行。',
    ),
  }),
  PROVISION_NEEDED: (p: { missing: string; command: string }) => ({
    what: text(`Missing on the server: ${p.missing}`, `服务器上缺少：${p.missing}`),
    why: text('`provision` is false, so nothing is installed.', '`provision` 为 false，因此不会安装任何软件。'),
    cure: text(
      `Set \`provision: true\`, or run on the server: ${p.command}`,
      `请设置 \`provision: true\`，或在服务器上执行：${p.command}`,
    ),
  }),
  PACKAGES_LOCKED: (_: Record<string, never>) => ({
    what: text(
      'Another apt or dpkg has been running on the server for ten minutes.',
      '服务器上的另一个 apt 或 dpkg 已运行十分钟。',
    ),
    why: text('Fresh cloud servers update themselves after their first boot.', '新的云服务器首次启动后会自动更新。'),
    cure: text(
      'Run again in some minutes; `ps aux | grep -E "apt|dpkg"` shows what runs.',
      '请几分钟后重新运行；`ps aux | grep -E "apt|dpkg"` 可查看正在运行的进程。',
    ),
  }),
  PACKAGES_UNREACHABLE: (p: { said: string }) => ({
    what: text(`The server cannot read its package lists: ${p.said}`, `服务器无法读取软件包列表：${p.said}`),
    why: text(
      'Its package mirror does not answer, or its name does not resolve.',
      '软件包镜像源无响应，或域名无法解析。',
    ),
    cure: text(
      'Check /etc/apt/sources.list and the server’s DNS; within Tencent Cloud use its own mirror.',
      '请检查 /etc/apt/sources.list 和服务器 DNS；腾讯云内请使用腾讯镜像源。',
    ),
  }),
  PACKAGES_NOT_INSTALLED: (p: { packages: string; said: string }) => ({
    what: text(`apt-get could not install ${p.packages}: ${p.said}`, `apt-get 无法安装 ${p.packages}：${p.said}`),
    why: text('The output below is apt’s own.', '下方为 apt 的输出。'),
    cure: text('Cure what apt names on the server, then run again.', '请在服务器上解决 apt 提示的问题后重新运行。'),
  }),
  DOCKER_NOT_STARTED: (_: Record<string, never>) => ({
    what: text('The Docker Engine does not start.', 'Docker Engine 无法启动。'),
    why: text('The output below is its own.', '下方为其输出。'),
    cure: text(
      'Look at `journalctl -u docker` on the server; often daemon.json or iptables is the cause.',
      '请在服务器上查看 `journalctl -u docker`；常见原因是 daemon.json 或 iptables。',
    ),
  }),
  DOCKER_SNAP: (_: Record<string, never>) => ({
    what: text('Docker is installed as a snap.', 'Docker 是以 snap 方式安装的。'),
    why: text(
      'A snap cannot mount folders outside its own, so that volumes would be empty.',
      'snap 无法挂载其目录之外的文件夹，数据卷会是空的。',
    ),
    cure: text(
      'Remove it (`snap remove docker`) and run again: docker is then installed from the distribution.',
      '请移除（`snap remove docker`）后重新运行：会改用发行版的 docker。',
    ),
  }),
  DOCKER_PODMAN: (_: Record<string, never>) => ({
    what: text('`docker` on this server is Podman.', '该服务器上的 `docker` 实际是 Podman。'),
    why: text(
      'It lacks restart policies at boot and other things this deployment rests on.',
      '它缺少开机重启策略等本部署依赖的功能。',
    ),
    cure: text(
      'Remove podman-docker and install Docker Engine, or remove it and let `provision` do so.',
      '请移除 podman-docker 并安装 Docker Engine，或移除后由 `provision` 安装。',
    ),
  }),
  DOCKER_ROOTLESS: (_: Record<string, never>) => ({
    what: text('The Docker Engine runs rootless.', 'Docker Engine 以 rootless 模式运行。'),
    why: text(
      'Its containers do not come back after a reboot unless their user lingers, and ports pass through a proxy of its own.',
      '其容器在重启后不会自动恢复（除非用户开启 linger），端口也经过其自己的代理。',
    ),
    cure: text(
      'Install the Docker Engine of the system and stop the rootless one.',
      '请安装系统级 Docker Engine 并停用 rootless 引擎。',
    ),
  }),
  DOCKER_TOO_OLD: (p: { version: string; image: string; needed: string }) => ({
    what: text(
      `Docker Engine ${p.version} is too old for ${p.image}; ${p.needed} is needed.`,
      `Docker Engine ${p.version} 版本过低，无法用于 ${p.image}；需要 ${p.needed} 以上。`,
    ),
    why: text(
      'Its seccomp profile refuses system calls of newer base images, so that Java does not start.',
      '其 seccomp 配置会拒绝新基础镜像的系统调用，导致 Java 无法启动。',
    ),
    cure: text(
      'Update the Docker Engine, or choose an older `base-image`.',
      '请升级 Docker Engine，或选用较旧的 `base-image`。',
    ),
  }),
  DAEMON_JSON_INVALID: (_: Record<string, never>) => ({
    what: text('/etc/docker/daemon.json is not a JSON object.', '/etc/docker/daemon.json 不是 JSON 对象。'),
    why: text(
      'To add a registry mirror it must be read; writing it anew would lose what it says.',
      '添加镜像加速需要读取该文件；重写会丢失其内容。',
    ),
    cure: text(
      'Correct the file (`python3 -m json.tool /etc/docker/daemon.json` shows where).',
      '请修正该文件（`python3 -m json.tool /etc/docker/daemon.json` 可定位错误）。',
    ),
  }),
  CONTAINER_NOT_OURS: (p: { container: string; owner: string }) => ({
    what: text(
      `A container named ${p.container} exists and is not of this application (owner: ${p.owner}).`,
      `已存在名为 ${p.container} 的容器，且不属于本应用（所有者：${p.owner}）。`,
    ),
    why: text(
      'It was set up by hand or by another application; replacing it could lose its data.',
      '它由手工或其他应用创建；替换可能丢失数据。',
    ),
    cure: text(
      'Choose another `app`, or rename it (`docker rename`) and stop it when its data is safe.',
      '请改用其他 `app` 名称，或在确认数据安全后将其改名（`docker rename`）并停止。',
    ),
  }),
  CONTAINER_NOT_STARTED: (p: { image: string }) => ({
    what: text(`The container of ${p.image} could not be started.`, `无法启动 ${p.image} 的容器。`),
    why: text('The output below is docker’s own.', '下方为 docker 的输出。'),
    cure: text(
      'Correct `volumes`, `docker-options` or what docker names.',
      '请修正 `volumes`、`docker-options` 或 docker 提示的问题。',
    ),
  }),
  HEALTH_FAILED: (p: {
    container: string;
    path: string;
    port: number;
    status: string;
    expected: string;
    seconds: number;
  }) => ({
    what: text(
      `The application answers ${p.status} on ${p.path}, port ${p.port}; ${p.expected} is awaited (${p.seconds} s long).`,
      `应用在端口 ${p.port} 的 ${p.path} 返回 ${p.status}；期望 ${p.expected}（已等待 ${p.seconds} 秒）。`,
    ),
    why: text(
      `It runs in ${p.container}, but does not say that it is well. Its last log lines are below.`,
      `应用在 ${p.container} 中运行，但未报告健康。下方为其最后的日志。`,
    ),
    cure: text(
      'Cure what its log names (a database that is not reached?), or set `health-path` and `health-status`.',
      '请按日志处理（例如数据库无法连接），或设置 `health-path` 和 `health-status`。',
    ),
  }),
  EMBEDDED_DATABASE: (p: { database: string; app: string }) => ({
    what: text(
      `The application keeps its data in a file (${p.database}), which two versions at once cannot share.`,
      `应用将数据保存在文件中（${p.database}），两个版本无法同时使用。`,
    ),
    why: text(
      'A deploy starts the new version beside the old one before it switches.',
      '部署时会先让新版本与旧版本并行运行，再切换。',
    ),
    cure: text(
      `Use a database server (MySQL), or stop the old version first: docker rm -f ${p.app} (the site is down until the deploy ends).`,
      `请改用数据库服务器（MySQL），或先停止旧版本：docker rm -f ${p.app}（部署完成前服务不可用）。`,
    ),
  }),
  MEMORY_TOO_SMALL: (p: { needed: string; available: string }) => ({
    what: text(
      `Two versions at once need about ${p.needed} MB more; ${p.available} MB are available.`,
      `两个版本同时运行约需 ${p.needed} MB 内存；可用 ${p.available} MB。`,
    ),
    why: text(
      'The old version uses that much, and the new one will stand beside it for a while.',
      '旧版本占用这么多内存，新版本会与其并行一段时间。',
    ),
    cure: text(
      'Stop what is not needed on the server, add swap, or choose a larger server.',
      '请停止服务器上不需要的程序、增加 swap，或升级服务器。',
    ),
  }),
  NO_PORT_LEFT: (p: { from: number; to: number }) => ({
    what: text(
      `No port from ${p.from} to ${p.to} is free on the server’s loopback.`,
      `服务器回环地址上 ${p.from} 到 ${p.to} 没有空闲端口。`,
    ),
    why: text('Every container has a loopback port of its own.', '每个容器都有自己的回环端口。'),
    cure: text('Look at `ss -ltnp` on the server for what holds them.', '请在服务器上用 `ss -ltnp` 查看占用者。'),
  }),
  PORT_TAKEN: (p: { port: number; process: string; pid: number | string; address: string }) => ({
    what: text(
      `Port ${p.port} is held by ${p.process} (pid ${p.pid}, ${p.address}).`,
      `端口 ${p.port} 被 ${p.process} 占用（pid ${p.pid}，${p.address}）。`,
    ),
    why: text(
      'nginx is to listen there; its reload would return 0 and go on with the old configuration.',
      'nginx 需要监听该端口；否则 reload 会返回 0 却继续使用旧配置。',
    ),
    cure: text('Stop that program, or choose another `https-port`.', '请停止该程序，或改用其他 `https-port`。'),
  }),
  BASE_IMAGE_UNREACHABLE: (p: { detail: string }) => ({
    what: text(`The base image could not be pulled: ${p.detail}`, `无法拉取基础镜像：${p.detail}`),
    why: text(
      'The server does not reach the registry. Docker Hub is hardly reachable from China.',
      '服务器无法访问镜像仓库。国内几乎无法访问 Docker Hub。',
    ),
    cure: text(
      'In this order: add a registry mirror to /etc/docker/daemon.json (on Tencent Cloud https://mirror.ccs.tencentyun.com); set `base-image` to one in a registry that the server reaches; or bring it once by hand: docker save IMAGE | ssh SERVER docker load.',
      '依次尝试：在 /etc/docker/daemon.json 中添加镜像加速（腾讯云为 https://mirror.ccs.tencentyun.com）；将 `base-image` 设为服务器可访问仓库中的镜像；或手动导入一次：docker save 镜像 | ssh 服务器 docker load。',
    ),
  }),
  BASE_IMAGE_UNKNOWN: (p: { detail: string }) => ({
    what: text(`The registry does not have the base image: ${p.detail}`, `镜像仓库中没有该基础镜像：${p.detail}`),
    why: text(
      'Its name or tag is misspelt, it was withdrawn (openjdk was), or it is private.',
      '名称或标签有误、已下架（如 openjdk），或为私有镜像。',
    ),
    cure: text(
      'Correct FROM in the Dockerfile or `base-image`; eclipse-temurin replaces openjdk.',
      '请修正 Dockerfile 的 FROM 或 `base-image`；openjdk 可用 eclipse-temurin 代替。',
    ),
  }),
  BUILD_DISK_FULL: (_: Record<string, never>) => ({
    what: text('The disk of the server became full during the build.', '构建过程中服务器磁盘已满。'),
    why: text('Docker keeps images under its root directory.', 'Docker 将镜像保存在其根目录下。'),
    cure: text(
      'Make room: `docker image prune`, `docker builder prune`, old logs; then run again.',
      '请清理空间：`docker image prune`、`docker builder prune`、旧日志；然后重新运行。',
    ),
  }),
  BUILD_FAILED: (p: { detail: string }) => ({
    what: text(`docker build failed: ${p.detail}`, `docker build 失败：${p.detail}`),
    why: text('The last lines of its output are below.', '下方为其输出的最后几行。'),
    cure: text(
      'Correct the Dockerfile; `docker build` on your own machine shows the same.',
      '请修正 Dockerfile；在本机运行 `docker build` 可复现。',
    ),
  }),
  NGINX_IN_CONTAINER: (_: Record<string, never>) => ({
    what: text('nginx runs in a container on this server.', '该服务器上的 nginx 运行在容器中。'),
    why: text(
      'Its files and ports are the container’s; a second nginx on the host would fight for them.',
      '其文件和端口属于容器；在主机上再装一个 nginx 会冲突。',
    ),
    cure: text(
      'Move its sites to an nginx on the host and stop the container, then run again.',
      '请将其站点迁移到主机上的 nginx 并停止该容器，然后重新运行。',
    ),
  }),
  NGINX_SEVERAL: (p: { pids: string }) => ({
    what: text(
      `Several nginx masters run on this server (pids ${p.pids}).`,
      `该服务器上运行着多个 nginx 主进程（pid ${p.pids}）。`,
    ),
    why: text('Which of them is to serve cannot be told.', '无法判断由哪个提供服务。'),
    cure: text('Stop all but one, then run again.', '请只保留一个，然后重新运行。'),
  }),
  NGINX_BROKEN_BEFORE: (p: { said: string }) => ({
    what: text(
      `nginx on this server does not accept its own configuration: ${p.said}`,
      `服务器上的 nginx 不接受其现有配置：${p.said}`,
    ),
    why: text(
      'It was broken before this deploy; nothing of it is ours to change.',
      '在本次部署之前就已损坏；不属于本部署可更改的内容。',
    ),
    cure: text(
      'Correct the file that it names (`nginx -t`), then run again.',
      '请修正其指出的文件（`nginx -t`），然后重新运行。',
    ),
  }),
  NGINX_NO_INCLUDE: (p: { main: string }) => ({
    what: text(`The http block of ${p.main} includes no folder.`, `${p.main} 的 http 块没有 include 任何目录。`),
    why: text('The application’s file must lie where nginx reads it.', '应用的配置文件必须放在 nginx 会读取的位置。'),
    cure: text(
      'Add to its http block: include /etc/nginx/conf.d/*.conf;',
      '请在其 http 块中加入：include /etc/nginx/conf.d/*.conf;',
    ),
  }),
  NGINX_FILE_NOT_OURS: (p: { file: string; owner: string }) => ({
    what: text(
      `${p.file} exists and is not of this application (owner: ${p.owner}).`,
      `${p.file} 已存在，且不属于本应用（所有者：${p.owner}）。`,
    ),
    why: text(
      'It was written by hand or for another application; the deploy would overwrite it.',
      '它由手工或其他应用写入；部署会覆盖它。',
    ),
    cure: text('Rename that file, or choose another `app`.', '请将该文件改名，或改用其他 `app` 名称。'),
  }),
  NGINX_REFUSED: (p: { said: string }) => ({
    what: text(`nginx refuses the new configuration: ${p.said}`, `nginx 拒绝新配置：${p.said}`),
    why: text('It was judged beside the live files, which were not touched.', '检查是在副本上进行的，未改动线上文件。'),
    cure: text(
      'Correct `nginx-snippet` or what nginx names, then run again.',
      '请修正 `nginx-snippet` 或 nginx 指出的问题，然后重新运行。',
    ),
  }),
  NGINX_NOT_STARTED: (p: { said: string }) => ({
    what: text(
      `nginx could not read its configuration anew or start: ${p.said}`,
      `nginx 无法重新加载或启动：${p.said}`,
    ),
    why: text(
      'Often another program holds port 80, which nginx’s default site wants.',
      '常见原因是其他程序占用了 nginx 默认站点需要的 80 端口。',
    ),
    cure: text(
      'Stop that program or remove nginx’s default site, then run again.',
      '请停止该程序或移除 nginx 的默认站点，然后重新运行。',
    ),
  }),
  NGINX_NOT_SWITCHED: (p: {
    port: string;
    status: string;
    release: string;
    configuration: string;
    fingerprint: string;
    expected: string;
  }) => ({
    what: text(`nginx does not serve the new version on port ${p.port}.`, `nginx 未在端口 ${p.port} 提供新版本。`),
    why: text(
      `Loopback brought status ${p.status}, release ${p.release}, configuration ${p.configuration}, certificate ${p.fingerprint}; expected: ${p.expected}.`,
      `回环访问得到状态 ${p.status}、版本 ${p.release}、配置 ${p.configuration}、证书 ${p.fingerprint}；期望：${p.expected}。`,
    ),
    cure: text(
      'Look at nginx’s error.log below: a port that cannot be bound, or a worker that does not start.',
      '请查看下方 nginx 的 error.log：端口无法绑定，或 worker 无法启动。',
    ),
  }),
  SERVER_BLOCK_TAKEN: (p: { domain: string; port: number; file: string; line: number }) => ({
    what: text(
      `nginx already has a server for ${p.domain}:${p.port} in ${p.file}, line ${p.line}.`,
      `nginx 已有 ${p.domain}:${p.port} 的 server，位于 ${p.file} 第 ${p.line} 行。`,
    ),
    why: text(
      'It is not managed by this deployment; of two servers with one name and port nginx uses only the first.',
      '它不由本部署管理；同名同端口的两个 server，nginx 只使用第一个。',
    ),
    cure: text(
      'Remove that server block, or choose another `https-port` or `domain`; where it is the port of the application, set `publish-app-port: false`.',
      '请移除该 server 块，或改用其他 `https-port` 或 `domain`；若为应用端口，请设置 `publish-app-port: false`。',
    ),
  }),
  PROFILE_SET_TWICE: (p: { dockerfile: string; input: string }) => ({
    what: text(
      `The Dockerfile sets the Spring profile ${p.dockerfile}, and \`spring-profile\` says ${p.input}.`,
      `Dockerfile 设置了 Spring profile ${p.dockerfile}，而 \`spring-profile\` 为 ${p.input}。`,
    ),
    why: text(
      'The command line of the Dockerfile wins, so that the input would do nothing.',
      'Dockerfile 的命令行优先，该输入不会生效。',
    ),
    cure: text(
      'Leave `spring-profile` out, or take the profile out of the Dockerfile.',
      '请去掉 `spring-profile`，或从 Dockerfile 中移除 profile。',
    ),
  }),
  CONTEXT_UNREADABLE: (p: { folder: string; detail: string }) => ({
    what: text(
      `\`context\` cannot be read: ${p.folder} (${p.detail})`,
      `无法读取 \`context\`：${p.folder}（${p.detail}）`,
    ),
    why: text('It must be a folder of the checkout.', '它必须是检出代码中的一个目录。'),
    cure: text('Correct the path.', '请改正路径。'),
  }),
  APPLICATION_SPEAKS_HTTPS: (p: { app: string }) => ({
    what: text(
      `${p.app} itself speaks https (server.ssl in its configuration).`,
      `${p.app} 自身使用 https（配置中的 server.ssl）。`,
    ),
    why: text('nginx ends TLS and passes plain http on, over loopback.', 'TLS 由 nginx 终止，并通过回环以 http 转发。'),
    cure: text(
      'Set server.ssl.enabled=false for the active profile.',
      '请在所用 profile 中设置 server.ssl.enabled=false。',
    ),
  }),
};
