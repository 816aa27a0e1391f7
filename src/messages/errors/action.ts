import { type Text, text } from '../text.ts';

const newIssue = 'https://github.com/deploy-miniprogram/deploy-miniprogram-backend/issues/new/choose';

/** How a script ended: `signal`, `no PROBE` where that was not asked, or its exit code. */
function ended(code: string): Text {
  const [, unasked] = /^no (\w+)$/.exec(code) ?? [];
  if (code === 'signal') return text('ended by a signal', '被信号终止');
  if (unasked !== undefined) return text(`no result for "${unasked}"`, `没有“${unasked}”的结果`);
  return text(`exit code ${code}`, `退出码 ${code}`);
}

/** Failures of the action itself, and of its steps on the server in general. */
export const actionErrors = {
  INTERNAL: (p: { detail: string }) => ({
    what: text(`The action met an error of its own: ${p.detail}`, `本 Action 自身出错：${p.detail}`),
    why: text('This is a defect of the action, not of your project.', '这是本 Action 的缺陷，不是你项目的问题。'),
    cure: text(
      `Open an issue with this text and the log of the step: ${newIssue}`,
      `请带上这段文字和该步骤的日志提交 issue：${newIssue}`,
    ),
  }),
  CANCELLED: (_: Record<string, never>) => ({
    what: text('The run was cancelled.', '运行已被取消。'),
    why: text(
      'Somebody, or a newer run of the same concurrency group, asked for it.',
      '由用户或同一并发组中较新的运行触发。',
    ),
    cure: text(
      'Run again to deploy. What was prepared is removed now or by the next run. If the switch had begun, a warning says which version is live.',
      '如需部署请重新运行。已准备的内容会立即或由下次运行清理。如果切换已开始，警告会说明当前发布版本。',
    ),
  }),
  SURVEY_FAILED: (p: { code: string }) => ({
    what: text(`The server could not be inspected (${ended(p.code).en}).`, `无法检查服务器（${ended(p.code).zh}）。`),
    why: text('Something on the server ended the read-only inspection script.', '只读检查脚本被外部终止。'),
    cure: text(
      'Run the step again. If it fails again, look at the server’s memory and disk (`free -m; df -h`) and at its last kernel messages (`dmesg | tail`).',
      '请重新运行。如仍失败，请检查服务器的内存和磁盘（`free -m; df -h`）以及最近的内核消息（`dmesg | tail`）。',
    ),
  }),
  STEP_FAILED: (p: { step: string; code: string }) => ({
    what: text(`The step ${p.step} failed (${ended(p.code).en}).`, `步骤 ${p.step} 失败（${ended(p.code).zh}）。`),
    why: text('The output below shows what the server said.', '下方输出是服务器给出的信息。'),
    cure: text(
      'Fix what the output names, then run again. What this run prepared is removed now or by the next run.',
      '请按输出提示处理后重新运行。本次运行已准备的内容会立即或由下次运行清理。',
    ),
  }),
  NOT_UNDONE: (p: { host: string; steps: string }) => ({
    what: text(
      `Not undone on ${p.host}, or not seen to be: ${p.steps}.`,
      `${p.host} 上未能撤销（或未能确认已撤销）的步骤：${p.steps}。`,
    ),
    why: text(
      'Undoing a step failed, the connection was lost, or the time of a cancelled run was over. The running version does not need what is left, and is untouched by it.',
      '撤销步骤失败、连接中断，或被取消的运行时间已到。残留内容与正在运行的版本无关，不影响其服务。',
    ),
    cure: text(
      'Run the workflow again: it removes first what this run left. Nothing has to be removed by hand.',
      '请重新运行工作流：它会先清理本次运行的残留，无需手动删除。',
    ),
  }),
};
