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
};
