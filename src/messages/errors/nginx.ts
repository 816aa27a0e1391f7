import { text } from '../text.ts';

/** Failures of an nginx that cannot be worked with, and of what is in its files. */
export const nginxErrors = {
  NGINX_IN_CONTAINER: (p: { pids: string }) => ({
    what: text('nginx runs in a container on this server.', '该服务器上的 nginx 运行在容器中。'),
    why: text(
      'Its files and ports are the container’s; a second nginx on the host would fight for them.',
      '其文件和端口属于容器；在主机上再装一个 nginx 会冲突。',
    ),
    cure: text(
      `Find the container: \`docker ps\`, then \`docker top NAME\` lists pid ${p.pids}. Copy the files of its sites to /root: \`docker cp NAME:/etc/nginx /root/\`. Stop it for good: \`docker update --restart=no NAME && docker stop NAME\`. Run again: the action uses the nginx of the server, and installs it if missing. Then put the sites into its configuration.`,
      `先找到该容器：用 \`docker ps\` 列出容器，\`docker top NAME\` 中含 pid ${p.pids} 的就是。将其站点文件复制到 /root：\`docker cp NAME:/etc/nginx /root/\`。停止该容器并取消自动启动：\`docker update --restart=no NAME && docker stop NAME\`。然后重新运行，本 Action 会使用服务器自身的 nginx（没有则安装）；最后将原有站点加入其配置。`,
    ),
  }),
  NGINX_SEVERAL: (p: { pids: string }) => ({
    what: text(
      `Several nginx masters run on this server (pids ${p.pids}).`,
      `该服务器上运行着多个 nginx 主进程（pid ${p.pids}）。`,
    ),
    why: text(
      'The action cannot tell which of them is to serve the application.',
      '本 Action 无法判断应由哪一个提供服务。',
    ),
    cure: text(
      `See what each one is: \`ps -o pid,unit,args -p ${p.pids.replaceAll(' ', '')}\`. Stop all but one: \`systemctl stop UNIT\`, or \`kill -QUIT PID\` for one without a unit of its own. Then run again.`,
      `查看各主进程：\`ps -o pid,unit,args -p ${p.pids.replaceAll(' ', '')}\`。只保留一个，其余的用 \`systemctl stop UNIT\` 停止；没有自己单元的用 \`kill -QUIT PID\`。然后重新运行。`,
    ),
  }),
  NGINX_BROKEN_BEFORE: (p: { said: string; nginx: string }) => ({
    what: text(
      `nginx on this server does not accept its own configuration: ${p.said}`,
      `服务器上的 nginx 不接受其现有配置：${p.said}`,
    ),
    why: text(
      'It was broken before this deploy; nothing of it is ours to change.',
      '在本次部署之前就已损坏；不属于本部署可修改的内容。',
    ),
    cure: text(
      `Correct the file that it names, verify with \`${p.nginx} -t\`, then run again.`,
      `请修正其指出的文件，用 \`${p.nginx} -t\` 检查，然后重新运行。`,
    ),
  }),
  NGINX_SILENT: (p: { seconds: number | string; nginx: string }) => ({
    what: text(
      `nginx on this server did not finish testing its configuration within ${p.seconds} s.`,
      `服务器上的 nginx 未能在 ${p.seconds} 秒内完成配置检查。`,
    ),
    why: text(
      'nginx opens every file that its configuration names. A named pipe in the place of a log file, or a network file system that does not answer, blocks it.',
      'nginx 会打开配置中写明的每个文件。如果日志文件被替换为命名管道，或网络文件系统没有响应，nginx 就会一直等待。',
    ),
    cure: text(
      `List the named pipes on the server: \`find /data /etc /home /mnt /opt /run /srv /usr/local /var /www -type p 2>/dev/null\`. Remove the one that the nginx configuration names (\`access_log\`, \`error_log\`, \`include\`), verify with \`timeout -s KILL 10 ${p.nginx} -t\`, then run again.`,
      `请在服务器上列出命名管道：\`find /data /etc /home /mnt /opt /run /srv /usr/local /var /www -type p 2>/dev/null\`。删除 nginx 配置中写明的那一个（\`access_log\`、\`error_log\`、\`include\`），用 \`timeout -s KILL 10 ${p.nginx} -t\` 确认后重新运行。`,
    ),
  }),
  NGINX_UNREADABLE: (p: { file: string; line: number; domain: string; port: number }) => ({
    what: text(
      `${p.file} cannot be read from line ${p.line} on, and it has a server for ${p.domain}:${p.port}.`,
      `无法读取 ${p.file} 第 ${p.line} 行起的内容，且该文件含有 ${p.domain}:${p.port} 的 server。`,
    ),
    why: text(
      'nginx accepts the file, so a module has a syntax of its own there. The action would have to change this server, and does not change what it cannot read. Nothing was changed.',
      'nginx 接受该文件，说明某个模块在此处使用了自己的语法。本 Action 需要修改该 server，但不会修改无法读取的内容。尚未做任何修改。',
    ),
    cure: text(
      `Move that server block into a file of its own in a folder that nginx includes, then run again. Or choose another \`https-port\` or \`domain\`.`,
      `请将该 server 块移到 nginx 会 include 的目录中的单独文件，然后重新运行；或改用其他 \`https-port\` 或 \`domain\`。`,
    ),
  }),
  NGINX_FILE_PASSED_BY: (p: { file: string; line: number }) => ({
    what: text(
      `${p.file} cannot be read from line ${p.line} on. It is left as it is.`,
      `无法读取 ${p.file} 第 ${p.line} 行起的内容。该文件保持不变。`,
    ),
    why: text(
      'A module has a syntax of its own there. nginx validates the file; the action does not know which servers are in it.',
      '某个模块在此处使用了自己的语法。该文件由 nginx 自行检查；本 Action 不知道其中有哪些 server。',
    ),
    cure: text(
      'You need to do nothing, unless a server in this file has the same name and port as the application.',
      '如果该文件中没有与本应用同名同端口的 server，则无需处理。',
    ),
  }),
  NGINX_BROKEN_BY_APP: (p: { app: string; file: string; said: string }) => ({
    what: text(
      `nginx on this server does not accept the file of the application ${p.app}, ${p.file}: ${p.said}`,
      `服务器上的 nginx 不接受应用 ${p.app} 的配置文件 ${p.file}：${p.said}`,
    ),
    why: text(
      'An earlier deploy of that application wrote the file. The file, or the certificate that it names, is damaged.',
      '该文件由该应用先前的部署写入；文件或其引用的证书已损坏。',
    ),
    cure: text(
      `Deploy ${p.app} first: its deploy writes the file and the certificate again. Then run this workflow again. If the deploy of ${p.app} reports the file of this application in turn: \`mv ${p.file} /root/\`, run this workflow, then deploy ${p.app}.`,
      `请先部署 ${p.app}：其部署会重新写入该文件和证书。然后重新运行本工作流。如果 ${p.app} 的部署又报告本应用的文件：请执行 \`mv ${p.file} /root/\`，运行本工作流，再部署 ${p.app}。`,
    ),
  }),
  NGINX_MASKED: (p: { unit: string }) => ({
    what: text(
      `systemd cannot start nginx: ${p.unit} is masked.`,
      `systemd 无法启动 nginx：${p.unit} 已被屏蔽（masked）。`,
    ),
    why: text(
      'Somebody masked the unit, often because another web server is in use. nginx would not be there after a reboot.',
      '该单元已被人为屏蔽，通常是因为使用了其他 Web 服务器。服务器重启后 nginx 不会启动。',
    ),
    cure: text(
      `On the server: \`systemctl unmask ${p.unit}\`, then run again.`,
      `请在服务器上执行 \`systemctl unmask ${p.unit}\`，然后重新运行。`,
    ),
  }),
  NGINX_NAMES_HASH: (p: {
    domain: string;
    have: string | number;
    need: string | number;
    main: string;
    nginx: string;
    place: string;
  }) => ({
    what: text(
      `The host name ${p.domain} is too long for the table of server names of nginx (server_names_hash_bucket_size ${p.have}).`,
      `域名 ${p.domain} 过长，超出 nginx 的 server_names_hash_bucket_size（${p.have}）。`,
    ),
    why: text(
      'nginx builds this table for each port that several servers share, and refuses a configuration with a name that does not fit.',
      '多个 server 共用端口时，nginx 会为该端口建立域名哈希表；放不下的域名会使整个配置被拒绝。',
    ),
    cure:
      p.place === ''
        ? text(
            `Add this line to the http block of ${p.main}, verify with \`${p.nginx} -t\`, then run again: server_names_hash_bucket_size ${p.need};`,
            `请在 ${p.main} 的 http 块中加入下面一行，用 \`${p.nginx} -t\` 检查后重新运行：server_names_hash_bucket_size ${p.need};`,
          )
        : text(
            `Change ${p.place}, verify with \`${p.nginx} -t\`, then run again: server_names_hash_bucket_size ${p.need};`,
            `请修改 ${p.place}，用 \`${p.nginx} -t\` 检查后重新运行：server_names_hash_bucket_size ${p.need};`,
          ),
  }),
  NGINX_NO_INCLUDE: (p: { main: string; folder: string }) => ({
    what: text(`The http block of ${p.main} includes no folder.`, `${p.main} 的 http 块没有 include 任何目录。`),
    why: text(
      'The action writes a file of its own for the application, into a folder that nginx includes.',
      '本 Action 会为应用写入单独的配置文件，该文件必须位于 nginx 会 include 的目录中。',
    ),
    cure: text(
      `Create the folder: \`mkdir -p ${p.folder}\`. Add to the http block of ${p.main}: \`include ${p.folder}/*.conf;\`. Then run again; nginx need not be reloaded before.`,
      `请创建目录：\`mkdir -p ${p.folder}\`；在 ${p.main} 的 http 块中加入：\`include ${p.folder}/*.conf;\`；然后重新运行，事先无需重新加载 nginx。`,
    ),
  }),
  NGINX_FILE_NOT_OURS: (p: { file: string; owner: string }) => ({
    what: text(
      `${p.file} exists and is not of this application (owner: ${p.owner}).`,
      `${p.file} 已存在，且不属于本应用（所有者：${p.owner}）。`,
    ),
    why: text(
      'It was written by hand or for another application; the deploy would overwrite it.',
      '它由手工或其他应用写入；部署会覆盖它。',
    ),
    cure: text(
      `Choose another \`app\`. Or, if you do not need what the file says, move it out of that folder: \`mv ${p.file} /root/\`. Then run again.`,
      `请改用其他 \`app\` 名称；如果不再需要该文件的内容，也可将其移出该目录：\`mv ${p.file} /root/\`。然后重新运行。`,
    ),
  }),
  NGINX_FILE_CHANGED: (p: { file: string }) => ({
    what: text(`${p.file} was changed while the deployment ran.`, `部署过程中 ${p.file} 被修改。`),
    why: text(
      'Somebody else edited it, or another application was deployed; writing over that would lose it.',
      '有人编辑了该文件，或其他应用正在部署；覆盖会丢失这些修改。',
    ),
    cure: text('Run the workflow again; it reads the file again.', '请重新运行工作流，它会重新读取该文件。'),
  }),
  SITE_CERTIFICATE_CHANGED: (p: { file: string; before: string; now: string }) => ({
    what: text(
      `${p.file} names another certificate than at the beginning: ${p.now}, no longer ${p.before}.`,
      `${p.file} 中的证书在此期间已更换：现为 ${p.now}，原为 ${p.before}。`,
    ),
    why: text(
      'The certificate was renewed meanwhile, or another application of the domain was deployed. Writing the file now would bring the old certificate back.',
      '在此期间证书已续期，或同域名的其他应用已部署；现在写入会恢复旧证书。',
    ),
    cure: text(
      'Run it again: it reads the file again, and takes the certificate that is there now.',
      '请重新运行，它会重新读取该文件并使用现在的证书。',
    ),
  }),
  NGINX_FILE_EDITED: (p: { file: string; backup: string; nginx: string }) => ({
    what: text(
      `${p.file} was edited during the switch, so the undo left it as it is.`,
      `切换期间 ${p.file} 被修改，因此撤销时保持其现状。`,
    ),
    why: text(
      'The action restores a file of somebody else only if it still is as the action wrote it. Writing it now would lose the edit.',
      '对于他人的文件，只有内容仍与本 Action 写入的一致时才会恢复；此时写入会丢失这一修改。',
    ),
    cure: text(
      `On the server, compare the two and put back what is missing: \`diff ${p.backup} ${p.file}\`. Then check and reload nginx: \`${p.nginx} -t && ${p.nginx} -s reload\`, remove ${p.backup}, and run the workflow again.`,
      `请在服务器上比较两个文件并补回缺少的内容：\`diff ${p.backup} ${p.file}\`；然后检查并重新加载 nginx：\`${p.nginx} -t && ${p.nginx} -s reload\`，删除 ${p.backup}，再重新运行工作流。`,
    ),
  }),
  SERVER_BLOCK_TAKEN: (p: { domain: string; port: number; file: string; line: number; app: string }) => ({
    what: text(
      `nginx already has a server for ${p.domain}:${p.port} in ${p.file}, line ${p.line}.`,
      `nginx 已有 ${p.domain}:${p.port} 的 server，位于 ${p.file} 第 ${p.line} 行。`,
    ),
    why: text(
      'It is not managed by this deployment; of two servers with one name and port nginx uses only the first.',
      '它不由本部署管理；同名同端口的两个 server，nginx 只使用第一个。',
    ),
    cure:
      p.app === '-'
        ? text(
            'Set `adopt: true` (the default) to take over an existing server. Or remove that server block, or choose another `https-port` or `domain`. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.',
            '将 `adopt` 设为 `true`（默认值）即可接管已有的 server；也可以移除该 server 块，或改用其他 `https-port` 或 `domain`。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。',
          )
        : text(
            `It belongs to the application ${p.app}, which the action deployed. Choose another \`https-port\` or \`domain\` for this one. For the port of the application: \`publish-app-port: false\`.`,
            `它属于由本 Action 部署的应用 ${p.app}。请为当前应用改用其他 \`https-port\` 或 \`domain\`；应用端口可设置 \`publish-app-port: false\`。`,
          ),
  }),
};
