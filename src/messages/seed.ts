import { type Text, text } from './text.ts';

/** What the log says of a base image that comes from the runner. */
export const seedMessages = {
  instead: (image: string): Text =>
    text(`The server could not pull ${image}; the runner sends it.`, `服务器无法拉取 ${image}，改由运行器发送。`),
  serverAfterAll: text('The server tries to pull it instead.', '改由服务器尝试拉取。'),
  sends: (count: number, all: number, size: string): Text =>
    text(
      `${count} of ${all} layers are sent, ${size} compressed; the server has ${all - count}.`,
      `共 ${all} 层，发送 ${count} 层（压缩后 ${size}），服务器上已有 ${all - count} 层。`,
    ),
  allLayers: text(
    'A layer that the server had is gone; all layers are sent.',
    '服务器上原有的某一层已不存在，改为发送全部层。',
  ),
  loaded: (image: string): Text => text(`The server has ${image}.`, `服务器已有 ${image}。`),
  taken: (image: string): Text =>
    text(
      `${image} came to the server meanwhile and is used; it was not replaced.`,
      `服务器上已出现 ${image}，将使用该镜像，未被替换。`,
    ),
  notSaved: (said: string): Text => text(`The runner cannot export it: ${said}`, `运行器无法导出该镜像：${said}`),
  otherArchitecture: (architecture: string): Text =>
    text(
      `The runner has no files of it for linux/${architecture}.`,
      `运行器上没有适用于 linux/${architecture} 的镜像文件。`,
    ),
};
