import { type Text, text } from './text.ts';

const previously = (previous: string | undefined): Text =>
  previous === undefined
    ? text('the state before this run is live again', '本次运行之前的状态已恢复')
    : text(`${previous} is live`, `${previous} 正在提供服务`);

/** What is said of a switch whose run was cancelled or killed, by the run itself or by its post step. */
export const aftermathMessages = {
  title: text('Interrupted deploy', '部署被中断'),
  /** Which version is live, by what is known of the switch. */
  fates: {
    committed: (release: string): Text =>
      text(
        `The switch is committed: ${release} is live. It was not checked from the internet. Run again to check it.`,
        `切换已提交：${release} 正在提供服务。尚未从公网检查，请重新运行以检查。`,
      ),
    undone: (release: string, previous: string | undefined): Text => {
      const live = previously(previous);
      return text(
        `The switch to ${release} failed and was undone: ${live.en}. Run again to deploy.`,
        `切换到 ${release} 失败并已撤销：${live.zh}。请重新运行以部署。`,
      );
    },
    stuck: (release: string): Text =>
      text(
        `The switch to ${release} failed and could not be undone completely. Log in, check \`nginx -t\` and \`docker ps -a\`, then run again.`,
        `切换到 ${release} 失败，且未能完全撤销。请登录服务器检查 \`nginx -t\` 和 \`docker ps -a\`，然后重新运行。`,
      ),
    'cut-short': (release: string, previous: string | undefined): Text =>
      text(
        `The switch to ${release} was interrupted on the server, most likely by a reboot. ${previous ?? 'The previous state'} or ${release} is live. Run again: the next run completes or undoes the switch first.`,
        `切换到 ${release} 的过程在服务器上被中断，很可能是服务器重启。当前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。请重新运行：下次运行会先完成或撤销这次切换。`,
      ),
    open: (release: string, previous: string | undefined): Text =>
      text(
        `The switch to ${release} had not ended yet. The server completes or undoes it without the runner; until then ${previous ?? 'the previous state'} or ${release} is live. The next run continues from there.`,
        `切换到 ${release} 尚未结束。服务器会独立完成或撤销；在此之前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。下次运行会在此基础上继续。`,
      ),
  },
  notBegun: (release: string, previous: string | undefined): Text => {
    const live = previously(previous);
    return text(
      `The switch to ${release} had not begun: ${live.en}. The next run removes what was prepared.`,
      `切换到 ${release} 尚未开始：${live.zh}。下次运行会清理已准备的内容。`,
    );
  },
  tidying: text(
    'The server is still draining and removing the old version; it needs no runner for that.',
    '服务器仍在等待旧版本的请求结束并将其移除，无需运行器参与。',
  ),
  uncertain: text(
    'The run did not see whether everything that it had begun on the server was completed or undone. The next run continues from there.',
    '本次运行未能确认已开始的操作是否全部完成或撤销。下次运行会在此基础上继续。',
  ),
  inResume: text(
    'The run was interrupted while an earlier switch was being completed or undone. The server continues that without the runner; the next run checks it.',
    '运行在处理上次中断的切换时被中断。服务器会独立把它处理完，下次运行会检查结果。',
  ),
  /** The run ended before the switch, in `phase`. */
  beforeSwitch: (phase: string): Text =>
    text(
      `The run was interrupted in: ${phase}. The switch had not begun: the previous release is still live. The next run removes what was prepared.`,
      `运行在「${phase}」阶段被中断。切换尚未开始：之前的版本仍在提供服务。下次运行会清理已准备的内容。`,
    ),
  looking: (host: string, seconds: number): Text =>
    text(
      `Reading the journal of the switch on ${host}, for up to ${seconds} s.`,
      `正在读取 ${host} 上的切换日志，最多 ${seconds} 秒。`,
    ),
  unreachable: (why: Text): Text =>
    text(`The server could not be asked how the switch ended: ${why.en}`, `无法向服务器查询切换结果：${why.zh}`),
};
