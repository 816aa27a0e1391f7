import { type Text, text } from '../text.ts';

/** What is warned of over the user that a container runs as, and what it may write to. */
export const userErrors = {
  /** `folders`: `chown` lines, one a line; empty: nothing is mounted, or root can write to all. */
  USER_CHANGED: (p: { from: string; to: string; by: string; folders: string }) => ({
    what: text(
      `The application runs as user ${p.to} from now on; the version before it runs as ${p.from}.`,
      `应用今后以用户 ${p.to} 运行；之前的版本以 ${p.from} 运行。`,
    ),
    why: whyUser(p.by),
    cure:
      p.folders === ''
        ? text(
            `If that is not intended, keep the earlier user: \`docker-options: --user ${p.from}\``,
            `如果这不是预期结果，请保留原用户：\`docker-options: --user ${p.from}\``,
          )
        : text(
            `If it must change files that the earlier version wrote, run on the server:\n${p.folders}\nOr keep the earlier user: \`docker-options: --user ${p.from}\``,
            `如果应用需要修改之前版本写入的文件，请在服务器上执行：\n${p.folders}\n或保留原用户：\`docker-options: --user ${p.from}\``,
          ),
  }),
  /** `path` on the server, `files` some that it cannot change: empty where it cannot write to the folder itself. */
  MOUNT_NOT_WRITABLE: (p: {
    path: string;
    user: string;
    owner: string;
    mode: string;
    files: string;
    chown: string;
  }) => ({
    what:
      p.files === ''
        ? text(
            `User ${p.user} of the container cannot write to ${p.path} (owner ${p.owner}, mode ${p.mode}).`,
            `容器中的用户 ${p.user} 无法写入 ${p.path}（属主 ${p.owner}，权限 ${p.mode}）。`,
          )
        : text(
            `User ${p.user} of the container cannot change some files in ${p.path}: ${p.files}`,
            `容器中的用户 ${p.user} 无法修改 ${p.path} 中的部分文件：${p.files}`,
          ),
    why: text(
      'The server was asked as this user and its groups, without writing. Folders and files that exist keep their owner.',
      '已在服务器上以该用户及其用户组检查（不写入）。已存在的文件夹和文件保持原属主。',
    ),
    cure: text(
      `On the server: ${p.chown}\nIf the application only reads it, mount it read-only: add \`:ro\` to its line in \`volumes\`.`,
      `在服务器上执行：${p.chown}\n如果应用只读取它，请以只读方式挂载：在 \`volumes\` 的该行末尾加 \`:ro\`。`,
    ),
  }),
  MOUNT_READ_ONLY: (p: { path: string; volume: string }) => ({
    what: text(
      `Nobody can write to ${p.path}, which the container mounts for writing.`,
      `容器以可写方式挂载了 ${p.path}，但任何用户都无法写入。`,
    ),
    why: text(
      'Not even root can: its file system is mounted read-only, or the folder is immutable (`chattr +i`).',
      '连 root 也无法写入：其文件系统以只读方式挂载，或该文件夹被设为不可修改（`chattr +i`）。',
    ),
    cure: text(
      `See \`findmnt -T ${p.path}\` and \`lsattr -d ${p.path}\` on the server. If the application only reads it, write \`${p.volume}\` in \`volumes\`.`,
      `请在服务器上查看 \`findmnt -T ${p.path}\` 和 \`lsattr -d ${p.path}\`。如果应用只读取它，请在 \`volumes\` 中写 \`${p.volume}\`。`,
    ),
  }),
  /** `place` in the container, `elsewhere` a line of `volumes` that puts it where the user gets to. */
  MOUNT_OUT_OF_REACH: (p: { place: string; path: string; user: string; elsewhere: string }) => ({
    what: text(
      `User ${p.user} of the container cannot reach ${p.place}, where ${p.path} is mounted.`,
      `容器中的用户 ${p.user} 无法访问 ${p.place}（${p.path} 的挂载点）。`,
    ),
    why: text(
      'A folder of the image above it is closed to this user, as `/root` is to all but root.',
      '其上级的镜像文件夹不允许该用户访问，例如 `/root` 只允许 root 访问。',
    ),
    cure: text(
      `Replace the line of this mount by one with another path of the container, and have the application use that path:\n${p.elsewhere}`,
      `请将该挂载的行改为容器内的其他路径，并让应用使用新路径：\n${p.elsewhere}`,
    ),
  }),
  /** What the log of an application that answers says. */
  PATH_NOT_WRITABLE: (p: PathWords) => ({ what: whatPath(p), why: whyPath(p), cure: curePath(p) }),
  STOP_SIGNAL_LOST: (p: LostSignalWords) => ({
    what:
      typeof p.line !== 'number'
        ? text(
            `The application in container ${p.container} does not get ${p.signal}: the first process of the container, \`${p.process}\`, does not react to it.`,
            `容器 ${p.container} 中的应用收不到 ${p.signal}：容器的首个进程 \`${p.process}\` 不处理该信号。`,
          )
        : text(
            `In container ${p.container} the application may not get ${p.signal}: line ${p.line} of the Dockerfile has a shell start it.`,
            `容器 ${p.container} 中的应用可能收不到 ${p.signal}：Dockerfile 第 ${p.line} 行由 shell 启动应用。`,
          ),
    why: text(
      `Docker then waits up to ${p.seconds} s whenever it stops a version, and kills it: graceful shutdown, \`@PreDestroy\` and open transactions are cut off. A shell does not pass the signal on, and dash (Debian, Ubuntu) never gives its place to the program that it starts.`,
      `这样 Docker 每次停止版本时最多等待 ${p.seconds} 秒，然后强制终止：优雅停机、\`@PreDestroy\` 和未完成的事务都会被中断。shell 不会转发该信号，dash（Debian、Ubuntu）也不会被其启动的程序替换。`,
    ),
    cure: cureSignal(p.program),
  }),
};

