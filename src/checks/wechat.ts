import { isIP } from 'node:net';
import * as say from '../messages/checks.ts';
import type { Text } from '../messages/text.ts';
import { origin } from './origin.ts';
import type { Outside } from './outside.ts';
import type { TlsServed } from './tls.ts';

/**
 * What is pasted into 服务器域名 (mp.weixin.qq.com, 开发管理). A request domain is registered with its port and then
 * allows that one only; a socket domain without, and allows every port.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */
export interface WechatDomains {
  /** For request, uploadFile and downloadFile: `https://host:8014`, or `https://host` for port 443. */
  readonly request: string;
  /** For connectSocket: `wss://host`. */
  readonly socket: string;
}

/** One rule of WeChat's, and whether it is kept; undefined: that could not be seen. */
export interface WechatRule {
  readonly rule: Text;
  readonly ok: boolean | undefined;
}

/** The strings to paste. */
export function wechatDomains(domain: string, httpsPort: number): WechatDomains {
  return { request: origin(domain, httpsPort), socket: `wss://${domain}` };
}

/**
 * WeChat's rules for a server, held against what was seen. Filing (备案) is not among them: it cannot be seen from here.
 */
export function checkWechat(domain: string, { tls, tls12 }: Pick<Outside, 'tls' | 'tls12'>): readonly WechatRule[] {
  const served = tls?.kind === 'served' ? tls : undefined;
  return [
    { rule: say.ruleHostName, ok: isHostName(domain) },
    // 1.2 itself: phones that know nothing newer cannot connect otherwise (the network page, 「TLS 必须支持 1.2 及以上版本」).
    { rule: say.ruleTls, ok: served && tls12 },
    { rule: say.ruleChain, ok: holds(served, chainErrors) },
    { rule: say.ruleCertificateName, ok: holds(served, nameErrors) },
    { rule: say.ruleCertificateDates, ok: holds(served, dateErrors) },
  ];
}

const nameErrors = ['ERR_TLS_CERT_ALTNAME_INVALID'];
const dateErrors = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const chainErrors = undefined;

/** Whether the certificate is free of `errors`; of every error that is neither name nor date where that is undefined. */
function holds(served: TlsServed | undefined, errors: readonly string[] | undefined): boolean | undefined {
  if (served === undefined) return undefined;
  const error = served.authorizationError;
  if (error === undefined) return true;
  return errors === undefined ? [...nameErrors, ...dateErrors].includes(error) : !errors.includes(error);
}

function isHostName(domain: string): boolean {
  const name = domain.toLowerCase();
  if (isIP(name) !== 0 || name === 'api.weixin.qq.com') return false;
  return name.includes('.') && !name.endsWith('.localhost') && !/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1));
}
