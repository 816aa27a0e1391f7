import { type Text, text } from './text.ts';

/** What the log says while steps run and are taken back. */
export const applyMessages = {
  connectionLost: (code: string): Text =>
    text(
      `The connection is lost (${code}). Connecting again; what was sent is kept.`,
      `连接已断开（${code}），正在重新连接；已发送的内容会保留。`,
    ),
  goesOn: text(
    'Connected again, with the lock of the application; continuing.',
    '已重新连接，并重新取得应用的锁；继续执行。',
  ),
  undone: (step: string): Text => text(`Undone: ${step}`, `已撤销：${step}`),
  notUndone: (step: string): Text =>
    text(`Could not be undone: ${step}; the next run removes it.`, `未能撤销：${step}；下次运行会清理。`),
  leftToOthers: (step: string): Text =>
    text(
      `Undone: ${step}. Files that were added or changed there in the meantime are kept; the plan above lists the folders.`,
      `已撤销：${step}。其间在那里新增或修改的文件予以保留；目录见上方的计划。`,
    ),
  undoUnseen: text(
    'The runner’s time is over before everything was undone. The server continues to undo; the next run removes the rest. The running version is untouched.',
    '运行器的时间已到，撤销尚未全部完成。服务器会继续撤销，下次运行会清理残留。正在运行的版本未受影响。',
  ),
  undoUnreachable: (code: string): Text =>
    text(
      `The server could not be reached to undo what was prepared (${code}). What serves is untouched; the next run removes the rest.`,
      `无法连接服务器以撤销已准备的内容（${code}）。正在运行的服务未受影响；下次运行会清理残留。`,
    ),
};
