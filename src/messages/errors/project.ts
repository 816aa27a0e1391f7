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
