import { type Text, text } from './text.ts';

/** What is told while the API of Tencent Cloud is called. */
export const tencentCallMessages = {
  throttled: (action: string, code: string, seconds: number): Text =>
    text(
      `Tencent Cloud throttles ${action} (${code}). Trying again for up to ${seconds} s`,
      `腾讯云对 ${action} 限频（${code}），将在 ${seconds} 秒内重试`,
    ),
  busy: (action: string, code: string, seconds: number): Text =>
    text(
      `${action} waits for another change to finish (${code}). Trying again for up to ${seconds} s`,
      `${action} 正在等待另一项操作完成（${code}），将在 ${seconds} 秒内重试`,
    ),
  /** Answers that are none. */
  status: (status: number): Text => text(`it answers with HTTP ${status}`, `返回 HTTP ${status}`),
  garbage: text('its answer is none of the API', '返回的内容不是 API 应答'),
  endless: text('its list has no end', '返回的列表没有结尾'),
  internal: (message: string, code: string, requestId: string): Text =>
    text(`${message} (${code}, request id ${requestId})`, `${message}（${code}，请求 ID ${requestId}）`),
};
