import { text } from '../text.ts';
import { listenEarly } from './bridge.ts';

/** Why a service is not reached, as far as the log tells. */
type How = 'refused' | 'silent' | 'unknown-name' | 'unclear';

interface Service {
  readonly container: string;
  readonly how: How;
  /** Whether its log names localhost as the address. */
  readonly local: boolean;
}

/** Why the connection fails: by the address, the answer, the name. */
function why({ how, local }: Service) {
  if (local)
    return text(
      'Its log names localhost. Inside a container, localhost and 127.0.0.1 are the container itself, not the server.',
      '日志中的地址是 localhost。在容器内，localhost 和 127.0.0.1 指容器自身，而不是服务器。',
    );
  switch (how) {
    case 'refused':
      return text(
        'Its log says that the connection was refused: nothing listens on that address and port for containers.',
        '日志显示连接被拒绝：该地址和端口上没有面向容器监听的程序。',
      );
    case 'silent':
      return text(
        'Its log says that nothing answered in time. Usually a firewall or an allowlist drops the packets.',
        '日志显示连接超时，通常是防火墙或白名单丢弃了数据包。',
      );
    case 'unknown-name':
      return text(
        'Its log says that the host name is not known. Names of containers are known only on a Docker network of their own (`network`).',
        '日志显示主机名无法解析。容器名只在其所属的 Docker 网络（`network`）内可以解析。',
      );
    case 'unclear':
      return text('Its log says so; the lines are shown with this message.', '日志如此记录，相关日志见本消息。');
  }
}

const early = listenEarly('Redis', ' Redis ');

/** What to do about the address of Redis. */
function redisCure({ how, local }: Service) {
  if (how === 'silent' && !local)
    return text(
      "If Redis runs on this server, let containers in.\nufw: `ufw allow in on docker0 to any port 6379 proto tcp`\nfirewalld: `firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=6379 protocol=tcp accept' && firewall-cmd --reload`\nIf it runs elsewhere, add this server's address to its firewall or allowlist.",
      "如果 Redis 在本服务器上，请放行容器。\nufw：`ufw allow in on docker0 to any port 6379 proto tcp`\nfirewalld：`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=6379 protocol=tcp accept' && firewall-cmd --reload`\n如果在别处，请把本服务器的地址加入其防火墙或白名单。",
    );
  return text(
    `If Redis runs on this server: add \`SPRING_DATA_REDIS_HOST=host.docker.internal\` (Spring Boot 2: \`SPRING_REDIS_HOST=host.docker.internal\`) to \`env\`, set \`bind 127.0.0.1 172.17.0.1\` and a \`requirepass\` in /etc/redis/redis.conf, give that password as SPRING_DATA_REDIS_PASSWORD (SPRING_REDIS_PASSWORD), and run \`systemctl restart redis-server\` (\`redis\` on CentOS). ${early.en}\nIf it runs elsewhere, correct the host in \`env\` or in the jar's configuration.`,
    `如果 Redis 在本服务器上：在 \`env\` 中设置 \`SPRING_DATA_REDIS_HOST=host.docker.internal\`（Spring Boot 2：\`SPRING_REDIS_HOST=host.docker.internal\`），在 /etc/redis/redis.conf 中设置 \`bind 127.0.0.1 172.17.0.1\` 和 \`requirepass\`，将该密码填入 SPRING_DATA_REDIS_PASSWORD（SPRING_REDIS_PASSWORD），然后执行 \`systemctl restart redis-server\`（CentOS 为 \`redis\`）。${early.zh}\n如果在别处，请修正 \`env\` 或 jar 配置中的主机名。`,
  );
}

