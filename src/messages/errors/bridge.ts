import { text } from '../text.ts';

/** Has programs listen on the address of Docker's bridge before Docker has made it, as after a reboot. */
const nonlocal =
  "`echo 'net.ipv4.ip_nonlocal_bind = 1' > /etc/sysctl.d/90-nonlocal-bind.conf && sysctl -p /etc/sysctl.d/90-nonlocal-bind.conf`";

/** What keeps a program listening on the bridge where it starts before Docker. */
export function listenEarly(en: string, zh: string) {
  return text(
    `So that ${en} listens there even if Docker starts later after a reboot, run once: ${nonlocal}`,
    `为了在服务器重启后 Docker 启动较晚时${zh}仍能监听该地址，请执行一次：${nonlocal}`,
  );
}
