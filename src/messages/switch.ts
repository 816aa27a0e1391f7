import type { FailureText } from './failure.ts';
import { type Text, text } from './text.ts';

/** What the log says while the server switches. */
export const switchMessages = {
  connectionLost: (code: string): Text =>
    text(
      `The connection was lost (${code}). The server continues without it. Reconnecting.`,
      `连接中断（${code}）；服务器会独立继续。正在重新连接。`,
    ),
  followedAfterCancel: text(
    'Cancelled during the switch. The server completes it without the runner; following it for a few seconds.',
    '切换过程中收到取消请求。服务器会独立完成切换；继续跟踪数秒。',
  ),
  connectedAgain: text('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
  /** What is said of an event of the journal; events not listed are not shown. */
  events: {
    done: (step: string): Text => text(`done: ${step}`, `完成：${step}`),
    failed: (step: string): Text => text(`failed: ${step}; undoing everything`, `失败：${step}；正在全部撤销`),
    undone: (step: string): Text => text(`undone: ${step}`, `已撤销：${step}`),
    stuck: (step: string): Text => text(`could not be undone: ${step}`, `未能撤销：${step}`),
    skipped: (step: string): Text =>
      text(`skipped: ${step}, because the record failed`, `已跳过：${step}，因为记录失败`),
    committed: (): Text => text('verified: the new version is live', '已验证：新版本正在提供服务'),
  } as Readonly<Record<string, ((step: string) => Text) | undefined>>,
  notUndone: (step: string, why: FailureText): Text =>
    text(
      `${step} could not be undone. ${why.what.en} ${why.cure.en}`,
      `未能撤销 ${step}。${why.what.zh}${why.cure.zh}`,
    ),
  warned: (step: string, why: FailureText | undefined): Text =>
    text(
      `The new version is live, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(),
      `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`,
    ),
};
