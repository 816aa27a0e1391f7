import { type Text, text } from './text.ts';

/** What deploy.log has in the place of a commit's subject, for a switch that no commit began. */
export const deployLogSubjects = {
  rollback: (from: string): Text => text(`rollback from ${from}`, `从 ${from} 回滚`),
  rollbackOnServer: text('rollback on the server', '在服务器上回滚'),
  certificate: (domain: string, until: string): Text =>
    text(`certificate of ${domain}, valid until ${until}`, `${domain} 的证书，有效期至 ${until}`),
};
