import { type Text, text } from './text.ts';

/** What the server's own `rollback` says, each text a format of printf. */
export const rollbackWords = {
  usage: text(
    'Usage: %s [RELEASE] [--list]\nRolls back to RELEASE (default: the release before the live one). --list shows the releases.',
    '用法：%s [发布版本] [--list]\n回滚到指定的发布版本（默认：当前发布版本的上一个）。--list 列出可回滚的发布版本。',
  ),
  notRoot: text('Run this as root: sudo %s', '请以 root 身份运行：sudo %s'),
  strangers: text(
    'Other users can change %s. Root does not run what they can change. Fix: chown root:root and chmod go-w.',
    '其他用户可以修改 %s。root 不会运行他人可以修改的内容。解决办法：chown root:root 并 chmod go-w。',
  ),
  noDocker: text(
    'Docker does not answer. Check: systemctl status docker',
    'Docker 没有响应。请检查：systemctl status docker',
  ),
  ending: text(
    'The switch to %s was interrupted. It is completed or undone first.',
    '切换到 %s 的过程曾中断，先将其完成或撤销。',
  ),
  notEnded: text('It could not be completed or undone. See %s', '无法将其完成或撤销。请查看 %s'),
  nothingServes: text(
    'The nginx file %s is missing, or is not from the action. Deploy once with the action.',
    'nginx 文件 %s 不存在，或不是由本 Action 写入的。请用本 Action 部署一次。',
  ),
  fileStrange: text(
    'The nginx file %s was edited: %s cannot be read from it. Deploy once with the action.',
    'nginx 文件 %s 被修改过：无法读取 %s。请用本 Action 部署一次。',
  ),
  unknown: text('%s is not a release on this server.', '%s 不是此服务器上的发布版本。'),
  serves: text('%s is live already.', '%s 已在提供服务。'),
  noPrevious: text('There is no release before %s.', '%s 之前没有发布版本。'),
  noForm: text(
    '%s was recorded without its rollback form. Use the action with `command: rollback`.',
    '%s 没有记录回滚所需的内容。请使用本 Action 的 `command: rollback`。',
  ),
  otherPlace: text(
    '%s was recorded for another nginx, nginx file or domain. Use the action with `command: rollback`.',
    '%s 记录时使用的是另一个 nginx、配置文件或域名。请使用本 Action 的 `command: rollback`。',
  ),
  noRecord: text(
    '%s, which is live, has no record: what it mounts is not known. Use the action with `command: rollback`.',
    '正在提供服务的 %s 没有记录，无法得知它挂载了什么。请使用本 Action 的 `command: rollback`。',
  ),
  carriedSince: text(
    '%s would not see what the application wrote to %s: that folder was carried out of the container since. Nothing was changed. Use the action with `command: rollback`, which mounts it.',
    '%s 将看不到应用写入 %s 的内容：该文件夹是之后从容器中复制出来并挂载的。未做任何修改。请使用本 Action 的 `command: rollback`，它会挂载该文件夹。',
  ),
  containerKept: text(
    'The old container of %s is still there (%s): it holds files. Copy them, then remove it: docker rm %s',
    '%s 的旧容器仍然存在（%s），其中有文件。请先复制出来，再删除：docker rm %s',
  ),
  containerThere: text(
    'The old container of %s was not removed (%s). See what it holds (docker diff %s), copy what you need, then remove it: docker rm %s',
    '%s 的旧容器尚未删除（%s）。请查看其中的文件（docker diff %s），复制需要的内容，再删除：docker rm %s',
  ),
  noPort: text('No port is free on 127.0.0.1.', '127.0.0.1 上没有空闲端口。'),
  notFilled: text('The script could not be prepared. Nothing was changed.', '无法准备脚本。未做任何修改。'),
  diskFull: text('%s cannot be written. Nothing was changed.', '无法写入 %s。未做任何修改。'),
  releases: text('Releases on this server, newest first:', '此服务器上的发布版本，最新的在前：'),
  line: text('  %s  %s  commit %s  %s', '  %s  %s  提交 %s  %s'),
  isLive: text('live', '正在提供服务'),
  hasImage: text('image present', '镜像存在'),
  hasNoImage: text('image missing, will be rebuilt', '镜像缺失，将重新构建'),
  hasNoForm: text('only by the action', '只能用本 Action 回滚'),
  begins: text('Roll back %s from %s to %s', '将 %s 从 %s 回滚到 %s'),
  noLonger: text(
    'Warning: with %s, nginx no longer listens on %s for %s; what it served there is gone. To undo this: sudo %s %s',
    '警告：使用 %s 后，nginx 不再监听端口 %s（应用 %s），其上的内容将不再提供。如需恢复：sudo %s %s',
  ),
  notPutBack: text(
    'Server blocks that were taken over are not put back; their text is in %s.',
    '已接管的 server 块不会恢复，其内容在 %s 中。',
  ),
  undo: text('Undo: %s', '撤销：%s'),
  done: text(' done', ' 完成'),
  failed: text(' failed', ' 失败'),
  reason: text(
    'Reason: %s (explained in docs/errors.md of the action)',
    '原因：%s（说明见本 Action 的 docs/errors.md）',
  ),
  printed: text('Last lines of the output:', '输出的最后几行：'),
  notice: text('Warning: %s', '警告：%s'),
  skipped: text('Skipped: %s', '已跳过：%s'),
  proven: text('Verified: nginx serves the other release.', '已验证：nginx 已提供另一个发布版本。'),
  detached: text('The server continues without this terminal. Progress: %s', '服务器会独立继续。进度：%s'),
  committed: text('%s is live.', '%s 正在提供服务。'),
  undone: text('Undone: %s is live, as before.', '已撤销：%s 照旧提供服务。'),
  stuck: text('Not everything could be undone. See %s', '未能全部撤销。请查看 %s'),
  cutShort: text(
    'The switch ended without a result. Run this again. See %s',
    '切换没有结果就结束了。请重新运行。另见 %s',
  ),
  failedAtAll: text('Unexpected error. Nothing was changed.', '意外错误。未做任何修改。'),
} as const satisfies Readonly<Record<string, Text>>;
