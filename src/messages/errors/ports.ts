import { text } from '../text.ts';

/** Failures of the ports that nginx is to listen on. */
export const portErrors = {
  PORT_SPEAKS_OTHERWISE: (p: { port: number; wanted: string; file: string; line: number }) => ({
    what: text(
      `Port ${p.port} is to speak ${p.wanted}, but a server in ${p.file}, line ${p.line}, has it speak otherwise.`,
      `端口 ${p.port} 需要使用 ${p.wanted}，但 ${p.file} 第 ${p.line} 行的 server 使用另一种协议。`,
    ),
    why: text(
      'nginx speaks TLS on a port as soon as one of its servers there does; the other one would be cut off.',
      '同一端口上只要有一个 server 使用 TLS，nginx 就会在该端口使用 TLS；另一个 server 会无法访问。',
    ),
    cure: text(
      'Choose another `https-port` or `app-port`, or move that server to another port; for 443 and 80, leave `static-site` out.',
      '请改用其他 `https-port` 或 `app-port`，或将该 server 移到其他端口；若为 443 或 80，请去掉 `static-site`。',
    ),
  }),
  PORT_TAKEN: (p: { port: number; process: string; pid: number | string; address: string }) => ({
    what: text(
      `Port ${p.port} is held by ${p.process} (pid ${p.pid}, ${p.address}).`,
      `端口 ${p.port} 被 ${p.process} 占用（pid ${p.pid}，${p.address}）。`,
    ),
    why: text(
      'nginx is to listen there; its reload would return 0 and go on with the old configuration.',
      'nginx 需要监听该端口；否则 reload 会返回 0 却继续使用旧配置。',
    ),
    cure: text(
      'Stop that program, or choose another `https-port`; for 443 and 80, leave `static-site` out.',
      '请停止该程序，或改用其他 `https-port`；若为 443 或 80，请去掉 `static-site`。',
    ),
  }),
};
