import { type Text, text } from '../text.ts';

const rest = text(
  'Then free it: `docker builder prune` (build cache), `docker image prune` (images without a name), `docker image rm NAME` (versions that you no longer need), `journalctl --vacuum-size=200M` (old logs). Then run again.',
  '然后清理：`docker builder prune`（构建缓存）、`docker image prune`（未命名的镜像）、`docker image rm 名称`（不再需要的版本）、`journalctl --vacuum-size=200M`（旧日志）。然后重新运行。',
);

/** How room is made where Docker keeps images: what no container and no name needs goes first, and nothing holds data. */
export const freeDocker: Text = text(
  `On the server, see what takes the room: \`docker system df\`, \`df -h\`. ${rest.en}`,
  `请在服务器上查看占用情况：\`docker system df\`、\`df -h\`。${rest.zh}`,
);

/** A file system that lacks something. */
interface Lack {
  readonly host: string;
  readonly fileSystem: string;
  readonly needed: string;
  readonly available: string;
}

/** Failures of places on the server that take nothing: full, or closed to writing. */
export const diskErrors = {
  DISK_FULL: (p: Lack) => ({
    what: text(
      `The file system ${p.fileSystem} on ${p.host} has too little space: ${p.needed} needed, ${p.available} available.`,
      `${p.host} 上的文件系统 ${p.fileSystem} 空间不足：需要 ${p.needed}，可用 ${p.available}。`,
    ),
    why: text(
      'The jar, its image, a base image that must be pulled and packages that must be installed are counted. Old images, logs and build caches usually fill the disk.',
      '已计入 jar、其镜像、需要拉取的基础镜像和需要安装的软件包。磁盘通常被旧镜像、日志和构建缓存占满。',
    ),
    cure: text(
      `On the server, see what takes the room: \`du -xh -d 3 ${p.fileSystem} | sort -h | tail\`, \`docker system df\`. ${rest.en}`,
      `请在服务器上查看占用情况：\`du -xh -d 3 ${p.fileSystem} | sort -h | tail\`、\`docker system df\`。${rest.zh}`,
    ),
  }),
  INODES_FULL: (p: Omit<Lack, 'needed' | 'available'> & { needed: number; available: number }) => ({
    what: text(
      `The file system ${p.fileSystem} on ${p.host} cannot take enough new files: ${p.needed} needed, ${p.available} available (inodes).`,
      `${p.host} 上的文件系统 ${p.fileSystem} 无法再创建足够的文件：需要 ${p.needed}，可用 ${p.available}（inode）。`,
    ),
    why: text(
      'Many small files use them up: sessions, mail queues, caches. `df -h` still shows free space; `df -i` shows this.',
      '大量小文件（会话、邮件队列、缓存）会耗尽 inode。`df -h` 仍显示有空间，`df -i` 可看到该问题。',
    ),
    cure: text(
      `On the server, find the folder with the most files: \`du --inodes -x -d 4 ${p.fileSystem} | sort -n | tail\`. Remove the files that you do not need; \`docker image prune\` frees those of images without a name. Then run again.`,
      `请在服务器上找出文件最多的目录：\`du --inodes -x -d 4 ${p.fileSystem} | sort -n | tail\`，删除不需要的文件；\`docker image prune\` 可释放未命名镜像占用的文件。然后重新运行。`,
    ),
  }),
  RUN_FULL: (p: Lack) => ({
    what: text(
      `${p.fileSystem} on ${p.host} is full: ${p.needed} needed, ${p.available} available.`,
      `${p.host} 上的 ${p.fileSystem} 已满：需要 ${p.needed}，可用 ${p.available}。`,
    ),
    why: text(
      'It is a part of the memory. The lock of a deployment and the state of running services are kept there.',
      '它占用内存，部署锁和运行中服务的状态保存在其中。',
    ),
    cure: text(
      `On the server, see what fills it: \`du -xah ${p.fileSystem} | sort -h | tail\`. If it is the journal (${p.fileSystem}/log/journal), run \`journalctl --vacuum-size=10M\`. Otherwise delete the file, or restart the service that wrote it. A reboot empties it. Then run again.`,
      `请在服务器上查看占用情况：\`du -xah ${p.fileSystem} | sort -h | tail\`。如为系统日志（${p.fileSystem}/log/journal），请执行 \`journalctl --vacuum-size=10M\`；否则请删除该文件，或重启写入它的服务。重启服务器会清空该目录。然后重新运行。`,
    ),
  }),
  /** `folder`: that of the mount, as a shell takes it. */
  PLACE_READ_ONLY: (p: { path: string; mount: string; folder: string }) => ({
    what: text(`${p.path} cannot be written on the server.`, `服务器上的 ${p.path} 无法写入。`),
    why: text(
      `The file system of ${p.mount} is mounted read-only. The kernel does that after an error of the disk; some administrators do it on purpose. Nothing was changed.`,
      `${p.mount} 所在的文件系统以只读方式挂载。磁盘出错后内核会这样做，也可能是管理员有意设置。尚未做任何修改。`,
    ),
    cure: text(
      `On the server, as root: \`dmesg | grep -iE "remount|i/o error"\`. If it names the disk, check the disk first (fsck). Otherwise: mount -o remount,rw ${p.folder}`,
      `请以 root 在服务器上执行 \`dmesg | grep -iE "remount|i/o error"\`。如提到该磁盘，请先检查磁盘（fsck）；否则执行：mount -o remount,rw ${p.folder}`,
    ),
  }),
  /** `target`: the place, as a shell takes it. */
  PLACE_IMMUTABLE: (p: { path: string; at: string; target: string }) => ({
    what: text(`${p.path} cannot be written on the server.`, `服务器上的 ${p.path} 无法写入。`),
    why: text(
      `${p.at} is immutable or append-only (\`lsattr -d\` shows \`i\` or \`a\`), so that not even root can change it. Panels and hardening scripts set this. Nothing was changed.`,
      `${p.at} 被设置为不可修改或只能追加（\`lsattr -d\` 显示 \`i\` 或 \`a\`），root 也无法修改。面板和安全加固脚本会这样设置。尚未做任何修改。`,
    ),
    cure: text(
      `If the deployment may change it, run on the server, as root: chattr -i -a ${p.target}`,
      `如允许部署修改它，请以 root 在服务器上执行：chattr -i -a ${p.target}`,
    ),
  }),
};
