import { type Text, text } from './text.ts';

/** What is said of the record by which the owner of a domain is validated for a certificate. */
export const validationRecordMessages = {
  title: (name: string, type: string): Text =>
    text(`the validation record ${name} (${type})`, `域名验证记录 ${name}（${type}）`),
  leftoverTitle: (domain: string): Text =>
    text(`a validation record for the certificate of ${domain}`, `${domain} 证书的域名验证记录`),
  there: (name: string, type: string): Text =>
    text(
      `DNSPod already has the validation record ${name} (${type}).`,
      `DNSPod 中已有域名验证记录 ${name}（${type}）。`,
    ),
  added: (name: string, type: string): Text =>
    text(
      `Added the validation record ${name} (${type}). The run removes it after the validation.`,
      `已添加域名验证记录 ${name}（${type}），验证结束后会移除。`,
    ),
  servers: (right: string, behind: string): Text =>
    behind === ''
      ? text(`All name servers return the validation record: ${right}`, `所有 DNS 服务器均已返回域名验证记录：${right}`)
      : text(
          `Name servers with the validation record: ${right || 'none'}; not yet: ${behind}`,
          `已返回域名验证记录的 DNS 服务器：${right || '无'}；尚未返回：${behind}`,
        ),
};
