import { type Text, text } from '../text.ts';

interface HealthWords {
  readonly container: string;
  readonly path: string;
  readonly port: number;
  readonly status: string;
  readonly expected: string;
  /** Undefined: it was not waited for. */
  readonly seconds: number | undefined;
  /** The answer was the same from the first one on, and will not change. */
  readonly steady: boolean;
  /** The components that the actuator reports as not up; empty: it names none. */
  readonly components: string;
}

/** Failures of the health check: the application answers, but not as it should. */
export const healthErrors = {
  HEALTH_FAILED: (p: HealthWords) => ({
    what: text(
      `The application answers ${p.status} on ${p.path}, port ${p.port}; expected ${p.expected}${p.seconds === undefined ? '' : ` (waited ${p.seconds} s)`}.${p.components === '' ? '' : ` The actuator reports as down: ${p.components}.`}`,
      `应用在端口 ${p.port} 的 ${p.path} 返回 ${p.status}；期望 ${p.expected}${p.seconds === undefined ? '' : `（已等待 ${p.seconds} 秒）`}。${p.components === '' ? '' : `actuator 报告异常的组件：${p.components}。`}`,
    ),
    why: whyNot(p),
    cure: cureOf(p),
  }),

  HEALTH_SAYS_DOWN: (p: { container: string; status: string; components: string }) => ({
    what: text(
      `The health of the application in container ${p.container} says ${p.status}${p.components === '' ? '' : `: ${p.components}`}, though the health check passed.`,
      `健康检查已通过，但容器 ${p.container} 中应用的健康状态为 ${p.status}${p.components === '' ? '' : `：${p.components}`}。`,
    ),
    why: text(
      'Another path or status was accepted: by `health-path`, `health-status` or the configuration of the actuator (`management.endpoint.health.status.http-mapping`). So the deploy went on.',
      '`health-path`、`health-status` 或 actuator 的配置（`management.endpoint.health.status.http-mapping`）接受了其他路径或状态码，因此部署继续进行。',
    ),
    cure:
      p.components === ''
        ? text(
            'The log of the application says what does not work. `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` in `env` lets the actuator name the component that is down.',
            '原因见应用日志。在 `env` 中设置 `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` 可让 actuator 说明是哪个组件异常。',
          )
        : componentsCure(p.components),
  }),
};

function whyNot({ container, status, steady, components }: HealthWords): Text {
  if (components !== '')
    return text(
      `It runs in ${container}, and what it needs does not work. Its last log lines are shown with this error.`,
      `应用在 ${container} 中运行，但它依赖的组件不可用。最后的日志见本错误。`,
    );
  if (steady)
    return text(
      `It has answered ${status} from the first answer on; this does not change by waiting.`,
      `从第一次响应起一直返回 ${status}，继续等待不会改变。`,
    );
  return text(
    `It runs in ${container}, but does not say that it is well. Its last log lines are shown with this error.`,
    `应用在 ${container} 中运行，但健康检查未通过。最后的日志见本错误。`,
  );
}

function cureOf({ path, status, components }: HealthWords): Text {
  if (components !== '') return componentsCure(components);
  if (status === '404')
    return text(
      `Nothing is served at ${path}. Set \`health-path\` to a path that the application serves, with its context path in front (\`/shop/actuator/health\`).`,
      `${path} 不存在。请将 \`health-path\` 设为应用提供的路径，并以上下文路径开头（如 \`/shop/actuator/health\`）。`,
    );
  if (status === '401' || status === '403')
    return text(
      `${path} asks for a login. Permit it in Spring Security (\`requestMatchers("${path}").permitAll()\`), or set \`health-status: ${status}\`.`,
      `${path} 要求登录。请在 Spring Security 中放行（\`requestMatchers("${path}").permitAll()\`），或设置 \`health-status: ${status}\`。`,
    );
  if (/^3\d\d$/.test(status))
    return text(
      `${path} redirects, often to a login page. Set \`health-path\` to a path that answers without a login, or \`health-status: ${status}\`.`,
      `${path} 发生跳转（通常跳到登录页）。请将 \`health-path\` 设为无需登录的路径，或设置 \`health-status: ${status}\`。`,
    );
  if (status === '400')
    return text(
      'If the application serves HTTPS itself on this port, add `SERVER_SSL_ENABLED=false` to `env`: nginx serves HTTPS. Otherwise set `health-path` to a path that answers 200.',
      '如果应用在该端口上自己提供 HTTPS，请在 `env` 中设置 `SERVER_SSL_ENABLED=false`：HTTPS 由 nginx 提供。否则请将 `health-path` 设为返回 200 的路径。',
    );
  if (/^[24]\d\d$/.test(status))
    return text(
      `Set \`health-status: ${status}\` if this is the right answer, or \`health-path\` to a path that answers 200.`,
      `如果该响应是正确的，请设置 \`health-status: ${status}\`；否则请将 \`health-path\` 设为返回 200 的路径。`,
    );
  return text(
    'Correct what the log lines name (often a database or another service), or set `health-path` to a path that does not depend on it. `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` in `env` lets the actuator name the component that is down.',
    '请按日志处理（常见原因是数据库或其他服务），或将 `health-path` 设为不依赖它的路径。在 `env` 中设置 `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` 可让 actuator 说明是哪个组件异常。',
  );
}

