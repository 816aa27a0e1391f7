import { text } from '../text.ts';

/** Failures of taking over what a set-up by hand left. */
export const adoptionErrors = {
  ADOPTION_LOSES: (p: { container: string; what: string; lines: string; without: string }) => ({
    what: text(
      `Taking over the container ${p.container} would lose: ${p.what}`,
      `接管容器 ${p.container} 会丢失：${p.what}`,
    ),
    why: text(
      'Its mounts, variables, port, networks and user are taken over; for this an input is needed. Nothing was touched.',
      '其挂载、环境变量、端口、网络和用户会被接管；以上内容需要用输入说明。尚未做任何改动。',
    ),
    cure: text(
      [
        ...(p.lines === ''
          ? []
          : [`Paste into the step’s \`with:\` what is to stay, or your own word on it:\n${p.lines}`]),
        ...(p.without === ''
          ? []
          : [
              `No input keeps ${p.without}: put it into a Dockerfile of your own (input \`dockerfile\`), or do without it and remove the container by hand (\`docker rm -f ${p.container}\`) once its mounts are named in \`volumes\`.`,
            ]),
      ].join('\n'),
      [
        ...(p.lines === '' ? [] : [`请将需要保留的内容（或您自己的设置）粘贴到该步骤的 \`with:\` 中：\n${p.lines}`]),
        ...(p.without === ''
          ? []
          : [
              `没有输入可以保留 ${p.without}：请写入自己的 Dockerfile（输入 \`dockerfile\`）；若不再需要，请先在 \`volumes\` 中写明其挂载，再手工删除容器（\`docker rm -f ${p.container}\`）。`,
            ]),
      ].join('\n'),
    ),
  }),
  ADOPTION_FILES: (p: { container: string; files: string; count: number; folder: string; mounted: string }) => ({
    what: text(
      `The container ${p.container} holds ${p.count >= 50 ? 'at least 50' : p.count} file(s) outside of its mounts: ${p.files}`,
      `容器 ${p.container} 在挂载之外有 ${p.count >= 50 ? '至少 50' : p.count} 个文件：${p.files}`,
    ),
    why: text(
      'They lie in the container itself and would go with it. Logs, caches and temporary files are not counted. Nothing was touched.',
      '它们位于容器自身之中，会随容器一起消失。日志、缓存和临时文件不计在内。尚未做任何改动。',
    ),
    cure: text(
      `Copy out what is to stay and have it mounted: \`mkdir -p ${p.mounted} && docker cp ${p.container}:${p.folder}/. ${p.mounted}/\` on the server, then name it with all the other mounts in \`volumes\`:\n  ${p.mounted}:${p.folder}\nWhere none is to stay, \`volumes\` with the mounts alone is your word on it.`,
      `请将需要保留的文件复制出来并挂载：在服务器上执行 \`mkdir -p ${p.mounted} && docker cp ${p.container}:${p.folder}/. ${p.mounted}/\`，再在 \`volumes\` 中与其他挂载一并写明：\n  ${p.mounted}:${p.folder}\n若都不需要保留，只在 \`volumes\` 中写明原有挂载即可。`,
    ),
  }),
  ADOPTION_AUTO_REMOVE: (p: { container: string }) => ({
    what: text(
      `The container ${p.container} was started with \`--rm\`: it is gone as soon as it stops.`,
      `容器 ${p.container} 以 \`--rm\` 启动：一停止就会被删除。`,
    ),
    why: text(
      'While it is taken over it must be possible to start it again. Nothing was touched.',
      '接管过程中必须能够重新启动它。尚未做任何改动。',
    ),
    cure: text(
      `Start it once without \`--rm\` (\`docker stop ${p.container}\`, then your \`docker run\` without it), and run again; or stop it yourself, name its mounts in \`volumes\`, and deploy afresh.`,
      `请去掉 \`--rm\` 重新启动一次（\`docker stop ${p.container}\`，再执行不带它的 \`docker run\`），然后重新运行；或自行停止它，在 \`volumes\` 中写明其挂载后全新部署。`,
    ),
  }),
  ADOPTION_ORCHESTRATED: (p: { container: string; by: string }) => ({
    what: text(
      `The container ${p.container} belongs to ${p.by}, which starts it again whenever it stops.`,
      `容器 ${p.container} 属于 ${p.by}，一旦停止就会被其重新启动。`,
    ),
    why: text(
      'Swarm or Kubernetes keeps it running; two would then fight for the port. Nothing was touched.',
      '它由 Swarm 或 Kubernetes 维持运行；接管后两者会争抢端口。尚未做任何改动。',
    ),
    cure: text(
      `Remove it there first (Swarm: \`docker service rm ${p.by}\`), name its mounts in \`volumes\`, and deploy afresh.`,
      `请先在那里将其移除（Swarm：\`docker service rm ${p.by}\`），在 \`volumes\` 中写明其挂载后全新部署。`,
    ),
  }),
  ADOPTED_NOT_RESTARTED: (p: { container: string }) => ({
    what: text(
      `The container ${p.container}, which was stopped for the switch, did not come back.`,
      `为切换而停止的容器 ${p.container} 未能恢复运行。`,
    ),
    why: text(
      'The switch was undone; its port may be held by another program, or the application does not start any more.',
      '切换已撤销；其端口可能被其他程序占用，或应用已无法启动。',
    ),
    cure: text(
      `On the server: \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`. Its data is untouched.`,
      `在服务器上执行 \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`。其数据未受影响。`,
    ),
  }),
  SERVER_BLOCK_SHARED: (p: { domain: string; ports: string; file: string; line: number }) => ({
    what: text(
      `The nginx server in ${p.file}, line ${p.line}, serves ${p.domain}:${p.ports} together with other names and other ports.`,
      `${p.file} 第 ${p.line} 行的 nginx server 同时服务 ${p.domain}:${p.ports} 以及其他域名和端口。`,
    ),
    why: text('One name on one port cannot be taken out of it alone.', '无法只从中移除一个域名的一个端口。'),
    cure: text(
      `Split it into two servers, one of them for ${p.domain} on ${p.ports} alone, test with \`nginx -t\`, and run again.`,
      `请将其拆成两个 server，其中一个只服务 ${p.domain} 的 ${p.ports} 端口，用 \`nginx -t\` 检查后重新运行。`,
    ),
  }),
  SERVER_BLOCK_LOSES: (p: { domain: string; ports: string; file: string; line: number; directives: string }) => ({
    what: text(
      `Taking over the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, would lose:\n${p.directives}`,
      `接管 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server 会丢失：\n${p.directives}`,
    ),
    why: text(
      'The server that takes its place has nothing for these. Nothing was touched.',
      '替代它的 server 没有对应的内容。尚未做任何改动。',
    ),
    cure: text(
      'Put what is to stay into `nginx-snippet` (for `client_max_body_size`: `max-body-size`). A snippet that is given, also one of a comment alone, is your word on what that server holds.',
      '请将需要保留的内容写入 `nginx-snippet`（`client_max_body_size` 请用 `max-body-size`）。只要给出了 nginx-snippet（哪怕只有一行注释），就以它为准。',
    ),
  }),
  STATIC_SERVER_LOSES: (p: { domain: string; ports: string; file: string; line: number; directives: string }) => ({
    what: text(
      `The admin site would take the place of the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, and lose:\n${p.directives}`,
      `管理站点会替代 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server，并丢失：\n${p.directives}`,
    ),
    why: text(
      'The admin site serves its own path and nothing else. Nothing was touched.',
      '管理站点只提供自己的路径。尚未做任何改动。',
    ),
    cure: text(
      'Where it is the same site at another path, set `static-site-path` to that. Else remove these directives by hand, move them to a server of another name, or leave `static-site` out.',
      '若是同一站点的不同路径，请将 `static-site-path` 设为该路径；否则请手工删除这些指令、移到其他域名的 server，或不使用 `static-site`。',
    ),
  }),
};
