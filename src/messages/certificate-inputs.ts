import { type Text, text } from './text.ts';

/** What the inputs are for that say where the certificate comes from. */
export const certificateInputTexts = {
  certificate: text(
    "Where the certificate comes from: `tencent` (a free one of Tencent Cloud, issued and renewed), `acme` (an ACME authority such as Let's Encrypt, through DNSPod), `provided` (the two inputs below) or `existing` (already on the server). Default: `tencent` with credentials of Tencent Cloud, else `provided` if the PEMs are given, else `existing`.",
    "证书来源：`tencent`（腾讯云免费证书，自动申请和续期）、`acme`（Let's Encrypt 等 ACME 机构，通过 DNSPod 验证）、`provided`（由下面两个参数给出）或 `existing`（已在服务器上）。默认：给出腾讯云凭证时为 `tencent`，否则给出 PEM 时为 `provided`，否则为 `existing`。",
  ),
  'certificate-chain': text(
    'Certificate and its intermediates as PEM, leaf first, for `provided`.',
    '证书及其中间证书的 PEM，站点证书在前，用于 `provided`。',
  ),
  'certificate-key': text(
    'Private key of the certificate as PEM, without passphrase, for `provided`. Take it from a secret.',
    '证书私钥的 PEM，不带口令，用于 `provided`。请取自 secret。',
  ),
  'acme-directory': text(
    "URL of the directory of the ACME authority, for `acme`. Default: the one of Let's Encrypt. With `certificate: acme` you agree to its terms of service.",
    "ACME 机构的目录 URL，用于 `acme`。默认：Let's Encrypt。使用 `certificate: acme` 即表示同意其服务条款。",
  ),
  'acme-email': text(
    'E-mail address that the ACME authority may write to, for `acme`. Default: none.',
    'ACME 机构可以联系的邮箱地址，用于 `acme`。默认：无。',
  ),
  'renew-before-days': text(
    'Days before its end from which on a certificate of `tencent` or `acme` is renewed. Default: the smaller of 30 and a third of its life; with `acme`, `renew` follows the time that the authority suggests, unless the date given here is earlier. Two thirds of its life at most.',
    '`tencent` 或 `acme` 的证书在到期前多少天开始续期。默认：30 天与有效期三分之一中的较小者；使用 `acme` 时，`renew` 按机构建议的时间，除非此处指定的日期更早。最多为有效期的三分之二。',
  ),
  'certificate-timeout': text(
    'Seconds that a run waits for a certificate to be issued. A certificate application that is still pending is resumed by the next run.',
    '一次运行等待证书签发的最长秒数。仍在审核中的申请由下一次运行继续。',
  ),
} as const satisfies Readonly<Record<string, Text>>;
