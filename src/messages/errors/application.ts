import { type Text, text } from '../text.ts';
import { type ClosedMounts, cureMounts, curePath, type PathWords, whatPath, whyPath } from './user.ts';

/** Failures of the application itself, seen on the server. */
export const applicationErrors = {
  /** `denied`: a path that it cannot write to, where its log says so. */
  APPLICATION_EXITED: (p: {
    container: string;
    exitCode: number;
    restarts: number;
    denied?: PathWords | undefined;
    mounts?: ClosedMounts | undefined;
  }) => {
    const what = text(
      `The application in container ${p.container} ended with exit code ${p.exitCode} (restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用已退出，退出码 ${p.exitCode}（重启次数：${p.restarts}）。`,
    );
    if (typeof p.denied === 'object') return deniedTexts(what, p.denied);
    const mounts = typeof p.mounts === 'object' ? cureMounts(p.mounts) : text('', '');
    return {
      what,
      why: text(
        'Its last log lines usually name the cause: a database that it cannot reach, a missing setting, a port that is in use.',
        '原因通常就在最后几行日志中：数据库无法连接、缺少配置或端口被占用。',
      ),
      cure: text(
        `Read the log lines shown with this error, correct the application or its \`env\`, \`files\` and \`spring-profile\`, and deploy again.${mounts.en}`,
        `请查看随本错误显示的日志，修正应用或其 \`env\`、\`files\`、\`spring-profile\`，然后重新部署。${mounts.zh}`,
      ),
    };
  },

  /** `memory`: the limit; empty: it has none. `enough`: one that suffices rather, `percentage` of it for the heap. */
  APPLICATION_OUT_OF_MEMORY: (p: {
    container: string;
    restarts: number;
    memory: string;
    enough: string;
    percentage: string;
  }) => ({
    what: text(
      `The application in container ${p.container} was killed for want of memory (restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用因内存不足被终止（重启次数：${p.restarts}）。`,
    ),
    why: text(
      'Docker (OOMKilled) or the kernel’s log reports it: the application went beyond the limit of `memory`, or the server ran out of memory.',
      'Docker（OOMKilled）或内核日志显示：应用超出了 `memory` 限制，或服务器内存已耗尽。',
    ),
    cure:
      p.memory === ''
        ? text(
            'See what uses the memory of the server (`free -m`, `ps aux --sort=-rss | head`), stop what is not needed, add swap, or choose a larger server.',
            '请查看服务器内存占用（`free -m`、`ps aux --sort=-rss | head`），停止不需要的程序、增加 swap，或升级服务器。',
          )
        : text(
            `Set \`memory: ${p.enough}\` instead of ${p.memory}, with \`java-options: -XX:MaxRAMPercentage=${p.percentage}\` so that the heap leaves room for the rest of the JVM.`,
            `请将 \`memory\` 由 ${p.memory} 改为 \`memory: ${p.enough}\`，并设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`，让堆为 JVM 的其余部分留出空间。`,
          ),
  }),

  APPLICATION_OTHER_PORT: (p: { container: string; port: number; listening: string }) => ({
    what: text(
      `Nothing listens on port ${p.port} in container ${p.container}; the application listens on: ${p.listening}`,
      `容器 ${p.container} 中没有程序监听端口 ${p.port}；应用监听的端口：${p.listening}`,
    ),
    why: text(
      'The application runs on another port than `app-port` (server.port in its configuration, profile or `env`).',
      '应用正在运行，但其端口与 `app-port` 不一致（由配置、profile 或 `env` 中的 server.port 决定）。',
    ),
    cure: text(
      `Set \`app-port\` to the port it listens on, or server.port to ${p.port}.`,
      `请将 \`app-port\` 设为应用实际监听的端口，或将 server.port 设为 ${p.port}。`,
    ),
  }),

  MANAGEMENT_OTHER_PORT: (p: { container: string; port: number; listening: string }) => ({
    what: text(
      `Nothing listens on port ${p.port}, the actuator's port, in container ${p.container}; the application listens on: ${p.listening}`,
      `容器 ${p.container} 中没有程序监听 actuator 的端口 ${p.port}；应用监听的端口：${p.listening}`,
    ),
    why: text(
      'management.server.port in the configuration of the jar is another port than the one in force, or the actuator did not start.',
      'jar 配置中的 management.server.port 与实际生效的端口不同，或 actuator 没有启动。',
    ),
    cure: text(
      `Add \`MANAGEMENT_SERVER_PORT=${p.port}\` to \`env\`, or ask the application's own port: \`health-path: /\` and \`health-status: 200-499\`.`,
      `请在 \`env\` 中加入 \`MANAGEMENT_SERVER_PORT=${p.port}\`，或改为检查应用自身的端口：\`health-path: /\` 和 \`health-status: 200-499\`。`,
    ),
  }),

  APPLICATION_LISTENS_LOCALLY: (p: { container: string; port: number; key: string; setting: string }) => ({
    what: text(
      `The application in container ${p.container} listens on the container's loopback only (port ${p.port}).`,
      `容器 ${p.container} 中的应用只在容器的回环地址上监听（端口 ${p.port}）。`,
    ),
    why: text(
      `${p.key} is localhost: nginx and the health check come from outside the container and cannot reach it.`,
      `${p.key} 为 localhost：nginx 和健康检查来自容器之外，无法访问。`,
    ),
    cure: text(
      `Remove ${p.key} from the configuration, or set: \`${p.setting}\``,
      `请从配置中移除 ${p.key}，或设置：\`${p.setting}\``,
    ),
  }),

  APPLICATION_DOWN: (p: {
    container: string;
    status: string;
    port: number;
    restarts: number;
    denied?: PathWords | undefined;
    mounts?: ClosedMounts | undefined;
  }) => {
    const what = text(
      `The application in container ${p.container} does not answer its health check on port ${p.port} (container: ${p.status}, restarts: ${p.restarts}).`,
      `容器 ${p.container} 中的应用未通过端口 ${p.port} 上的健康检查（容器状态：${p.status}，重启次数：${p.restarts}）。`,
    );
    if (typeof p.denied === 'object') return deniedTexts(what, p.denied);
    const mounts = typeof p.mounts === 'object' ? cureMounts(p.mounts) : text('', '');
    return {
      what,
      why: text(
        'The fault is in the application itself: the request was made on the server, without nginx and without any firewall in between.',
        '问题出在应用本身：该请求在服务器内部发出，未经过 nginx 和任何防火墙。',
      ),
      cure: text(
        `Read the log lines shown with this error. If the application only starts slowly, raise \`health-timeout\`; if its health page is at another path, set \`health-path\` and \`health-status\`.${mounts.en}`,
        `请查看随本错误显示的日志。如果应用只是启动较慢，请提高 \`health-timeout\`；如果健康检查地址不同，请设置 \`health-path\` 和 \`health-status\`。${mounts.zh}`,
      ),
    };
  },
};

/** The texts of a failure whose cause is a path that the application cannot write to. */
export function deniedTexts(what: Text, denied: PathWords): { what: Text; why: Text; cure: Text } {
  const path = whatPath(denied);
  return {
    what: text(`${what.en} ${path.en}`, `${what.zh}${path.zh}`),
    why: whyPath(denied),
    cure: curePath(denied),
  };
}
