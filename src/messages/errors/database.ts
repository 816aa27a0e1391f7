import { text } from '../text.ts';
import { listenEarly } from './bridge.ts';

const earlyRedis = listenEarly('Redis', ' Redis ');
const early = listenEarly('PostgreSQL or MySQL', ' PostgreSQL 或 MySQL ');

/** Failures of an application that does not get at its database, or another service that it needs, told by its log. */
export const databaseErrors = {
  DATABASE_AT_LOCALHOST: (p: { container: string; settings: string }) => ({
    what: text(
      `The application in container ${p.container} looks for its database at localhost, and there is none.`,
      `容器 ${p.container} 中的应用在 localhost 上寻找数据库，但那里没有数据库。`,
    ),
    why: text(
      'Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.',
      '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。',
    ),
    cure: text(
      `For a database on the server, write host.docker.internal instead of localhost, in the configuration of the jar or by this setting, which takes precedence over it (keep the rest of the URL): \`${p.settings}\`\nThe database must also listen for containers (README, "A database on the server").`,
      `如果数据库在本服务器上：请将 localhost 改为 host.docker.internal，可修改 jar 中的配置，或使用以下优先级更高的设置（URL 的其余部分保持不变）：\`${p.settings}\`\n数据库还须监听容器可达的地址（见 README“服务器上的数据库”）。`,
    ),
  }),

  REDIS_AT_LOCALHOST: (p: { container: string; settings: string }) => ({
    what: text(
      `The application in container ${p.container} looks for Redis at localhost, and there is none.`,
      `容器 ${p.container} 中的应用在 localhost 上寻找 Redis，但那里没有 Redis。`,
    ),
    why: text(
      'Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.',
      '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。',
    ),
    cure: text(
      `For Redis on the server: \`${p.settings}\`\nRedis must also listen for containers: in redis.conf, \`bind 127.0.0.1 172.17.0.1\` and a \`requirepass\` (give that password to the application); then restart it. ${earlyRedis.en}`,
      `如果 Redis 在本服务器上：\`${p.settings}\`\nRedis 还须监听容器可达的地址：在 redis.conf 中设置 \`bind 127.0.0.1 172.17.0.1\` 和 \`requirepass\`（并把该密码告知应用），然后重启 Redis。${earlyRedis.zh}`,
    ),
  }),

  SERVICE_AT_LOCALHOST: (p: { keys: string; settings: string }) => ({
    what: text(
      `The configuration of the application names localhost: ${p.keys}`,
      `应用的配置指向 localhost：${p.keys}`,
    ),
    why: text(
      'Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.',
      '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。',
    ),
    cure: text(
      `For services on the server, set (keep the rest of a URL): \`${p.settings}\`\nThey must also listen for containers (README, "A database on the server").`,
      `如果这些服务在本服务器上，请设置（URL 的其余部分保持不变）：\`${p.settings}\`\n这些服务还须监听容器可达的地址（见 README“服务器上的数据库”）。`,
    ),
  }),

  DATABASE_REFUSED: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} reaches the host of its database, but nothing listens on the port there.`,
      `容器 ${p.container} 中的应用能到达数据库所在主机，但该端口上没有程序监听。`,
    ),
    why: text(
      'The connection was refused. As installed, MariaDB, MySQL and PostgreSQL often listen on 127.0.0.1 only, which no container reaches; or the database does not run, or has another port.',
      '连接被拒绝。MariaDB、MySQL 和 PostgreSQL 安装后往往只监听容器无法到达的 127.0.0.1；也可能是数据库未运行，或端口不同。',
    ),
    cure: text(
      `For a database on the server, let it listen on the address of Docker's bridge too, and restart it (172.17.0.1; \`ip -4 address show docker0\` shows it).\nMariaDB 10.11, MySQL 8.0.13 and later: \`bind-address = 127.0.0.1,172.17.0.1\` (README, "A database on the server"). Earlier ones take one address: \`bind-address = 172.17.0.1\`.\nPostgreSQL: \`listen_addresses = 'localhost,172.17.0.1'\` in postgresql.conf, and \`host all all 172.16.0.0/12 scram-sha-256\` in pg_hba.conf.\n${early.en}\n\`ss -ltn\` shows whether it listens there.`,
      `如果数据库在本服务器上：请让它同时监听 Docker 网桥地址（172.17.0.1；可用 \`ip -4 address show docker0\` 查看），然后重启数据库。\nMariaDB 10.11、MySQL 8.0.13 及更高版本：\`bind-address = 127.0.0.1,172.17.0.1\`（见 README“服务器上的数据库”）。更早的版本只接受一个地址：\`bind-address = 172.17.0.1\`。\nPostgreSQL：在 postgresql.conf 中设置 \`listen_addresses = 'localhost,172.17.0.1'\`，并在 pg_hba.conf 中加入 \`host all all 172.16.0.0/12 scram-sha-256\`。\n${early.zh}\n用 \`ss -ltn\` 确认是否已监听。`,
    ),
  }),

  DATABASE_SILENT: (p: { container: string; port: string }) => ({
    what: text(
      `The application in container ${p.container} gets no answer from the address of its database.`,
      `容器 ${p.container} 中的应用连接数据库地址时没有得到任何应答。`,
    ),
    why: text(
      'A firewall in between usually drops the packets: that of the server, if ufw or firewalld is active, or the allowlist of a cloud database.',
      '通常是中间的防火墙丢弃了数据包：服务器上启用的 ufw 或 firewalld，或云数据库的白名单。',
    ),
    cure: text(
      `For a database on the server, allow containers only.\nufw: \`ufw allow in on docker0 to any port ${p.port} proto tcp\`\nfirewalld: \`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=${p.port} protocol=tcp accept' && firewall-cmd --reload\`\nWith \`network\`, use that network's bridge and subnet (\`docker network inspect\` shows the subnet). For a database elsewhere, allow the server's address there.`,
      `如果数据库在本服务器上，请只放行容器。\nufw：\`ufw allow in on docker0 to any port ${p.port} proto tcp\`\nfirewalld：\`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=${p.port} protocol=tcp accept' && firewall-cmd --reload\`\n使用 \`network\` 时，请改为该网络的网桥和网段（\`docker network inspect\` 会显示网段）。如果数据库在别处：请在那里放行本服务器的地址。`,
    ),
  }),

  DATABASE_NAME_UNKNOWN: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} cannot find the address of its database's host name.`,
      `容器 ${p.container} 中的应用无法解析数据库的主机名。`,
    ),
    why: text(
      'The name is misspelt, or it is known in another place only: names of containers are known on a Docker network of their own.',
      '主机名有误，或只在别处有效：容器名只在其所属的 Docker 网络内可以解析。',
    ),
    cure: text(
      'For a database on the server write host.docker.internal. For one in another container, set `network` to the Docker network of that container (`docker network ls`). For one elsewhere, run `getent hosts NAME` on the server to see whether the name is known.',
      '如果数据库在本服务器上，请使用 host.docker.internal；如果在另一个容器中，请将 `network` 设为该容器所在的 Docker 网络（`docker network ls`）；如果在别处，请在服务器上用 `getent hosts NAME` 检查能否解析。',
    ),
  }),

  DATABASE_ACCESS_DENIED: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} reaches its database, which turns its user away.`,
      `容器 ${p.container} 中的应用能连接到数据库，但数据库拒绝了其用户。`,
    ),
    why: text(
      "`Access denied ... (using password` or `password authentication failed` in its log: user or password is wrong, or the user may not come from the container's address; `is not allowed to connect` or `no pg_hba.conf entry`: no user may; `to database`: it has no rights there.",
      '日志中的 `Access denied ... (using password` 或 `password authentication failed`：用户名或密码错误，或该用户不允许来自容器的地址；`is not allowed to connect` 或 `no pg_hba.conf entry`：不允许来自该地址的任何用户；`to database`：该用户没有此数据库的权限。',
    ),
    cure: text(
      'Check user and password in `env` (SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; with Druid often SPRING_DATASOURCE_DRUID_USERNAME and _PASSWORD). In the database, the user must be allowed to come from containers: in MariaDB and MySQL `app@\'172.16.0.0/255.240.0.0\'`, not `app@localhost` (README, "A database on the server"); in PostgreSQL `host all all 172.16.0.0/12 scram-sha-256` in pg_hba.conf, then `systemctl reload postgresql`.',
      "请检查 `env` 中的用户名和密码（SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD；使用 Druid 时常为 SPRING_DATASOURCE_DRUID_USERNAME 和 _PASSWORD）。数据库中的用户须允许来自容器：MariaDB 和 MySQL 为 `app@'172.16.0.0/255.240.0.0'`，而不是 `app@localhost`（见 README“服务器上的数据库”）；PostgreSQL 须在 pg_hba.conf 中有 `host all all 172.16.0.0/12 scram-sha-256`，然后执行 `systemctl reload postgresql`。",
    ),
  }),
};
