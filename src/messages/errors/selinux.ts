import { text } from '../text.ts';

/** Failures of having an enforcing SELinux let nginx do its work. */
export const selinuxErrors = {
  SELINUX_PORT_REFUSED: (p: { port: number | string; type: string; said: string }) => ({
    what: text(
      `SELinux does not let port ${p.port} become one of nginx’s: ${p.said}`,
      `SELinux 不允许将端口 ${p.port} 设为 nginx 的端口：${p.said}`,
    ),
    why: text(
      `The policy of the server reserves the port for another service (its type is ${p.type}), or the policy cannot be changed.`,
      `服务器的策略将该端口保留给其他服务（类型为 ${p.type}），或策略无法修改。`,
    ),
    cure: text(
      `Set \`https-port: 8443\`, one of nginx’s ports in the targeted policy. \`semanage port -l | grep -w ${p.type === '-' ? p.port : p.type}\` lists the ports of the other service (package policycoreutils-python-utils, on CentOS 7 policycoreutils-python).`,
      `请设置 \`https-port: 8443\`，它在 targeted 策略中属于 nginx。\`semanage port -l | grep -w ${p.type === '-' ? p.port : p.type}\` 列出该服务的端口（软件包 policycoreutils-python-utils，CentOS 7 为 policycoreutils-python）。`,
    ),
  }),
};
