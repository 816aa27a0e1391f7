import { type Text, text } from './text.ts';

/** What the log says of an upload. Sizes, speed and times come formatted (`1.5 MB`, `2:05`). */
export const uploadMessages = {
  alreadyThere: (p: { target: string }): Text =>
    text(
      `${p.target} is there already, with the same SHA-256; nothing to send.`,
      `${p.target} 已存在且 SHA-256 相同，无需上传。`,
    ),
  resumed: (p: { there: string; total: string }): Text =>
    text(
      `An earlier run left ${p.there} of ${p.total}; going on from there.`,
      `之前的运行已上传 ${p.there}（共 ${p.total}），从断点继续。`,
    ),
  startedOver: (_: object): Text =>
    text(
      'What an earlier run left was damaged; sending the file from its beginning.',
      '之前上传的部分已损坏，从头重新上传。',
    ),
  progress: (p: { percent: number; sent: string; total: string; speed: string; left: string }): Text =>
    text(
      `${p.percent} % (${p.sent} of ${p.total}), ${p.speed}/s, ${p.left} left`,
      `${p.percent}%（${p.sent} / ${p.total}），${p.speed}/秒，剩余 ${p.left}`,
    ),
  sent: (p: { total: string; duration: string; speed: string }): Text =>
    text(
      `${p.total} sent in ${p.duration} (${p.speed}/s); comparing SHA-256.`,
      `已发送 ${p.total}，用时 ${p.duration}（${p.speed}/秒），正在校验 SHA-256。`,
    ),
};
