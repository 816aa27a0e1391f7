import { type Text, text } from '../text.ts';
import { freeDocker } from './disk.ts';
import {
  curesOfUnreachable,
  fromRunner,
  type UnreachableImage,
  whyNotRunner,
  whyUnreachable,
} from './unreachable-image.ts';

/** Failures of base images, of registries and of builds. */
export const baseImageErrors = {
  REGISTRY_MIRROR_SILENT: (p: { url: string; seconds: number }) => ({
    what: text(
      `The registry mirror ${p.url} did not answer within ${p.seconds} s.`,
      `镜像加速 ${p.url} 在 ${p.seconds} 秒内无响应。`,
    ),
    why: text(
      'It is in `registry-mirrors` of /etc/docker/daemon.json. Docker waits for it at every pull, then uses another source.',
      '它在 /etc/docker/daemon.json 的 `registry-mirrors` 中，每次拉取镜像 Docker 都会先等待它，再改用其他来源。',
    ),
    cure: text(
      'On the server, remove it from /etc/docker/daemon.json or replace it by one that answers, then run `systemctl reload docker`.',
      '请在服务器的 /etc/docker/daemon.json 中将其删除或替换为可用的地址，然后执行 `systemctl reload docker`。',
    ),
  }),
  BASE_IMAGE_UNREACHABLE: (p: UnreachableImage) => ({
    what: text(`The base image ${p.image} could not be pulled: ${p.said}`, `无法拉取基础镜像 ${p.image}：${p.said}`),
    why: whyUnreachable(p),
    cure: curesOfUnreachable(p),
  }),
  BASE_IMAGE_UNKNOWN: (p: { image: string; said: string; runner: string | Text | undefined }) => ({
    what: text(
      `The registry does not have the base image ${p.image}: ${p.said}`,
      `镜像仓库中没有基础镜像 ${p.image}：${p.said}`,
    ),
    why: text(
      `Its name or tag is misspelt, it was withdrawn (as openjdk was), or it is private.${whyNotRunner(p.runner).en}`,
      `名称或标签有误、已下架（如 openjdk），或为私有镜像。${whyNotRunner(p.runner).zh}`,
    ),
    cure: text(
      'Correct the name and the tag in `base-image`, or in FROM of the Dockerfile; `eclipse-temurin` replaces `openjdk`. If the image is private, run `docker login` for its registry on the server, as root. If an earlier step of the job builds it, build it for the server’s processor: the action then sends it from the runner.',
      '请修正 `base-image` 或 Dockerfile 中 FROM 的名称和标签；`openjdk` 可用 `eclipse-temurin` 代替。如为私有镜像，请在服务器上以 root 对其仓库执行 `docker login`。如由任务中之前的步骤构建，请按服务器的处理器构建：本 Action 会由运行器发送。',
    ),
  }),
  BASE_IMAGE_PLATFORM: (p: { image: string; architecture: string }) => ({
    what: text(
      `The base image ${p.image} does not exist for this server’s processor (${p.architecture}).`,
      `基础镜像 ${p.image} 不支持该服务器的处理器（${p.architecture}）。`,
    ),
    why: text('Its registry has it for other processors only.', '镜像仓库中只有其他处理器的版本。'),
    cure: text(
      'Set `base-image`, or FROM in the Dockerfile, to an image that is published for this processor: those of `eclipse-temurin` are published for x86_64 and aarch64, but not those with `alpine` in the tag for every version.',
      '请将 `base-image` 或 Dockerfile 的 FROM 改为支持该处理器的镜像：`eclipse-temurin` 提供 x86_64 和 aarch64 版本，但标签含 `alpine` 的并非每个版本都有。',
    ),
  }),
  REGISTRY_LIMIT: (p: { image: string; registry: string; runner: string | Text | undefined }) => ({
    what: text(
      `${p.registry} refuses to send ${p.image}: too many pulls from this address.`,
      `${p.registry} 拒绝发送 ${p.image}：该地址的拉取次数过多。`,
    ),
    why: text(
      `Registries limit the pulls of one address within some hours; servers behind one address share the limit.${whyNotRunner(p.runner).en}`,
      `镜像仓库会限制同一地址数小时内的拉取次数，共用出口地址的服务器共用该限额。${whyNotRunner(p.runner).zh}`,
    ),
    cure: text(
      'Run again in some hours; or log in on the server as root (`docker login`), which raises the limit; or set `base-image` to the same image in another registry; or use a runner that has Docker, which then sends the image.',
      '请数小时后重新运行；或以 root 在服务器上登录（`docker login`）以提高限额；或将 `base-image` 设为其他仓库中的同一镜像；或使用装有 Docker 的运行器，由其发送镜像。',
    ),
  }),
  BASE_IMAGE_NOT_PULLED: (p: { image: string; said: string; runner: string | Text | undefined }) => ({
    what: text(`The base image ${p.image} could not be pulled: ${p.said}`, `无法拉取基础镜像 ${p.image}：${p.said}`),
    why: text(
      `These are Docker’s own words.${whyNotRunner(p.runner).en}`,
      `以上为 Docker 的原文。${whyNotRunner(p.runner).zh}`,
    ),
    cure: text(
      `1. Run \`docker pull ${p.image}\` on the server, as root, and fix what it reports. 2. ${fromRunner.en}`,
      `1. 请以 root 在服务器上执行 \`docker pull ${p.image}\`，并解决其报告的问题。2. ${fromRunner.zh}`,
    ),
  }),
  BASE_IMAGE_NOT_LOADED: (p: { image: string; said: string }) => ({
    what: text(
      `The server’s Docker did not take in the base image ${p.image} that the runner sent: ${p.said}`,
      `服务器上的 Docker 未能导入运行器发送的基础镜像 ${p.image}：${p.said}`,
    ),
    why: text(
      '`docker load` failed, or what it made is not the image that was sent; that was removed.',
      '`docker load` 失败，或导入的结果与发送的镜像不一致（已删除）。',
    ),
    cure: text(
      'Fix what Docker reports (`journalctl -u docker` on the server), then run again: what was sent is kept.',
      '请解决 Docker 报告的问题（在服务器上执行 `journalctl -u docker`），然后重新运行：已发送的内容会保留。',
    ),
  }),
  BUILD_DISK_FULL: (_: Record<string, never>) => ({
    what: text(
      'The disk of the server became full while the image was pulled or built.',
      '拉取或构建镜像时服务器磁盘已满。',
    ),
    why: text('Docker keeps images under its root directory.', 'Docker 将镜像保存在其根目录下。'),
    cure: freeDocker,
  }),
  JAR_NOT_UNPACKED: (p: { path: string }) => ({
    what: text(`${p.path} could not be unpacked into the layers of the image.`, `无法将 ${p.path} 解包为镜像的各层。`),
    why: text(
      'The disk is full, or the file was changed on the server after it was checked. The output below says which.',
      '磁盘已满，或该文件在校验之后于服务器上被改动。下方输出说明了具体原因。',
    ),
    cure: text(
      '1. Check the free space: `df -h`. 2. Run again. 3. If it fails again, remove the file on the server; the next run uploads it.',
      '1. 检查剩余空间：`df -h`。2. 重新运行。3. 若再次失败，请在服务器上删除该文件，下次运行会重新上传。',
    ),
  }),
  BUILD_FAILED: (p: { detail: string }) => ({
    what: text(`docker build failed: ${p.detail}`, `docker build 失败：${p.detail}`),
    why: text('The last lines of its output are below.', '下方为其输出的最后几行。'),
    cure: text(
      'Correct the Dockerfile; `docker build` on your own machine shows the same. If a command of it did not reach a network (npm, apt, Maven), the server does not: set a mirror that it reaches in the Dockerfile.',
      '请修正 Dockerfile；在本机运行 `docker build` 可复现。如其中的命令无法访问网络（npm、apt、Maven），是服务器无法访问：请在 Dockerfile 中设置服务器可访问的镜像源。',
    ),
  }),
};
