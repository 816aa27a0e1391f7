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
      `${p.there} of ${p.total} are on the server already; going on from there.`,
      `服务器上已有 ${p.there}（共 ${p.total}），从断点继续。`,
    ),
  startedOver: text(
    'The part on the server was damaged; sending the file from its beginning.',
    '服务器上已有的部分已损坏，从头重新上传。',
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
  rebuilding: (p: { name: string; total: string }): Text =>
    text(
      `Comparing ${p.name} (${p.total}) with the jars that the server has.`,
      `正在将 ${p.name}（${p.total}）与服务器上已有的 jar 比较。`,
    ),
  rebuilt: (p: { sent: string; total: string }): Text =>
    text(
      `Sent ${p.sent} of ${p.total}; the rest was on the server. SHA-256 verified.`,
      `仅发送 ${p.sent}（共 ${p.total}），其余内容服务器上已有。SHA-256 校验通过。`,
    ),
  littleInCommon: text(
    'The jars on the server have too little in common with this one; uploading all of it.',
    '与服务器上已有的 jar 相同的内容太少，将完整上传。',
  ),
  notRebuilt: {
    missing: text(
      'A jar that the server had is gone or was changed; uploading all of this one.',
      '服务器上原有的 jar 已不存在或被改动，将完整上传。',
    ),
    tools: text('The server could not put the jar together; uploading all of it.', '服务器无法拼装 jar，将完整上传。'),
    damaged: text(
      'A jar on the server is damaged: its SHA-256 is not the recorded one. It is not used again; uploading all of this one.',
      '服务器上的一个 jar 已损坏（SHA-256 与记录不符），不再使用它，将完整上传。',
    ),
    different: text(
      'What the server put together has another SHA-256 than the jar; uploading all of it.',
      '服务器拼装的文件与 jar 的 SHA-256 不一致，将完整上传。',
    ),
  },
};
