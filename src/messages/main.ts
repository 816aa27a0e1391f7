import { type Text, text } from './text.ts';

/** What is said around a command. */
export const mainMessages = {
  evidence: (code: string): Text => text(`Output that shows ${code}`, `${code} 的相关输出`),
  artifactFolder: (folder: string): Text => text(`The artifact lies in ${folder}`, `产物位于 ${folder}`),
  artifactFailed: (detail: string): Text =>
    text(`The artifact could not be uploaded: ${detail}`, `产物上传失败：${detail}`),
  cutShort: (phase: string): Text =>
    text(
      `The run was cut short in: ${phase}. A switch that had begun is finished or undone by the server alone; whatever else is left, the next run removes.`,
      `运行在「${phase}」阶段被中断。已开始的切换由服务器独立完成或撤销；其余残留由下次运行清理。`,
    ),
};
