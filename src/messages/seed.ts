import { type Text, text } from './text.ts';

/** What the log says of a base image that comes from the runner, and why the runner cannot help. */
export const seedMessages = {
  instead: (image: string): Text =>
    text(`The server could not pull ${image}; the runner sends it.`, `服务器无法拉取 ${image}，改由运行器发送。`),
  serverAfterAll: text('The server tries to pull it instead.', '改由服务器尝试拉取。'),
  sends: (count: number, all: number, size: string): Text =>
    text(
      `Sending ${count} of ${all} layers, ${size} compressed; the server has the other ${all - count}.`,
      `共 ${all} 层，发送 ${count} 层（压缩后 ${size}），服务器上已有 ${all - count} 层。`,
    ),
  allLayers: text(
    'A layer that the server had is gone; all layers are sent.',
    '服务器上原有的某一层已不存在，改为发送全部层。',
  ),
  loaded: (image: string): Text => text(`The server has ${image}.`, `服务器已有 ${image}。`),
  taken: (image: string): Text =>
    text(
      `${image} appeared on the server in the meantime; that image is used and was not replaced.`,
      `服务器上已出现 ${image}，将使用该镜像，未被替换。`,
    ),
  notSaved: (said: string): Text =>
    text(`The runner cannot export the image: ${said}`, `运行器无法导出该镜像：${said}`),
  otherArchitecture: (architecture: string): Text =>
    text(
      `The runner’s copy of the image has no files for linux/${architecture}.`,
      `运行器上没有适用于 linux/${architecture} 的镜像文件。`,
    ),
  noDocker: text('The runner has no Docker.', '运行器上没有 Docker。'),
  dockerSilent: (said: string): Text =>
    text(`The runner’s Docker does not answer: ${said}`, `运行器上的 Docker 无响应：${said}`),
  noLinuxImages: text('The runner’s Docker has no Linux images.', '运行器上的 Docker 不支持 Linux 镜像。'),
  byDigest: text(
    'The runner cannot send it: the image is named by its digest, which only a registry can give.',
    '无法由运行器发送：镜像以摘要（digest）指定，只能从镜像仓库取得。',
  ),
  otherPlatform: (platform: string, architecture: string): Text =>
    text(
      `The runner has it for ${platform} only, and the server needs linux/${architecture}.`,
      `运行器上的该镜像只适用于 ${platform}，而服务器需要 linux/${architecture}。`,
    ),
  notInRegistry: (architecture: string): Text =>
    text(
      `The runner cannot pull it: its registry does not have it for linux/${architecture}.`,
      `运行器无法拉取：镜像仓库中没有适用于 linux/${architecture} 的版本。`,
    ),
  notPulled: (said: string): Text => text(`The runner cannot pull it: ${said}`, `运行器无法拉取：${said}`),
};
