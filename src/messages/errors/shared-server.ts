import { quote } from '../../shell/quote.ts';
import { text } from '../text.ts';

/** Moves a path out of the way; what has the other name already is kept under a number. */
function moveAway(path: string): string {
  return `mv -T --backup=numbered ${quote(`${path}`)} ${quote(`${path}.old`)}`;
}

/** Failures of what a server has once for all: files in transfer, locks. */
export const sharedServerErrors = {
  PATH_TAKEN: (p: { path: string }) => ({
    what: text(
      `${p.path} exists on the server and was not made by this action.`,
      `服务器上已存在 ${p.path}，且不是由本 Action 创建的。`,
    ),
    why: text(
      'The action needs this path and does not replace what it did not make. Nothing was changed.',
      '本 Action 需要使用该路径，但不会替换不是它创建的内容。尚未做任何修改。',
    ),
    cure: text(
      `Move it away: \`${moveAway(p.path)}\`. Then run again.`,
      `请将其移走：\`${moveAway(p.path)}\`，然后重新运行。`,
    ),
  }),
  UPLOAD_CORRUPT: (p: { host: string; path: string; expected: string; actual: string }) => ({
    what: text(
      `${p.path} did not arrive on ${p.host} as it was sent: SHA-256 ${p.actual} instead of ${p.expected}. It was removed.`,
      `${p.path} 在 ${p.host} 上与发送的内容不一致：SHA-256 为 ${p.actual}，应为 ${p.expected}。已删除。`,
    ),
    why: text(
      'The file changed while it was sent, or the disk of the server is faulty.',
      '文件在发送过程中被修改，或服务器磁盘有故障。',
    ),
    cure: text(
      'Let the build end before this step, and run the workflow again. If it happens once more, look as root at `dmesg | grep -i error` on the server.',
      '请确保构建在此步骤之前结束，然后重新运行工作流。若再次发生，请以 root 在服务器上查看 `dmesg | grep -i error`。',
    ),
  }),
  JAR_CHANGED_ON_SERVER: (p: { path: string }) => ({
    what: text(
      `${p.path} on the server is no longer the jar that was uploaded.`,
      `服务器上的 ${p.path} 已不是当初上传的 jar。`,
    ),
    why: text(
      'A program, a person or the disk changed the file. An image built from it would be another application.',
      '程序、人为操作或磁盘故障修改了该文件；用它构建的镜像将不是原来的应用。',
    ),
    cure: text(
      'Run the workflow again: the next run uploads the jar instead of taking this file.',
      '请重新运行工作流：下次运行会重新上传 jar，不再使用该文件。',
    ),
  }),
  UPLOAD_FAILED: (p: { host: string; path: string }) => ({
    what: text(`${p.path} could not be written on ${p.host}.`, `无法在 ${p.host} 上写入 ${p.path}。`),
    why: text(
      'The folder cannot be made or written (read-only file system, a file in its place), or another run uploads the same file.',
      '目录无法创建或写入（文件系统只读，或同名文件占用），或另一个运行正在上传同一文件。',
    ),
    cure: text(
      `See the output below. On the server, \`namei -l ${quote(`${p.path}`)}\` shows a file in the place of a folder, and \`findmnt -O ro\` lists the file systems that are read-only. Wait for other runs to end and run the workflow again.`,
      `请查看下方输出。在服务器上执行 \`namei -l ${quote(`${p.path}`)}\` 可查看是否有同名文件占用了目录，\`findmnt -O ro\` 列出只读的文件系统。等待其他运行结束后重新运行工作流。`,
    ),
  }),
  LOCKED: (p: {
    app: string;
    who: string;
    run: string;
    commit: string;
    since: string;
    seconds: number | string;
    waited: number | string;
  }) => ({
    what: text(
      `Another run works on ${p.app}: ${p.who}, ${p.run}, commit ${p.commit}, since ${p.since} (${p.seconds} s). This run waited ${p.waited} s for it and changed nothing.`,
      `另一次运行正在操作 ${p.app}：${p.who}，${p.run}，提交 ${p.commit}，开始于 ${p.since}（${p.seconds} 秒）。本次运行等待了 ${p.waited} 秒，未做任何修改。`,
    ),
    why: text(
      'One run at a time works on an application; the others queue for `lock-timeout` seconds. The lock frees itself when that run ends, or seconds after it vanishes.',
      '同一应用同一时间只由一次运行操作，其他运行最多排队 `lock-timeout` 秒。该运行结束后（或其消失数秒后）锁会自动释放。',
    ),
    cure: text(
      `1. If that run is stuck or no longer needed, cancel it: ${p.run} 2. Run this one again. 3. If your deploys take longer than that, raise \`lock-timeout\`. A \`concurrency\` group in the workflow has GitHub queue the runs before they start.`,
      `1. 如果该运行卡住或已不需要，请取消它：${p.run} 2. 重新运行本次工作流。3. 如果部署通常需要更久，请调大 \`lock-timeout\`。在工作流中设置 \`concurrency\` 可让 GitHub 在启动前排队。`,
    ),
  }),
  LEFT_RUNNING: (p: { app: string; process: string; pid: number | string; seconds: number | string }) => ({
    what: text(
      `An interrupted run of ${p.app} left ${p.process} running on the server. It has not ended within ${p.seconds} s.`,
      `${p.app} 的一次中断的运行在服务器上留下了仍在执行的 ${p.process}，${p.seconds} 秒内没有结束。`,
    ),
    why: text(
      'It may still write where this run would work, and ending it half-way can do harm (an installation of packages). Nothing was changed.',
      '它可能仍在写入本次运行要操作的位置，而中途结束可能造成损坏（例如正在安装软件包）。未做任何修改。',
    ),
    cure: text(
      `1. On the server, see what it does: \`ps -fp ${p.pid}\`. 2. Wait until it has ended: \`tail --pid=${p.pid} -f /dev/null\`. If it hangs, end it: \`kill ${p.pid}\`. 3. Run the workflow again.`,
      `1. 在服务器上查看它在做什么：\`ps -fp ${p.pid}\`。2. 等待其结束：\`tail --pid=${p.pid} -f /dev/null\`；如已卡死，请结束它：\`kill ${p.pid}\`。3. 重新运行工作流。`,
    ),
  }),
  CERTIFICATE_LOCKED: (p: { domain: string; who: string; run: string; since: string; seconds: number }) => ({
    what: text(
      `Another run has been busy with the certificate of ${p.domain} for more than ${p.seconds} s: ${p.who}, ${p.run}, since ${p.since}.`,
      `另一次运行处理 ${p.domain} 的证书已超过 ${p.seconds} 秒：${p.who}，${p.run}，开始于 ${p.since}。`,
    ),
    why: text(
      'One run at a time applies for the certificate of a domain. The lock frees itself when that run ends, or seconds after it vanishes.',
      '同一域名的证书同一时间只由一次运行申请。该运行结束后（或其消失数秒后）锁会自动释放。',
    ),
    cure: text('Wait for it and run this one again.', '请等待其结束后重新运行。'),
  }),
  LOCK_FAILED: (p: { host: string; detail: string }) => ({
    what: text(
      `The lock of the deployment could not be taken on ${p.host}: ${p.detail}`,
      `无法在 ${p.host} 上获取部署锁：${p.detail}`,
    ),
    why: text(
      '/run/deploy-miniprogram cannot be written, or flock (util-linux) is missing.',
      '/run/deploy-miniprogram 无法写入，或缺少 flock（util-linux）。',
    ),
    cure: text(
      'On the server: `ls -ld /run /run/deploy-miniprogram; findmnt -T /run; df -h /run; command -v flock`. Free space if /run is full, remount it if it is read-only (`mount -o remount,rw /run`), install util-linux if flock is missing.',
      '在服务器上执行 `ls -ld /run /run/deploy-miniprogram; findmnt -T /run; df -h /run; command -v flock`。/run 已满时请清理空间；只读时请重新挂载（`mount -o remount,rw /run`）；缺少 flock 时请安装 util-linux。',
    ),
  }),
  LOCK_LOST: (p: { host: string; app: string }) => ({
    what: text(
      `The lock of ${p.app} on ${p.host} was lost during the deployment.`,
      `部署过程中失去了 ${p.host} 上 ${p.app} 的锁。`,
    ),
    why: text(
      'Its keeper on the server was ended, or heard nothing from this run for too long.',
      '服务器上的锁保持进程被结束，或长时间没有收到本次运行的心跳。',
    ),
    cure: text(
      'Run the workflow again; it repairs what this run left half-done.',
      '请重新运行工作流，它会修复本次运行未完成的部分。',
    ),
  }),
};
