import { type Text, text } from './text.ts';

/** What the log says while a host name is bound to an address. */
export const dnsRecordMessages = {
  created: (id: number): Text => text(`Added record ${id}.`, `已添加记录 ${id}。`),
  modified: (id: number): Text => text(`Changed record ${id}.`, `已修改记录 ${id}。`),
  removed: (id: number): Text => text(`Deleted record ${id}.`, `已删除记录 ${id}。`),
  alreadyThere: text(
    'DNSPod has this record already, and its list does not show it yet.',
    'DNSPod 中已有该记录，但列表尚未显示。',
  ),
  noAnswer: text(
    'DNSPod did not answer. The action checks whether the record was added.',
    'DNSPod 未响应，正在检查记录是否已添加。',
  ),
  lagging: text('Waiting until the list of records shows it.', '正在等待记录出现在列表中。'),
  ttlRaised: (seconds: number): Text =>
    text(`The plan of the domain asks for a longer TTL: ${seconds} s.`, `该域名的套餐要求更长的 TTL：${seconds} 秒。`),
  servers: (right: string, behind: string): Text =>
    behind === ''
      ? text(`All name servers answer the new address: ${right}`, `所有 DNS 服务器均已返回新地址：${right}`)
      : text(
          `Name servers with the new address: ${right || 'none'}; not yet: ${behind}`,
          `已返回新地址的 DNS 服务器：${right || '无'}；尚未返回：${behind}`,
        ),
};
