import { lines, type Text, text } from './text.ts';

/** What the texts need to know of files that would be lost. */
export interface LostFilesWords {
  readonly container: string;
  /** The first of them, and how many there are. */
  readonly files: string;
  readonly count: number;
  /** Whether `container-files: carry` brings all of them along. */
  readonly carry: boolean;
  /** Commands that copy them on the server, one a line; empty: none. */
  readonly copies: string;
  /** The input `volumes` as it is pasted; empty: no folder can be mounted. */
  readonly volumes: string;
  /** Files beside files of the image; empty: none. */
  readonly beside: string;
  /** A mounted folder, in the container. */
  readonly mounted: string;
  /** Whether a database is among them. */
  readonly database: boolean;
}

/** How files that a container holds are kept, or let go. */
export function waysToKeep(p: LostFilesWords): Text {
  return lines(
    ...(p.carry
      ? [
          text(
            'Set `container-files: carry`: this run copies them, with their owners, into a folder that stays mounted.',
            '设置 `container-files: carry`：本次运行会将其连同属主复制到此后一直挂载的文件夹。',
          ),
        ]
      : []),
    ...(p.database
      ? [
          text(
            `A database is among them: stop the container before you copy it or run again (\`docker stop ${p.container}\`; the site is down until that run finishes).`,
            `其中有数据库文件：复制或重新运行之前请先停止容器（\`docker stop ${p.container}\`；该次运行完成前服务不可用）。`,
          ),
        ]
      : []),
    ...(p.copies === ''
      ? []
      : [
          text(
            `${p.carry ? 'Or copy' : 'Copy'} them on the server:\n${p.copies}`,
            `${p.carry ? '或在' : '请在'}服务器上复制：\n${p.copies}`,
          ),
        ]),
    ...(p.volumes === ''
      ? []
      : [text(`Then mount the copies and run again:\n${p.volumes}`, `然后挂载副本并重新运行：\n${p.volumes}`)]),
    ...(p.beside === '' ? [] : [moveBeside(p.beside, p.mounted)]),
    p.volumes === '' && p.copies !== ''
      ? text(
          'Once they are copied, or if none of them is needed: `container-files: discard`.',
          '复制之后，或都不需要时：`container-files: discard`。',
        )
      : text('If none of them is needed: `container-files: discard`.', '若都不需要：`container-files: discard`。'),
  );
}

/** How a database in a file is kept. */
export function keepDatabase(p: { volumes: string; variable: string }): Text {
  return lines(
    ...(p.volumes === '' ? [] : [text(`Mount its folder:\n${p.volumes}`, `请挂载其文件夹：\n${p.volumes}`)]),
    text(
      `${p.volumes === '' ? 'Store' : 'Or store'} it in a mounted folder, by this setting (append your own parameters of the URL):\n  ${p.variable}`,
      `${p.volumes === '' ? '请' : '或'}通过以下设置将其保存到已挂载的文件夹（URL 中原有的参数请自行补上）：\n  ${p.variable}`,
    ),
    text(
      'If the data may be lost with every deploy: `container-files: discard`.',
      '若数据可以随每次部署丢失：`container-files: discard`。',
    ),
  );
}

/** What is to be done about files in a folder that cannot be mounted. */
export function moveBeside(files: string, mounted: string): Text {
  return text(
    `The image has files of its own next to ${files}, so that folder cannot be mounted. Set the property or variable that tells the application where to write to a mounted folder, such as ${mounted}. Files that are copied there are recognised.`,
    `镜像在 ${files} 旁边有自己的文件，因此该文件夹不能挂载。请将应用写入位置的配置项或环境变量设为已挂载的文件夹，例如 ${mounted}；复制到那里的文件会被识别。`,
  );
}

/** One line as code, several as lines of their own. */
export function shownLines(lines: string): string {
  return lines.includes('\n') ? `\n${lines.replace(/^/gm, '  ')}` : `\`${lines}\``;
}
