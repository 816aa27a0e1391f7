import { text } from '../text.ts';

/** Failures of the switch, which the server does alone. */
export const switchErrors = {
  SHARED_LOCK_BUSY: (p: { seconds?: string }) => ({
    what: text('Another application of this server is switching nginx.', '本服务器上的另一个应用正在切换 nginx。'),
    why: text(`Its lock was not free within ${p.seconds ?? '120'} s.`, `${p.seconds ?? '120'} 秒内未能获得锁。`),
    cure: text('Run again when the other deploy has ended.', '请在另一个部署结束后重新运行。'),
  }),
  SWITCH_UNSEEN: (p: { journal: string }) => ({
    what: text(
      'The server switches alone, but its connection is lost and could not be made again.',
      '服务器正在独立切换，但连接中断且无法恢复。',
    ),
    why: text(
      `It finishes or undoes by itself; its journal is ${p.journal}.`,
      `它会自行完成或撤销；日志在 ${p.journal}。`,
    ),
    cure: text(
      'Run again: the next run finds how it ended and continues from there.',
      '请重新运行：下次运行会查明结果并继续。',
    ),
  }),
  SWITCH_CUT_SHORT: (p: { journal: string }) => ({
    what: text(
      'The switch was interrupted on the server, most likely by a reboot.',
      '切换在服务器上被中断，很可能是服务器重启。',
    ),
    why: text(
      `Its journal ${p.journal} has no outcome. The old or the new version is live.`,
      `其日志 ${p.journal} 没有结果。旧版本或新版本仍在提供服务。`,
    ),
    cure: text('Run again: the next run ends it first, then deploys.', '请重新运行：下次运行会先收尾，再部署。'),
  }),
  SWITCH_NOT_ENDED: (p: { app: string }) => ({
    what: text(
      `An earlier switch of ${p.app} was interrupted and could not be completed or undone yet.`,
      `${p.app} 之前的切换被中断，且目前无法收尾。`,
    ),
    why: text(
      'Another application may have held the lock for nginx all the while, or the disk is full.',
      '可能另一个应用一直占用 nginx 的锁，或者磁盘已满。',
    ),
    cure: text(
      'Run again in some minutes; the old or the new version is live meanwhile.',
      '请几分钟后重新运行；在此期间旧版本或新版本仍在提供服务。',
    ),
  }),
  SWITCH_DISK_FULL: (p: { said: string }) => ({
    what: text('A disk of the server became full during the switch.', '切换过程中服务器磁盘已满。'),
    why: text(`The switch could not write: ${p.said}`, `切换无法写入：${p.said}`),
    cure: text(
      'Free some space (`df -h`, `docker system df`, old logs), then run the workflow again.',
      '请清理空间（`df -h`、`docker system df`、旧日志），然后重新运行工作流。',
    ),
  }),
  DRAIN_CUT: (p: { connections: string; seconds: string | number }) => ({
    what: text(
      `Requests or WebSocket connections to the old version that were still open after ${p.seconds} s: ${p.connections}.`,
      `${p.seconds} 秒后仍未结束的、发往旧版本的请求或 WebSocket 连接：${p.connections} 个。`,
    ),
    why: text(
      'The old version stops when `drain-timeout` is over. These connections are cut off unless the application finishes them while it stops.',
      '`drain-timeout` 到时后旧版本会停止；除非应用在停止过程中处理完，这些连接会被中断。',
    ),
    cure: text(
      'Set `drain-timeout` to more seconds than your longest request takes. WebSocket clients connect again by themselves.',
      '请将 `drain-timeout` 设为大于最长请求耗时的秒数。WebSocket 客户端会自行重连。',
    ),
  }),
  IMAGE_LEFT: (p: { image: string; containers: string }) => ({
    what: text(
      `The image ${p.image} of an old release could not be removed.`,
      `旧发布版本的镜像 ${p.image} 未能删除。`,
    ),
    why: text(
      p.containers === '-'
        ? 'Docker refused it; no container of this very image was found.'
        : `These containers, which this action did not make, are of this image: ${p.containers}.`,
      p.containers === '-'
        ? 'Docker 拒绝删除，但没有找到使用该镜像的容器。'
        : `以下不是由本 Action 创建的容器正在使用它：${p.containers}。`,
    ),
    cure: text(
      `Once you no longer need them, remove them on the server, then the image: \`docker image rm ${p.image}\`.`,
      `不再需要这些容器后，请在服务器上删除它们，再删除镜像：\`docker image rm ${p.image}\`。`,
    ),
  }),
  SWITCH_STUCK: (p: { step: string; notUndone: string; output: string }) => ({
    what: text(
      `The switch failed at ${p.step === '-' ? 'its last record' : `the step ${p.step}`}, and could not be undone: ${p.notUndone}.`,
      `切换在${p.step === '-' ? '最后写入记录时' : `步骤 ${p.step} `}失败，以下步骤未能撤销：${p.notUndone}。`,
    ),
    why: text(`Everything that was printed is in ${p.output} on the server.`, `完整输出在服务器的 ${p.output} 中。`),
    cure: text(
      'Fix what the failure above names, then run again: the next run starts from what it finds and replaces it.',
      '请先解决上面的故障，然后重新运行：下次运行会从现有状态开始并完成替换。',
    ),
  }),
};
