import { text } from '../text.ts';

/** Failures met on the server, and those of the action itself. */
export const serverErrors = {
  INTERNAL: (p: { detail: string }) => ({
    what: text(`The action met an error of its own: ${p.detail}`, `本 Action 自身出错：${p.detail}`),
    why: text('This is a defect of the action, not of your project.', '这是本 Action 的缺陷，不是您项目的问题。'),
    cure: text(
      'Open an issue with this text and the log of the step.',
      '请带上这段文字和该步骤的日志提交 issue。',
    ),
  }),
};
