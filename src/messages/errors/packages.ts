import { text } from '../text.ts';

/** Failures of bringing a server to "docker and nginx present". */
export const packagesErrors = {
  LINUX_UNKNOWN: (p: { system: string; missing: string }) => ({
    what: text(
      `${p.missing} missing, and how to install on ${p.system} is not known to this version.`,
      `缺少 ${p.missing}，且本版本不支持在 ${p.system} 上自动安装。`,
    ),
    why: text(
      'Provisioning knows Debian and Ubuntu; TencentOS 2 to 4, OpenCloudOS 8 and 9, CentOS 7, CentOS Stream, Rocky, AlmaLinux and RHEL 8 and 9, and what takes the packages of those (`PLATFORM_ID` platform:el8 or el9 in /etc/os-release).',
      '自动安装支持 Debian 和 Ubuntu；TencentOS 2 至 4、OpenCloudOS 8 和 9、CentOS 7，CentOS Stream、Rocky、AlmaLinux、RHEL 的 8 和 9，以及使用其软件包的系统（/etc/os-release 中 `PLATFORM_ID` 为 platform:el8 或 el9）。',
    ),
    cure: text(
      `Install by hand what is missing (${p.missing}), start the Docker Engine, then run again.`,
      `请手动安装缺少的软件（${p.missing}），启动 Docker Engine 后重新运行。`,
    ),
  }),
  NAMESPACES_REFUSED: (_: Record<string, never>) => ({
    what: text(
      'Root on the server cannot create a mount namespace (`unshare -m true` fails).',
      '服务器上的 root 无法创建挂载命名空间（`unshare -m true` 失败）。',
    ),
    why: text(
      'Some servers are containers themselves (OpenVZ, LXC). Docker and the test of nginx files before they are live need namespaces.',
      '部分服务器本身是容器（OpenVZ、LXC）。Docker 以及在生效前测试 nginx 文件都需要命名空间。',
    ),
    cure: text(
      'Run `systemd-detect-virt -c` on the server: it names the kind of container. On an LXC host of your own, allow nesting (`pct set ID --features nesting=1`, or `lxc config set NAME security.nesting true`) and restart it; otherwise use a server that is a virtual machine (KVM).',
      '请在服务器上执行 `systemd-detect-virt -c` 查看容器类型。如为自己的 LXC 主机，请允许嵌套（`pct set ID --features nesting=1` 或 `lxc config set 名称 security.nesting true`）并重启；否则请使用虚拟机（KVM）类型的服务器。',
    ),
  }),
  /** `installing`: `no`, the input says so; `never`: the command installs nothing. */
  PROVISION_NEEDED: (p: { missing: string; command: string; installing: string }) => ({
    what: text(`Missing on the server: ${p.missing}`, `服务器上缺少：${p.missing}`),
    why:
      p.installing === 'never'
        ? text('`rollback` installs nothing.', '`rollback` 不会安装任何软件。')
        : text('`provision` is `false`, so nothing is installed.', '`provision` 为 `false`，因此不会安装任何软件。'),
    cure:
      p.installing === 'never'
        ? text(
            `Run on the server: ${p.command}\nOr run \`deploy\`, which installs what is missing.`,
            `请在服务器上执行：${p.command}\n或运行 \`deploy\`：它会安装缺少的软件。`,
          )
        : text(
            `Set \`provision: true\`, or run on the server: ${p.command}`,
            `请设置 \`provision: true\`，或在服务器上执行：${p.command}`,
          ),
  }),
  PACKAGES_LOCKED: (p: { manager: string }) => ({
    what: text(
      `Another ${p.manager} has been running on the server for ten minutes.`,
      `服务器上的另一个 ${p.manager} 已运行十分钟。`,
    ),
    why: text('Fresh cloud servers update themselves after their first boot.', '新的云服务器首次启动后会自动更新。'),
    cure: text(
      'Run again in some minutes; `ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` shows what runs.',
      '请几分钟后重新运行；`ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` 可查看正在运行的进程。',
    ),
  }),
  PACKAGES_BROKEN: (p: { said: string }) => ({
    what: text(
      `dpkg cannot finish an installation that was begun earlier: ${p.said}`,
      `dpkg 无法完成之前未完成的安装：${p.said}`,
    ),
    why: text(
      'A package on the server is half configured and its configuration fails, so apt-get installs nothing. No other package manager is running.',
      '服务器上有软件包只配置了一半，且配置失败，因此 apt-get 无法安装软件。并没有其他软件包管理器正在运行。',
    ),
    cure: text(
      'On the server, run `dpkg --configure -a` and fix what it reports, or remove the package if you do not need it: `dpkg --audit` lists it, `dpkg --remove --force-remove-reinstreq PACKAGE` removes it. Then run again.',
      '请在服务器上执行 `dpkg --configure -a` 并解决其报告的问题；如不需要该软件包，可将其移除：`dpkg --audit` 列出软件包，`dpkg --remove --force-remove-reinstreq 软件包名` 移除。然后重新运行。',
    ),
  }),
  PACKAGES_UNREACHABLE: (p: { said: string; lists: string }) => ({
    what: text(`The server cannot read its package lists: ${p.said}`, `服务器无法读取软件包列表：${p.said}`),
    why: text(
      'Its package mirror does not answer, or its name does not resolve.',
      '软件包镜像源无响应，或域名无法解析。',
    ),
    cure: text(
      `On the server, check the addresses in ${p.lists}, and that their names resolve (\`getent hosts NAME\`). Within Tencent Cloud, use mirrors.tencentyun.com, which answers there without an internet connection. The repositories of CentOS 7 have moved: \`sed -i -e 's/^mirrorlist/#mirrorlist/' -e 's|^#* *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo\`. Then run again.`,
      `请在服务器上检查 ${p.lists} 中的地址，以及域名能否解析（\`getent hosts 域名\`）。腾讯云内请使用 mirrors.tencentyun.com（无需公网）。CentOS 7 的软件源已迁移：\`sed -i -e 's/^mirrorlist/#mirrorlist/' -e 's|^#* *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo\`。然后重新运行。`,
    ),
  }),
  PACKAGES_REMOVE: (p: { packages: string; removed: string; command: string }) => ({
    what: text(
      `Installing ${p.packages} would remove packages from the server: ${p.removed}`,
      `安装 ${p.packages} 会从服务器上移除软件包：${p.removed}`,
    ),
    why: text(
      'They come from another source and cannot be installed at the same time. Something on the server may use them. The action removes no packages, so nothing was installed.',
      '它们来自其他软件源，无法与之共存，服务器上可能有程序正在使用。本 Action 不会移除任何软件包，因此尚未安装任何软件。',
    ),
    cure: text(
      `Install Docker and nginx from the source that these packages come from (with containerd.io of Docker’s repository: docker-ce), or remove these packages if you do not need them. Then run again. The command that was tried: ${p.command}`,
      `请从这些软件包的来源安装 Docker 和 nginx（containerd.io 来自 Docker 官方软件源，对应 docker-ce），或在确认不需要后移除这些软件包，然后重新运行。尝试的命令：${p.command}`,
    ),
  }),
  PACKAGES_NOT_INSTALLED: (p: { manager: string; packages: string; said: string }) => ({
    what: text(
      `${p.manager} could not install ${p.packages}: ${p.said}`,
      `${p.manager} 无法安装 ${p.packages}：${p.said}`,
    ),
    why: text(`The output below is ${p.manager}’s own.`, `下方为 ${p.manager} 的输出。`),
    cure: text(
      `On the server, fix what ${p.manager} reports, then run again.`,
      `请在服务器上解决 ${p.manager} 提示的问题后重新运行。`,
    ),
  }),
};
