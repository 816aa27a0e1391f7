import { text } from '../text.ts';

/** Failures of an application that does not get at its database, told by its log. */
export const databaseErrors = {
  DATABASE_AT_LOCALHOST: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} looks for its database at localhost, and there is none.`,
      `容器 ${p.container} 中的应用在 localhost 上寻找数据库，但那里没有数据库。`,
    ),
    why: text(
      'Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.',
      '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。',
    ),
    cure: text(
      'Write host.docker.internal instead of localhost: `SPRING_DATASOURCE_URL=jdbc:mysql://host.docker.internal:3306/...` in `env`, or in the configuration of the jar. The database must also listen for containers (README, "A database on the server").',
      '请将 localhost 改为 host.docker.internal：在 `env` 中设置 `SPRING_DATASOURCE_URL=jdbc:mysql://host.docker.internal:3306/...`，或修改 jar 中的配置。数据库还须监听容器可达的地址（见 README“服务器上的数据库”）。',
    ),
  }),

  DATABASE_REFUSED: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} reaches the host of its database, but nothing listens on the port there.`,
      `容器 ${p.container} 中的应用能到达数据库所在主机，但该端口上没有程序监听。`,
    ),
    why: text(
      'The connection was refused. As it is installed, MariaDB and MySQL often listen on 127.0.0.1 only, which no container reaches; or the database does not run, or has another port.',
      '连接被拒绝。MariaDB 和 MySQL 安装后往往只监听容器无法到达的 127.0.0.1；也可能是数据库未运行，或端口不同。',
    ),
    cure: text(
      'For a database on the server: let it listen on the address of Docker\'s bridge too, `bind-address = 127.0.0.1,172.17.0.1` (README, "A database on the server"), and see with `ss -ltn` that it does. Should the application look for it at localhost, write host.docker.internal.',
      '如果数据库在本服务器上：请让它同时监听 Docker 网桥地址，`bind-address = 127.0.0.1,172.17.0.1`（见 README“服务器上的数据库”），并用 `ss -ltn` 确认。如果应用配置的是 localhost，请改为 host.docker.internal。',
    ),
  }),

  DATABASE_SILENT: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} gets no answer from the address of its database.`,
      `容器 ${p.container} 中的应用连接数据库地址时没有得到任何应答。`,
    ),
    why: text(
      'A firewall in between usually drops the packets: that of the server, where ufw is active, or the allowlist of a cloud database.',
      '通常是中间的防火墙丢弃了数据包：服务器上启用的 ufw，或云数据库的白名单。',
    ),
    cure: text(
      "For a database on the server: `ufw allow in on docker0 to any port 3306 proto tcp`, which lets in containers and nobody else. For one elsewhere: let in the server's address there.",
      '如果数据库在本服务器上：执行 `ufw allow in on docker0 to any port 3306 proto tcp`，只放行容器。如果在别处：请在那里放行本服务器的地址。',
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
      'For a database on the server write host.docker.internal; for one elsewhere see on the server whether `getent hosts NAME` finds it.',
      '如果数据库在本服务器上，请使用 host.docker.internal；如果在别处，请在服务器上用 `getent hosts NAME` 检查能否解析。',
    ),
  }),

  DATABASE_ACCESS_DENIED: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} reaches its database, which turns its user away.`,
      `容器 ${p.container} 中的应用能连接到数据库，但数据库拒绝了其用户。`,
    ),
    why: text(
      "`Access denied ... (using password` in its log: user or password is wrong, or the user may not come from the container's address; `is not allowed to connect`: no user may; `to database`: it has no rights there.",
      '日志中的 `Access denied ... (using password`：用户名或密码错误，或该用户不允许来自容器的地址；`is not allowed to connect`：不允许来自该地址的任何用户；`to database`：该用户没有此数据库的权限。',
    ),
    cure: text(
      'Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD in `env` and, in the database, that the user may come from containers: `app@\'172.16.0.0/255.240.0.0\'`, not `app@localhost` (README, "A database on the server").',
      "请检查 `env` 中的 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD，并确认数据库中的用户允许来自容器：应为 `app@'172.16.0.0/255.240.0.0'`，而不是 `app@localhost`（见 README“服务器上的数据库”）。",
    ),
  }),
};