/** What an application lacks though it may answer, told by its log. */
export const serviceErrors = {
  REDIS_UNREACHABLE: (p: Service) => ({
    what: text(
      `The application in container ${p.container} cannot connect to Redis.`,
      `容器 ${p.container} 中的应用无法连接 Redis。`,
    ),
    why: why(p),
    cure: redisCure(p),
  }),

  REDIS_ACCESS_DENIED: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} reaches Redis, but Redis rejects it.`,
      `容器 ${p.container} 中的应用能连接到 Redis，但被拒绝。`,
    ),
    why: text(
      '`NOAUTH` in its log: no password was sent; `WRONGPASS` or `invalid password`: a wrong one; `without any password configured`: Redis has none; `protected mode`: Redis has none and takes connections of its own machine only.',
      '日志中的 `NOAUTH`：没有发送密码；`WRONGPASS` 或 `invalid password`：密码错误；`without any password configured`：Redis 没有设置密码；`protected mode`：Redis 没有密码，只接受本机连接。',
    ),
    cure: text(
      'Set SPRING_DATA_REDIS_PASSWORD (Spring Boot 2: SPRING_REDIS_PASSWORD) in `env` to the value of `requirepass` in /etc/redis/redis.conf; in protected mode set `requirepass` first and run `systemctl restart redis-server`.',
      '请在 `env` 中将 SPRING_DATA_REDIS_PASSWORD（Spring Boot 2：SPRING_REDIS_PASSWORD）设为 /etc/redis/redis.conf 中 `requirepass` 的值；若为 protected mode，请先设置 `requirepass` 并执行 `systemctl restart redis-server`。',
    ),
  }),

  MAIL_UNREACHABLE: (p: Service) => ({
    what: text(
      `The application in container ${p.container} cannot connect to its mail server.`,
      `容器 ${p.container} 中的应用无法连接邮件服务器。`,
    ),
    why: p.local
      ? why(p)
      : text(
          'Its log says so. Tencent Cloud and most other clouds block outgoing connections to port 25.',
          '日志如此记录。腾讯云及多数云厂商默认封禁出站 25 端口。',
        ),
    cure: text(
      'Use port 465 with TLS: `SPRING_MAIL_PORT=465` and `SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE=true` in `env`, and `SPRING_MAIL_HOST` with the name of your mail provider.',
      '请改用 465 端口和 TLS：在 `env` 中设置 `SPRING_MAIL_PORT=465`、`SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE=true`，并将 `SPRING_MAIL_HOST` 设为邮件服务商的地址。',
    ),
  }),

  MAIL_ACCESS_DENIED: (p: { container: string }) => ({
    what: text(
      `The mail server rejects the login of the application in container ${p.container}.`,
      `邮件服务器拒绝了容器 ${p.container} 中应用的登录。`,
    ),
    why: text(
      'User or password is wrong. QQ, 163 and most other providers want an authorization code instead of the password of the account.',
      '用户名或密码错误。QQ、163 等多数邮箱要求使用授权码，而不是账户密码。',
    ),
    cure: text(
      'Set SPRING_MAIL_USERNAME to the full address and SPRING_MAIL_PASSWORD to the authorization code in `env`.',
      '请在 `env` 中将 SPRING_MAIL_USERNAME 设为完整的邮箱地址，将 SPRING_MAIL_PASSWORD 设为授权码。',
    ),
  }),

  SERVICE_UNREACHABLE: (p: Service & { service: string }) => ({
    what: text(
      `The application in container ${p.container} cannot connect to ${p.service || 'another service'}.`,
      `容器 ${p.container} 中的应用无法连接 ${p.service || '其他服务'}。`,
    ),
    why: why(p),
    cure: text(
      `Verify that ${p.service || 'the service that the lines name'} is up. If it runs on this server, write \`host.docker.internal\` instead of \`localhost\` as its host, and let it listen on the address that \`ip -4 addr show docker0\` prints. If it runs elsewhere, allow this server's address there. If the application does not need it, switch it off in the application's configuration.`,
      `请确认${p.service ? ` ${p.service} ` : '日志中的服务'}正常运行。如果它在本服务器上，请将主机名 \`localhost\` 改为 \`host.docker.internal\`，并让它监听 \`ip -4 addr show docker0\` 显示的地址；如果在别处，请在那里放行本服务器的地址；如果应用不需要它，请在应用配置中关闭。`,
    ),
  }),

  SERVICE_ACCESS_DENIED: (p: { container: string; service: string }) => ({
    what: text(
      `The application in container ${p.container} reaches ${p.service}, but ${p.service} rejects it.`,
      `容器 ${p.container} 中的应用能连接到 ${p.service}，但被拒绝。`,
    ),
    why: text(
      'User, password or token is wrong or missing, or the user has no rights there. The lines are shown with this message.',
      '用户名、密码或 token 有误或缺失，或该用户没有权限。相关日志见本消息。',
    ),
    cure: text(
      `Correct the user and password of ${p.service} in \`env\`, and verify that the secrets they come from exist.${p.service === 'RabbitMQ' ? ` RabbitMQ accepts its user \`guest\` from its own machine only, so not from a container. Create another: ${rabbitUser}` : ''}`,
      `请修正 \`env\` 中 ${p.service} 的用户名和密码，并确认它们引用的 secret 存在。${p.service === 'RabbitMQ' ? `RabbitMQ 的 \`guest\` 用户只允许从本机连接，容器无法使用。请另建用户：${rabbitUser}` : ''}`,
    ),
  }),

  APPLICATION_PORT_IN_USE: (p: { container: string; port: string }) => ({
    what: text(
      `The application in container ${p.container} cannot listen on ${p.port === '' ? 'one of its ports' : `port ${p.port}`}: it is in use.`,
      `容器 ${p.container} 中的应用无法监听${p.port === '' ? '其中一个端口' : `端口 ${p.port}`}：端口已被占用。`,
    ),
    why: text(
      'Each container has ports of its own, so two listeners of the application, or two programs in its container, use the same one.',
      '每个容器有自己的端口，因此是应用的两个监听器，或容器中的两个程序使用了同一端口。',
    ),
    cure: text(
      'Give one of the two another port, in `env` or in the configuration of the jar: `server.port`, `management.server.port`, or that of the library whose lines are shown.',
      '请为其中之一设置其他端口（在 `env` 或 jar 的配置中）：`server.port`、`management.server.port`，或日志中相应组件的端口。',
    ),
  }),

  VARIABLE_MISSING: (p: { container: string; variable: string }) => ({
    what: text(
      `The application in container ${p.container} needs \`${p.variable}\`, and nothing sets it.`,
      `容器 ${p.container} 中的应用需要 \`${p.variable}\`，但没有设置。`,
    ),
    why: text(
      'Its log says so. What a developer has in a shell or in a local file is not on the server.',
      '日志如此记录。开发机上的环境变量或本地文件在服务器上不存在。',
    ),
    cure: text(
      `Add a line \`${variableOf(p.variable)}=...\` to \`env\`, or set the \`spring-profile\` whose configuration has it.`,
      `请在 \`env\` 中加入一行 \`${variableOf(p.variable)}=...\`，或设置包含该配置的 \`spring-profile\`。`,
    ),
  }),

  DATABASE_UNREACHABLE: (p: { container: string }) => ({
    what: text(
      `The application in container ${p.container} has no connection to its database.`,
      `容器 ${p.container} 中的应用没有数据库连接。`,
    ),
    why: text('Its log says so, without saying why the connection fails.', '日志如此记录，但没有说明连接失败的原因。'),
    cure: text(
      'Read the lines shown with this message. For a database on this server use `host.docker.internal` as its host, not `localhost` (README, "A database on the server").',
      '请查看本消息附带的日志。如果数据库在本服务器上，主机名请用 `host.docker.internal`，而不是 `localhost`（见 README“服务器上的数据库”）。',
    ),
  }),

  DATABASE_MISSING: (p: { container: string }) => ({
    what: text(
      `The database that the application in container ${p.container} asks for does not exist on its database server.`,
      `容器 ${p.container} 中的应用所用的数据库，在数据库服务器上不存在。`,
    ),
    why: text(
      'The login succeeded; the name at the end of the JDBC URL is misspelled, or the database was not created.',
      '登录成功；JDBC URL 末尾的数据库名有误，或尚未创建该数据库。',
    ),
    cure: text(
      'Create it, with its name instead of `shop` (MySQL: `CREATE DATABASE shop CHARACTER SET utf8mb4;`; PostgreSQL: `CREATE DATABASE shop OWNER app;` with the user of the application instead of `app`), or correct the name in SPRING_DATASOURCE_URL in `env`.',
      '请创建该数据库，并把 `shop` 换成它的名称（MySQL：`CREATE DATABASE shop CHARACTER SET utf8mb4;`；PostgreSQL：`CREATE DATABASE shop OWNER app;`，把 `app` 换成应用的用户），或修正 `env` 中 SPRING_DATASOURCE_URL 的数据库名。',
    ),
  }),

  DATABASE_FULL: (p: { container: string }) => ({
    what: text(
      `The database has no connection left for the application in container ${p.container}.`,
      `数据库没有剩余连接可供容器 ${p.container} 中的应用使用。`,
    ),
    why: text(
      'While a deploy overlaps two versions, both hold a pool of connections.',
      '部署期间新旧两个版本同时运行，各自占用一个连接池。',
    ),
    cure: text(
      'Raise `max_connections` of the database: MySQL and MariaDB at once by `SET GLOBAL max_connections = 300;`, and in their configuration for the next restart; PostgreSQL in postgresql.conf, then restart it. Or make the pool smaller: `SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5` (Druid: `SPRING_DATASOURCE_DRUID_MAX_ACTIVE=5`) in `env`. The running version keeps its pool until the switch: if it leaves no room for 5 connections, the smaller pool helps from the next deploy on only.',
      '请提高数据库的 `max_connections`：MySQL 和 MariaDB 执行 `SET GLOBAL max_connections = 300;` 立即生效，并写入配置文件以便重启后保留；PostgreSQL 在 postgresql.conf 中修改后重启。或缩小连接池：在 `env` 中设置 `SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5`（Druid：`SPRING_DATASOURCE_DRUID_MAX_ACTIVE=5`）。切换前运行中的版本仍占用其连接池：如果剩余连接不足 5 个，缩小连接池要到下一次部署才有效。',
    ),
  }),

  DATABASE_KEY_NOT_SENT: (p: { container: string }) => ({
    what: text(
      `The database driver in container ${p.container} may not ask MySQL for its public key, and so cannot log in.`,
      `容器 ${p.container} 中的数据库驱动不允许向 MySQL 获取公钥，因此无法登录。`,
    ),
    why: text(
      'MySQL 8 logs users in by `caching_sha2_password`, which without TLS needs the key of the server.',
      'MySQL 8 使用 `caching_sha2_password` 登录，没有 TLS 时需要服务器的公钥。',
    ),
    cure: text(
      'Append `allowPublicKeyRetrieval=true` to the parameters of the JDBC URL (`?` before the first one, `&` between them), in `env` or in the configuration of the jar.',
      '请在 JDBC URL 的参数中加上 `allowPublicKeyRetrieval=true`（第一个参数前用 `?`，之间用 `&`），可在 `env` 或 jar 的配置中修改。',
    ),
  }),
};

/** A user that an application in a container may be. */
const rabbitUser =
  "`rabbitmqctl add_user app PASSWORD && rabbitmqctl set_permissions app '.*' '.*' '.*'` (`SPRING_RABBITMQ_USERNAME=app`, `SPRING_RABBITMQ_PASSWORD`)";

/** The variable that sets a property, as Spring Boot binds it; a name that is a variable already stays. */
function variableOf(name: string): string {
  return /^[A-Z0-9_]+$/.test(name) ? name : name.replaceAll('.', '_').replaceAll('-', '').toUpperCase();
}
