import { text } from '../text.ts';

/** Failures of what the runner has to offer, beyond jar and Dockerfile themselves. */
export const projectErrors = {
  PROFILE_SET_TWICE: (p: { dockerfile: string; input: string }) => ({
    what: text(
      `The Dockerfile sets the Spring profile ${p.dockerfile}, and \`spring-profile\` says ${p.input}.`,
      `Dockerfile 设置了 Spring profile ${p.dockerfile}，而 \`spring-profile\` 为 ${p.input}。`,
    ),
    why: text(
      'Only one of them takes effect: the command line of the Dockerfile before the input, the input before `ENV`.',
      '只有一个会生效：Dockerfile 的命令行优先于该参数，该参数优先于 `ENV`。',
    ),
    cure: text(
      'Leave `spring-profile` out, or remove `spring.profiles.active` (ENV SPRING_PROFILES_ACTIVE, `--spring.profiles.active=`, `-Dspring.profiles.active=`) from the Dockerfile.',
      '请去掉 `spring-profile`，或从 Dockerfile 中移除 `spring.profiles.active`（ENV SPRING_PROFILES_ACTIVE、`--spring.profiles.active=`、`-Dspring.profiles.active=`）。',
    ),
  }),
  CONTEXT_UNREADABLE: (p: { folder: string; detail: string }) => ({
    what: text(
      `\`context\` cannot be read: ${p.folder} (${p.detail})`,
      `无法读取 \`context\`：${p.folder}（${p.detail}）`,
    ),
    why: text('It must be a folder of the checkout.', '它必须是检出代码中的一个目录。'),
    cure: text(
      'Set `context` to a folder of the checkout, relative to its root (`ls` in a step before this one shows what is there).',
      '请将 `context` 设为检出代码中的目录（相对于其根目录；可在之前的步骤中用 `ls` 查看）。',
    ),
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
      'These files are sent again with every release, with keys and configuration in mind.',
      '这些文件随每个版本重新发送，适用于密钥和配置。',
    ),
    cure: text(
      'Put it into a folder of the server and mount that folder: a line in `volumes`, next to those of the present mounts, which the input replaces. Or, with a Dockerfile of your own (`dockerfile`), put it into `context` and COPY it.',
      '请把它放入服务器上的文件夹并挂载：在 `volumes` 中加入一行，并保留现有挂载的各行（该参数会取代它们）。或使用自己的 Dockerfile（`dockerfile`），把它放进 `context` 并用 COPY 复制。',
    ),
  }),
  APPLICATION_SPEAKS_HTTPS: (p: { app: string; setting: string }) => ({
    what: text(
      `${p.app} itself speaks https (server.ssl in its configuration).`,
      `${p.app} 自身使用 https（配置中的 server.ssl）。`,
    ),
    why: text('nginx ends TLS and passes plain http on, over loopback.', 'TLS 由 nginx 终止，并通过回环以 http 转发。'),
    cure: text(
      `Turn it off; without TLS of its own the application keeps its port: \`${p.setting}\``,
      `请关闭应用自身的 TLS，端口保持不变：\`${p.setting}\``,
    ),
  }),
  ADDRESS_UNREACHABLE: (p: { key: string; setting: string }) => ({
    what: text(
      `${p.key} keeps the application from listening on its container's address.`,
      `${p.key} 使应用无法在容器的地址上监听。`,
    ),
    why: text(
      'nginx and the health check come from outside the container. They cannot reach its localhost, and the container does not have the addresses of the server.',
      'nginx 和健康检查来自容器之外，无法访问容器的 localhost；容器也没有服务器的地址。',
    ),
    cure: text(
      `Remove ${p.key} from the configuration, or set: \`${p.setting}\``,
      `请从配置中移除 ${p.key}，或设置：\`${p.setting}\``,
    ),
  }),
};
