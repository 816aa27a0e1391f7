import { type Text, text } from './text.ts';

const named = (inputs: readonly string[], separator: string): string =>
  inputs.map((name) => `\`${name}\``).join(separator);

/** What `rollback` says. */
export const rollbackMessages = {
  check: text('Check the inputs', '检查参数'),
  find: text('Find the application', '查找应用'),
  goesTo: (app: string, to: string, from: string): Text =>
    text(`Roll back ${app} to ${to}; ${from} is live now.`, `将 ${app} 回滚到 ${to}；当前发布版本为 ${from}。`),
  serves: (app: string, release: string): Text =>
    text(`${release} of ${app} is live already.`, `${app} 当前已是发布版本 ${release}。`),
  /** `url`: of the pages that go; `record`: the file with server blocks of these ports that were taken over. */
  noLonger: (p: {
    app: string;
    to: string;
    from: string;
    ports: string;
    url: string | undefined;
    record: string | undefined;
  }): Text =>
    text(
      `With ${p.to}, nginx no longer listens on ${p.ports} for ${p.app}${p.url === undefined ? '' : `: that release has no static site, and ${p.url} is no longer served`}.${p.record === undefined ? '' : ` Server blocks that were taken over are not put back; their text is in ${p.record}.`} To undo this, set \`release: ${p.from}\`, or deploy again.`,
      `使用 ${p.to} 后，nginx 不再为 ${p.app} 监听 ${p.ports}${p.url === undefined ? '' : `：该发布版本没有静态站点，${p.url} 将不再提供`}。${p.record === undefined ? '' : `已接管的 server 块不会恢复，其内容在 ${p.record} 中。`}如需恢复，请设置 \`release: ${p.from}\` 再次回滚，或重新部署。`,
    ),
  /** A run without `release` goes on from what is live by then. */
  repeat: (release: string): Text =>
    text(
      `To repeat this rollback: \`release: ${release}\`. Without \`release\`, the next run goes one release further back.`,
      `如需重复本次回滚：\`release: ${release}\`。不填 \`release\` 时，下一次运行会再往前回滚一个发布版本。`,
    ),
  unused: (inputs: readonly string[]): Text =>
    text(
      `These inputs have no effect on \`rollback\`, which uses the settings of the release: ${named(inputs, ', ')}.`,
      `以下参数对 \`rollback\` 不起作用，以发布版本自己的设置为准：${named(inputs, '、')}。`,
    ),
  /** Beside a cure that names inputs of a deploy. */
  ownSettings: (inputs: readonly string[]): Text =>
    text(
      `On \`rollback\`, ${named(inputs, ', ')} has no effect: the release keeps its own settings. Roll back to another release (\`release\`), or deploy the commit again with that input.`,
      `对于 \`rollback\`，${named(inputs, '、')} 不起作用：发布版本保留自己的设置。请回滚到其他发布版本（\`release\`），或用该参数重新部署对应的提交。`,
    ),
  switchTitle: (app: string, to: string): string => `${app}: roll back to ${to}`,
};
