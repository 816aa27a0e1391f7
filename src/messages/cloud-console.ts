import { type Text, text } from './text.ts';

/** Where Tencent Cloud's console has the inbound rules of a Lighthouse instance, or of a security group. */
export function firewallPage(kind: 'lighthouse' | 'cvm', id: string): Text {
  return kind === 'lighthouse'
    ? text(
        `https://console.cloud.tencent.com/lighthouse > ${id} > Firewall`,
        `https://console.cloud.tencent.com/lighthouse > ${id} > 防火墙`,
      )
    : text(
        `https://console.cloud.tencent.com/cvm/securitygroup > ${id} > Inbound rules`,
        `https://console.cloud.tencent.com/cvm/securitygroup > ${id} > 入站规则`,
      );
}

/** Where the console has an instance. */
export function instancePage(kind: 'lighthouse' | 'cvm'): string {
  return kind === 'lighthouse'
    ? 'https://console.cloud.tencent.com/lighthouse/instance/index'
    : 'https://console.cloud.tencent.com/cvm/instance/index';
}

/** What Tencent calls the thing that has the rules. */
export function firewallName(kind: 'lighthouse' | 'cvm', id: string): Text {
  return kind === 'lighthouse'
    ? text(`the Lighthouse firewall of ${id}`, `轻量应用服务器 ${id} 的防火墙`)
    : text(`security group ${id}`, `安全组 ${id}`);
}
