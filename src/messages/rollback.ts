import { type Text, text } from './text.ts';

/** What `rollback` says. */
export const rollbackMessages = {
  check: text('Check the inputs', '检查输入'),
  find: text('Find the application', '查找应用'),
  goesTo: (app: string, to: string, from: string): Text =>
    text(`${app} goes back to ${to}; ${from} serves now.`, `${app} 将回滚到 ${to}；当前版本为 ${from}。`),
  serves: (app: string, release: string): Text =>
    text(`${app} serves ${release} already.`, `${app} 当前已是版本 ${release}。`),
  /** What deploy.log has in the place of a commit's subject. */
  subject: (from: string): string => `rollback from ${from}`,
  switchTitle: (app: string, to: string): string => `${app}: roll back to ${to}`,
};
