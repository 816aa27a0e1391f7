import { type Text, text } from './text.ts';

/** What stands in the place of an application's log lines that are not shown. */
export const logLineMessages = {
  withheld: (file: string): Text =>
    text(
      `The log is not shown: ${file}, which has the values to hide in it, is missing, empty or cannot be read.`,
      `未显示日志：需要从日志中隐去的变量值保存在 ${file} 中，但该文件不存在、为空或无法读取。`,
    ),
};
