import { text } from '../text.ts';

/** What `status` warns of. */
export const statusErrors = {
  SWITCH_HALF_DONE: (p: { app: string; release: string }) => ({
    what: text(
      `A switch of ${p.app} to ${p.release} was interrupted and is half done.`,
      `${p.app} 到发布版本 ${p.release} 的切换被中断，只完成了一半。`,
    ),
    why: text(
      'Its journal has no outcome, and no run is in progress. Most likely the server was restarted during the switch. The old or the new version is live.',
      '该次切换的日志没有结果，且没有正在进行的运行。最可能的原因是切换过程中服务器重启。旧版本或新版本仍在提供服务。',
    ),
    cure: text(
      'Run `deploy` or `rollback`: it completes or undoes this switch first.',
      '请运行 `deploy` 或 `rollback`：它会先完成或撤销这次切换。',
    ),
  }),
  DOCKER_STOPPED: (p: { app: string }) => ({
    what: text(
      `Docker does not run, so nothing is known of the container of ${p.app}.`,
      `Docker 没有运行，无法得知 ${p.app} 的容器状态。`,
    ),
    why: text('The Docker Engine is stopped, or was removed.', 'Docker Engine 已停止，或已被卸载。'),
    cure: text(
      'On the server: `systemctl restart docker`. If that fails, `journalctl -u docker -n 50` shows why.',
      '请在服务器上执行 `systemctl restart docker`。如果失败，`journalctl -u docker -n 50` 会显示原因。',
    ),
  }),
  CONTAINER_NOT_RUNNING: (p: { container: string; state: string; exitCode: number }) =>
    p.state === 'gone'
      ? {
          what: text(`The container ${p.container} does not exist.`, `容器 ${p.container} 不存在。`),
          why: text('Somebody removed it.', '该容器已被删除。'),
          cure: text(
            'Run `deploy` with the same jar: it starts the container again.',
            '请用同一个 jar 运行 `deploy`：它会重新启动容器。',
          ),
        }
      : {
          what: text(
            `The container ${p.container} does not run (${p.state}, exit code ${p.exitCode}).`,
            `容器 ${p.container} 没有运行（${p.state}，退出码 ${p.exitCode}）。`,
          ),
          why: text(
            'Somebody stopped it, or Docker could not start it again. The last log lines of the application show how it ended.',
            '该容器被停止，或 Docker 未能重新启动它。应用的最后几行日志说明了它是如何结束的。',
          ),
          cure: text(
            `On the server: \`docker start ${p.container}\`. Or run \`deploy\` with the same jar: it starts the container again and verifies it.`,
            `请在服务器上执行 \`docker start ${p.container}\`；或用同一个 jar 运行 \`deploy\`：它会重新启动容器并进行验证。`,
          ),
        },
  NGINX_STOPPED: (p: { app: string; port: number }) => ({
    what: text(
      `nginx does not run, so port ${p.port} of ${p.app} is not served.`,
      `nginx 没有运行，${p.app} 的端口 ${p.port} 无法访问。`,
    ),
    why: text('It was stopped, or it could not start with its configuration.', 'nginx 被停止，或因其配置无法启动。'),
    cure: text(
      'On the server: `nginx -t && systemctl restart nginx`. Or run `deploy` with the same jar: it starts nginx.',
      '请在服务器上执行 `nginx -t && systemctl restart nginx`；或用同一个 jar 运行 `deploy`：它会启动 nginx。',
    ),
  }),
  RELEASE_NOT_SERVED: (p: { app: string; release: string; domain: string; httpsPort: number; status: number }) => ({
    what: text(
      `nginx does not serve ${p.release} of ${p.app} at ${p.domain}:${p.httpsPort}.`,
      `nginx 没有在 ${p.domain}:${p.httpsPort} 提供 ${p.app} 的发布版本 ${p.release}。`,
    ),
    why:
      p.status === 0
        ? text('A request on the server itself got no answer.', '在服务器上发出的请求没有得到响应。')
        : text(
            `A request on the server itself got the status ${p.status}, from another release or another server block.`,
            `在服务器上发出的请求得到状态码 ${p.status}，来自其他发布版本或其他 server 块。`,
          ),
    cure: text(
      'Run `deploy` with the same jar: it has nginx serve the release again, or says what is in the way.',
      '请用同一个 jar 运行 `deploy`：它会使 nginx 重新提供该发布版本，或说明障碍所在。',
    ),
  }),
  CERTIFICATE_GONE: (p: { domain: string; path: string }) => ({
    what: text(`The certificate of ${p.domain} cannot be read: ${p.path}`, `无法读取 ${p.domain} 的证书：${p.path}`),
    why: text(
      'nginx names this file. It is not there, or holds no certificate, so nginx will not start again.',
      'nginx 的配置使用该文件，但它不存在或其中没有证书，nginx 将无法再次启动。',
    ),
    cure: text(
      'Run `deploy` or `renew`: it installs the certificate again.',
      '请运行 `deploy` 或 `renew`：它会重新安装证书。',
    ),
  }),
  CERTIFICATE_ENDS: (p: { domain: string; path: string; notAfter: string; daysLeft: number }) => ({
    what:
      p.daysLeft < 0
        ? text(
            `The certificate of ${p.domain} expired on ${p.notAfter}: ${p.path}`,
            `${p.domain} 的证书已于 ${p.notAfter} 过期：${p.path}`,
          )
        : text(
            `The certificate of ${p.domain} expires in ${p.daysLeft} days, on ${p.notAfter}: ${p.path}`,
            `${p.domain} 的证书将在 ${p.daysLeft} 天后（${p.notAfter}）到期：${p.path}`,
          ),
    why: text('No client accepts an expired certificate.', '证书过期后，任何客户端都不再接受。'),
    cure: text(
      'Run `renew`, or put a new certificate into the secrets and run `deploy`.',
      '请运行 `renew`，或将新证书存入 secret 后运行 `deploy`。',
    ),
  }),
};