/** What the texts need to know of a signal that an application does not get. */
export interface LostSignalWords {
  readonly container: string;
  /** The container's first process, and what it runs: `sh` for any shell. */
  readonly process: string;
  readonly program: string;
  readonly signal: string;
  /** What Docker waits for it to end. */
  readonly seconds: number;
  /** Line of the Dockerfile, where that alone was read; undefined: the container was seen. */
  readonly line?: number | undefined;
}

/** What the texts need to know of a path that an application cannot write to. */
export interface PathWords {
  readonly container: string;
  /** In the container, as the log names it. */
  readonly path: string;
  /** `uid:gid`; empty: not known. */
  readonly user: string;
  /** The input `volumes` as it is pasted; empty: all is in mounts, or nothing can be mounted there. */
  readonly volumes: string;
  /** `chown` lines for the mounts that it is in; empty: it is in none. */
  readonly chown: string;
  /** The line of `volumes` that mounts it read-only; empty: none does. */
  readonly readOnly: string;
  /** A folder of the container that is mounted for writing. */
  readonly mounted: string;
}

/** Mounts that a container's user may not write to, which may be why an application failed. */
export interface ClosedMounts {
  readonly user: string;
  /** Paths on the server. */
  readonly paths: string;
  /** `chown` lines. */
  readonly chown: string;
}

/** What closed mounts may have to do with a failure. */
export function cureMounts(mounts: ClosedMounts): Text {
  return text(
    `\nThe application runs as user ${mounts.user}, who cannot write to ${mounts.paths}. If it has to, run on the server:\n${mounts.chown}`,
    `\n应用以用户 ${mounts.user} 运行，该用户无法写入 ${mounts.paths}。如果应用需要写入，请在服务器上执行：\n${mounts.chown}`,
  );
}

/** That an application cannot write to a path, and as whom. */
export function whatPath(p: PathWords): Text {
  const user = p.user === '' ? text('', '') : text(`: it runs as user ${p.user}`, `：它以用户 ${p.user} 运行`);
  return text(
    `The application in container ${p.container} cannot write to ${p.path}${user.en}.`,
    `容器 ${p.container} 中的应用无法写入 ${p.path}${user.zh}。`,
  );
}

