import { type Text, text } from './text.ts';

/** What is said of a set-up by hand that is taken over. */
export const adoptionMessages = {
  container: (name: string, image: string): Text =>
    text(
      `Takes over the container ${name} (image ${image}) that you set up:`,
      `接管手工部署的容器 ${name}（镜像 ${image}）：`,
    ),
  mount: (volume: string): Text => text(`  mount ${volume}`, `  挂载 ${volume}`),
  variables: (names: string): Text =>
    text(`  variables (their values stay on the server): ${names}`, `  环境变量（值不离开服务器）：${names}`),
  networks: (names: string): Text => text(`  networks: ${names}`, `  网络：${names}`),
  user: (user: string): Text => text(`  user: ${user}`, `  用户：${user}`),
  published: (port: number): Text =>
    text(`  port ${port}, served by nginx from now on`, `  端口 ${port}，今后由 nginx 提供`),
  server: (ports: string, file: string, line: number): Text =>
    text(
      `Takes over the nginx server of port ${ports} in ${file}, line ${line}.`,
      `接管 ${file} 第 ${line} 行的 nginx server（端口 ${ports}）。`,
    ),
  caseMixUp: (mounted: string, other: string): Text =>
    text(
      `${other} holds files that the application does not see: what is mounted is ${mounted}, and Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`,
      `应用看不到 ${other} 中的文件：实际挂载的是 ${mounted}，而 Linux 区分大小写。两者都不会被改动。如需挂载前者，请在参数 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`,
    ),
  caseMixUpEmpty: (mounted: string, other: string): Text =>
    text(
      `${mounted} is mounted and empty, while ${other} holds files: Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`,
      `挂载的 ${mounted} 是空的，而 ${other} 中有文件：Linux 区分大小写。两者都不会被改动。如需挂载后者，请在参数 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`,
    ),
  compose: (container: string, project: string): Text =>
    text(
      `${container} belongs to the Compose project ${project}: take its service out of the compose file, or the next \`docker compose up\` makes it again.`,
      `${container} 属于 Compose 项目 ${project}：请从 compose 文件中移除该服务，否则下次 \`docker compose up\` 会重新创建它。`,
    ),
  noContainer: text(
    'The nginx server that is taken over led to no container that is taken over: anything behind it keeps running.',
    '被接管的 nginx server 之前没有指向被接管的容器：其后端程序会继续运行。',
  ),
};
