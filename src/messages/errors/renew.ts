import { type Text, text } from '../text.ts';

/** Whichever of name and domain was asked for. */
function whatIsNotThere({ app, domain, port }: { app: string; domain: string; port: number }): Text {
  if (app === '' && domain === '')
    return text('No application is deployed on this server.', '该服务器上没有部署任何应用。');
  if (app === '')
    return text(
      `No application is deployed for ${domain}:${port} on this server.`,
      `该服务器上没有为 ${domain}:${port} 部署的应用。`,
    );
  if (domain === '') return text(`${app} is not deployed on this server.`, `该服务器上没有部署应用 ${app}。`);
  return text(`${app} is not deployed for ${domain} on this server.`, `该服务器上没有为 ${domain} 部署应用 ${app}。`);
}

/** Failures of `renew`. */
export const renewErrors = {
  APPLICATION_NOT_FOUND: (p: { app: string; domain: string; port: number; found: string }) => ({
    what: whatIsNotThere(p),
    why: text(
      `The action looked in the nginx configuration for files that it has written itself. Found there: ${p.found}`,
      `已在 nginx 配置中查找由本 Action 写入的文件。找到的应用：${p.found}`,
    ),
    cure: text(
      'Give `domain` and `https-port` of one of these applications, or its name as `app`. If there is none, run `deploy` first.',
      '请填写其中某个应用的 `domain` 和 `https-port`，或用 `app` 指定其名称。如果没有任何应用，请先运行 `deploy`。',
    ),
  }),
  APPLICATION_AMBIGUOUS: (p: { found: string }) => ({
    what: text('It is not clear which application is meant.', '无法确定所指的应用。'),
    why: text(`Several applications are deployed on this server: ${p.found}`, `该服务器上部署了多个应用：${p.found}`),
    cure: text(
      'Give the name of one of them as `app`, or its `domain` and `https-port`.',
      '请用 `app` 指定其中一个的名称，或填写其 `domain` 和 `https-port`。',
    ),
  }),
  RELEASE_NOT_RECORDED: (p: { app: string; release: string; folder: string }) => ({
    what: text(
      `The record of release ${p.release} of ${p.app}, which nginx serves, is not on the server.`,
      `服务器上没有 ${p.app} 当前版本 ${p.release} 的记录。`,
    ),
    why: text(
      `It is in ${p.folder}. Somebody removed it, or another version of the action wrote it in another form.`,
      `该记录应在 ${p.folder} 中，可能已被删除，或由本 Action 的其他版本以另一种格式写入。`,
    ),
    cure: text(
      'Run `deploy` once: it writes a new record. Then run `renew` again.',
      '请运行一次 `deploy` 以写入新的记录，然后重新运行 `renew`。',
    ),
  }),
};
