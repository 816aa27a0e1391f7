import { type Text, text } from '../text.ts';
import { orRollBackTo } from './rollback.ts';

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

/** Failures to find the application, or its record, that `rollback`, `renew` or `status` asks for. */
export const applicationAskedErrors = {
  APPLICATION_NOT_FOUND: (p: { app: string; domain: string; port: number; found: string }) => ({
    what: whatIsNotThere(p),
    why: text(
      `The action looked for the nginx files and release records that it writes itself. Found there: ${p.found}`,
      `已查找由本 Action 写入的 nginx 文件和发布版本记录。找到的应用：${p.found}`,
    ),
    cure: text(
      'Set `app` to the name of one of these applications, or `domain` and `https-port` to its address. If there is none, run `deploy` once.',
      '请用 `app` 指定其中某个应用的名称，或填写其 `domain` 和 `https-port`。如果没有任何应用，请先运行一次 `deploy`。',
    ),
  }),
  APPLICATION_AMBIGUOUS: (p: { found: string }) => ({
    what: text('It is not clear which application is meant.', '无法确定所指的应用。'),
    why: text(`Several applications are deployed on this server: ${p.found}`, `该服务器上部署了多个应用：${p.found}`),
    cure: text(
      'Set `app` to the name of one of them, or `domain` and `https-port` to its address.',
      '请用 `app` 指定其中一个的名称，或填写其 `domain` 和 `https-port`。',
    ),
  }),
  /** `kept`: the releases that `rollback` can go to; empty: another command asks, or there are none. */
  RELEASE_NOT_RECORDED: (p: { app: string; release: string; folder: string; kept: string }) => ({
    what: text(
      `The record of release ${p.release} of ${p.app}, which is live, is not on the server.`,
      `服务器上没有 ${p.app} 当前发布版本 ${p.release} 的记录。`,
    ),
    why: text(
      `The record should be in ${p.folder}. Somebody removed it, or another version of the action wrote it in another form.`,
      `该记录应在 ${p.folder} 中，可能已被删除，或由本 Action 的其他版本以另一种格式写入。`,
    ),
    cure: text(
      `Run \`deploy\` once: it writes a new record. Then run this command again.${orRollBackTo(p.kept).en}`,
      `请运行一次 \`deploy\` 以写入新的记录，然后重新运行本命令。${orRollBackTo(p.kept).zh}`,
    ),
  }),
};
