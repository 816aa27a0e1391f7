import { text } from '../text.ts';

/** Failures of taking over what a set-up by hand left. */
export const adoptionErrors = {
  ADOPTION_LOSES: (p: {
    container: string;
    what: string;
    lines: string;
    first: string;
    without: string;
    removal: string;
  }) => ({
    what: text(
      `Taking over the container ${p.container} would lose: ${p.what}`,
      `接管容器 ${p.container} 会丢失：${p.what}`,
    ),
    why: text(
      'Its mounts, variables, port, networks and user are taken over; for this an input is needed. Nothing was touched.',
      '其挂载、环境变量、端口、网络和用户会被接管；以上内容需要用参数说明。尚未做任何修改。',
    ),
    cure: text(
      [
        ...(p.first === '' ? [] : [`Run on the server first:\n${p.first}`]),
        ...(p.lines === ''
          ? []
          : [`Paste into the step’s \`with:\` what is to stay, or your own word on it:\n${p.lines}`]),
        ...(p.without === ''
          ? []
          : [
              `No input keeps ${p.without}: put it into a Dockerfile of your own (input \`dockerfile\`), or do without it: name its mounts in \`volumes\`, then save the whole container before you remove it: \`${p.removal}\`.`,
            ]),
      ].join('\n'),
      [
        ...(p.first === '' ? [] : [`请先在服务器上执行：\n${p.first}`]),
        ...(p.lines === '' ? [] : [`请将需要保留的内容（或你自己的设置）粘贴到该步骤的 \`with:\` 中：\n${p.lines}`]),
        ...(p.without === ''
          ? []
          : [
              `没有参数可以保留 ${p.without}：请写入自己的 Dockerfile（参数 \`dockerfile\`）；若不再需要，请在 \`volumes\` 中写明其挂载，并在删除容器之前先保存整个容器：\`${p.removal}\`。`,
            ]),
      ].join('\n'),
    ),
  }),
  ADOPTION_SEVERAL: (p: { domain: string; port: number; containers: string; container: string; image: string }) => ({
    what: text(
      `The nginx server of ${p.domain}:${p.port} proxies to several containers: ${p.containers}`,
      `${p.domain}:${p.port} 的 nginx server 代理到多个容器：${p.containers}`,
    ),
    why: text(
      'The action takes over one container and cannot tell which of them is the application. Nothing was changed.',
      '本 Action 只接管一个容器，无法判断其中哪个是该应用。尚未做任何修改。',
    ),
    cure: text(
      `Give the container of the application the name ${p.image} (such as \`docker rename ${p.container} ${p.image}\`), or have \`location /\` of that server proxy to it alone. If none of them is to be taken over, set \`adopt: false\` and choose another \`https-port\`. Then run again.`,
      `请将该应用的容器改名为 ${p.image}（例如 \`docker rename ${p.container} ${p.image}\`），或让该 server 的 \`location /\` 只代理到它；若都不需要接管，请设置 \`adopt: false\` 并改用其他 \`https-port\`。然后重新运行。`,
    ),
  }),
  ADOPTION_AUTO_REMOVE: (p: { container: string; saves: string }) => ({
    what: text(
      `The container ${p.container} was started with \`--rm\`: when it stops, Docker deletes it with its settings, its own files and its anonymous volumes.`,
      `容器 ${p.container} 以 \`--rm\` 启动：一旦停止，Docker 会将其连同设置、自身文件和匿名卷一起删除。`,
    ),
    why: text(
      'The switch stops the container and must be able to start it again. Nothing was changed.',
      '切换时会停止该容器，并且必须能够重新启动它。尚未做任何修改。',
    ),
    cure: text(
      `1. Save its settings and files on the server first:\n${p.saves}\n2. Stop it (\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`), start it with the same \`docker run\` without \`--rm\`, the saved files mounted, and run again.`,
      `1. 请先在服务器上保存其设置和文件：\n${p.saves}\n2. 停止它（\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`），用相同的 \`docker run\` 去掉 \`--rm\`、挂载保存的文件后启动，再重新运行。`,
    ),
  }),
  ADOPTION_ORCHESTRATED: (p: { container: string; by: string }) => ({
    what: text(
      `The container ${p.container} belongs to ${p.by}, which starts it again whenever it stops.`,
      `容器 ${p.container} 属于 ${p.by}，一旦停止就会被其重新启动。`,
    ),
    why: text(
      'Swarm or Kubernetes keeps it running; two would then fight for the port. Nothing was touched.',
      '它由 Swarm 或 Kubernetes 维持运行；接管后两者会争抢端口。尚未做任何修改。',
    ),
    cure: text(
      `Copy what it holds outside its mounts first (\`docker diff ${p.container}\`, \`docker cp\`): it is deleted with the service. Then remove it there (Swarm: \`docker service rm ${p.by}\`; Kubernetes: delete its Deployment with \`kubectl\`), name its mounts in \`volumes\`, and run again.`,
      `请先复制其挂载之外的文件（\`docker diff ${p.container}\`、\`docker cp\`）：它们会随服务一起删除。然后在那里将其移除（Swarm：\`docker service rm ${p.by}\`；Kubernetes：用 \`kubectl\` 删除其 Deployment），在 \`volumes\` 中写明其挂载后重新运行。`,
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
      `On the server: \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`. If Docker says "address already in use", \`ss -ltnp\` lists the program that holds the port: stop it, then start the container again. Its data is untouched.`,
      `在服务器上执行 \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`。如果 Docker 提示 address already in use，请用 \`ss -ltnp\` 找到占用端口的程序，停止它后再启动容器。其数据未受影响。`,
    ),
  }),
  SERVER_BLOCK_SHARED: (p: { domain: string; ports: string; file: string; line: number }) => ({
    what: text(
      `The nginx server in ${p.file}, line ${p.line}, serves ${p.domain}:${p.ports} together with other names and other ports.`,
      `${p.file} 第 ${p.line} 行的 nginx server 同时服务 ${p.domain}:${p.ports} 以及其他域名和端口。`,
    ),
    why: text('One name on one port cannot be taken out of it alone.', '无法只从中移除一个域名的一个端口。'),
    cure: text(
      `Split it: one server for ${p.domain} on ${p.ports} alone, further ones for its other names and ports. Test with \`nginx -t\`, and run again.`,
      `请将其拆分：一个 server 只服务 ${p.domain} 的 ${p.ports} 端口，其他域名和端口放在另外的 server 中；用 \`nginx -t\` 检查后重新运行。`,
    ),
  }),
  /** `upstream`: the name by which `proxy_pass` reaches the application. */
  SERVER_BLOCK_LOSES: (p: {
    domain: string;
    ports: string;
    file: string;
    line: number;
    directives: string;
    upstream: string;
  }) => ({
    what: text(
      `Taking over the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, would lose:\n${p.directives}`,
      `接管 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server 会丢失：\n${p.directives}`,
    ),
    why: text(
      'The server that takes its place has nothing for these. Nothing was touched.',
      '替代它的 server 没有对应的内容。尚未做任何修改。',
    ),
    cure: text(
      `Put what is to stay into \`nginx-snippet\` (for \`client_max_body_size\`: \`max-body-size\`). In a location that proxies to the application write \`proxy_pass http://${p.upstream};\`. \`location /\` exists already: put only the directives in it, outside of any block and without its \`proxy_pass\`. If nothing is to stay, set \`nginx-snippet: '# nothing'\`.`,
      `请将需要保留的内容写入 \`nginx-snippet\`（\`client_max_body_size\` 请用 \`max-body-size\`）。代理到本应用的 location 请写 \`proxy_pass http://${p.upstream};\`。\`location /\` 已存在：只需把其中的指令（\`proxy_pass\` 除外）直接写入，不要放在块中。如果都不需要保留，请设置 \`nginx-snippet: '# nothing'\`。`,
    ),
  }),
  STATIC_SERVER_LOSES: (p: { domain: string; ports: string; file: string; line: number; directives: string }) => ({
    what: text(
      `The admin site would take the place of the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, and lose:\n${p.directives}`,
      `管理站点会替代 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server，并丢失：\n${p.directives}`,
    ),
    why: text(
      'The admin site serves its own path and nothing else. Nothing was touched.',
      '管理站点只提供自己的路径。尚未做任何修改。',
    ),
    cure: text(
      'Where it is the same site at another path, set `static-site-path` to that. Else remove these directives by hand, move them to a server of another name, or leave `static-site` out.',
      '若是同一站点的不同路径，请将 `static-site-path` 设为该路径；否则请手工删除这些指令、移到其他域名的 server，或不使用 `static-site`。',
    ),
  }),
};
