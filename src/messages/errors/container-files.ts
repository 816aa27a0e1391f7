import { lines, type Text, text } from '../text.ts';
import { keepDatabase, type LostFilesWords, moveBeside, shownLines, waysToKeep } from '../ways-to-keep.ts';

/** Failures over files that an application wrote into its container, outside of its mounts. */
export const containerFilesErrors = {
  /** `variables`: a line of `env` for each folder. */
  FILES_UNMOUNTED: (p: { paths: string; volumes: string; variables: string }) => ({
    what: text(
      `The application's configuration names folders outside its mounts: ${p.paths}.`,
      `应用的配置使用了挂载之外的文件夹：${p.paths}。`,
    ),
    why: text(
      'Each deploy replaces the container: what is in such a folder is lost with it, or stops the next deploy (`container-files`). A relative path counts from the working folder of the container; one of Windows is a relative path on Linux.',
      '每次部署都会替换容器：这些文件夹中的内容会随之丢失，或使下一次部署中止（`container-files`）。相对路径以容器的工作目录为准；Windows 路径在 Linux 上也是相对路径。',
    ),
    cure: text(
      `${p.volumes === '' ? 'Use' : `Mount the folder:\n${p.volumes}\nOr use`} a folder that is mounted already; add to \`env\`:${shownLines(p.variables).replace(/^`/, ' `')}`,
      `${p.volumes === '' ? '请' : `请挂载该文件夹：\n${p.volumes}\n或者`}使用已挂载的文件夹，在 \`env\` 中加入：${shownLines(p.variables)}`,
    ),
  }),
  CONTAINER_FILES: (p: LostFilesWords) => ({
    what: text(
      `The container ${p.container} holds ${p.count} file(s) that were written outside its mounts: ${p.files}`,
      `容器 ${p.container} 中有 ${p.count} 个写在挂载之外的文件：${p.files}`,
    ),
    why: text(
      'They are stored in the container itself and are lost when this run replaces it. Temporary files, caches and logs are not counted. Nothing was changed.',
      '它们保存在容器自身之中，本次运行替换容器时会丢失。临时文件、缓存和日志不计在内。尚未做任何修改。',
    ),
    cure: waysToKeep(p),
  }),
  CONTAINER_FILES_NOT_CARRIED: (p: {
    container: string;
    inUse: string;
    beside: string;
    filled: string;
    mounted: string;
    copies: string;
  }) => ({
    what: text(
      `\`container-files: carry\` cannot bring along all files of the container ${p.container}: ${[p.inUse, p.beside, p.filled].filter(Boolean).join(', ')}`,
      `\`container-files: carry\` 无法带走容器 ${p.container} 的全部文件：${[p.inUse, p.beside, p.filled].filter(Boolean).join('、')}`,
    ),
    why: lines(
      ...(p.inUse === '' ? [] : [notWhileInUse(p.inUse)]),
      ...(p.beside === '' ? [] : [hidesImage(p.beside)]),
      ...(p.filled === '' ? [] : [alreadyFilled(p.filled)]),
      text('Nothing was changed.', '尚未做任何修改。'),
    ),
    cure: lines(
      ...(p.inUse === ''
        ? []
        : [
            text(
              `Stop the container and run again: \`docker stop ${p.container}\`. The site is down until the deploy finishes; the files stay in the stopped container and are carried. If a file was only being uploaded, running again is enough.`,
              `请停止容器后重新运行：\`docker stop ${p.container}\`。该次运行完成前服务不可用；文件保留在已停止的容器中，并会被带走。若只是有文件正在上传，重新运行即可。`,
            ),
          ]),
      ...(p.beside === '' ? [] : [moveBeside(p.beside, p.mounted)]),
      ...(p.copies === '' ? [] : [text(`Copy them on the server:\n${p.copies}`, `请在服务器上复制：\n${p.copies}`)]),
    ),
  }),
  CONTAINER_FILES_UNSEEN: (p: { container: string }) => ({
    what: text(
      `Docker does not list the files that were written in the container ${p.container}.`,
      `Docker 无法列出容器 ${p.container} 中写入的文件。`,
    ),
    why: text(
      '`docker diff` failed or took more than 60 seconds. Files that the application wrote outside its mounts could be lost. Nothing was changed.',
      '`docker diff` 失败或超过 60 秒。应用写在挂载之外的文件可能会丢失。尚未做任何修改。',
    ),
    cure: text(
      `Run \`docker diff ${p.container}\` on the server to see why. If the container holds nothing to keep, set \`container-files: discard\`.`,
      `请在服务器上执行 \`docker diff ${p.container}\` 查看原因。若容器中没有需要保留的文件，请设置 \`container-files: discard\`。`,
    ),
  }),
  CONTAINER_FILES_TOO_MANY: (p: {
    container: string;
    most: number;
    files: string;
    copies: string;
    volumes: string;
  }) => ({
    what: text(
      `The container ${p.container} holds more than ${p.most} files outside its mounts${p.files === '' ? '' : `: ${p.files}`}`,
      `容器 ${p.container} 在挂载之外有超过 ${p.most} 个文件${p.files === '' ? '' : `：${p.files}`}`,
    ),
    why: text(
      'Not all of them can be listed and checked, so `container-files: carry` could lose some of them. Nothing was changed.',
      '无法全部列出并核对，`container-files: carry` 可能会丢失其中一部分。尚未做任何修改。',
    ),
    cure: lines(
      text(
        `Stop the container (\`docker stop ${p.container}\`; the site is down until that run finishes) and copy the files on the server. \`docker diff ${p.container}\` lists them.${p.copies === '' ? '' : `\n${p.copies}`}`,
        `请停止容器（\`docker stop ${p.container}\`；该次运行完成前服务不可用），并在服务器上复制文件。\`docker diff ${p.container}\` 会列出它们。${p.copies === '' ? '' : `\n${p.copies}`}`,
      ),
      ...(p.volumes === '' ? [] : [text(`Mount the copies:\n${p.volumes}`, `挂载副本：\n${p.volumes}`)]),
      text('Then set `container-files: discard` for one run.', '然后在一次运行中设置 `container-files: discard`。'),
    ),
  }),
  CONTAINER_FILES_COPY_FAILED: (p: { folder: string; container: string }) => ({
    what: text(
      `${p.folder} could not be copied out of the container ${p.container}.`,
      `无法从容器 ${p.container} 中复制 ${p.folder}。`,
    ),
    why: text(
      'A file changed while it was read, or the disk is full; see the output below.',
      '读取时文件发生变化，或磁盘已满；见下方输出。',
    ),
    cure: text(
      'Make room if the disk is full (`df -h`), and run again.',
      '若磁盘已满，请清理空间（`df -h`），然后重新运行。',
    ),
  }),
  /** `copies`: the command that copies the folder to where `mounted` is mounted from; empty: nothing is mounted. */
  CONTAINER_FILES_IN_IMAGE: (p: { folder: string; copies: string; mounted: string }) => ({
    what: text(
      `The new image has files of its own in ${p.folder}, where the carried folder would be mounted.`,
      `新镜像在 ${p.folder} 中有自己的文件，而带走的文件夹会挂载到那里。`,
    ),
    why: text('The mount would hide the files of the image.', '挂载会遮住镜像中的文件。'),
    cure:
      p.copies === ''
        ? text(
            'Remove the files from the image (COPY in the Dockerfile).',
            '请从镜像中移除这些文件（Dockerfile 中的 COPY）。',
          )
        : text(
            `Remove the files from the image (COPY in the Dockerfile). Or copy the written ones on the server, and set the property or variable that tells the application where to write to ${p.mounted}:\n  ${p.copies}`,
            `请从镜像中移除这些文件（Dockerfile 中的 COPY）。或在服务器上复制写入的文件，并将应用写入位置的配置项或环境变量设为 ${p.mounted}：\n  ${p.copies}`,
          ),
  }),
  CONTAINER_FILES_NOT_CARRIED_AGAIN: (p: { container: string; files: string }) => ({
    what: text(
      `Not everything that the old version wrote last could be carried: ${p.files}`,
      `旧版本最后写入的内容未能全部带走：${p.files}`,
    ),
    why: text(
      'The new version wrote files of the same names, which are kept; or they are outside the carried folders; or the copy failed.',
      '新版本写入了同名文件（予以保留），或文件在所带走的文件夹之外，或复制失败。',
    ),
    cure: text(
      `The old container is kept, stopped, as ${p.container}; no run removes it. Compare and copy what is missing on the server, such as by \`docker cp ${p.container}:<file> /root/\`.`,
      `旧容器已停止并保留为 ${p.container}，任何运行都不会删除它。请在服务器上比较并复制缺少的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。`,
    ),
  }),
  CONTAINER_FILES_WRITTEN_LAST: (p: { container: string; files: string }) => ({
    what:
      p.files === ''
        ? text(
            `Docker does not list what the old version wrote last in the container ${p.container}.`,
            `Docker 无法列出旧版本最后在容器 ${p.container} 中写入的文件。`,
          )
        : text(
            `The old version wrote files outside its mounts that no check had seen: ${p.files}`,
            `旧版本在挂载之外写入了此前的检查未见到的文件：${p.files}`,
          ),
    why: text(
      'It wrote them after the check at the start of the run: until it stopped, or when it was started again.',
      '这些文件写于运行开始时的检查之后：在它停止之前，或在它再次启动之后。',
    ),
    cure: text(
      `The old container is kept, stopped, as ${p.container}; no run removes it. Copy what you need on the server, such as by \`docker cp ${p.container}:<file> /root/\`. If such files are never needed, set \`container-files: discard\`.`,
      `旧容器已停止并保留为 ${p.container}，任何运行都不会删除它。请在服务器上复制需要的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。若从不需要这类文件，请设置 \`container-files: discard\`。`,
    ),
  }),
  CONTAINER_FILES_DISCARDED_LAST: (p: { container: string; files: string }) => ({
    what: text(
      `\`container-files: discard\`: files that the old version wrote last are lost with its container ${p.container}: ${p.files}`,
      `\`container-files: discard\`：旧版本最后写入的文件随其容器 ${p.container} 丢失：${p.files}`,
    ),
    why: text('It wrote them after the check at the start of the run.', '这些文件写于运行开始时的检查之后。'),
    cure: text(
      'If such files are needed, set `container-files: carry`, or mount their folder: a line in `volumes`, next to those of the present mounts, which the input replaces.',
      '若需要这类文件，请设置 `container-files: carry`，或挂载其文件夹：在 `volumes` 中加入一行，并保留现有挂载的各行（该参数会取代它们）。',
    ),
  }),
  EMBEDDED_DATABASE_UNMOUNTED: (p: { url: string; path: string; volumes: string; variable: string }) => ({
    what: text(
      `The application’s database would be stored in the container itself: ${p.path} (${p.url}).`,
      `应用的数据库会保存在容器自身之中：${p.path}（${p.url}）。`,
    ),
    why: text(
      'No mount covers this path. Every deploy replaces the container, and the data would be lost with it. Nothing was changed.',
      '没有挂载覆盖该路径。每次部署都会替换容器，数据会随之丢失。尚未做任何修改。',
    ),
    cure: keepDatabase(p),
  }),
};

function notWhileInUse(files: string): Text {
  return text(
    `${files}: a database or a file that is being written; a copy made while the application runs may be damaged.`,
    `${files}：数据库或正在写入的文件；应用运行时所做的副本可能已损坏。`,
  );
}

function hidesImage(files: string): Text {
  return text(
    `${files}: the image has files of its own in that folder, which a mount would hide.`,
    `${files}：镜像在该文件夹中有自己的文件，挂载会将其遮住。`,
  );
}

function alreadyFilled(folders: string): Text {
  return text(
    `${folders}: this folder of the server already holds files, which are not overwritten.`,
    `${folders}：服务器上的该文件夹已有文件，不会覆盖。`,
  );
}
