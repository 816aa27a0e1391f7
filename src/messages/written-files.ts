import { type Text, text } from './text.ts';
import { keepDatabase, moveBeside } from './ways-to-keep.ts';

/** What is said of files that an application writes outside its mounts. */
export const writtenFilesMessages = {
  outsideMounts: (p: {
    container: string;
    files: string;
    count: string;
    volumes: string;
    beside: string;
    mounted: string;
  }): Text => {
    const beside = moveBeside(p.beside, p.mounted);
    return text(
      [
        `The application writes outside its mounts (${p.count} file(s) in the container ${p.container}): ${p.files}. A later deploy stops rather than lose them.`,
        ...(p.volumes === '' ? [] : [`To keep such files, mount their folders:\n${p.volumes}`]),
        ...(p.beside === '' ? [] : [beside.en]),
      ].join('\n'),
      [
        `应用写在了挂载之外（容器 ${p.container} 中 ${p.count} 个文件）：${p.files}。之后的部署会中止，而不是让它们丢失。`,
        ...(p.volumes === '' ? [] : [`要保留这类文件，请挂载其文件夹：\n${p.volumes}`]),
        ...(p.beside === '' ? [] : [beside.zh]),
      ].join('\n'),
    );
  },
  discarded: (p: { container: string; files: string; count: string }): Text =>
    text(
      `\`container-files: discard\`: ${p.count} file(s) of the container ${p.container} are lost with this deploy: ${p.files}`,
      `\`container-files: discard\`：容器 ${p.container} 的 ${p.count} 个文件会随本次部署丢失：${p.files}`,
    ),
  unseen: (container: string): Text =>
    text(
      `Docker does not list what the application wrote in the container ${container}: run \`docker diff ${container}\` on the server.`,
      `Docker 无法列出应用在容器 ${container} 中写入的内容：请在服务器上执行 \`docker diff ${container}\`。`,
    ),
  carried: (folder: string, host: string): Text =>
    text(
      `${folder} of the container is copied to ${host} and stays mounted. To choose another place later, stop the container, move the files there, and name it in \`volumes\`.`,
      `容器的 ${folder} 会复制到 ${host} 并一直挂载。日后如需更换位置，请停止容器，将文件移动过去，并在 \`volumes\` 中写明。`,
    ),
  keptForFiles: (container: string): Text =>
    text(
      `The old container ${container} is kept: it may hold files that the version that followed does not have. Copy what you need, such as by \`docker cp ${container}:<file> /root/\`.`,
      `旧容器 ${container} 予以保留：其中可能有之后的版本没有的文件。请复制需要的文件，例如 \`docker cp ${container}:<文件> /root/\`。`,
    ),
  database: (p: { url: string; path: string; volumes: string; variable: string }): Text => {
    const keep = keepDatabase(p);
    return text(
      `The application seems to keep its database in the container itself (${p.url}), outside its mounts. Each deploy replaces the container.\n${keep.en}`,
      `应用似乎将数据库保存在容器自身之中（${p.url}），在挂载之外。每次部署都会替换容器。\n${keep.zh}`,
    );
  },
};
