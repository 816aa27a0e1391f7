import { text } from '../text.ts';

/** Failures of the container, and of what two of them need side by side. */
export const containerErrors = {
  CONTAINER_NOT_OURS: (p: { container: string; owner: string }) => ({
    what: text(
      `A container named ${p.container} exists and is not of this application (owner: ${p.owner}).`,
      `已存在名为 ${p.container} 的容器，且不属于本应用（所有者：${p.owner}）。`,
    ),
    why: text(
      'This action did not create it for this application; replacing it could lose its data.',
      '它不是本 Action 为本应用创建的；替换可能丢失数据。',
    ),
    cure: text(
      `If it is the manual setup of this application and \`adopt\` is \`false\`, remove that input: the container is then taken over. Otherwise choose another \`app\`, or give the container another name on the server (it keeps running) and run again: docker rename ${p.container} ${p.container}-other-$(date +%s)`,
      `如果它是本应用的手工部署，且 \`adopt\` 为 \`false\`，请删除该参数，即可接管它。否则请改用其他 \`app\` 名称，或在服务器上将该容器改名（它会继续运行）后重新运行：docker rename ${p.container} ${p.container}-other-$(date +%s)`,
    ),
  }),
  CONTAINER_NAME_TAKEN: (p: { container: string; ours: string }) => ({
    what: text(
      `Another container took the name ${p.container} during the deploy; the new version keeps the name ${p.ours}.`,
      `部署期间另一个容器占用了名称 ${p.container}；新版本保留名称 ${p.ours}。`,
    ),
    why: text('This action did not create that container.', '该容器不是由本 Action 创建的。'),
    cure: text(
      `Rename it on the server and run the workflow again: docker rename ${p.container} ${p.container}-other-$(date +%s)`,
      `请在服务器上将其改名后重新运行工作流：docker rename ${p.container} ${p.container}-other-$(date +%s)`,
    ),
  }),
  VOLUME_PRIVATE: (p: { path: string; opened: string; fit: string }) => ({
    what: text(
      `The container cannot mount ${p.path}: it would give the application access to ${p.opened}.`,
      `容器不能挂载 ${p.path}：应用会因此可以访问 ${p.opened}。`,
    ),
    why: text(
      'The action keeps the values of `env` and scripts there that root runs, or nginx its configuration and keys. Nothing was changed.',
      '那里存放着 `env` 的值和由 root 运行的脚本，或 nginx 的配置和私钥。尚未做任何修改。',
    ),
    cure: text(
      `List in \`volumes\` only folders with data of the application, such as \`${p.fit}\`. If an existing container mounts the folder, list its other mounts there and move the data that it needs to a folder of its own.`,
      `\`volumes\` 中只写应用数据所在的目录，例如 \`${p.fit}\`。如果是现有容器挂载了该目录，请在其中写明其余挂载，并将所需数据移到单独的目录。`,
    ),
  }),
  NETWORK_MISSING: (p: { network: string; known: string }) => ({
    what: text(
      `There is no Docker network named ${p.network} on the server.`,
      `服务器上没有名为 ${p.network} 的 Docker 网络。`,
    ),
    why: text(`These exist: ${p.known}.`, `现有网络：${p.known}。`),
    cure: text(
      `Make it on the server: docker network create ${p.network}`,
      `请在服务器上创建：docker network create ${p.network}`,
    ),
  }),
  NETWORK_UNFIT: (p: { network: string; driver: string }) => ({
    what: text(
      `The Docker network ${p.network} cannot be used; it is of this kind: ${p.driver}.`,
      `无法使用 Docker 网络 ${p.network}；其类型为：${p.driver}。`,
    ),
    why: text(
      'nginx on the server reaches an application by a published port, and its health is asked at its own address: only a bridge that is not internal has both.',
      '服务器上的 nginx 通过发布的端口访问应用，健康检查使用容器自身的地址：只有非 internal 的 bridge 网络二者兼备。',
    ),
    cure: text(
      'Name a bridge, made with `docker network create NAME`, or remove `network`.',
      '请填写用 `docker network create 名称` 创建的 bridge 网络，或删除 `network`。',
    ),
  }),
  CONTAINER_NOT_STARTED: (p: { image: string }) => ({
    what: text(`The container of ${p.image} could not be started.`, `无法启动 ${p.image} 的容器。`),
    why: text('The output below is docker’s own.', '下方为 docker 的输出。'),
    cure: text(
      'Correct `volumes`, `files`, `memory`, `docker-options` or what docker names. If iptables lacks a chain, a firewall that started after Docker removed its rules; `systemctl restart docker` restores them, and restarts every container of the server.',
      '请修正 `volumes`、`files`、`memory`、`docker-options` 或 docker 提示的问题。若提示 iptables 缺少链，说明防火墙在 Docker 之后启动并清除了其规则；执行 `systemctl restart docker` 可恢复，但会重启服务器上的所有容器。',
    ),
  }),
  EMBEDDED_DATABASE: (p: { database: string; stop: string; image: string }) => ({
    what: text(
      `The application keeps its data in a file (${p.database}), which two versions at once cannot share.`,
      `应用将数据保存在文件中（${p.database}），两个版本无法同时使用。`,
    ),
    why: text(
      'A deploy starts the new version next to the old one before it switches.',
      '部署时会先让新版本与旧版本并行运行，再切换。',
    ),
    cure: text(
      `Use a database server (MySQL). Or stop the old version, then run again; the site is down until that deploy finishes, and the stopped container keeps its files:\n${p.stop}\nEach later deploy needs the same (\`docker stop ${p.image}\`).`,
      `请改用数据库服务器（MySQL）。或先停止旧版本再重新运行；部署完成前服务不可用，已停止的容器保留其文件：\n${p.stop}\n以后每次部署都需要这样做（\`docker stop ${p.image}\`）。`,
    ),
  }),
  MEMORY_TOO_SMALL: (p: { needed: string; available: string; swap: string; stop: string; megabytes: string }) => ({
    what: text(
      `Two versions at once need about ${p.needed} MB more; ${p.available} MB of memory and ${p.swap} MB of swap are free.`,
      `两个版本同时运行约需再占用 ${p.needed} MB；可用内存 ${p.available} MB，可用 swap ${p.swap} MB。`,
    ),
    why: text(
      'The old version uses that much, and the new one runs next to it until the switch.',
      '旧版本占用这么多内存，切换前新版本会与其并行运行。',
    ),
    cure: text(
      `Add swap on the server:\nf=$(mktemp /swapfile-XXXXXX) && dd if=/dev/zero of=$f bs=1M count=${p.megabytes} && mkswap $f && swapon $f && echo "$f none swap sw 0 0" >> /etc/fstab\nOr see what uses the memory (\`ps aux --sort=-rss | head\`), or choose a larger server. Or stop the old version first; the site is down until the deploy finishes: ${p.stop}`,
      `请在服务器上增加 swap：\nf=$(mktemp /swapfile-XXXXXX) && dd if=/dev/zero of=$f bs=1M count=${p.megabytes} && mkswap $f && swapon $f && echo "$f none swap sw 0 0" >> /etc/fstab\n或查看内存占用（\`ps aux --sort=-rss | head\`），或升级服务器。也可先停止旧版本（部署完成前服务不可用）：${p.stop}`,
    ),
  }),
  MEMORY_SWAPS: (p: { needed: string; available: string; swap: string }) => ({
    what: text(
      `Two versions at once need about ${p.needed} MB more, and ${p.available} MB of memory are free: the server will use swap until the switch.`,
      `两个版本同时运行约需再占用 ${p.needed} MB，而可用内存为 ${p.available} MB：切换前服务器将使用 swap。`,
    ),
    why: text(
      `${p.swap} MB of swap are free. Swap is slow, so that the application may answer slowly meanwhile.`,
      `可用 swap 为 ${p.swap} MB。swap 较慢，期间应用的响应可能变慢。`,
    ),
    cure: text(
      'If that is too slow, choose a larger server, or see what uses the memory: `ps aux --sort=-rss | head`.',
      '若影响过大，请升级服务器，或查看内存占用：`ps aux --sort=-rss | head`。',
    ),
  }),
  HEAP_TOO_LARGE: (p: { memory: string; heap: string; rest: string; enough: string; percentage: string }) => ({
    what: text(
      `The heap may grow to ${p.heap} MiB of \`memory: ${p.memory}\`, which leaves ${p.rest} MiB for the rest of the JVM.`,
      `堆最大可达 ${p.heap} MiB（\`memory: ${p.memory}\`），只剩 ${p.rest} MiB 供 JVM 的其余部分使用。`,
    ),
    why: text(
      'Classes, code and threads of a Spring Boot application take 150 to 250 MiB in addition to the heap. Beyond `memory` the kernel kills the application, usually under load.',
      'Spring Boot 应用的类、代码和线程在堆外还需 150 到 250 MiB。超出 `memory` 时内核会终止应用，通常发生在高负载时。',
    ),
    cure:
      p.enough === ''
        ? text(
            `Set \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`.`,
            `请设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`。`,
          )
        : text(
            `Set \`memory: ${p.enough}\`${p.percentage === '' ? '' : `, or keep it and set \`java-options: -XX:MaxRAMPercentage=${p.percentage}\``}.`,
            `请设置 \`memory: ${p.enough}\`${p.percentage === '' ? '' : `，或保持不变并设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\``}。`,
          ),
  }),
  NO_PORT_LEFT: (p: { from: number; to: number }) => ({
    what: text(
      `No port from ${p.from} to ${p.to} is free on the server’s loopback.`,
      `服务器回环地址上 ${p.from} 到 ${p.to} 没有空闲端口。`,
    ),
    why: text('Every container has a loopback port of its own.', '每个容器都有自己的回环端口。'),
    cure: text(
      'See what holds them with `ss -ltnp`, and stop what is not needed.',
      '请用 `ss -ltnp` 查看占用者，并停止不需要的程序。',
    ),
  }),
  PORT_EPHEMERAL: (p: { port: number; from: number; to: number; reserve: string }) => ({
    what: text(
      `The container has port ${p.port} of the server’s loopback, which an outgoing connection may take.`,
      `容器使用服务器回环地址的端口 ${p.port}，该端口可能被出站连接占用。`,
    ),
    why: text(
      `The kernel uses ${p.from} to ${p.to} for outgoing connections (net.ipv4.ip_local_port_range). If one has the port when the container starts again, the start fails.`,
      `内核将 ${p.from} 到 ${p.to} 用于出站连接（net.ipv4.ip_local_port_range）。若容器重新启动时端口恰被占用，启动会失败。`,
    ),
    cure: text(
      `Reserve the ports on the server:\necho 'net.ipv4.ip_local_reserved_ports = ${p.reserve}' > /etc/sysctl.d/90-deploy-ports.conf && sysctl -p /etc/sysctl.d/90-deploy-ports.conf`,
      `请在服务器上保留这些端口：\necho 'net.ipv4.ip_local_reserved_ports = ${p.reserve}' > /etc/sysctl.d/90-deploy-ports.conf && sysctl -p /etc/sysctl.d/90-deploy-ports.conf`,
    ),
  }),
};