/** Why it cannot. */
export function whyPath(p: PathWords): Text {
  if (p.readOnly !== '')
    return text('Its log says so. The path is mounted read-only.', '应用日志如此记录。该路径以只读方式挂载。');
  return p.chown === ''
    ? text(
        'Its log says so. The image does not let this user write there.',
        '应用日志如此记录。镜像不允许该用户写入该路径。',
      )
    : text(
        'Its log says so. The path is in a mounted folder that belongs to another user.',
        '应用日志如此记录。该路径位于属于其他用户的挂载文件夹中。',
      );
}

/** How it can. */
export function curePath(p: PathWords): Text {
  if (p.readOnly !== '') {
    return text(
      `Remove \`:ro\` from the line \`${p.readOnly}\` of \`volumes\`.`,
      `请从 \`volumes\` 的 \`${p.readOnly}\` 一行中去掉 \`:ro\`。`,
    );
  }
  const chown = p.chown === '' ? undefined : text(`On the server:\n${p.chown}`, `在服务器上执行：\n${p.chown}`);
  const mount =
    p.volumes === ''
      ? undefined
      : text(
          `Mount a folder there; the next deploy creates it with the right owner:\n${p.volumes}`,
          `请在该路径挂载文件夹；下次部署会以正确的属主创建它：\n${p.volumes}`,
        );
  const ways = [chown, mount].filter((way) => way !== undefined);
  if (ways.length > 0) return text(ways.map(({ en }) => en).join('\n'), ways.map(({ zh }) => zh).join('\n'));
  return text(
    `In \`env\`, set the variable that names this path to a mounted folder, such as \`${p.mounted}\` (for the log of Spring Boot: \`LOGGING_FILE_NAME=${p.mounted}/app.log\`).`,
    `请在 \`env\` 中将指定该路径的环境变量设为已挂载的文件夹，例如 \`${p.mounted}\`（Spring Boot 日志：\`LOGGING_FILE_NAME=${p.mounted}/app.log\`）。`,
  );
}

function whyUser(by: string): Text {
  switch (by) {
    case 'docker-options':
      return text('`docker-options` names the user.', '由 `docker-options` 指定用户。');
    case 'taken-over':
      return text('It goes on as the container that was taken over ran.', '沿用被接管容器的用户。');
    case 'dockerfile':
      return text('The Dockerfile names the user.', '由 Dockerfile 指定用户。');
    case 'base-image':
      return text('The base image decides: the Dockerfile has no USER.', '由基础镜像决定：Dockerfile 中没有 USER。');
    default:
      return text(
        'The owner of the mounted folders decides, unless a Dockerfile or `docker-options` names a user.',
        '除非 Dockerfile 或 `docker-options` 指定了用户，否则由挂载文件夹的属主决定。',
      );
  }
}

function cureSignal(program: string): Text {
  if (program === 'java') {
    return text(
      'Remove the JVM option `-Xrs`, and `STOPSIGNAL` from the Dockerfile.',
      '请去掉 JVM 选项 `-Xrs`，以及 Dockerfile 中的 `STOPSIGNAL`。',
    );
  }
  if (program !== 'sh') {
    return text(
      'Have it handle SIGTERM, or put an init process in front: `docker-options: --init`',
      '请让它处理 SIGTERM，或在其前面加 init 进程：`docker-options: --init`',
    );
  }
  return text(
    'In the Dockerfile use the exec form, `ENTRYPOINT ["java", "-jar", "app.jar"]`; with variables, or in a script, start it with `exec`: `ENTRYPOINT exec java $JAVA_OPTS -jar app.jar`',
    '请在 Dockerfile 中使用 exec 形式 `ENTRYPOINT ["java", "-jar", "app.jar"]`；需要变量或使用脚本时，用 `exec` 启动：`ENTRYPOINT exec java $JAVA_OPTS -jar app.jar`',
  );
}
