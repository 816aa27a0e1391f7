import { type Text, text } from './text.ts';

/** What is said around a command. */
export const mainMessages = {
  ignored: (input: string): Text =>
    text(
      `The environment has INPUT_${input.toUpperCase()}, which is no input of this action.`,
      `环境变量 INPUT_${input.toUpperCase()} 不是本 Action 的参数，已忽略。`,
    ),
  evidence: (code: string): Text => text(`Output that shows ${code}`, `${code} 的相关输出`),
  artifactFolder: (folder: string): Text => text(`The artifact is in ${folder}`, `产物位于 ${folder}`),
  artifactFailed: (detail: string): Text =>
    text(`The artifact could not be uploaded: ${detail}`, `产物上传失败：${detail}`),
  artifactOutOfTime: text('Cancelled: there is no time to upload the artifact.', '运行已取消：没有时间上传产物。'),
};
