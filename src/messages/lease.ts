import type { Failure } from './failure.ts';
import { type Text, text } from './text.ts';

/** What is said of what a run has only for its own time, and gives back at its end. */
export const leaseMessages = {
  triedAgain: (title: Text, { code, text: { what } }: Failure): Text =>
    text(
      `Could not be removed: ${title.en} (${code}: ${what.en}). The post step of this run tries again.`,
      `未能移除：${title.zh}（${code}：${what.zh}）。本次运行的 post 步骤会重试。`,
    ),
  givenBack: (title: Text): Text => text(`Removed: ${title.en}.`, `已移除：${title.zh}。`),
  left: (title: Text, { code, text: { what } }: Failure): Text =>
    text(
      `Could not be removed: ${title.en} (${code}: ${what.en}). The next run removes it.`,
      `未能移除：${title.zh}（${code}：${what.zh}）。下次运行会移除。`,
    ),
  orphan: (title: Text): Text =>
    text(`Removed what an interrupted run left: ${title.en}.`, `已移除被中断的运行留下的：${title.zh}。`),
  orphansLeft: (title: Text, { code, text: { what } }: Failure): Text =>
    text(
      `What interrupted runs left could not be removed: ${title.en} (${code}: ${what.en}). The next run tries again.`,
      `未能移除被中断的运行留下的：${title.zh}（${code}：${what.zh}）。下次运行会重试。`,
    ),
};
