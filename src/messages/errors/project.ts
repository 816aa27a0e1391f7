import { text } from '../text.ts';

/** Failures of what the runner has to offer, beyond jar and Dockerfile themselves. */
export const projectErrors = {
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
  FILE_UNREADABLE: (p: { path: string; detail: string }) => ({
    what: text(`A file of \`files\` cannot be read: ${p.path}`, `无法读取 \`files\` 中的文件：${p.path}`),
    why: text(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
    cure: text(
      'Let the line name a plain file that the user of the runner may read; a step before this one may have to write it.',
      '请让该行指向运行器用户可读的普通文件；可能需要由之前的步骤写出该文件。',
    ),
  }),
  FILE_TOO_LARGE: (p: { path: string; megabytes: string }) => ({
    what: text(
      `A file of \`files\` has ${p.megabytes} MB, more than 10: ${p.path}`,
      `\`files\` 中的文件有 ${p.megabytes} MB，超过 10 MB：${p.path}`,
    ),
    why: text(
      'These files are sent anew with every release, with keys and configuration in mind.',
      '这些文件随每个版本重新发送，适用于密钥和配置。',
    ),
    cure: text(
      'Put it into a folder of the server and mount that by `volumes`, or build it into the image by `context`.',
      '请把它放入服务器上的文件夹并用 `volumes` 挂载，或用 `context` 构建进镜像。',
    ),
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
