import { text } from '../text.ts';
import { baseImageErrors } from './base-image.ts';

/** Failures of the Docker Engine, of base images and of builds. */
export const dockerErrors = {
  DOCKER_NOT_STARTED: (p: { said: string }) => ({
    what: text(`The Docker Engine does not start: ${p.said}`, `Docker Engine 无法启动：${p.said}`),
    why: text('These are its own last words, or the state of its unit.', '以上为其最后的输出，或其服务的状态。'),
    cure: text(
      'On the server, fix what it names, then run `systemctl reset-failed docker; systemctl restart docker`; `journalctl -u docker -n 50` shows more. If it names /etc/docker/daemon.json, correct that file. If it names iptables, install the package `iptables`. If it names a disk, see `df -h /var/lib/docker`.',
      '请在服务器上解决其指出的问题，然后执行 `systemctl reset-failed docker; systemctl restart docker`；`journalctl -u docker -n 50` 可查看更多输出。如提到 /etc/docker/daemon.json，请修正该文件；如提到 iptables，请安装软件包 `iptables`；如提到磁盘，请查看 `df -h /var/lib/docker`。',
    ),
  }),
  DOCKER_CLIENT_MISSING: (_: Record<string, never>) => ({
    what: text(
      'The Docker Engine is installed, but its command `docker` is not.',
      '已安装 Docker Engine，但缺少 `docker` 命令。',
    ),
    why: text(
      'Some distributions put the command into a package of its own (from Debian 13 on, docker-cli).',
      '部分发行版将该命令放在单独的软件包中（Debian 13 起为 docker-cli）。',
    ),
    cure: text(
      'On the server, as root, install it: `apt-get install docker-cli docker-buildx` on Debian, `dnf install docker-ce-cli` with Docker’s own packages. Then run again.',
      '请以 root 在服务器上安装：Debian 为 `apt-get install docker-cli docker-buildx`，Docker 官方软件包为 `dnf install docker-ce-cli`。然后重新运行。',
    ),
  }),
  DOCKER_MASKED: (p: { units: string }) => ({
    what: text(
      `systemd on the server is configured not to start ${p.units}.`,
      `服务器上的 systemd 被设置为不启动 ${p.units}。`,
    ),
    why: text(
      'The unit is masked (`systemctl mask`), so that nothing starts the Docker Engine.',
      '该服务已被屏蔽（`systemctl mask`），任何程序都无法启动 Docker Engine。',
    ),
    cure: text(
      `If Docker may run on this server, run there as root: systemctl unmask ${p.units}`,
      `如允许在该服务器上运行 Docker，请以 root 执行：systemctl unmask ${p.units}`,
    ),
  }),
  DOCKER_SNAP: (_: Record<string, never>) => ({
    what: text('Docker is installed as a snap.', 'Docker 是以 snap 方式安装的。'),
    why: text(
      'A snap cannot mount folders outside its own, so that volumes would be empty.',
      'snap 无法挂载其目录之外的文件夹，数据卷会是空的。',
    ),
    cure: text(
      'Its containers, images and volumes go with it. On the server, list them (`docker ps -a`, `docker volume ls`) and copy what you need into your home folder, since a snap writes nowhere else (`cd`, then `docker cp CONTAINER:PATH .` and `docker save IMAGE >image.tar`). Then run `snap remove docker`, and run this workflow again: Docker is then installed from the distribution.',
      '移除 snap 会同时删除其容器、镜像和数据卷。请先在服务器上列出（`docker ps -a`、`docker volume ls`）并将所需内容备份到主目录，snap 无法写入其他位置（先 `cd`，再 `docker cp 容器:路径 .`、`docker save 镜像 >image.tar`），再执行 `snap remove docker`，然后重新运行工作流：会改用发行版的 Docker。',
    ),
  }),
  DOCKER_PODMAN: (_: Record<string, never>) => ({
    what: text('`docker` on this server is Podman.', '该服务器上的 `docker` 实际是 Podman。'),
    why: text(
      'It lacks restart policies at boot and other things that this deployment needs.',
      '它缺少开机重启策略等本部署依赖的功能。',
    ),
    cure: text(
      'On the server, as root: `apt-get remove podman-docker` on Debian and Ubuntu, `yum remove podman-docker` elsewhere. Containers of Podman stay, and `podman` still manages them. Then run again: with `provision: true` Docker Engine is installed.',
      '请以 root 在服务器上执行：Debian 和 Ubuntu 为 `apt-get remove podman-docker`，其他系统为 `yum remove podman-docker`。Podman 的容器不受影响，仍可用 `podman` 管理。然后重新运行：`provision: true` 会安装 Docker Engine。',
    ),
  }),
  DOCKER_ROOTLESS: (_: Record<string, never>) => ({
    what: text('The Docker Engine runs rootless.', 'Docker Engine 以 rootless 模式运行。'),
    why: text(
      'Its containers do not come back after a reboot unless their user lingers, and ports pass through a proxy of its own.',
      '其容器在重启后不会自动恢复（除非用户开启 linger），端口也经过其自己的代理。',
    ),
    cure: text(
      'As the user who runs the rootless engine: `systemctl --user disable --now docker`. As root: `docker context use default`, and remove DOCKER_HOST from the start-up files of root. Install the Docker Engine of the system if it is missing, and start it: `systemctl enable --now docker`. Then run again.',
      '以运行 rootless 引擎的用户执行：`systemctl --user disable --now docker`；以 root 执行：`docker context use default`，并从 root 的启动文件中删除 DOCKER_HOST。如缺少系统级 Docker Engine，请安装并启动：`systemctl enable --now docker`。然后重新运行。',
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
      'Update the Docker Engine: `apt-get update && apt-get install --only-upgrade docker.io` (or `docker-ce`, as the package is named), `yum update docker-ce` elsewhere; its containers restart. If only a base image needs it, you can instead set `base-image` to one with an older system, whose tag ends with `-focal`, such as `eclipse-temurin:17-jre-focal`.',
      '请升级 Docker Engine：`apt-get update && apt-get install --only-upgrade docker.io`（或 `docker-ce`，以实际软件包名为准），其他系统为 `yum update docker-ce`；容器会重启。如仅基础镜像需要，也可将 `base-image` 设为基于较旧系统、标签以 `-focal` 结尾的镜像，例如 `eclipse-temurin:17-jre-focal`。',
    ),
  }),
  DAEMON_JSON_INVALID: (_: Record<string, never>) => ({
    what: text('/etc/docker/daemon.json is not a JSON object.', '/etc/docker/daemon.json 不是 JSON 对象。'),
    why: text(
      'To add a registry mirror it must be read; writing it again would lose what it says.',
      '添加镜像加速需要读取该文件；重写会丢失其内容。',
    ),
    cure: text(
      'Correct the file, as UTF-8 text. `python3 -m json.tool /etc/docker/daemon.json` shows where it is wrong; without Python, `dockerd --validate` does (Docker 23 or later).',
      '请修正该文件（须为 UTF-8 文本）。`python3 -m json.tool /etc/docker/daemon.json` 可定位错误；没有 Python 时可用 `dockerd --validate`（Docker 23 及以上）。',
    ),
  }),
  DAEMON_JSON_CHANGED: (_: Record<string, never>) => ({
    what: text(
      '/etc/docker/daemon.json was changed while the deployment ran.',
      '部署过程中 /etc/docker/daemon.json 被修改。',
    ),
    why: text(
      'The action adds a registry mirror to this file. Writing it now would lose the change. The file was not changed by the action.',
      '本 Action 要在该文件中添加镜像加速；此时写入会丢失这一修改。本 Action 未修改该文件。',
    ),
    cure: text('Run the workflow again. It reads the file again.', '请重新运行工作流，它会重新读取该文件。'),
  }),
  IMAGE_TAG_TAKEN: (p: { tag: string }) => ({
    what: text(`The image name ${p.tag} is already in use on the server.`, `服务器上已有名为 ${p.tag} 的镜像。`),
    why: text(
      'The action builds an image of this name and does not replace one that it did not build. Nothing was changed.',
      '本 Action 要构建该名称的镜像，但不会替换不是由它构建的镜像。尚未做任何修改。',
    ),
    cure: text(
      `Give it another name: docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`,
      `请为其改名：docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`,
    ),
  }),
  IMAGE_MISSING: (p: { tag: string; base: string }) => ({
    what: text(
      `Image ${p.tag} was removed, and cannot be rebuilt: its base image ${p.base} is missing as well.`,
      `镜像 ${p.tag} 已被删除，且无法重新构建：基础镜像 ${p.base} 也不存在。`,
    ),
    why: text(
      'Images are often removed by `docker image prune -a`. A rollback downloads nothing. Nothing was changed.',
      '镜像常被 `docker image prune -a` 删除。回滚不会下载任何内容。尚未做任何修改。',
    ),
    cure: text(
      `Bring the base image to the server, then run the rollback again: docker pull ${p.base}`,
      `请先在服务器上取得基础镜像，再重新回滚：docker pull ${p.base}`,
    ),
  }),
  IMAGE_LATEST_TAKEN: (p: { tag: string }) => ({
    what: text(`${p.tag} is left as it is.`, `${p.tag} 保持不变。`),
    why: text(
      'During the deploy it was given to an image that this action did not build.',
      '部署期间，该名称被用于不是由本 Action 构建的镜像。',
    ),
    cure: text(
      `To give the name back to this application, give the image another name: docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`,
      `如需将该名称还给本应用，请为镜像改名：docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`,
    ),
  }),
  ...baseImageErrors,
};
