import { type Text, text } from './text.ts';

/** Lines of `renew`. */
export const renewMessages = {
  check: text('Check the inputs', '检查参数'),
  survey: text('Inspect the certificates on the server', '检查服务器上的证书'),
  application: (app: string, domain: string, ports: string): Text =>
    text(`${app} serves ${domain} on ${ports}.`, `${app} 在 ${ports} 端口提供 ${domain}。`),
  served: (until: string, from: string): Text =>
    text(
      `The certificate is valid until ${until} and will be renewed from ${from} on. Nothing to do.`,
      `证书有效期至 ${until}，将从 ${from} 起续期。目前无需操作。`,
    ),
  due: (until: string, from: string): Text =>
    text(
      `The certificate is valid until ${until} and has been due since ${from}.`,
      `证书有效期至 ${until}，自 ${from} 起应当续期。`,
    ),
  unfit: text(
    'The certificate that the application names cannot be served: a new one is needed.',
    '应用当前引用的证书不可用，需要新的证书。',
  ),
  notLater: (given: string, served: string): Text =>
    text(
      `The certificate of the inputs is valid until ${given}, the live one until ${served}. Nothing to do.`,
      `参数中的证书有效期至 ${given}，线上证书有效期至 ${served}。无需操作。`,
    ),
  goesOn: (until: string): Text =>
    text(`The live certificate stays in use. It is valid until ${until}.`, `线上证书继续使用，有效期至 ${until}。`),
  live: (until: string): Text =>
    text(
      `The certificate of the inputs is live already. It is valid until ${until}. Nothing to do.`,
      `参数中的证书已在使用，有效期至 ${until}。无需操作。`,
    ),
  nothingLeft: text('Another run has renewed it already. Nothing to do.', '另一次运行已完成续期。无需操作。'),
  repoint: (app: string, path: string): Text =>
    text(`Have ${app} use the new certificate (${path})`, `让 ${app} 使用新证书（${path}）`),
  repointReason: (from: string, until: string): Text =>
    text(
      `the certificate that it names is valid until ${from}, the new one until ${until}`,
      `当前引用的证书有效期至 ${from}，新证书有效期至 ${until}`,
    ),
  reread: (app: string, path: string): Text =>
    text(`Have nginx use the certificate of ${app} (${path})`, `让 nginx 使用 ${app} 的证书（${path}）`),
  rereadReason: text('nginx serves another one than the file names', 'nginx 当前使用的证书与文件中写明的不一致'),
  switchTitle: (app: string, domain: string): string => `${app}: the certificate of ${domain}`,
};