/** What to do about components that the actuator knows of; others are the application's own. */
function componentsCure(components: string): Text {
  const cures = known.filter(([form]) => form.test(components)).map(([, cure]) => cure);
  if (cures.length > 0) return text(cures.map(({ en }) => en).join('\n'), cures.map(({ zh }) => zh).join('\n'));
  return text(
    'Correct what the components need, in `env` or in the configuration of the jar; the log of the application says what it is.',
    '请在 `env` 或 jar 的配置中修正这些组件所需的设置；具体原因见应用日志。',
  );
}

/** Components by their names in a list. */
const known: readonly (readonly [RegExp, Text])[] = [
  [
    /(?:^|, )(?:db|r2dbc)|dataSource/i,
    text(
      'Database: verify SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD in `env`; for a database on this server the host is `host.docker.internal` (README, "A database on the server").',
      '数据库：请检查 `env` 中的 SPRING_DATASOURCE_URL、_USERNAME、_PASSWORD；数据库在本服务器上时主机名为 `host.docker.internal`（见 README“服务器上的数据库”）。',
    ),
  ],
  [
    /(?:^|, )redis/i,
    text(
      'Redis: verify SPRING_DATA_REDIS_HOST and _PASSWORD (Spring Boot 2: SPRING_REDIS_HOST, _PASSWORD) in `env`; for Redis on this server the host is `host.docker.internal`.',
      'Redis：请检查 `env` 中的 SPRING_DATA_REDIS_HOST、_PASSWORD（Spring Boot 2：SPRING_REDIS_HOST、_PASSWORD）；Redis 在本服务器上时主机名为 `host.docker.internal`。',
    ),
  ],
  [
    /(?:^|, )mail/i,
    text(
      'Mail: use port 465 with TLS (clouds block port 25), or leave mail out of the health check: `MANAGEMENT_HEALTH_MAIL_ENABLED=false` in `env`.',
      '邮件：请使用 465 端口和 TLS（云厂商封禁 25 端口），或不检查邮件：在 `env` 中设置 `MANAGEMENT_HEALTH_MAIL_ENABLED=false`。',
    ),
  ],
  [
    /(?:^|, )diskSpace/i,
    text(
      'Disk space: run `df -h /` on the server and free some, or lower the threshold: `MANAGEMENT_HEALTH_DISKSPACE_THRESHOLD=10MB` in `env`.',
      '磁盘空间：请在服务器上执行 `df -h /` 并清理，或降低阈值：在 `env` 中设置 `MANAGEMENT_HEALTH_DISKSPACE_THRESHOLD=10MB`。',
    ),
  ],
  [
    /(?:^|, )(?:rabbit|elasticsearch|mongo|kafka|ldap|jms|neo4j|cassandra|nacos|consul|eureka|discovery)/i,
    text(
      'Verify the address and the password of these services in `env`; a service on this server has the host `host.docker.internal`, not `localhost`.',
      '请检查 `env` 中这些服务的地址和密码；本服务器上的服务主机名为 `host.docker.internal`，而不是 `localhost`。',
    ),
  ],
];
