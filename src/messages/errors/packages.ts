import { text } from '../text.ts';

/** Failures of bringing a server to "docker and nginx present". */
export const packagesErrors = {
  LINUX_UNKNOWN: (p: { system: string; missing: string }) => ({
    what: text(
      `${p.missing} missing, and how to install on ${p.system} is not known to this version.`,
      `缺少 ${p.missing}，且本版本不支持在 ${p.system} 上自动安装。`,
    ),
    why: text('Provisioning knows Debian and Ubuntu.', '自动安装支持 Debian 和 Ubuntu。'),
    cure: text(
      'Install docker, nginx, curl and openssl by hand, start the Docker Engine, then run again.',
      '请手动安装 docker、nginx、curl 和 openssl，启动 Docker Engine 后重新运行。',
    ),
  }),
  PROVISION_NEEDED: (p: { missing: string; command: string }) => ({
    what: text(`Missing on the server: ${p.missing}`, `服务器上缺少：${p.missing}`),
    why: text('`provision` is false, so nothing is installed.', '`provision` 为 false，因此不会安装任何软件。'),
    cure: text(
      `Set \`provision: true\`, or run on the server: ${p.command}`,
      `请设置 \`provision: true\`，或在服务器上执行：${p.command}`,
    ),
  }),
  PACKAGES_LOCKED: (_: Record<string, never>) => ({
    what: text(
      'Another apt or dpkg has been running on the server for ten minutes.',
      '服务器上的另一个 apt 或 dpkg 已运行十分钟。',
    ),
    why: text('Fresh cloud servers update themselves after their first boot.', '新的云服务器首次启动后会自动更新。'),
    cure: text(
      'Run again in some minutes; `ps aux | grep -E "apt|dpkg"` shows what runs.',
      '请几分钟后重新运行；`ps aux | grep -E "apt|dpkg"` 可查看正在运行的进程。',
    ),
  }),
  PACKAGES_UNREACHABLE: (p: { said: string }) => ({
    what: text(`The server cannot read its package lists: ${p.said}`, `服务器无法读取软件包列表：${p.said}`),
    why: text(
      'Its package mirror does not answer, or its name does not resolve.',
      '软件包镜像源无响应，或域名无法解析。',
    ),
    cure: text(
      'Check /etc/apt/sources.list and the server’s DNS; within Tencent Cloud use its own mirror.',
      '请检查 /etc/apt/sources.list 和服务器 DNS；腾讯云内请使用腾讯镜像源。',
    ),
  }),
  PACKAGES_NOT_INSTALLED: (p: { packages: string; said: string }) => ({
    what: text(`apt-get could not install ${p.packages}: ${p.said}`, `apt-get 无法安装 ${p.packages}：${p.said}`),
    why: text('The output below is apt’s own.', '下方为 apt 的输出。'),
    cure: text('Cure what apt names on the server, then run again.', '请在服务器上解决 apt 提示的问题后重新运行。'),
  }),
};
